"""Turns articles with questions, and claims with evidence, into training examples for the reader."""

from __future__ import annotations

import gzip
import json
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from alter import Alterer, type_quickly, word_pattern
from bm25 import Bm25
from windows import Encoder, Window, build_windows, render_prefix, split_sentences

# At most so many questions or claims of a set in a pass: sets with short, stiff or templated ones.
CAPS = {
    "qa-policy": 1500, "qa-qamr": 2500,
    "pairs-begin": 1200, "pairs-breaking": 800, "pairs-conjnli": 2500, "pairs-help": 500, "pairs-med": 500,
    "pairs-summedits": 600, "pairs-taxinli": 1500, "pairs-veridicality": 300,
}
# How often a pass goes through a set.
TIMES = {"qa-fairytale": 2}
# Questions that people wrote to mislead are few, so a pass repeats them.
ADVERSARIAL_TIMES = 4
# An answer longer than this may start and end anywhere inside its stretch: annotators who mark whole
# sentences mean "the answer is in here".
PHRASE_WORDS = 12
TITLE_SHARE = 0.85
TITLE_END = re.compile(r"(?<!\b[A-Z])\. ")
CLAIM_WORDS = 150

# How many answerable questions get an example of each kind.
SHARES = {
    "next window": 0.4,
    "other article": 0.25,
    "altered question": 0.4,
    "altered window": 0.35,
    "removed": 0.2,
    "altered both": 0.25,
    "statement": 0.08,
}

Place = tuple[int, int]


@dataclass(frozen=True)
class Example:
    """Token ids, and the positions where an answer may start and end: [0] for no answer."""

    ids: list[int]
    question_length: int
    starts: list[int]
    ends: list[int]


@dataclass(frozen=True)
class Passage:
    """A stretch of text as the reader sees it, and where the answer stands in it."""

    text: str
    title: str
    article: str
    places: tuple[Place, ...] = ()
    heading: str = ""

    def replace_all(self, term: str, other: str) -> Passage | None:
        """The passage with another term in place of a term; None if the answer holds the term."""
        text, at, shift = "", 0, 0
        places = list(self.places)
        for match in word_pattern(term).finditer(self.text):
            if any(match.start() < end and match.end() > start for start, end in self.places):
                return None
            text += self.text[at:match.start()] + other
            at = match.end()
            moved = len(other) - (match.end() - match.start())
            places = [(s + moved, e + moved) if s >= match.end() + shift else (s, e) for s, e in places]
            shift += moved
        return replace(self, text=text + self.text[at:], places=tuple(places)) if at else None

    def drop_sentences(self, chosen: Callable[[Place], bool]) -> Passage:
        """The passage without the chosen sentences; answers in them are lost."""
        text, places = "", []
        for start, end in split_sentences(self.text):
            if chosen((start, end)):
                continue
            text += " " if text else ""
            places += [(s - start + len(text), e - start + len(text)) for s, e in self.places if start <= s and e <= end]
            text += self.text[start:end]
        return replace(self, text=text, places=tuple(places))


@dataclass(frozen=True)
class Asked:
    question: str
    answers: tuple[str, ...]
    kind: str
    """All windows of the article, with the places of the answer. None has one if the question is unanswerable."""
    passages: tuple[Passage, ...]


def read_articles(path: Path, language: str = "en") -> list[dict]:
    """The articles in a language of a gzipped JSON-lines file."""
    with gzip.open(path, "rt", encoding="utf8") as lines:
        articles = [json.loads(line) for line in lines if line.strip()]
    return [a for a in articles if a.get("language", "en") == language]


def set_name(path: Path) -> str:
    return path.name.split(".")[0]


def sample(items: list, count: int, rng: random.Random) -> list:
    """At most `count` items, drawn by chance, in their order."""
    if len(items) <= count:
        return items
    return [items[i] for i in sorted(rng.sample(range(len(items)), count))]


def read_questions(path: Path, rng: random.Random) -> list[Asked]:
    """The questions of a set, each with its article's windows, which each pass cuts in another way."""
    asked = []
    for _ in range(TIMES.get(set_name(path), 1)):
        for article in read_articles(path):
            windows = build_windows(article["paragraphs"], rng.randint(70, 120), article.get("headings"))
            for q in article["questions"]:
                golds = [(a["paragraph"], a["text"]) for a in q["answers"] if a.get("paragraph") is not None and a["text"]]
                passages = tuple(to_passage(w, article, golds if q["answerable"] else []) for w in windows)
                if any(p.places for p in passages) or not q["answerable"] and passages:
                    answers = tuple(text for _, text in golds) if q["answerable"] else ()
                    asked.append(Asked(q["question"], answers, q.get("kind") or "", passages))
    return sample(asked, CAPS.get(set_name(path), len(asked)), rng)


def to_passage(window: Window, article: dict, golds: list[tuple[int, str]]) -> Passage:
    places = {place for paragraph, text in golds for place in window.find(text, paragraph)}
    return Passage(window.text, article.get("title") or "", article["id"], tuple(sorted(places)), window.heading)


class ExampleMaker:
    def __init__(self, encoder: Encoder, asked: list[Asked], rng: random.Random, related: Callable[[str], list[str]]):
        self.encoder = encoder
        self.rng = rng
        self.alterer = Alterer([a.question for a in asked], rng, related)
        self.everything = list({(p.article, p.text): p for a in asked for p in a.passages}.values())
        self.index = Bm25([f"{p.title} {p.text}" for p in self.everything])
        self.article_indexes: dict[tuple[str, ...], Bm25] = {}
        self.counts: Counter[str] = Counter()

    def from_question(self, asked: Asked) -> Iterator[Example | None]:
        if not asked.answers:
            best = self.ranked(asked)
            for _ in range(ADVERSARIAL_TIMES if asked.kind == "adversarial" else 1):
                yield self.encode("unanswerable", asked.question, self.rng.choice(best[:2]))
            return
        home = next(p for p in asked.passages if p.places)
        yield self.encode("answerable", asked.question, self.perhaps_shorter(home))
        for kind, share in SHARES.items():
            if self.rng.random() < share:
                made = getattr(self, "make_" + kind.replace(" ", "_"))(asked, home)
                if made:
                    yield self.encode(kind, *made)

    def from_claim(self, claim: dict, others: list[str]) -> Example | None:
        """A claim stands in place of the question, and its evidence, among other sentences, is the window."""
        title, text = "", claim["premise"]
        if claim["set"] == "fm2" and TITLE_END.search(text):
            title, text = TITLE_END.split(text, 1)
        around = self.rng.choices(others, k=self.rng.choice([0, 0, 1, 2, 3]))
        cut = self.rng.randint(0, len(around))
        before = "".join(s + " " for s in around[:cut])
        place = (len(before), len(before) + len(text))
        passage = Passage(
            before + text + "".join(" " + s for s in around[cut:]),
            title,
            f"{claim['set']} {claim['premise']}",
            (place,) if claim["label"] == "supported" else (),
        )
        return self.encode(f"claim {claim['label']}", claim["hypothesis"].rstrip("."), passage, whole=True)

    def make_next_window(self, asked: Asked, home: Passage):
        near = [p for p in self.ranked(asked) if not contains_any(p, asked.answers)]
        return (asked.question, self.rng.choice(near[:3])) if near else None

    def make_other_article(self, asked: Asked, home: Passage):
        near = [self.everything[i] for i in self.index.best(asked.question, 8)]
        near = [p for p in near if p.article != home.article and not contains_any(p, asked.answers)]
        return (asked.question, replace(self.rng.choice(near[:4]), places=())) if near else None

    def make_altered_question(self, asked: Asked, home: Passage):
        rest = " ".join(p.text for p in asked.passages)
        changed = self.alterer.alter(asked.question, home.text, rest)
        return (changed, replace(home, places=())) if changed else None

    def make_altered_window(self, asked: Asked, home: Passage):
        """The question stays, and the window speaks of something else."""
        swap = self.find_swap(asked, home)
        changed = swap and home.replace_all(*swap)
        return (asked.question, replace(changed, places=())) if changed else None

    def make_altered_both(self, asked: Asked, home: Passage):
        """Question and window speak of something else, so that the answer stays: a strange name isn't the point."""
        swap = self.find_swap(asked, home)
        changed = swap and home.replace_all(*swap)
        return (word_pattern(swap[0]).sub(lambda _: swap[1], asked.question), changed) if changed else None

    def find_swap(self, asked: Asked, home: Passage) -> tuple[str, str] | None:
        """A term that the question shares with the answer's sentence, and another one in its place."""
        spans = split_sentences(home.text)
        near = " ".join(home.text[a:b] for a, b in spans if any(a <= s < b for s, _ in home.places))
        term = self.alterer.shared_term(asked.question, near, list(asked.answers))
        rest = " ".join(p.text for p in asked.passages if p is not home)
        other = term and self.alterer.substitute(term, f"{home.text} {asked.question}", rest)
        return (term, other) if other else None

    def make_removed(self, asked: Asked, home: Passage):
        rest = home.drop_sentences(lambda span: any(span[0] < e and span[1] > s for s, e in home.places))
        if len(split_sentences(rest.text)) < 2 or rest.text == home.text or contains_any(rest, asked.answers):
            return None
        return asked.question, rest

    def make_statement(self, asked: Asked, home: Passage):
        """A sentence of the window in place of the question: as it is, or changed so that it isn't stated."""
        spans = [(a, b) for a, b in split_sentences(home.text) if 6 <= len(home.text[a:b].split()) <= 30]
        if not spans:
            return None
        start, end = self.rng.choice(spans)
        sentence = home.text[start:end]
        if self.rng.random() < 0.4:
            return sentence.rstrip("."), replace(home, places=((start, end),))
        changed = self.alterer.alter(sentence, home.text, home.text)
        return (changed.rstrip("."), replace(home, places=())) if changed else None

    def perhaps_shorter(self, home: Passage) -> Passage:
        """Some windows lose a sentence without the answer, so that a gap betrays nothing."""
        spans = split_sentences(home.text)
        free = [(a, b) for a, b in spans if not any(a < e and b > s for s, e in home.places)]
        if self.rng.random() < 0.75 or len(spans) < 3 or not free:
            return home
        dropped = self.rng.choice(free)
        shorter = home.drop_sentences(lambda span: span == dropped)
        return shorter if shorter.places else home

    def ranked(self, asked: Asked) -> list[Passage]:
        """The article's windows, the one most like the question first."""
        if len(asked.passages) == 1:
            return list(asked.passages)
        texts = tuple(p.text for p in asked.passages)
        if texts not in self.article_indexes:
            self.article_indexes.clear()
            self.article_indexes[texts] = Bm25(list(texts))
        return [asked.passages[i] for i in self.article_indexes[texts].best(asked.question, len(texts))]

    def encode(self, kind: str, question: str, passage: Passage, whole: bool = False) -> Example | None:
        """An example; None if the window's end, and the answer with it, doesn't fit. `whole`: see PHRASE_WORDS."""
        title = passage.title if self.rng.random() < TITLE_SHARE else ""
        encoded = self.encoder.encode(type_quickly(question, self.rng), render_prefix(title, passage.heading), passage.text)
        starts, ends = set(), set()
        for start, end in passage.places:
            tokens = encoded.tokens_between(start, end)
            if tokens is None:
                continue
            if whole or len(passage.text[start:end].split()) > PHRASE_WORDS:
                starts.update(range(tokens[0], tokens[1] + 1))
                ends.update(range(tokens[0], tokens[1] + 1))
            else:
                starts.add(tokens[0])
                ends.add(tokens[1])
        if passage.places and not starts:
            return None
        self.counts[kind] += 1
        return Example(encoded.ids, encoded.question_length, sorted(starts) or [0], sorted(ends) or [0])


def contains_any(passage: Passage, answers: tuple[str, ...]) -> bool:
    text = passage.text.lower()
    return any(a.lower() in text for a in answers)


def make_examples(
    question_sets: list[Path], claim_sets: list[Path], encoder: Encoder, related: Callable[[str], list[str]], seed: int
) -> list[Example]:
    """One pass over the sets, ordered by article. Another seed gives other windows, negatives and typos."""
    rng = random.Random(seed)
    asked = []
    for path in sorted(question_sets, key=set_name):
        found = read_questions(path, rng)
        print(f"{set_name(path)}: {len(found)} questions, {sum(not a.answers for a in found)} unanswerable", flush=True)
        asked += found
    maker = ExampleMaker(encoder, asked, rng, related)
    examples = [example for a in asked for example in maker.from_question(a) if example]
    for path in sorted(claim_sets, key=set_name):
        claims = [c for c in read_articles(path) if len(c["premise"].split()) <= CLAIM_WORDS]
        others = [s for s in dict.fromkeys(c["premise"] for c in claims) if len(s.split()) <= 30] or [""]
        claims = sample(claims, CAPS.get(set_name(path), len(claims)), rng)
        print(f"{set_name(path)}: {len(claims)} claims", flush=True)
        examples += [e for c in claims if (e := maker.from_claim(c, others))]
    print(f"{len(examples)} examples: {dict(maker.counts)}", flush=True)
    return examples
