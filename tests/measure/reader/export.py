"""Writes a model as ONNX, in int8, with the files that a sentence-transformers folder has.

  python export.py embedder OUT
  python export.py tiny-embedder OUT
  python export.py reader OUT --checkpoint FILE.pt      # without --checkpoint: an untrained one
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime as ort
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from transformers import AutoModel, PreTrainedTokenizerFast

from model import (
    MAX_TOKENS,
    Reader,
    SentenceEmbedder,
    TokenEmbedder,
    base_folder,
    load_tokenizer,
    tiny_encoder,
)

INPUTS = ["input_ids", "attention_mask", "token_type_ids"]
SAMPLES = [
    "The committee will meet again in March.",
    "Who signed the treaty?",
    "A heavy storm closed the harbour for three days, and two ferries had to turn back.",
    "Interest rates rose by a quarter of a point, the bank said on Tuesday.",
    "She grew up in a small town by the river and later studied chemistry in Lyon.",
    "how many moons does the planet have",
    "The recipe calls for two eggs, some flour and a pinch of salt.",
    "Photosynthesis turns light, water and carbon dioxide into sugar and oxygen.",
]


def export_onnx(model: torch.nn.Module, path: Path, outputs: list[str]) -> None:
    """Traces the model with a padded batch and writes it with free batch and sequence sizes."""
    ids = torch.ones(2, 16, dtype=torch.long)
    mask = torch.ones_like(ids)
    mask[1, 10:] = 0
    types = torch.zeros_like(ids)
    axes = {name: {0: "batch", 1: "sequence"} for name in INPUTS}
    for name in outputs:
        axes[name] = {0: "batch"} if name == "sentence_embedding" else {0: "batch", 1: "sequence"}
    torch.onnx.export(
        model.eval(),
        (ids, mask, types),
        str(path),
        input_names=INPUTS,
        output_names=outputs,
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def quantize(source: Path, target: Path) -> None:
    """Dynamic int8, with one scale for a layer's input. Weights use 7 bits, because processors without VNNI overflow with 8."""
    quantize_dynamic(
        str(source), str(target), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True
    )


def encode(
    tokenizer, texts: list[str], pairs: list[str] | None = None, max_length: int = MAX_TOKENS
) -> dict[str, np.ndarray]:
    encoded = tokenizer(
        texts,
        pairs,
        padding=True,
        truncation=True,
        max_length=max_length,
        return_tensors="np",
        return_token_type_ids=True,
    )
    return {name: encoded[name].astype(np.int64) for name in INPUTS}


def run(path: Path, feed: dict[str, np.ndarray]) -> list[np.ndarray]:
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    session = ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    return session.run(None, feed)


def check_same(model: torch.nn.Module, path: Path, feed: dict[str, np.ndarray]) -> None:
    """Fails if the float32 graph and PyTorch differ on a padded batch of another size than the traced one."""
    with torch.inference_mode():
        wanted = model(*(torch.from_numpy(feed[name]) for name in INPUTS))
    wanted = wanted if isinstance(wanted, tuple) else (wanted,)
    for ours, theirs in zip(wanted, run(path, feed)):
        np.testing.assert_allclose(ours.numpy(), theirs, atol=1e-3)


def write_embedder(folder: Path) -> None:
    tokenizer = load_tokenizer()
    encoder = AutoModel.from_pretrained(
        base_folder(), add_pooling_layer=False, attn_implementation="eager"
    )
    with tempfile.TemporaryDirectory() as scratch:
        full = Path(scratch) / "full.onnx"
        model = SentenceEmbedder(encoder)
        export_onnx(model, full, ["sentence_embedding"])
        quantize(full, folder / "model.onnx")
        feed = encode(tokenizer, SAMPLES)
        check_same(model, full, feed)
        before, after = run(full, feed)[0], run(folder / "model.onnx", feed)[0]
    print("cosine of int8 with float32, lowest:", round(float((before * after).sum(1).min()), 4))
    base = base_folder()
    for name in ("config.json", "tokenizer.json", "modules.json", "sentence_bert_config.json"):
        shutil.copy(base / name, folder / name)
    shutil.copytree(base / "1_Pooling", folder / "1_Pooling", dirs_exist_ok=True)


def write_tiny_embedder(folder: Path) -> None:
    """Keeps single characters and a few pieces of the vocabulary, so that any text has tokens."""
    data = json.loads((base_folder() / "tokenizer.json").read_text(encoding="utf8"))
    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    keep = [t for t in data["model"]["vocab"] if len(t.removeprefix("##")) == 1 and ord(t[-1]) < 0x250]
    words = "the a of and to in is was for on with by at from who what when where how why which".split()
    data["model"]["vocab"] = {t: i for i, t in enumerate(special + sorted(set(keep + words)))}
    vocabulary = data["model"]["vocab"]
    for token in data["added_tokens"]:
        token["id"] = vocabulary[token["content"]]
    for token in data["post_processor"].get("special_tokens", {}).values():
        token["ids"] = [vocabulary[t] for t in token["tokens"]]
    data["truncation"], data["padding"] = None, None
    text = json.dumps(data, ensure_ascii=False, indent=1)
    (folder / "tokenizer.json").write_text(text + "\n", encoding="utf8")
    encoder = tiny_encoder(len(vocabulary))
    encoder.set_attn_implementation("eager")
    tokenizer = PreTrainedTokenizerFast(
        tokenizer_file=str(folder / "tokenizer.json"), pad_token="[PAD]", unk_token="[UNK]", model_max_length=128
    )
    with tempfile.TemporaryDirectory() as scratch:
        full = Path(scratch) / "full.onnx"
        model = TokenEmbedder(encoder)
        export_onnx(model, full, ["last_hidden_state"])
        quantize(full, folder / "model.onnx")
        feed = encode(tokenizer, SAMPLES, max_length=128)
        check_same(model, full, feed)
    config = encoder.config.to_dict()
    names = ("model_type", "vocab_size", "hidden_size", "num_hidden_layers", "max_position_embeddings")
    write_json(folder / "config.json", {name: config[name] for name in names})
    write_json(folder / "modules.json", [
        {"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.Transformer"},
        {"idx": 1, "name": "1", "path": "1_Pooling", "type": "sentence_transformers.models.Pooling"},
        {"idx": 2, "name": "2", "path": "2_Normalize", "type": "sentence_transformers.models.Normalize"},
    ])
    write_json(folder / "sentence_bert_config.json", {"max_seq_length": 128, "do_lower_case": False})
    (folder / "1_Pooling").mkdir(exist_ok=True)
    write_json(folder / "1_Pooling" / "config.json", {
        "word_embedding_dimension": 32,
        "pooling_mode_cls_token": False,
        "pooling_mode_mean_tokens": True,
    })


def write_reader(folder: Path, checkpoint: Path | None) -> None:
    tokenizer = load_tokenizer()
    torch.manual_seed(7)
    reader = Reader.from_checkpoint(checkpoint) if checkpoint else Reader.from_base()
    reader.encoder.set_attn_implementation("eager")
    with tempfile.TemporaryDirectory() as scratch:
        full = Path(scratch) / "full.onnx"
        export_onnx(reader, full, ["start_logits", "end_logits"])
        quantize(full, folder / "model.onnx")
        feed = encode(tokenizer, [SAMPLES[1], SAMPLES[5]], [SAMPLES[0], SAMPLES[3]])
        check_same(reader, full, feed)
        before, after = run(full, feed), run(folder / "model.onnx", feed)
    gap = max(float(np.abs(a - b).max()) for a, b in zip(before, after))
    print("largest change of a logit by int8:", round(gap, 3))
    shutil.copy(base_folder() / "tokenizer.json", folder / "tokenizer.json")
    shutil.copy(base_folder() / "config.json", folder / "config.json")


def write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, indent=2) + "\n", encoding="utf8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("what", choices=["embedder", "tiny-embedder", "reader"])
    parser.add_argument("out", type=Path)
    parser.add_argument("--checkpoint", type=Path, help="for the reader")
    args = parser.parse_args()
    # A half-written model must never be loaded, so the folder appears at once under its name.
    args.out.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(dir=args.out.parent, prefix=".export-"))
    os.chmod(fresh, 0o755)
    if args.what == "embedder":
        write_embedder(fresh)
    elif args.what == "tiny-embedder":
        write_tiny_embedder(fresh)
    else:
        write_reader(fresh, args.checkpoint)
    onnx.checker.check_model(str(fresh / "model.onnx"))
    if args.out.exists():
        shutil.rmtree(args.out)
    fresh.rename(args.out)
    for path in sorted(args.out.rglob("*")):
        if path.is_file():
            print(f"{path.stat().st_size:>10,} {path.relative_to(args.out)}")


if __name__ == "__main__":
    main()
