"""Trains the reader on packed examples.

  python train.py OUT --data PACK.npz... (--steps 6700 | --minutes 3) [--until 0.6] [--start READER.pt]

The learning rate rises for a twentieth of all steps or minutes, then falls to 0 in a straight line. Training stops
after the share `--until` of them and writes OUT/reader.pt, a running average of the weights. It starts from the base
model or from a trained reader. Runs on a GPU if there is one.
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
from torch.nn.attention import SDPBackend, sdpa_kernel

from model import Reader, save_checkpoint
from pack import ENDS, STARTS

BATCH_TOKENS = 32_768
WARMUP = 0.05
AVERAGE = 0.999
MASKED = -1e4
REPORT_STEPS = 100
ALL_ATTENTION = [SDPBackend.FLASH_ATTENTION, SDPBackend.EFFICIENT_ATTENTION, SDPBackend.MATH]
# Other processors are slow at bfloat16.
HAS_AMX = torch.backends.mkldnn.is_available() and torch.cpu._is_amx_tile_supported()


@dataclass(frozen=True)
class Batch:
    """Padded examples. The mask is None if none is shorter than the longest, because attention is faster then."""

    ids: torch.Tensor
    mask: torch.Tensor | None
    types: torch.Tensor
    marks: torch.Tensor


class Data:
    """Packed examples on the device that trains."""

    def __init__(self, paths: list[Path], device: str, batch_tokens: int):
        packs = [np.load(path) for path in paths]
        arrays = {name: np.concatenate([pack[name] for pack in packs]) for name in packs[0].files}
        self.device = device
        self.batch_tokens = batch_tokens
        self.ids = torch.from_numpy(arrays["ids"].astype(np.int32)).to(device)
        self.marks = torch.from_numpy(arrays["marks"]).to(device)
        self.lengths = torch.from_numpy(arrays["lengths"].astype(np.int64))
        self.offsets = (self.lengths.cumsum(0) - self.lengths).to(device)
        self.lengths_there = self.lengths.to(device)
        self.question_lengths = torch.from_numpy(arrays["question_lengths"].astype(np.int64)).to(device)

    def batches(self, generator: torch.Generator) -> Iterator[torch.Tensor]:
        """One pass over the examples in random order, with like lengths together."""
        order = torch.argsort(self.lengths + torch.rand(len(self.lengths), generator=generator))
        bounds, at = [], 0
        while at < len(order):
            bounds.append(at)
            at += max(1, self.batch_tokens // int(self.lengths[order[at]]))
        for i in torch.randperm(len(bounds), generator=generator).tolist():
            yield order[bounds[i]:bounds[i + 1] if i + 1 < len(bounds) else len(order)]

    def load(self, examples: torch.Tensor) -> Batch:
        there = examples.to(self.device, non_blocking=True)
        lengths = self.lengths[examples]
        longest = int(lengths.max())
        positions = torch.arange(longest, device=self.device)
        mask = positions < self.lengths_there[there, None]
        tokens = torch.where(mask, self.offsets[there, None] + positions, 0)
        return Batch(
            ids=torch.where(mask, self.ids[tokens], 0).long(),
            mask=mask.long() if int(lengths.min()) < longest else None,
            types=((positions >= self.question_lengths[there, None]) & mask).long(),
            marks=torch.where(mask, self.marks[tokens], 0),
        )


class Average:
    """Exponential moving average of the weights; steadier than the last step's."""

    def __init__(self, model: nn.Module):
        self.live = [p for p in model.parameters() if p.requires_grad]
        self.kept = [p.detach().clone() for p in self.live]

    def update(self, step: int) -> None:
        decay = min(AVERAGE, (1 + step) / (10 + step))
        torch._foreach_lerp_(self.kept, [p.detach() for p in self.live], 1 - decay)

    def install(self) -> None:
        """Gives the model the averaged weights."""
        for live, kept in zip(self.live, self.kept):
            live.data.copy_(kept)


def train(data: Data, args: argparse.Namespace) -> Reader:
    """Trains a reader and returns it with averaged weights."""
    torch.manual_seed(args.seed)
    generator = torch.Generator().manual_seed(args.seed)
    reader = (Reader.from_checkpoint(args.start) if args.start else Reader.from_base()).to(data.device)
    reader.encoder.embeddings.word_embeddings.requires_grad_(False)
    set_dropout(reader, args.dropout)
    body = [p for p in reader.encoder.parameters() if p.requires_grad]
    rates = (args.rate, args.head_rate)
    groups = [{"params": body, "lr": rates[0]}, {"params": list(reader.span.parameters()), "lr": rates[1]}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    average = Average(reader)
    began, step, seen = time.time(), 0, 0
    total = torch.zeros((), device=data.device)
    while True:
        for examples in data.batches(generator):
            seconds = time.time() - began
            done = step / args.steps if args.steps else seconds / 60 / args.minutes
            if step and (done >= args.until or step % REPORT_STEPS == 0):
                loss = total.item() / (step % REPORT_STEPS or REPORT_STEPS)
                print(f"step {step}, {seconds:.0f} s, {seen} examples, loss {loss:.4f}", flush=True)
                total.zero_()
            if done >= args.until:
                average.install()
                return reader
            scale = min(1.0, (done + 1e-3) / WARMUP) * (1 - done)
            for group, rate in zip(optimizer.param_groups, rates):
                group["lr"] = rate * scale
            total += train_step(reader, optimizer, data.load(examples))
            step, seen = step + 1, seen + len(examples)
            average.update(step)


def train_step(reader: Reader, optimizer: torch.optim.Optimizer, batch: Batch) -> torch.Tensor:
    """Changes the weights a little and returns the loss."""
    device = batch.ids.device.type
    # On processors, the plain attention is the faster one.
    kernels = ALL_ATTENTION if device == "cuda" else [SDPBackend.MATH]
    with torch.autocast(device, dtype=torch.bfloat16, enabled=device == "cuda" or HAS_AMX), sdpa_kernel(kernels):
        logits = torch.stack(reader(batch.ids, batch.mask, batch.types)).float()
    if batch.mask is not None:
        logits = logits.masked_fill(batch.mask == 0, MASKED)
    loss = sum(span_loss(part, batch.marks & bit > 0) for part, bit in zip(logits, (STARTS, ENDS))) / 2
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
    optimizer.step()
    return loss.detach()


def set_dropout(reader: Reader, rate: float) -> None:
    """Drops hidden units but no attention weights, because those would turn off the fast attention kernel."""
    reader.eval()
    for module in reader.modules():
        if isinstance(module, nn.Dropout):
            module.p = rate
            module.training = rate > 0


def span_loss(logits: torch.Tensor, right: torch.Tensor) -> torch.Tensor:
    """Negative log of the probability that falls on any of the right positions."""
    return (logits.logsumexp(-1) - logits.masked_fill(~right, MASKED * 2).logsumexp(-1)).mean()


def main() -> None:
    args = parse_arguments()
    args.out.mkdir(parents=True, exist_ok=True)
    if args.device == "cuda":
        # It plans anew for each shape, and there are hundreds.
        torch.backends.cuda.enable_cudnn_sdp(False)
        torch.backends.cuda.matmul.allow_tf32 = True
    data = Data(args.data, args.device, args.batch_tokens)
    print(f"{len(data.lengths)} examples, {len(data.ids)} tokens", flush=True)
    save_checkpoint(args.out / "reader.pt", train(data, args))


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--data", type=Path, nargs="+", required=True, help="what pack.py wrote")
    schedule = parser.add_mutually_exclusive_group(required=True)
    schedule.add_argument("--steps", type=int, help="of the whole schedule (repeatable)")
    schedule.add_argument("--minutes", type=float, help="of the whole schedule, on this machine")
    parser.add_argument("--start", type=Path, help="checkpoint of a trained reader to go on from")
    parser.add_argument("--batch-tokens", type=int, default=BATCH_TOKENS)
    parser.add_argument("--until", type=float, default=1.0, help="share of the schedule to train for")
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    return parser.parse_args()


if __name__ == "__main__":
    main()
