"""Averages readers of the same base, weight by weight (Wortsman et al., 2022, https://arxiv.org/abs/2203.05482).

  python average.py OUT.pt READER:SHARE READER:SHARE...

A READER is a checkpoint (.pt) or what export.py wrote (.onnx), whose rounded weights are read back as float32.
Shares are above 0 and add up to 1.
"""

from __future__ import annotations

import argparse
import math
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from model import WORD_EMBEDDINGS, Reader, save_checkpoint

Weights = dict[str, torch.Tensor]


def read_onnx(path: Path) -> Weights:
    """The weights of an int8 reader under PyTorch's names, without the word embeddings."""
    graph = onnx.load(path).graph
    arrays = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    # The export keeps the name of a layer, "/span/MatMul_quant", but not that of its weight.
    layers = {
        node.input[1]: node.name.removesuffix("/MatMul_quant").strip("/").replace("/", ".") + ".weight"
        for node in graph.node
        if node.op_type == "MatMulInteger"
    }
    weights = {}
    for name, array in arrays.items():
        if name.endswith("_quantized"):
            plain = name.removesuffix("_quantized")
            array = (array.astype(np.float32) - arrays[f"{plain}_zero_point"]) * arrays[f"{plain}_scale"]
            weights[layers.get(name, plain)] = torch.tensor(array.T if name in layers else array)
        elif name.endswith((".weight", ".bias")):
            weights[name] = torch.tensor(array)
    weights.pop(WORD_EMBEDDINGS, None)
    return weights


def read_weights(path: Path) -> Weights:
    if path.suffix == ".onnx":
        return read_onnx(path)
    return torch.load(path, map_location="cpu", weights_only=True)["weights"]


def average(readers: list[Path], shares: list[float]) -> Reader:
    """A reader whose every weight is the mean of theirs, weighted by `shares`."""
    every = [read_weights(path) for path in readers]
    reader = Reader.from_base()
    names = reader.state_dict().keys() - {WORD_EMBEDDINGS}
    for path, weights in zip(readers, every):
        if weights.keys() != names:
            raise SystemExit(f"{path} isn't a reader that train.py or export.py wrote.")
    mean = {name: sum(w[name].float() * share for w, share in zip(every, shares)) for name in names}
    reader.load_state_dict(mean, strict=False)
    return reader


def path_and_share(text: str) -> tuple[Path, float]:
    path, _, share = text.rpartition(":")
    if not path or not 0 < float(share) <= 1:
        raise ValueError(text)
    return Path(path), float(share)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("readers", type=path_and_share, nargs="+", metavar="READER:SHARE")
    args = parser.parse_args()
    paths, shares = zip(*args.readers)
    if not math.isclose(sum(shares), 1, abs_tol=1e-6):
        parser.error(f"The shares add up to {sum(shares):g}. They must add up to 1.")
    save_checkpoint(args.out, average(paths, shares))


if __name__ == "__main__":
    main()
