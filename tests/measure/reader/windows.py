"""Windows: the runs of text that the reader sees, and the token positions of an answer in them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from model import MAX_TOKENS

CLS, SEP = 101, 102
WINDOW_WORDS = 110
LONGEST_PARAGRAPH_WORDS = 150
QUESTION_TOKENS = 64
PREFIX_TOKENS = 32
SENTENCE_END = re.compile(r"[.!?。！？]+[\"'”’)\]]*\s+")


@dataclass(frozen=True)
class Part:
    """A stretch of one paragraph inside a window: `window.text[at:at + length]`."""

    paragraph: int
    start: int
    at: int
    length: int


@dataclass(frozen=True)
class Window:
    """Whole paragraphs in a row. A heading inside stands before its paragraph, as in "Heading | Text"."""

    text: str
    parts: tuple[Part, ...]
    heading: str = ""
    """The heading above the first paragraph, which isn't in the text."""

    def find(self, answer: str, paragraph: int) -> list[tuple[int, int]]:
        """Every place of the answer in that paragraph, as offsets into the window's text."""
        places = []
        for part in self.parts:
            if part.paragraph != paragraph or not answer:
                continue
            end = part.at + part.length
            at = self.text.find(answer, part.at, end)
            while at >= 0:
                if is_whole(self.text, at, at + len(answer)):
                    places.append((at, at + len(answer)))
                at = self.text.find(answer, at + 1, end)
        return places


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether the stretch neither starts nor ends in the middle of a word."""
    before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    after = end < len(text) and text[end - 1].isalnum() and text[end].isalnum()
    return not before and not after


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Offsets of the sentences; a simple rule that is enough for training and measuring."""
    spans, start = [], 0
    for match in SENTENCE_END.finditer(text):
        word = text[start:match.start()].rsplit(None, 1)[-1:] or [""]
        following = text[match.end():match.end() + 1]
        # "J. Smith", "Mr. Smith", "e.g. this"
        if re.fullmatch(r"(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Jr|Sr|No|vs|U\.S|e\.g|i\.e|c|ca)", word[0].strip("(\"'")):
            continue
        if following.islower():
            continue
        spans.append((start, match.start() + len(match.group().rstrip())))
        start = match.end()
    if start < len(text.rstrip()):
        spans.append((start, len(text.rstrip())))
    return spans


def cut_paragraph(text: str, words: int) -> list[tuple[int, int]]:
    """A paragraph as it is or, if it is very long, pieces of whole sentences."""
    if len(text.split()) <= LONGEST_PARAGRAPH_WORDS:
        return [(0, len(text))]
    pieces: list[tuple[int, int]] = []
    start, end, count = 0, 0, 0
    for sentence_start, sentence_end in split_sentences(text):
        length = len(text[sentence_start:sentence_end].split())
        if count and count + length > words:
            pieces.append((start, end))
            start, count = sentence_start, 0
        end, count = sentence_end, count + length
    pieces.append((start, len(text.rstrip())))
    return pieces


def build_windows(paragraphs: list[str], words: int = WINDOW_WORDS, headings: list[str] | None = None) -> list[Window]:
    """Joins whole paragraphs, in order, while a window has at most `words` words.

    `headings` has the heading above each paragraph, or "".
    """
    headings = headings or [""] * len(paragraphs)
    windows, run, count = [], [], 0
    for index, paragraph in enumerate(paragraphs):
        for start, end in cut_paragraph(paragraph, words):
            length = len(paragraph[start:end].split())
            if not length:
                continue
            if run and count + length > words:
                windows.append(join(run, paragraphs, headings))
                run, count = [], 0
            run.append((index, start, end))
            count += length
    if run:
        windows.append(join(run, paragraphs, headings))
    return windows


def join(run: list[tuple[int, int, int]], paragraphs: list[str], headings: list[str]) -> Window:
    text, parts = "", []
    first = heading = headings[run[0][0]]
    for index, start, end in run:
        if text:
            text += " "
        if headings[index] != heading:
            heading = headings[index]
            text += render_prefix(heading)
        parts.append(Part(index, start, len(text), end - start))
        text += paragraphs[index][start:end]
    return Window(text, tuple(parts), first)


def render_prefix(title: str, heading: str = "") -> str:
    """What stands before the window's text: "Title | Heading | "."""
    return "".join(f"{name.strip()} | " for name in (title, heading) if name.strip())


@dataclass(frozen=True)
class Encoded:
    """Token ids of one question and window, and the offsets of the window's tokens in its text."""

    ids: list[int]
    question_length: int
    first: int
    offsets: list[tuple[int, int]]

    def tokens_between(self, start: int, end: int) -> tuple[int, int] | None:
        """First and last position of the tokens that overlap with the stretch, or None."""
        starts = [o[0] for o in self.offsets]
        last = bisect_right(starts, end - 1) - 1
        first = next((i for i, o in enumerate(self.offsets) if o[1] > start), len(self.offsets))
        if first > last or last < 0 or self.offsets[last][1] <= start:
            return None
        return self.first + first, self.first + last


class Encoder:
    """[CLS] question [SEP] title | heading | text [SEP]. Keeps the tokens of the last texts."""

    def __init__(self, tokenizer):
        self.tokenizer = tokenizer
        self.fast = tokenizer.backend_tokenizer
        self.tokens = lru_cache(4096)(self.tokenize)

    def tokenize(self, text: str) -> tuple[list[int], list[tuple[int, int]]]:
        self.fast.no_truncation()
        self.fast.no_padding()
        encoding = self.fast.encode(text, add_special_tokens=False)
        return encoding.ids, encoding.offsets

    def encode(self, question: str, prefix: str, text: str) -> Encoded:
        head = [CLS, *self.tokens(question)[0][:QUESTION_TOKENS], SEP]
        before = self.tokens(prefix)[0][:PREFIX_TOKENS]
        ids, offsets = self.tokens(text)
        room = MAX_TOKENS - len(head) - len(before) - 1
        first = len(head) + len(before)
        return Encoded([*head, *before, *ids[:room], SEP], len(head), first, offsets[:room])
