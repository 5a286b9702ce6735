"""python -m unittest test_train.py: packed examples on their way to the model, the loss, and averaged readers."""

from __future__ import annotations

import tempfile
import unittest
from pathlib import Path

import numpy as np
import torch

from average import average, read_onnx
from examples import Example
from export import write_reader
from model import WORD_EMBEDDINGS, Reader, save_checkpoint
from pack import ENDS, STARTS, pack
from split_written import is_held_out
from train import BATCH_TOKENS, Data, span_loss


class DataTest(unittest.TestCase):
    def setUp(self):
        folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.paths = [folder / "a.npz", folder / "b.npz"]
        np.savez(self.paths[0], **pack([Example([101, 7, 102, 8, 102], 3, [3], [3])]))
        np.savez(self.paths[1], **pack([Example([101, 9, 102, 5, 6, 102], 3, [3], [4])]))

    def test_examples_of_several_packs_keep_their_marks(self):
        batch = Data(self.paths, "cpu", BATCH_TOKENS).load(torch.tensor([1, 0]))

        self.assertEqual(batch.ids.tolist(), [[101, 9, 102, 5, 6, 102], [101, 7, 102, 8, 102, 0]])
        self.assertEqual(batch.marks.tolist(), [[0, 0, 0, STARTS, ENDS, 0], [0, 0, 0, STARTS | ENDS, 0, 0]])
        self.assertEqual(batch.types.tolist(), [[0, 0, 0, 1, 1, 1], [0, 0, 0, 1, 1, 0]])
        self.assertEqual(batch.mask.tolist(), [[1] * 6, [1] * 5 + [0]])

    def test_a_pass_has_every_example_once(self):
        batches = list(Data(self.paths, "cpu", BATCH_TOKENS).batches(torch.Generator().manual_seed(1)))

        self.assertEqual(sorted(torch.cat(batches).tolist()), [0, 1])

    def test_the_loss_counts_all_right_positions_together(self):
        logits, right = torch.zeros(1, 4), torch.tensor([[False, True, True, False]])

        self.assertAlmostEqual(span_loss(logits, right).item(), float(np.log(2)), places=5)


class AverageTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(cls.enterClassContext(tempfile.TemporaryDirectory()))
        cls.reader = Reader.from_base()
        save_checkpoint(cls.folder / "reader.pt", cls.reader)
        write_reader(cls.folder, cls.folder / "reader.pt")

    def test_an_exported_reader_is_read_back_up_to_rounding(self):
        read = read_onnx(self.folder / "model.onnx")

        wanted = {name: weights for name, weights in self.reader.state_dict().items() if name != WORD_EMBEDDINGS}
        self.assertEqual(read.keys(), wanted.keys())
        for name, weights in wanted.items():
            # A step of 7 bits is a 63rd of the largest weight.
            self.assertLessEqual(float((read[name] - weights).abs().max()), float(weights.abs().max()) / 63)

    def test_the_mean_lies_between_the_readers_by_their_shares(self):
        other = Reader.from_base()
        save_checkpoint(self.folder / "other.pt", other)

        mean = average([self.folder / "reader.pt", self.folder / "other.pt"], [0.75, 0.25])

        wanted = 0.75 * self.reader.span.weight + 0.25 * other.span.weight
        torch.testing.assert_close(mean.span.weight, wanted)


class WrittenTest(unittest.TestCase):
    def test_the_same_articles_are_always_held_out(self):
        self.assertEqual([n for n in range(1, 11) if is_held_out(f"a-{n:03}")], [2, 5, 6, 10])


if __name__ == "__main__":
    unittest.main()
