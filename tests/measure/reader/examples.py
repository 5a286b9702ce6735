"""Reads articles with questions and makes training examples: a question, a window, where the answer stands."""

from __future__ import annotations

import gzip
import json
import random
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from alter import Alterer, type_quickly
from bm25 import Bm25
from windows import Encoder, Window, build_windows, render_prefix, split_sentences

# An answer longer than this may start and end anywhere inside its stretch: annotators who mark whole
# sentences mean "the answer is in here".
PHRASE_WORDS = 12
TITLE_SHARE = 0.85
NEXT_WINDOW_SHARE = 0.3
OTHER_ARTICLE_SHARE = 0.2
ALTERED_SHARE = 0.32


@dataclass(frozen=True)
class Mix:
    """Shares of negatives that differ between the stages of training."""

    # Answerable questions that are asked again with the sentences of the answer removed.
    removed: float = 0.2
    # How often a pass repeats questions that people wrote to mislead: there are few.
    adversarial: int = 3


@dataclass(frozen=True)
class Example:
    """Token ids, and the positions where an answer may start and end: [0] for no answer."""

    ids: list[int]
    question_length: int
    starts: list[int]
    ends: list[int]


@dataclass(frozen=True)
class Seen:
    """A window with the article that it comes from."""

    window: Window
    title: str
    article: str


@dataclass(frozen=True)
class Asked:
    question: str
    golds: tuple[tuple[int, str], ...]
    answerable: bool
    kind: str
    windows: tuple[Seen, ...]


def read_articles(path: Path) -> list[dict]:
    """The English articles of a gzipped JSON-lines file."""
    with gzip.open(path, "rt", encoding="utf8") as lines:
        articles = [json.loads(line) for line in lines if line.strip()]
    return [a for a in articles if a.get("language", "en") == "en"]


def read_questions(path: Path, rng: random.Random, cap: int) -> list[Asked]:
    """The questions of a file, each with its article's windows; at most `cap`, drawn by chance."""
    asked = []
    for article in read_articles(path):
        windows = tuple(
            Seen(w, article.get("title") or "", article["id"])
            for w in build_windows(article["paragraphs"], words=rng.randint(70, 120))
        )
        for q in article["questions"]:
            golds = tuple(
                (a["paragraph"], a["text"]) for a in q["answers"] if a.get("paragraph") is not None and a["text"]
            )
            if windows and (golds or not q["answerable"]):
                asked.append(Asked(q["question"], golds, q["answerable"], q.get("kind") or "", windows))
    rng.shuffle(asked)
    return asked[:cap]


class ExampleMaker:
    def __init__(self, encoder: Encoder, asked: list[Asked], mix: Mix, rng: random.Random):
        self.encoder = encoder
        self.mix = mix
        self.rng = rng
        self.alterer = Alterer([a.question for a in asked], rng)
        self.everything = list({(s.article, s.window.text): s for a in asked for s in a.windows}.values())
        self.index = Bm25([f"{s.title} {s.window.text}" for s in self.everything])
        self.article_indexes: dict[str, Bm25] = {}
        self.counts: Counter[str] = Counter()

    def make(self, asked: Asked) -> list[Example]:
        if not asked.answerable:
            times = self.mix.adversarial if asked.kind == "adversarial" else 1
            best = self.ranked(asked)[0]
            return [self.without_answer("unanswerable", asked.question, best) for _ in range(times)]
        home = next((s for s in asked.windows if any(s.window.find(t, p) for p, t in asked.golds)), None)
        if home is None:
            return []
        examples = [self.with_answer(asked, home)]
        examples = [e for e in examples if e]
        if not examples:
            return []
        answers = [t.lower() for _, t in asked.golds]
        if self.rng.random() < NEXT_WINDOW_SHARE:
            others = [s for s in self.ranked(asked) if not contains_any(s, answers)]
            if others:
                examples.append(self.without_answer("next window", asked.question, others[0]))
        if self.rng.random() < OTHER_ARTICLE_SHARE:
            near = (self.everything[i] for i in self.index.best(asked.question, 6))
            others = [s for s in near if s.article != home.article and not contains_any(s, answers)]
            if others:
                examples.append(self.without_answer("other article", asked.question, others[0]))
        if self.rng.random() < ALTERED_SHARE:
            changed = self.alterer.alter(asked.question, home.window.text)
            if changed:
                examples.append(self.without_answer("altered", changed, home))
        if self.rng.random() < self.mix.removed:
            rest = remove_answer(home.window, asked.golds)
            if rest:
                examples.append(self.without_answer("removed", asked.question, Seen(rest, home.title, home.article)))
        return examples

    def ranked(self, asked: Asked) -> list[Seen]:
        """The article's windows, the one most like the question first."""
        if len(asked.windows) == 1:
            return list(asked.windows)
        article = asked.windows[0].article
        if article not in self.article_indexes:
            self.article_indexes[article] = Bm25([s.window.text for s in asked.windows])
        order = self.article_indexes[article].best(asked.question, len(asked.windows))
        return [asked.windows[i] for i in order]

    def encode(self, question: str, seen: Seen):
        title = seen.title if self.rng.random() < TITLE_SHARE else ""
        return self.encoder.encode(type_quickly(question, self.rng), render_prefix(title), seen.window.text)

    def without_answer(self, kind: str, question: str, seen: Seen) -> Example:
        self.counts[kind] += 1
        encoded = self.encode(question, seen)
        return Example(encoded.ids, encoded.question_length, [0], [0])

    def with_answer(self, asked: Asked, seen: Seen) -> Example | None:
        encoded = self.encode(asked.question, seen)
        starts, ends = set(), set()
        for paragraph, text in asked.golds:
            for start, end in seen.window.find(text, paragraph):
                tokens = encoded.tokens_between(start, end)
                if tokens is None:
                    continue
                if len(text.split()) > PHRASE_WORDS:
                    starts.update(range(tokens[0], tokens[1] + 1))
                    ends.update(range(tokens[0], tokens[1] + 1))
                else:
                    starts.add(tokens[0])
                    ends.add(tokens[1])
        if not starts:
            return None
        self.counts["answerable"] += 1
        return Example(encoded.ids, encoded.question_length, sorted(starts), sorted(ends))


def contains_any(seen: Seen, answers: list[str]) -> bool:
    text = seen.window.text.lower()
    return any(a in text for a in answers)


def remove_answer(window: Window, golds: tuple[tuple[int, str], ...]) -> Window | None:
    """The window without the sentences that hold the answer, or None if little is left."""
    sentences = [window.text[a:b] for a, b in split_sentences(window.text)]
    kept = [s for s in sentences if not any(t in s for _, t in golds)]
    text = " ".join(kept)
    if len(kept) < 2 or len(kept) == len(sentences) or any(t.lower() in text.lower() for _, t in golds):
        return None
    return Window(text, ())


def make_examples(
    paths: list[Path], caps: dict[str, int], mix: Mix, encoder: Encoder, seed: int
) -> list[Example]:
    """All examples of the files, shuffled. `caps` bounds the questions of a file, by its name's start."""
    rng = random.Random(seed)
    asked: list[Asked] = []
    for path in sorted(paths, key=lambda p: p.name):
        name = path.name.split(".")[0]
        found = read_questions(path, rng, caps.get(name, 1_000_000))
        print(f"{name}: {len(found)} questions, {sum(not a.answerable for a in found)} unanswerable", flush=True)
        asked += found
    maker = ExampleMaker(encoder, asked, mix, rng)
    examples = [e for a in asked for e in maker.make(a)]
    rng.shuffle(examples)
    print(f"{len(examples)} examples: {dict(maker.counts)}", flush=True)
    return examples
