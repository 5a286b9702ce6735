"""Trains the reader: several teachers first, then one student that also learns from what they say.

  python train.py OUT --data PACK.npz [--teachers 4] (--steps 3000 14000 | --minutes 1 4)

The two numbers limit each teacher and the student. Runs on a GPU if there is one. Writes OUT/log.txt, a
checkpoint of each teacher, which a second run takes up, and the student's: student-float.pt before it learns to
round as the int8 export does, and student.pt at the end.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from examples import FOLDS
from fake_quant import add_fake_quant
from model import Reader, save_checkpoint
from pack import ENDS, STARTS

BATCH_TOKENS = 32_768
WARMUP = 0.05
AVERAGE = 0.999
MASKED = -1e4
# The student's loss: how much the teachers' probabilities weigh against the marked answers, and how flat they are.
TEACHERS_WEIGHT = 0.8
TEMPERATURE = 2.0
# A teacher that hasn't seen an article weighs as much there as all the others together.
UNSEEN_WEIGHT = 0.5
# The last part of the student's training rounds like int8, without dropout.
ROUNDED_SHARE = 0.4


@dataclass(frozen=True)
class Batch:
    """Padded examples. The mask is None if none is shorter than the longest, because attention is faster then."""

    ids: torch.Tensor
    mask: torch.Tensor | None
    types: torch.Tensor
    tokens: torch.Tensor
    """Places in the flat arrays; those of the padding are meaningless."""


class Data:
    """Packed examples on the device that trains."""

    def __init__(self, path: Path, device: str):
        arrays = np.load(path)
        self.device = device
        self.ids = torch.from_numpy(arrays["ids"].astype(np.int32)).to(device)
        self.marks = torch.from_numpy(arrays["marks"]).to(device)
        self.lengths = torch.from_numpy(arrays["lengths"].astype(np.int64))
        self.folds = torch.from_numpy(arrays["folds"].astype(np.int64))
        self.offsets = (self.lengths.cumsum(0) - self.lengths).to(device)
        self.lengths_there = self.lengths.to(device)
        self.question_lengths = torch.from_numpy(arrays["question_lengths"].astype(np.int64)).to(device)

    def batches(self, chosen: torch.Tensor, generator: torch.Generator) -> Iterator[torch.Tensor]:
        """One pass over the chosen examples in random order, with like lengths together."""
        noise = torch.rand(len(chosen), generator=generator)
        order = chosen[torch.argsort(self.lengths[chosen] + noise)]
        bounds, at = [], 0
        while at < len(order):
            bounds.append(at)
            at += max(1, BATCH_TOKENS // int(self.lengths[order[at]]))
        for i in torch.randperm(len(bounds), generator=generator).tolist():
            yield order[bounds[i]:bounds[i + 1] if i + 1 < len(bounds) else len(order)]

    def load(self, examples: torch.Tensor) -> Batch:
        examples_there = examples.to(self.device, non_blocking=True)
        lengths = self.lengths[examples]
        longest = int(lengths.max())
        positions = torch.arange(longest, device=self.device)
        mask = positions < self.lengths_there[examples_there, None]
        tokens = torch.where(mask, self.offsets[examples_there, None] + positions, 0)
        return Batch(
            ids=torch.where(mask, self.ids[tokens], 0).long(),
            mask=mask.long() if int(lengths.min()) < longest else None,
            types=((positions >= self.question_lengths[examples_there, None]) & mask).long(),
            tokens=tokens,
        )


class Limit:
    """A number of steps (repeatable) or minutes of this machine."""

    def __init__(self, steps: float | None, minutes: float | None):
        self.steps, self.minutes = steps, minutes

    def done(self, step: int, began: float) -> float:
        """0 at the start, 1 at the end."""
        return step / self.steps if self.steps else (time.time() - began) / 60 / self.minutes


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


class Trainer:
    def __init__(self, data: Data, out: Path, args: argparse.Namespace):
        self.data, self.out, self.args = data, out, args
        self.log = Log(out / "log.txt")

    def train(self, name: str, chosen: torch.Tensor, limit: Limit, seed: int, taught: torch.Tensor | None) -> Reader:
        """Trains on the chosen examples and returns the averaged weights. With `taught`, a student."""
        torch.manual_seed(seed)
        generator = torch.Generator().manual_seed(seed)
        reader = Reader.from_base().to(self.data.device)
        reader.encoder.embeddings.word_embeddings.requires_grad_(False)
        set_dropout(reader, self.args.dropout)
        body = [p for p in reader.encoder.parameters() if p.requires_grad]
        rates = (self.args.rate, self.args.head_rate)
        groups = [{"params": body, "lr": rates[0]}, {"params": list(reader.span.parameters()), "lr": rates[1]}]
        optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
        average = Average(reader)
        began, step, seen, rounded = time.time(), 0, 0, False
        total = torch.zeros((), device=self.data.device)
        while True:
            for examples in self.data.batches(chosen, generator):
                done = limit.done(step, began)
                if done >= 1:
                    average.swap()
                    self.report(name, step, seen, began, total)
                    return reader
                if taught is not None and not rounded and done >= 1 - ROUNDED_SHARE:
                    average.swap()
                    save_checkpoint(self.out / f"{name}-float.pt", reader)
                    average.swap()
                    set_dropout(reader, 0)
                    add_fake_quant(reader)
                    rounded = True
                scale = min(1.0, (done + 1e-3) / WARMUP) * (1 - done)
                for group, rate in zip(optimizer.param_groups, rates):
                    group["lr"] = rate * scale
                total += self.step(reader, optimizer, examples, taught)
                step, seen = step + 1, seen + len(examples)
                average.update(step)
                if step % 500 == 0:
                    self.report(name, step, seen, began, total)
                    total.zero_()

    def step(self, reader, optimizer, examples: torch.Tensor, taught: torch.Tensor | None) -> torch.Tensor:
        batch = self.data.load(examples)
        logits = self.forward(reader, batch)
        marks = self.data.marks[batch.tokens]
        loss = sum(marked_loss(logits[..., i], (marks & bit) > 0, batch.mask) for i, bit in enumerate((STARTS, ENDS)))
        if taught is not None:
            loss = (1 - TEACHERS_WEIGHT) * loss + TEACHERS_WEIGHT * taught_loss(logits, taught[batch.tokens], batch.mask)
        optimizer.zero_grad()
        (loss / 2).backward()
        nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
        optimizer.step()
        return loss.detach() / 2

    def forward(self, reader: Reader, batch: Batch) -> torch.Tensor:
        """Logits of start and end for each token. Processors are slow at bfloat16 unless they have AMX."""
        with torch.autocast("cuda", dtype=torch.bfloat16, enabled=self.data.device == "cuda"):
            logits = torch.stack(reader(batch.ids, batch.mask, batch.types), -1).float()
        return logits if batch.mask is None else logits.masked_fill(batch.mask[..., None] == 0, MASKED)

    @torch.no_grad()
    def teach(self, reader: Reader, fold: int, weights: torch.Tensor, taught: torch.Tensor) -> None:
        """Adds the teacher's log probabilities, with a weight for each fold."""
        reader.eval()
        everything = torch.arange(len(self.data.lengths))
        counts = torch.zeros(2, 2, device=self.data.device)
        for examples in self.data.batches(everything, torch.Generator().manual_seed(0)):
            batch = self.data.load(examples)
            logits = self.forward(reader, batch).log_softmax(1)
            mask = torch.ones_like(batch.ids, dtype=torch.bool) if batch.mask is None else batch.mask > 0
            share = weights[self.data.folds[examples]].to(self.data.device)[:, None, None]
            taught[batch.tokens[mask]] += (logits * share)[mask].to(taught.dtype)
            unseen = (self.data.folds[examples] == fold).to(self.data.device)
            starts = (self.data.marks[batch.tokens] & STARTS) > 0
            right = starts.gather(1, logits[..., 0].argmax(1, keepdim=True))[:, 0]
            for answerable in (0, 1):
                which = unseen & (starts[:, 0] != answerable)
                counts[answerable] += torch.stack([right[which].sum(), which.sum()])
        shares = (counts[:, 0] / counts[:, 1].clamp(min=1)).tolist()
        self.log.write(f"unseen articles: no answer seen {shares[0]:.3f}, start of the answer found {shares[1]:.3f}")

    def report(self, name: str, step: int, seen: int, began: float, total: torch.Tensor) -> None:
        loss, seconds = total.item() / (step % 500 or 500), time.time() - began
        self.log.write(f"{name}: step {step}, {seconds:.0f} s, {seen} examples, {seen / seconds:.0f}/s, loss {loss:.4f}")


def set_dropout(reader: Reader, rate: float) -> None:
    """Drops hidden units but no attention weights, because those would turn off the fast attention kernel."""
    reader.eval()
    for module in reader.modules():
        if isinstance(module, nn.Dropout):
            module.p = rate
            module.training = rate > 0


def marked_loss(logits: torch.Tensor, right: torch.Tensor, mask: torch.Tensor | None) -> torch.Tensor:
    """Negative log of the probability that falls on any of the right positions."""
    if mask is not None:
        right = right & (mask > 0)
    return (logits.logsumexp(-1) - logits.masked_fill(~right, MASKED * 2).logsumexp(-1)).mean()


def taught_loss(logits: torch.Tensor, taught: torch.Tensor, mask: torch.Tensor | None) -> torch.Tensor:
    """Cross-entropy with the teachers' probabilities (Hinton et al., 2015, https://arxiv.org/abs/1503.02531)."""
    taught = taught.float()
    if mask is not None:
        taught = taught.masked_fill(mask[..., None] == 0, MASKED)
    wanted = (taught / TEMPERATURE).softmax(1)
    found = (logits / TEMPERATURE).log_softmax(1)
    return -(wanted * found).sum(1).mean(0).sum() * TEMPERATURE**2


def fold_weights(teacher: int, teachers: int) -> torch.Tensor:
    """How much a teacher's word counts on the examples of each fold; teacher N hasn't seen fold N."""
    weights = torch.zeros(FOLDS)
    for fold in range(FOLDS):
        unseen = [t for t in range(teachers) if t % FOLDS == fold]
        if not unseen or len(unseen) == teachers:
            weights[fold] = 1 / teachers
        elif teacher in unseen:
            weights[fold] = UNSEEN_WEIGHT / len(unseen)
        else:
            weights[fold] = (1 - UNSEEN_WEIGHT) / (teachers - len(unseen))
    return weights


class Log:
    def __init__(self, path: Path):
        self.path = path

    def write(self, line: str) -> None:
        print(line, flush=True)
        with self.path.open("a", encoding="utf8") as file:
            file.write(line + "\n")


def main() -> None:
    args = parse_arguments()
    args.out.mkdir(parents=True, exist_ok=True)
    if args.device == "cuda":
        # It plans anew for each shape, and there are hundreds.
        torch.backends.cuda.enable_cudnn_sdp(False)
        torch.backends.cuda.matmul.allow_tf32 = True
    data = Data(args.data, args.device)
    limits = [Limit(*pair) for pair in zip(args.steps or (None, None), args.minutes or (None, None))]
    trainer = Trainer(data, args.out, args)
    trainer.log.write(f"{len(data.lengths)} examples, {len(data.ids)} tokens; {vars(args)}")
    taught = torch.zeros(len(data.ids), 2, dtype=torch.float16, device=args.device) if args.teachers else None
    for teacher in range(args.teachers):
        fold = teacher % FOLDS
        path = args.out / f"teacher-{teacher}.pt"
        if path.exists():
            reader = Reader.from_checkpoint(path).to(args.device)
        else:
            seen = torch.nonzero(data.folds != fold)[:, 0]
            reader = trainer.train(path.stem, seen, limits[0], args.seed + teacher, None)
            save_checkpoint(path, reader)
        trainer.teach(reader, fold, fold_weights(teacher, args.teachers), taught)
    everything = torch.arange(len(data.lengths))
    student = trainer.train("student", everything, limits[1], args.seed + args.teachers, taught)
    save_checkpoint(args.out / "student.pt", student)


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--data", type=Path, required=True, help="what pack.py wrote")
    parser.add_argument("--teachers", type=int, default=4)
    limit = parser.add_mutually_exclusive_group(required=True)
    limit.add_argument("--steps", type=int, nargs=2, help="of each teacher, and of the student (repeatable)")
    limit.add_argument("--minutes", type=float, nargs=2, help="of each teacher, and of the student")
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    return parser.parse_args()


if __name__ == "__main__":
    main()
