"""Turns an answerable question into one that the window doesn't answer, and types questions as people do."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from functools import lru_cache

NAME = re.compile(r"[A-Z][\w.'-]*(?:\s+(?:of\s+|the\s+|de\s+|von\s+)?[A-Z][\w.'-]*)*")
NUMBER = re.compile(r"(?<![\w.,])\d[\d,.]*\d|(?<![\w.,])\d\b")
YEAR = re.compile(r"\b1[0-9]\d\d\b|\b20[0-4]\d\b")
WORD = re.compile(r"[A-Za-z]+")
AUXILIARY = re.compile(r"\b(is|are|was|were|did|does|do|can|could|has|have|had|will|would|should)\b", re.I)
TAIL = re.compile(
    r"\s((?:in|during|after|before|by|for|at|from|on|under|among|without|since|until|outside|within|as|with|"
    r"according to|instead of)\s[\w' .-]{3,36})\s*\?*$"
)
OPENERS = frozenset(
    "who whom whose what when where which why how is are was were did do does can could has have had will would "
    "should the a an in on at of for from to by with after before during if name".split()
)
OPPOSITES = [
    pair.split("/")
    for pair in (
        "largest/smallest biggest/smallest highest/lowest first/last first/second most/least more/less more/fewer "
        "before/after increase/decrease increased/decreased rise/fall rose/fell won/lost win/lose accept/reject "
        "accepted/rejected north/south northern/southern east/west eastern/western above/below oldest/youngest "
        "earliest/latest early/late male/female men/women man/woman old/new began/ended begin/end start/end "
        "started/ended opened/closed longest/shortest long/short positive/negative inside/outside public/private "
        "major/minor best/worst allowed/banned supported/opposed support/oppose arrive/leave arrived/left "
        "majority/minority minimum/maximum top/bottom strong/weak common/rare buy/sell bought/sold "
        "advantage/disadvantage advantages/disadvantages import/export gained/lost easy/difficult "
        "include/exclude included/excluded husband/wife father/mother son/daughter brother/sister king/queen "
        "former/current domestic/foreign urban/rural rich/poor hot/cold winter/summer day/night war/peace "
        "upper/lower left/right borrow/lend join/leave joined/left born/died birth/death alive/dead "
        "popular/unpopular true/false known/unknown famous/obscure improve/worsen improved/worsened "
        "build/destroy built/destroyed create/destroy created/destroyed attack/defend attacked/defended "
        "teacher/student parents/children ancient/modern internal/external create/abolish add/remove "
        "added/removed fast/slow faster/slower heavy/light high/low higher/lower large/small larger/smaller "
        "hired/fired pass/fail passed/failed married/divorced empty/full entered/left second/third uncle/nephew "
        "prince/princess boy/girl young/old sold/kept lived/died love/hate loved/hated same/different "
        "always/never all/none many/few often/rarely before/since appointed/dismissed released/recorded "
        "singular/plural solid/liquid inner/outer front/back near/far wide/narrow deep/shallow happy/sad"
    ).split()
]


def opposite_of() -> dict[str, list[str]]:
    table: dict[str, list[str]] = {}
    for one, other in OPPOSITES:
        table.setdefault(one, []).append(other)
        table.setdefault(other, []).append(one)
    return table


OPPOSITE = opposite_of()


def names_in(text: str) -> list[str]:
    """Capitalised runs that don't open a sentence with an ordinary word."""
    found = []
    for match in NAME.finditer(text):
        words = match.group().split()
        if words and words[0].lower() in OPENERS:
            words = words[1:]
        if words and len(" ".join(words)) > 2:
            found.append(" ".join(words).rstrip(".'-").removesuffix("'s"))
    return found


def question_tail(question: str) -> str | None:
    """The closing condition of a question ("in 1998", "during the war"), or None."""
    match = TAIL.search(question)
    if match and 2 <= len(match.group(1).split()) <= 5:
        return match.group(1).strip()
    return None


@lru_cache(4096)
def word_pattern(term: str) -> re.Pattern[str]:
    """Finds a term as whole words, in any case."""
    return re.compile(rf"(?<!\w){re.escape(term)}(?!\w)", re.I)


def holds(text: str, term: str) -> bool:
    return term.lower() in text.lower() and word_pattern(term).search(text) is not None


def words_of(text: str) -> set[str]:
    return set(WORD.findall(text.lower()))


class Alterer:
    """Draws names and conditions from all questions, so that a strange word betrays nothing.

    `related` returns words that are used like a word but mean something else ("railway": "airport").
    """

    def __init__(self, questions: list[str], rng: random.Random, related: Callable[[str], list[str]] | None = None):
        self.rng = rng
        self.related = related or (lambda word: [])
        self.tails = [t for t in map(question_tail, questions) if t]
        self.names = [n for q in questions for n in names_in(q)]

    def alter(self, question: str, window: str, article: str = "") -> str | None:
        """The question with one name, number, word or condition changed, or None.

        `article` is the rest of the window's article, from which other names are taken.
        """
        ways = {
            self.swap_name: 5.0,
            self.swap_number: 4.0,
            self.swap_word: 4.0,
            self.swap_related: 3.0,
            self.swap_roles: 1.5,
            self.add_condition: 1.5,
            self.negate: 0.7,
        }
        while ways:
            way = self.rng.choices(list(ways), list(ways.values()))[0]
            changed = way(question, window, article)
            if changed and changed.lower() != question.lower():
                return changed
            del ways[way]
        return None

    def shared_term(self, question: str, text: str, avoid: list[str]) -> str | None:
        """A name, number or content word of the question that stands in the text and in none of `avoid`."""
        terms = names_in(question) + [m.group() for m in NUMBER.finditer(question)]
        if not terms or self.rng.random() < 0.3:
            terms += [w for w in WORD.findall(question) if len(w) > 3 and self.related(w.lower())]
        fits = [
            t for t in dict.fromkeys(terms)
            if holds(text, t) and not any(t.lower() in a.lower() or a.lower() in t.lower() for a in avoid)
        ]
        return self.rng.choice(fits) if fits else None

    def substitute(self, term: str, known: str, article: str = "") -> str | None:
        """Another name for a name, number for a number, word for a word; none that `known` holds."""
        if NUMBER.fullmatch(term):
            return self.other_number(term, known)
        if term[0].isupper():
            return self.other_name(term, known, article)
        stated = words_of(known)
        others = [w for w in self.related(term.lower()) if w not in stated]
        return self.rng.choice(others) if others else None

    def swap_name(self, question: str, window: str, article: str) -> str | None:
        lower = question.lower()
        inside = [n for n in names_in(question) if n.lower() not in OPENERS]
        if not inside:
            in_window = [n for n in dict.fromkeys(names_in(window)) if len(n) > 3]
            inside = [n for n in in_window if holds(lower, n)]
        if not inside:
            return None
        name = self.rng.choice(inside)
        known = question if self.rng.random() < 0.5 else f"{question} {window}"
        other = self.other_name(name, known, window if known is question else article)
        return other and word_pattern(name).sub(lambda _: other, question, count=1)

    def other_name(self, name: str, known: str, article: str) -> str | None:
        """A name of about as many words from the article or, if none fits, from any question."""
        size, own = len(name.split()), set(name.lower().split())
        near = [n for n in dict.fromkeys(names_in(article)) if len(n) > 3]
        far = self.rng.sample(self.names, min(40, len(self.names)))
        for pool in (near, far) if self.rng.random() < 0.7 else (far,):
            others = [
                n for n in pool
                if abs(len(n.split()) - size) <= 1 and n.lower() not in known.lower() and not own & set(n.lower().split())
            ]
            if others:
                return self.rng.choice(others)
        return None

    def swap_number(self, question: str, window: str, article: str) -> str | None:
        numbers = list(NUMBER.finditer(question))
        if not numbers:
            return None
        match = self.rng.choice(numbers)
        new = self.other_number(match.group(), question, window)
        return new and question[:match.start()] + new + question[match.end():]

    def other_number(self, old: str, known: str, window: str = "") -> str | None:
        if YEAR.fullmatch(old):
            others = sorted(y for y in set(YEAR.findall(window)) if y not in known)
            if others and self.rng.random() < 0.5:
                return self.rng.choice(others)
            new = str(int(old) + self.rng.choice([-1, 1]) * self.rng.randint(1, 40))
        else:
            digits = [i for i, c in enumerate(old) if c.isdigit()]
            at = self.rng.choice(digits)
            digit = str((int(old[at]) + self.rng.randint(1, 8)) % 9 + 1)
            new = old[:at] + digit + old[at + 1:]
        return None if new == old or new in known else new

    def swap_word(self, question: str, window: str, article: str) -> str | None:
        words = [m for m in WORD.finditer(question) if m.group().lower() in OPPOSITE]
        if not words:
            return None
        match = self.rng.choice(words)
        new = self.rng.choice(OPPOSITE[match.group().lower()])
        return question[:match.start()] + new + question[match.end():]

    def swap_related(self, question: str, window: str, article: str) -> str | None:
        """Puts another thing of the kind in place of a word that the window holds."""
        stated = words_of(window)
        words = [
            m for m in WORD.finditer(question)
            if len(m.group()) > 3 and m.group().lower() not in OPENERS and m.group().lower() in stated
        ]
        if not words:
            return None
        match = self.rng.choice(words)
        others = [w for w in self.related(match.group().lower()) if w not in stated]
        return question[:match.start()] + self.rng.choice(others) + question[match.end():] if others else None

    def swap_roles(self, question: str, window: str, article: str) -> str | None:
        """ "When did A attack B?" becomes "When did B attack A?"; not around "and" or "or"."""
        names = list(dict.fromkeys(names_in(question)))
        if len(names) != 2 or re.search(r"\b(and|or|of|between|with)\b", question):
            return None
        places = [word_pattern(n).search(question) for n in names]
        if None in places or places[0].end() > places[1].start():
            return None
        one, other = places
        return (
            question[:one.start()] + other.group() + question[one.end():other.start()]
            + one.group() + question[other.end():]
        )

    def add_condition(self, question: str, window: str, article: str) -> str | None:
        if not self.tails:
            return None
        tail = self.rng.choice(self.tails)
        known = set(re.findall(r"\w{4,}|\d+", (window + " " + question).lower()))
        if all(w in known for w in re.findall(r"\w{4,}|\d+", tail.lower())):
            return None
        own = question_tail(question)
        body = question.rstrip("? ")
        if own and self.rng.random() < 0.6:
            body = body[: body.rfind(own)].rstrip()
        return f"{body} {tail}" + ("?" if question.rstrip().endswith("?") else "")

    def negate(self, question: str, window: str, article: str) -> str | None:
        """ "Which states were in the union?" becomes "Which states weren't in the union?"."""
        match = AUXILIARY.search(question)
        if not match or re.search(r"\b(not|never|no)\b|n't", question, re.I) or question.lower().startswith("why"):
            return None
        word = match.group()
        negated = {"can": "can't", "will": "won't"}.get(word.lower(), f"{word}n't")
        return question[:match.start()] + negated + question[match.end():]


KEYWORD_DROP = frozenset(
    "the a an is are was were did do does of to in for on what which who when where how has have had be".split()
)


def type_quickly(question: str, rng: random.Random) -> str:
    """The question as somebody types it in a hurry: no question mark, a slip, sometimes key words alone."""
    if rng.random() < 0.35:
        question = question.rstrip("? .")
    if rng.random() < 0.10:
        question = add_slip(question, rng)
    if rng.random() < 0.03:
        kept = [w for w in question.rstrip("?").split() if w.lower() not in KEYWORD_DROP]
        if len(kept) >= 3:
            question = " ".join(kept)
    return question


def add_slip(question: str, rng: random.Random) -> str:
    """One letter swapped with the next, left out or doubled, inside one word of five letters or more."""
    words = [m for m in re.finditer(r"[A-Za-z]{5,}", question)]
    if not words:
        return question
    word = rng.choice(words)
    at = rng.randrange(word.start() + 1, word.end() - 1)
    kind = rng.randrange(3)
    if kind == 0:
        return question[:at] + question[at + 1] + question[at] + question[at + 2:]
    if kind == 1:
        return question[:at] + question[at + 1:]
    return question[:at] + question[at] + question[at:]
