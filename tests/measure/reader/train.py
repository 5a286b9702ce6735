"""Trains the reader on a CPU.

  python train.py OUT --train FILE.jsonl.gz... --dev FILE.jsonl.gz... (--steps N | --minutes N)

Writes OUT/log.txt, a checkpoint every --every minutes (averaged weights) and OUT/last.pt, from which
--resume goes on.
"""

from __future__ import annotations

import argparse
import random
import time
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import nn

from evaluate import measure, pad, prepare, render, torch_scorer
from examples import Example, Mix, make_examples
from fake_quant import add_fake_quant
from model import Reader, load_tokenizer
from windows import Encoder

# Sets with short or stiff questions are bounded, so that they don't outweigh the others.
CAPS = {"qa-policy": 1500, "qa-qamr": 2500}
BATCH_TOKENS = 4096
WARMUP = 0.05
AVERAGE = 0.998
MASKED = -1e4
LOGGED = ("seed", "rate", "head_rate", "dropout", "int8", "removed_share", "adversarial_times", "steps", "minutes", "start")


@dataclass
class Progress:
    """What a resumed run needs besides the weights."""

    step: int = 0
    seen: int = 0
    seconds: float = 0.0
    loss: float = 0.0


def batches(paths: list[Path], mix: Mix, encoder: Encoder, seed: int):
    """Endless batches of about BATCH_TOKENS tokens; like lengths together, so that padding is small.

    Each pass over the questions makes new windows, negatives and slips of the pen.
    """
    rng = random.Random(seed)
    while True:
        examples = make_examples(paths, CAPS, mix, encoder, seed)
        seed += 1
        for at in range(0, len(examples), 1500):
            part = sorted(examples[at:at + 1500], key=lambda e: len(e.ids))
            groups, group = [], []
            for example in part:
                if group and (len(group) + 1) * len(example.ids) > BATCH_TOKENS:
                    groups.append(group)
                    group = []
                group.append(example)
            groups.append(group)
            rng.shuffle(groups)
            yield from groups


def allowed(batch: list[Example], longest: int, which: str) -> torch.Tensor:
    """True where the answer may start (or end)."""
    mask = torch.zeros(len(batch), longest, dtype=torch.bool)
    for i, example in enumerate(batch):
        mask[i, getattr(example, which)] = True
    return mask


def span_loss(logits: torch.Tensor, right: torch.Tensor, attention: torch.Tensor) -> torch.Tensor:
    """Negative log of the probability that falls on any of the right positions."""
    logits = logits.float().masked_fill(attention == 0, MASKED)
    right_logits = logits.masked_fill(~right, MASKED * 2)
    return (logits.logsumexp(-1) - right_logits.logsumexp(-1)).mean()


class Average:
    """Exponential moving average of the weights; steadier than the last step's."""

    def __init__(self, model: nn.Module):
        self.live = [p for p in model.parameters() if p.requires_grad]
        self.kept = [p.detach().clone() for p in self.live]

    def update(self, step: int) -> None:
        decay = min(AVERAGE, (1 + step) / (10 + step))
        torch._foreach_lerp_(self.kept, [p.detach() for p in self.live], 1 - decay)

    def swap(self) -> None:
        """Exchanges the model's weights with the average; a second call undoes it."""
        for live, kept in zip(self.live, self.kept):
            saved = live.detach().clone()
            live.data.copy_(kept)
            kept.copy_(saved)


def main() -> None:
    args = parse_arguments()
    args.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    encoder = Encoder(load_tokenizer())
    dev = {p.name.split(".")[0]: prepare(p, encoder, args.dev_questions, 1) for p in args.dev}

    reader = Reader.from_base()
    reader.encoder.embeddings.word_embeddings.requires_grad_(False)
    if args.start:
        reader.load_state_dict(torch.load(args.start, map_location="cpu", weights_only=True)["weights"])
    set_dropout(reader, args.dropout)
    if args.int8:
        add_fake_quant(reader)
    body = [p for p in reader.encoder.parameters() if p.requires_grad]
    groups = [{"params": body, "lr": args.rate}, {"params": list(reader.span.parameters()), "lr": args.head_rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    average = Average(reader)
    progress = Progress()
    if args.resume:
        progress = resume(args.resume, reader, optimizer, average)
    log = Log(args.out / "log.txt")
    log.write("run " + " ".join(f"{k}={v}" for k, v in vars(args).items() if k in LOGGED))

    mix = Mix(removed=args.removed_share, adversarial=args.adversarial_times)
    began = time.time() - progress.seconds
    next_save = progress.seconds + args.every * 60
    for batch in batches(args.train, mix, encoder, args.seed + progress.step):
        done = progress.step / args.steps if args.steps else progress.seconds / (args.minutes * 60)
        if done >= 1:
            break
        scale = min(1.0, (done + 1e-3) / WARMUP) * (1 - done)
        for group, rate in zip(optimizer.param_groups, (args.rate, args.head_rate)):
            group["lr"] = rate * scale
        loss = train_step(reader, optimizer, batch)
        progress.step += 1
        progress.seen += len(batch)
        progress.seconds = time.time() - began
        average.update(progress.step)
        weight = max(0.01, 1 / progress.step)
        progress.loss += weight * (loss - progress.loss)
        if progress.step % 50 == 0:
            log.write(describe(progress))
        if progress.seconds >= next_save:
            checkpoint(args.out, reader, optimizer, average, progress, dev, log)
            next_save = time.time() - began + args.every * 60
    checkpoint(args.out, reader, optimizer, average, progress, dev, log)
    save(args.out / "final-live.pt", reader)


def set_dropout(reader: Reader, rate: float) -> None:
    """Drops hidden units but no attention weights, because those would turn off the fast attention kernel."""
    reader.eval()
    for module in reader.modules():
        if isinstance(module, nn.Dropout):
            module.p = rate
            module.training = rate > 0


def train_step(reader: Reader, optimizer: torch.optim.Optimizer, batch: list[Example]) -> float:
    ids, attention, types = map(torch.from_numpy, pad(batch))
    with torch.autocast("cpu", dtype=torch.bfloat16):
        starts, ends = reader(ids, attention, types)
    longest = ids.shape[1]
    loss = span_loss(starts, allowed(batch, longest, "starts"), attention)
    loss = (loss + span_loss(ends, allowed(batch, longest, "ends"), attention)) / 2
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
    optimizer.step()
    return loss.item()


def checkpoint(out: Path, reader, optimizer, average: Average, progress: Progress, dev, log) -> None:
    """Saves the averaged weights, measures them, and keeps what a resumed run needs."""
    average.swap()
    dropping = [m for m in reader.modules() if isinstance(m, nn.Dropout) and m.training]
    reader.eval()
    save(out / f"step-{progress.step:05d}.pt", reader)
    log.write(f"checkpoint {describe(progress)}")
    for name, (cases, rows) in dev.items():
        log.write("  " + render(name, measure(torch_scorer(reader, fast=True), cases, rows)))
    average.swap()
    for module in dropping:
        module.training = True
    state = {
        "weights": reader.state_dict(),
        "optimizer": optimizer.state_dict(),
        "average": average.kept,
        "progress": vars(progress),
    }
    torch.save(state, out / "last.pt.part")
    (out / "last.pt.part").rename(out / "last.pt")


def save(path: Path, reader: Reader) -> None:
    part = path.with_suffix(".part")
    torch.save({"weights": reader.state_dict()}, part)
    part.rename(path)


def resume(path: Path, reader: Reader, optimizer, average: Average) -> Progress:
    state = torch.load(path, map_location="cpu", weights_only=True)
    reader.load_state_dict(state["weights"])
    optimizer.load_state_dict(state["optimizer"])
    for kept, saved in zip(average.kept, state["average"]):
        kept.copy_(saved)
    return Progress(**state["progress"])


def describe(progress: Progress) -> str:
    speed = progress.seen / max(progress.seconds, 1)
    return (
        f"step {progress.step}, {progress.seconds / 60:.1f} min, {progress.seen} examples, "
        f"{speed:.1f}/s, loss {progress.loss:.3f}"
    )


class Log:
    def __init__(self, path: Path):
        self.path = path

    def write(self, line: str) -> None:
        print(line, flush=True)
        with self.path.open("a", encoding="utf8") as file:
            file.write(line + "\n")


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--train", type=Path, nargs="+", required=True)
    parser.add_argument("--dev", type=Path, nargs="*", default=[])
    parser.add_argument("--dev-questions", type=int, default=100)
    limit = parser.add_mutually_exclusive_group(required=True)
    limit.add_argument("--steps", type=int, help="stop after so many steps (repeatable)")
    limit.add_argument("--minutes", type=float, help="stop after so many minutes of this machine")
    parser.add_argument("--every", type=float, default=15, help="minutes between checkpoints")
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--int8", action="store_true", help="train with the rounding of the int8 export")
    parser.add_argument("--start", type=Path, help="checkpoint to start from instead of the base model")
    parser.add_argument("--removed-share", type=float, default=Mix.removed)
    parser.add_argument("--adversarial-times", type=int, default=Mix.adversarial)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--resume", type=Path, help="OUT/last.pt of an earlier run with the same data and seed")
    return parser.parse_args()


if __name__ == "__main__":
    main()
