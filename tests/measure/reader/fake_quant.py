"""Quantization-aware training: linear layers compute as the exported int8 model will.

The export quantizes weights per output channel to 7 bits and activations per tensor to 8 bits, with a range
that is read from the tensor itself. Rounding has no gradient, so it is passed straight through (Bengio et al.,
2013, https://arxiv.org/abs/1308.3432).
"""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional

ACTIVATION_LEVELS = 255
WEIGHT_LEVEL = 63


class FakeQuantLinear(nn.Linear):
    """An nn.Linear with rounded weights and inputs; its parameters keep their names and precision."""

    def forward(self, values: torch.Tensor) -> torch.Tensor:
        return functional.linear(round_activations(values), round_weights(self.weight), self.bias)


def round_activations(values: torch.Tensor) -> torch.Tensor:
    """Each window has a range of its own, because the product reads few at a time."""
    with torch.no_grad():
        exact = values.float()
        low, high = exact.flatten(1).aminmax(dim=1)
        scale = ((high.clamp(min=0) - low.clamp(max=0)).clamp(min=1e-8) / ACTIVATION_LEVELS)[:, None, None]
        gap = torch.round(exact / scale).mul_(scale).sub_(exact)
    return values + gap


def round_weights(weight: torch.Tensor) -> torch.Tensor:
    with torch.no_grad():
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / WEIGHT_LEVEL
        gap = torch.round(weight / scale).mul_(scale).sub_(weight)
    return weight + gap


def add_fake_quant(model: nn.Module) -> None:
    """Makes every linear layer of the model round as the int8 export does."""
    for module in model.modules():
        if type(module) is nn.Linear:
            module.__class__ = FakeQuantLinear
