"""Words that are used alike, by the base model's word embeddings: "railway" gives "airport", "canal", …"""

from __future__ import annotations

import torch

from model import base_word_embeddings, load_tokenizer

NEAREST = 60
# The nearest words are often synonyms or other forms of the word.
SKIPPED = 6
ENDINGS = ("ing", "ed", "ly", "est", "s")


class RelatedWords:
    def __init__(self) -> None:
        vocabulary = load_tokenizer().get_vocab()
        words = [w for w in vocabulary if w.isascii() and w.isalpha() and len(w) > 3]
        table = torch.from_numpy(base_word_embeddings()[[vocabulary[w] for w in words]])
        table = torch.nn.functional.normalize(table - table.mean(0), dim=1)
        self.words = words
        self.rows = {word: at for at, word in enumerate(words)}
        parts = [(part @ table.T).topk(NEAREST).indices[:, SKIPPED + 1:] for part in table.split(512)]
        self.nearest = torch.cat(parts).tolist()

    def __call__(self, word: str) -> list[str]:
        """Related words with the same ending, so that they fit the sentence; none for a word of several pieces."""
        if word not in self.rows:
            return []
        return [w for w in (self.words[i] for i in self.nearest[self.rows[word]]) if fits(w, word)]


def fits(other: str, word: str) -> bool:
    return ending(other) == ending(word) and not other.startswith(word[:4])


def ending(word: str) -> str:
    return next((e for e in ENDINGS if word.endswith(e)), "")
