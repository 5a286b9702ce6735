"""BM25 (Robertson and Zaragoza, 2009) over texts, to find paragraphs that look like an answer."""

from __future__ import annotations

import math
import re
from collections import Counter

import numpy as np

WORD = re.compile(r"\w+")
STOP = frozenset(
    "a an the of and or to in is was were are be been for on with by at from who what when where how why which "
    "whom whose did do does has have had it its that this as".split()
)


def words_of(text: str) -> list[str]:
    """Lower-case words without stop words, with a plural "s" taken off."""
    found = (w for w in WORD.findall(text.lower()) if w not in STOP)
    return [w[:-1] if len(w) > 3 and w.endswith("s") and not w.endswith("ss") else w for w in found]


class Bm25:
    def __init__(self, texts: list[str], k1: float = 1.2, b: float = 0.75):
        postings: dict[str, list[tuple[int, int]]] = {}
        lengths = np.zeros(len(texts))
        for index, text in enumerate(texts):
            counts = Counter(words_of(text))
            lengths[index] = sum(counts.values())
            for word, count in counts.items():
                postings.setdefault(word, []).append((index, count))
        norm = k1 * (1 - b + b * lengths / max(lengths.mean(), 1e-9)) if len(texts) else lengths
        self.size = len(texts)
        self.postings: dict[str, tuple[np.ndarray, np.ndarray]] = {}
        for word, entries in postings.items():
            at = np.array([e[0] for e in entries])
            count = np.array([e[1] for e in entries], dtype=float)
            idf = math.log(1 + (self.size - len(entries) + 0.5) / (len(entries) + 0.5))
            self.postings[word] = (at, idf * count * (k1 + 1) / (count + norm[at]))

    def scores(self, query: str) -> np.ndarray:
        """One score a text; higher is better, 0 for no word in common."""
        total = np.zeros(self.size)
        for word in set(words_of(query)):
            if word in self.postings:
                at, weight = self.postings[word]
                total[at] += weight
        return total

    def best(self, query: str, count: int) -> list[int]:
        """Indexes of the best texts, best first; ties keep their order."""
        scores = self.scores(query)
        if count >= self.size:
            return np.argsort(-scores, kind="stable").tolist()
        top = np.argpartition(-scores, count)[:count]
        return top[np.argsort(-scores[top], kind="stable")].tolist()
