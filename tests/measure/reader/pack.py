"""Makes training examples and packs them as arrays of tokens, which train.py reads.

  python pack.py OUT.npz --questions FILE.jsonl.gz... [--claims FILE.jsonl.gz...] [--passes 6] [--seed 7] [--most 14000]

A pass goes through all sets once, with its own windows, negatives and typos. Passes run in parallel. Of
all examples, at most `--most` are kept, drawn by chance.
"""

from __future__ import annotations

import argparse
import zlib
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import numpy as np
import torch

from examples import Example, make_examples
from model import load_tokenizer
from related_words import RelatedWords
from windows import Encoder

STARTS, ENDS = 1, 2


def pack(examples: list[Example]) -> dict[str, np.ndarray]:
    """Flat arrays: all tokens in a row, and for each example its length and question length.

    `marks` says of each token whether an answer may start (1) or end (2) there.
    """
    ids = np.concatenate([np.array(e.ids, dtype=np.uint16) for e in examples])
    marks = np.zeros(len(ids), dtype=np.uint8)
    at = 0
    for example in examples:
        marks[at + np.array(example.starts)] |= STARTS
        marks[at + np.array(example.ends)] |= ENDS
        at += len(example.ids)
    return {
        "ids": ids,
        "marks": marks,
        "lengths": np.array([len(e.ids) for e in examples], dtype=np.uint16),
        "question_lengths": np.array([e.question_length for e in examples], dtype=np.uint8),
    }


def draw(packed: dict[str, np.ndarray], count: int, seed: int) -> dict[str, np.ndarray]:
    """At most `count` of the packed examples, in their order."""
    lengths = packed["lengths"].astype(np.int64)
    if len(lengths) <= count:
        return packed
    kept = np.sort(np.random.default_rng(seed).choice(len(lengths), count, replace=False))
    tokens = np.zeros(len(lengths), dtype=bool)
    tokens[kept] = True
    tokens = np.repeat(tokens, lengths)
    return {
        "ids": packed["ids"][tokens],
        "marks": packed["marks"][tokens],
        "lengths": packed["lengths"][kept],
        "question_lengths": packed["question_lengths"][kept],
    }


def one_pass(seed: int, questions: list[Path], claims: list[Path]) -> dict[str, np.ndarray]:
    torch.set_num_threads(1)
    return pack(make_examples(questions, claims, Encoder(load_tokenizer()), RelatedWords(), seed))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--questions", type=Path, nargs="+", required=True)
    parser.add_argument("--claims", type=Path, nargs="*", default=[])
    parser.add_argument("--passes", type=int, default=6)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--most", type=int)
    parser.add_argument("--processes", type=int, default=2)
    args = parser.parse_args()
    seeds = range(args.seed, args.seed + args.passes)
    with ProcessPoolExecutor(args.processes) as pool:
        passes = list(pool.map(partial(one_pass, questions=args.questions, claims=args.claims), seeds))
    packed = {name: np.concatenate([p[name] for p in passes]) for name in passes[0]}
    if args.most:
        packed = draw(packed, args.most, args.seed)
    np.savez(args.out, **packed)
    checksum = zlib.crc32(packed["ids"].tobytes())
    print(f"{len(packed['lengths'])} examples, {len(packed['ids'])} tokens, checksum {checksum:08x}")


if __name__ == "__main__":
    main()
