"""python -m unittest test_windows.py: windows, alignment of answers with tokens, altered questions."""

from __future__ import annotations

import random
import unittest

from alter import Alterer, add_slip, question_tail
from model import MAX_TOKENS, load_tokenizer
from windows import Encoder, build_windows, render_prefix, split_sentences

PARAGRAPHS = [
    "The café in Zürich opened in 1998. It has 12 tables, and Mr. Ortiz runs it.",
    "Naïve readers may think that $3,400.50 is a lot; the owner doesn't.",
    " ".join(f"Sentence number {i} says very little about anything at all." for i in range(40)),
]


class WindowTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.encoder = Encoder(load_tokenizer())

    def test_windows_hold_every_paragraph_in_order(self):
        windows = build_windows(PARAGRAPHS, words=60)

        for window in windows:
            for part in window.parts:
                piece = window.text[part.at:part.at + part.length]
                self.assertEqual(piece, PARAGRAPHS[part.paragraph][part.start:part.start + part.length])
        joined = " ".join(window.text for window in windows)
        self.assertEqual(joined.split(), " ".join(PARAGRAPHS).split())

    def test_a_new_heading_stands_before_its_paragraph(self):
        (window,) = build_windows(["Free.", "By bus.", "On foot."], headings=["Price", "Way", "Way"])

        self.assertEqual((window.heading, window.text), ("Price", "Free. Way | By bus. On foot."))
        self.assertEqual(window.find("On foot", 2), [(20, 27)])

    def test_windows_respect_their_size(self):
        for window in build_windows(PARAGRAPHS, words=60):
            self.assertLessEqual(len(window.text.split()), 60)

    def test_answer_tokens_decode_to_the_answer(self):
        window = build_windows(PARAGRAPHS)[0]
        for paragraph, answer in [(0, "café in Zürich"), (0, "12 tables"), (1, "$3,400.50"), (1, "doesn't")]:
            (place,) = window.find(answer, paragraph)
            encoded = self.encoder.encode("what?", render_prefix("Cafés", "History"), window.text)

            first, last = encoded.tokens_between(*place)

            tokens = encoded.ids[first:last + 1]
            self.assertEqual(tokens, self.encoder.tokens(answer)[0])

    def test_answer_is_found_as_whole_words_only(self):
        window = build_windows(["The band banded together in 19981."])[0]

        self.assertEqual(window.find("1998", 0), [])
        self.assertEqual(window.find("band", 0), [(4, 8)])

    def test_tokens_of_sentences_join_to_the_tokens_of_the_window(self):
        text = PARAGRAPHS[0]
        pieces = [text[a:b] for a, b in split_sentences(text)]

        joined = [token for piece in pieces for token in self.encoder.tokens(piece)[0]]

        self.assertEqual(joined, self.encoder.tokens(text)[0])
        self.assertEqual(len(pieces), 2)

    def test_sequence_never_exceeds_the_limit(self):
        encoded = self.encoder.encode("why " * 200, render_prefix("Title " * 50), PARAGRAPHS[2] * 3)

        self.assertEqual(len(encoded.ids), MAX_TOKENS)
        self.assertIsNone(encoded.tokens_between(len(PARAGRAPHS[2]) * 2, len(PARAGRAPHS[2]) * 2 + 9))

    def test_special_tokens_frame_question_and_window(self):
        encoded = self.encoder.encode("who runs it", "", "Mr. Ortiz runs it.")

        words = self.encoder.tokenizer.convert_ids_to_tokens(encoded.ids)
        self.assertEqual(words[0], "[CLS]")
        self.assertEqual([i for i, w in enumerate(words) if w == "[SEP]"], [4, len(words) - 1])
        self.assertEqual(encoded.question_length, 5)
        whole = self.encoder.tokenizer("who runs it", "Mr. Ortiz runs it.")["input_ids"]
        self.assertEqual(encoded.ids, whole)


class AlterTest(unittest.TestCase):
    def test_altered_question_differs(self):
        questions = ["Who built the tower in Paris in 1889?", "What is the largest moon of Saturn?"]
        alterer = Alterer([*questions, "Who lost during the siege of Vienna?"], random.Random(3))

        for question in questions * 20:
            changed = alterer.alter(question, "The tower in Lyon was built in 1889 by Gustave Eiffel. Titan is large.")
            self.assertTrue(changed)
            self.assertNotEqual(changed.lower(), question.lower())

    def test_tail_is_the_closing_condition(self):
        self.assertEqual(question_tail("Who won the cup in 1998?"), "in 1998")
        self.assertIsNone(question_tail("Who won the cup?"))

    def test_slip_changes_at_most_one_letter(self):
        for seed in range(50):
            changed = add_slip("when did the parliament convene", random.Random(seed))
            self.assertLessEqual(abs(len(changed) - len("when did the parliament convene")), 1)


if __name__ == "__main__":
    unittest.main()
