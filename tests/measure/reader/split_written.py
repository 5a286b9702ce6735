"""Splits the written articles into those to train on and those that are held out.

  python split_written.py OUT

Writes OUT/written-train.jsonl.gz and OUT/written-held.jsonl.gz, and the same for each other language, such as
OUT/written-de-train.jsonl.gz. Never train the reader on the held-out ones: they serve to fit the combination and to
measure.
"""

from __future__ import annotations

import argparse
import gzip
import json
import zlib
from pathlib import Path

from examples import read_articles

WRITTEN = Path(__file__).with_name("written.jsonl.gz")
OTHER_LANGUAGES = Path(__file__).with_name("written-languages.jsonl.gz")
LANGUAGES = ("de", "es", "fr")


def is_held_out(article: str) -> bool:
    """True for a fifth of the articles, by a hash of their id."""
    return zlib.crc32(f"held{article}".encode()) % 5 == 0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    split(read_articles(WRITTEN), args.out / "written")
    for language in LANGUAGES:
        split(read_articles(OTHER_LANGUAGES, language), args.out / f"written-{language}")


def split(articles: list[dict], start: Path) -> None:
    for name, held in (("train", False), ("held", True)):
        chosen = [a for a in articles if is_held_out(a["id"]) == held]
        path = start.with_name(f"{start.name}-{name}.jsonl.gz")
        with gzip.open(path, "wt", encoding="utf8") as file:
            file.writelines(json.dumps(a, ensure_ascii=False) + "\n" for a in chosen)
        print(f"{path.name}: {len(chosen)} articles, {sum(len(a['questions']) for a in chosen)} questions")


if __name__ == "__main__":
    main()
