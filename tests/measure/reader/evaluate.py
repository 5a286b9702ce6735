"""Measures a reader on questions it wasn't trained on: first sentence right, and answerable told from not.

  python evaluate.py MODEL FILE.jsonl.gz... [--questions 200] [--seed 1]

MODEL is a checkpoint (.pt) or an exported model (.onnx). For each question the article is cut into windows,
BM25 picks the best four, and the reader scores their sentences. s@1: the best sentence overlaps with the
answer. AUROC: the best score tells answerable questions from unanswerable ones (0.5 is chance, 1 perfect).
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Callable

import numpy as np
import onnxruntime
import torch

from bm25 import Bm25
from examples import read_articles
from model import Reader, load_tokenizer
from windows import Encoder, build_windows, render_prefix, split_sentences

WINDOWS = 4
SPAN_TOKENS = 24
NO_SCORE = -1e4

Scorer = Callable[[np.ndarray, np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray]]


@dataclass(frozen=True)
class Row:
    """One question and window: tokens, and each sentence as (first token, last token, holds the answer)."""

    question: int
    ids: list[int]
    question_length: int
    sentences: list[tuple[int, int, bool]]


@dataclass(frozen=True)
class Case:
    answerable: bool
    has_gold: bool


def prepare(path: Path, encoder: Encoder, count: int, seed: int) -> tuple[list[Case], list[Row]]:
    """Draws questions by chance and encodes their windows."""
    articles = read_articles(path)
    drawn = [(a, q) for a in articles for q in a["questions"]]
    random.Random(seed).shuffle(drawn)
    cases, rows = [], []
    known = {}
    for article, question in drawn[:count]:
        if article["id"] not in known:
            windows = build_windows(article["paragraphs"], headings=article.get("headings"))
            known[article["id"]] = (windows, Bm25([w.text for w in windows]))
        windows, index = known[article["id"]]
        golds = [(a["paragraph"], a["text"]) for a in question["answers"] if a.get("paragraph") is not None]
        for at in sorted(index.best(question["question"], WINDOWS)):
            window = windows[at]
            prefix = render_prefix(article.get("title") or "", window.heading)
            encoded = encoder.encode(question["question"], prefix, window.text)
            places = [place for paragraph, text in golds for place in window.find(text, paragraph)]
            sentences = []
            for start, end in window_sentences(window):
                tokens = encoded.tokens_between(start, end)
                if tokens:
                    gold = any(s < end and e > start for s, e in places)
                    sentences.append((*tokens, gold))
            if sentences:
                rows.append(Row(len(cases), encoded.ids, encoded.question_length, sentences))
        cases.append(Case(question["answerable"], bool(golds)))
    return cases, rows


def window_sentences(window) -> list[tuple[int, int]]:
    """Sentences never cross from one paragraph into the next."""
    spans = []
    for part in window.parts:
        text = window.text[part.at:part.at + part.length]
        spans += [(part.at + a, part.at + b) for a, b in split_sentences(text)]
    return spans


def best_span(starts: np.ndarray, ends: np.ndarray) -> float:
    """Highest start + end with the end at most SPAN_TOKENS - 1 after the start."""
    return max(float(starts[i] + ends[i:i + SPAN_TOKENS].max()) for i in range(len(starts)))


def pad(rows: list) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    longest = max(len(r.ids) for r in rows)
    ids, mask, types = (np.zeros((len(rows), longest), dtype=np.int64) for _ in range(3))
    for i, row in enumerate(rows):
        ids[i, :len(row.ids)] = row.ids
        mask[i, :len(row.ids)] = 1
        types[i, row.question_length:len(row.ids)] = 1
    return ids, mask, types


def measure(scorer: Scorer, cases: list[Case], rows: list[Row]) -> dict[str, float]:
    """The figures of one set; a figure that the set can't give is left out."""
    scores: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    # A batch holds the windows of one question, as in the product: int8 rounds per batch.
    for _, group in groupby(rows, key=lambda row: row.question):
        batch = list(group)
        starts, ends = scorer(*pad(batch))
        for row, start, end in zip(batch, starts, ends):
            none = float(start[0] + end[0])
            for first, last, gold in row.sentences:
                score = best_span(start[first:last + 1], end[first:last + 1]) - none
                scores[row.question].append((score, gold))
    figures = {}
    right = [max(scores[i])[1] for i, c in enumerate(cases) if c.answerable and c.has_gold and scores[i]]
    if right:
        figures["n"], figures["s@1"] = len(right), float(np.mean(right))
    top = [max(scores[i])[0] if scores[i] else NO_SCORE for i in range(len(cases))]
    yes = [t for t, c in zip(top, cases) if c.answerable]
    no = [t for t, c in zip(top, cases) if not c.answerable]
    if yes and no:
        figures["auroc"] = auroc(yes, no)
        figures["refused"] = float(np.mean(np.array(no) < np.quantile(yes, 0.05)))
    return figures


def auroc(positives: list[float], negatives: list[float]) -> float:
    """Chance that a positive scores above a negative; ties count half."""
    negatives = np.sort(negatives)
    below = np.searchsorted(negatives, positives, side="left")
    upto = np.searchsorted(negatives, positives, side="right")
    return float((below + upto).mean() / 2 / len(negatives))


def torch_scorer(reader: Reader) -> Scorer:
    def score(ids, mask, types):
        with torch.inference_mode():
            starts, ends = reader(torch.from_numpy(ids), torch.from_numpy(mask), torch.from_numpy(types))
        return starts.numpy(), ends.numpy()

    return score


def onnx_scorer(path: Path) -> Scorer:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 2
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    def score(ids, mask, types):
        feed = {"input_ids": ids, "attention_mask": mask, "token_type_ids": types}
        return tuple(session.run(["start_logits", "end_logits"], feed))

    return score


def render(name: str, figures: dict[str, float]) -> str:
    parts = [f"{key} {value:.3f}" if isinstance(value, float) else f"{key} {value}" for key, value in figures.items()]
    return f"{name}: " + ", ".join(parts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--questions", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(2)
    encoder = Encoder(load_tokenizer())
    if args.model.suffix == ".onnx":
        scorer = onnx_scorer(args.model)
    else:
        scorer = torch_scorer(Reader.from_checkpoint(args.model))
    for path in args.files:
        cases, rows = prepare(path, encoder, args.questions, args.seed)
        print(render(path.name.split(".")[0], measure(scorer, cases, rows)), flush=True)


if __name__ == "__main__":
    main()
