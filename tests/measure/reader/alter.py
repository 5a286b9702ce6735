"""Turns an answerable question into one that the window doesn't answer, and types questions as people do."""

from __future__ import annotations

import random
import re

NAME = re.compile(r"[A-Z][\w.'-]*(?:\s+(?:of\s+|the\s+|de\s+|von\s+)?[A-Z][\w.'-]*)*")
NUMBER = re.compile(r"(?<![\w.,])\d[\d,.]*\d|(?<![\w.,])\d\b")
YEAR = re.compile(r"\b1[0-9]\d\d\b|\b20[0-4]\d\b")
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
        "hired/fired pass/fail passed/failed married/divorced empty/full entered/left"
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
            found.append(" ".join(words).rstrip(".'-"))
    return found


def question_tail(question: str) -> str | None:
    """The closing condition of a question ("in 1998", "during the war"), or None."""
    match = TAIL.search(question)
    if match and 2 <= len(match.group(1).split()) <= 5:
        return match.group(1).strip()
    return None


class Alterer:
    """Draws names and conditions from all questions, so that a strange word betrays nothing."""

    def __init__(self, questions: list[str], rng: random.Random):
        self.rng = rng
        self.tails = [t for t in map(question_tail, questions) if t]
        self.names = [n for q in questions for n in names_in(q)]

    def alter(self, question: str, window: str) -> str | None:
        """The question with one name, number, word or condition changed, or None."""
        ways = [self.swap_name, self.swap_number, self.swap_word, self.add_condition]
        weights = [5.0, 4.0, 4.0, 1.5]
        while ways:
            way = self.rng.choices(ways, weights)[0]
            changed = way(question, window)
            if changed and changed.lower() != question.lower():
                return changed
            at = ways.index(way)
            del ways[at], weights[at]
        return None

    def swap_name(self, question: str, window: str) -> str | None:
        in_window = [n for n in dict.fromkeys(names_in(window)) if len(n) > 3]
        lower = question.lower()
        inside = [n for n in names_in(question) if n.lower() not in OPENERS]
        if not inside:
            inside = [n for n in in_window if re.search(rf"\b{re.escape(n.lower())}\b", lower)]
        if not inside:
            return None
        name = self.rng.choice(inside)
        size = len(name.split())
        pool = in_window if self.rng.random() < 0.6 else self.rng.sample(self.names, min(40, len(self.names)))
        others = [
            n for n in pool
            if abs(len(n.split()) - size) <= 1 and n.lower() not in lower
            and not set(n.lower().split()) & set(name.lower().split())
            and (pool is in_window or n not in window)
        ]
        if not others:
            return None
        return re.sub(re.escape(name), lambda _: self.rng.choice(others), question, count=1, flags=re.I)

    def swap_number(self, question: str, window: str) -> str | None:
        numbers = list(NUMBER.finditer(question))
        if not numbers:
            return None
        match = self.rng.choice(numbers)
        old = match.group()
        if YEAR.fullmatch(old):
            others = [y for y in set(YEAR.findall(window)) if y not in question]
            if others and self.rng.random() < 0.5:
                new = self.rng.choice(sorted(others))
            else:
                new = str(int(old) + self.rng.choice([-1, 1]) * self.rng.randint(1, 40))
        else:
            digits = [i for i, c in enumerate(old) if c.isdigit()]
            at = self.rng.choice(digits)
            digit = str((int(old[at]) + self.rng.randint(1, 8)) % 9 + 1)
            new = old[:at] + digit + old[at + 1:]
        if new == old:
            return None
        return question[:match.start()] + new + question[match.end():]

    def swap_word(self, question: str, window: str) -> str | None:
        words = [m for m in re.finditer(r"[A-Za-z]+", question) if m.group().lower() in OPPOSITE]
        if not words:
            return None
        match = self.rng.choice(words)
        new = self.rng.choice(OPPOSITE[match.group().lower()])
        return question[:match.start()] + new + question[match.end():]

    def add_condition(self, question: str, window: str) -> str | None:
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
