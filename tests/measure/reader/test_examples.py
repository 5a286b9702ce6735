"""python -m unittest test_examples.py: passages, examples and packed arrays."""

from __future__ import annotations

import random
import unittest

from examples import Asked, Example, ExampleMaker, Passage
from model import load_tokenizer
from pack import ENDS, STARTS, draw, pack
from windows import CLS, Encoder

TEXT = "Ada Moore opened the mill in 1871. It burnt down in 1902. The owner built a larger mill in Leeds in 1904."
QUESTION = "When did Ada Moore open the mill?"


def passage(text: str = TEXT, *answers: str) -> Passage:
    places = tuple((text.index(a), text.index(a) + len(a)) for a in answers)
    return Passage(text, "Mills", "mills", places)


class DrawTest(unittest.TestCase):
    def test_drawn_examples_keep_their_tokens(self):
        examples = [Example(list(range(1, n + 2)), 1, [0], [0]) for n in range(1, 9)]

        drawn = draw(pack(examples), 3, seed=1)

        self.assertEqual(len(drawn["lengths"]), 3)
        at = 0
        for length in drawn["lengths"].astype(int):
            self.assertEqual(drawn["ids"][at : at + length].tolist(), list(range(1, length + 1)))
            at += length
        self.assertEqual(at, len(drawn["ids"]))


class PassageTest(unittest.TestCase):
    def test_answers_keep_their_place_when_a_term_is_replaced(self):
        changed = passage(TEXT, "1871", "1904").replace_all("mill", "windmill")

        self.assertEqual(changed.text.count("windmill"), 2)
        self.assertEqual([changed.text[a:b] for a, b in changed.places], ["1871", "1904"])

    def test_a_term_of_the_answer_is_not_replaced(self):
        self.assertIsNone(passage(TEXT, "in Leeds").replace_all("Leeds", "York"))

    def test_answers_in_other_sentences_survive_a_dropped_one(self):
        shorter = passage(TEXT, "1871", "1904").drop_sentences(lambda span: TEXT[span[0]:span[1]].startswith("Ada"))

        self.assertEqual([shorter.text[a:b] for a, b in shorter.places], ["1904"])
        self.assertNotIn("Ada", shorter.text)


class ExampleTest(unittest.TestCase):
    def setUp(self):
        self.encoder = Encoder(load_tokenizer())
        self.asked = Asked(QUESTION, ("1871",), "", (passage(TEXT, "1871"),))
        others = [Asked(f"When did {n} leave?", ("1871",), "", (passage(TEXT, "1871"),)) for n in ("Tom Hill", "Eve")]
        self.maker = ExampleMaker(self.encoder, [self.asked, *others], random.Random(4), lambda word: [])

    def test_an_altered_window_speaks_of_something_else(self):
        for _ in range(20):
            made = self.maker.make_altered_window(self.asked, self.asked.passages[0])
            if made:
                question, window = made
                self.assertEqual(question, QUESTION)
                self.assertNotIn("Ada Moore", window.text)
                self.assertEqual(window.places, ())

    def test_altered_together_they_still_have_the_answer(self):
        made = [self.maker.make_altered_both(self.asked, self.asked.passages[0]) for _ in range(20)]

        self.assertTrue(any(made))
        for question, window in filter(None, made):
            self.assertNotIn("Ada Moore", question + window.text)
            self.assertEqual([window.text[a:b] for a, b in window.places], ["1871"])

    def test_a_window_without_the_answers_sentence_has_no_answer(self):
        question, window = self.maker.make_removed(self.asked, self.asked.passages[0])

        self.assertNotIn("1871", window.text)
        self.assertEqual(window.places, ())

    def test_packed_marks_point_to_the_answer(self):
        with_answer = self.maker.encode("answerable", QUESTION, passage(TEXT, "1871"))
        without = self.maker.encode("removed", QUESTION, passage(TEXT))

        packed = pack([with_answer, without])

        first = int(packed["lengths"][0])
        starts = [int(i) for i in packed["ids"][packed["marks"] & STARTS > 0]]
        self.assertEqual(starts, [self.encoder.tokens("1871")[0][0], CLS])
        self.assertEqual(int((packed["marks"][first:] & ENDS).nonzero()[0][0]), 0)

    def test_supported_claims_may_start_anywhere_in_their_evidence(self):
        claim = {"set": "fm2", "premise": "Leeds. It has a mill.", "hypothesis": "A mill is in Leeds.", "label": "supported"}

        example = self.maker.from_claim(claim, ["Nothing else is known."])

        self.assertEqual(len(example.starts), len(self.encoder.tokens("It has a mill.")[0]))


if __name__ == "__main__":
    unittest.main()
