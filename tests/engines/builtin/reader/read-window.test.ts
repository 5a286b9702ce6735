import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  encodeWindow,
  findBestSpan,
  scoreSentences,
} from '../../../../src/engines/builtin/reader/read-window.js';
import { createWordTokenizer } from '../../../../src/engines/builtin/reader/word-tokens.js';
import { rankingOf } from '../../../support/rankings.js';

const SPECIAL = { start: 1, separator: 2 };
/** One token per word, with its length as the id. */
const tokenize = createWordTokenizer((word) => [10 + word.length]);
const QUESTION = { text: 'Who won it?', tokenize };

const windowOf = (text: string, title = 'Made up') => ({
  sentences: rankingOf(text, { title }).sentences,
});

describe('encodeWindow', () => {
  it('puts the question first, then the title, then the sentences', () => {
    const { sequence, sentences } = encodeWindow(
      QUESTION,
      windowOf('Ines won. It rained.'),
      tokenize,
      SPECIAL,
    );

    expect(sequence.ids).toEqual([1, 13, 13, 12, 11, 2, 14, 12, 11, 14, 13, 11, 12, 16, 11, 2]);
    expect(sequence.typeIds).toEqual([0, 0, 0, 0, 0, 0, ...Array(10).fill(1)]);
    expect(sentences.map(({ from }) => from)).toEqual([9, 12]);
  });

  it('adds the heading above the first sentence', () => {
    const [sentence] = windowOf('Ines won.').sentences;
    if (!sentence) throw new Error('no sentence');
    const { match } = sentence;
    const article = {
      ...{ ...match.article, text: 'Races\n\nInes won.\n\nLater' },
      structure: [
        { kind: 'heading', level: 2, start: 0, end: 5 },
        { kind: 'heading', level: 2, start: 18, end: 23 },
      ] as const,
    };
    const moved = { ...sentence, match: { ...match, article }, start: 7, end: 16 };

    const { sequence } = encodeWindow(QUESTION, { sentences: [moved] }, tokenize, SPECIAL);

    expect(sequence.ids.slice(6)).toEqual([14, 12, 11, 15, 11, 14, 13, 11, 2]);
  });

  it('adds who speaks in an interview', () => {
    const [sentence] = windowOf('I won.').sentences;
    if (!sentence) throw new Error('no sentence');
    const { match } = sentence;
    const text = 'Ines Calloway runs.\n\nQ: Why?\n\nA: I do.\n\nQ: And?\n\nA: I won.';
    const article = { ...match.article, text, bodyStart: 0 };
    const start = text.indexOf('A: I won.');
    const moved = { ...sentence, match: { ...match, article }, start, end: text.length };
    const texts: string[] = [];

    encodeWindow(
      QUESTION,
      { sentences: [moved] },
      (words) => tokenize(texts[texts.push(words) - 1] ?? ''),
      SPECIAL,
    );

    expect(texts[0]).toContain('Ines Calloway | A: I do. Q: And? |');
  });

  it('cuts at 256 tokens', () => {
    const text = `${'One two three four. '.repeat(80)}`;

    const { sequence, sentences } = encodeWindow(
      { ...QUESTION, text: 'why '.repeat(500) },
      windowOf(text, 'title '.repeat(200)),
      tokenize,
      SPECIAL,
    );

    expect(sequence.ids).toHaveLength(256);
    expect(sequence.ids.at(-1)).toBe(SPECIAL.separator);
    const last = sentences.at(-1);
    expect((last?.from ?? 0) + (last?.tokens.ids.length ?? 0)).toBe(255);
  });
});

describe('scoreSentences', () => {
  it('returns for any logits spans that lie inside their sentences', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
        const text = 'Ines Calloway paid $4.5 million, not 1,250. It rained in the U.S. on well-known piers.';
        const encoded = encodeWindow(QUESTION, windowOf(text), tokenize, SPECIAL);
        const logits = (salt: number) =>
          Float32Array.from(encoded.sequence.ids, (_, at) => Math.sin(seed * (at + 1) + salt) * 8);

        const readings = scoreSentences(encoded, logits(1), logits(2));

        expect(readings).toHaveLength(encoded.sentences.length);
        for (const { sentence, span, certainty } of readings) {
          expect(span.start).toBeGreaterThanOrEqual(sentence.start);
          expect(span.end).toBeLessThanOrEqual(sentence.end);
          expect(text.slice(span.start, span.end)).toMatch(/^\S(?:.*\S)?$/u);
          expect(text.slice(span.start - 1, span.start + 1)).not.toMatch(/^[\p{L}\p{N}]{2}$/u);
          expect(text.slice(span.end - 1, span.end + 1)).not.toMatch(/^[\p{L}\p{N}]{2}$/u);
          expect(certainty).toBeGreaterThan(0);
          expect(certainty).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('scores a sentence by its best span against “no answer”', () => {
    const encoded = encodeWindow(QUESTION, windowOf('Ines won.'), tokenize, SPECIAL);
    const starts = new Float32Array(encoded.sequence.ids.length);
    const ends = new Float32Array(encoded.sequence.ids.length);
    const from = encoded.sentences[0]?.from ?? 0;
    starts[0] = 1;
    ends[0] = 2;
    starts[from] = 5;
    ends[from] = 4;

    const [reading] = scoreSentences(encoded, starts, ends);

    expect(reading).toMatchObject({ score: 6, span: { start: 0, end: 4 } });
  });

  it('never cuts a number', () => {
    const text = 'It cost 4.5 million.';
    const encoded = encodeWindow(QUESTION, windowOf(text), tokenize, SPECIAL);
    const logits = new Float32Array(encoded.sequence.ids.length);
    logits[(encoded.sentences[0]?.from ?? 0) + 2] = 9;

    const [reading] = scoreSentences(encoded, logits, logits);

    expect(text.slice(reading?.span.start, reading?.span.end)).toBe('4.5');
  });

  it.each(["'", '’'])('leaves out an elided word in front of the answer (%s)', (apostrophe) => {
    const text = `Le musée ouvre à l${apostrophe}automne prochain.`;
    const window = { sentences: rankingOf(text, { language: 'fr' }).sentences };
    const encoded = encodeWindow(QUESTION, window, tokenize, SPECIAL);
    const logits = new Float32Array(encoded.sequence.ids.length);
    const { from = 0, tokens } = encoded.sentences[0] ?? {};
    logits[from + (tokens?.starts.indexOf(text.indexOf('automne')) ?? 0)] = 9;

    const [reading] = scoreSentences(encoded, logits, logits);

    expect(text.slice(reading?.span.start, reading?.span.end)).toBe('automne');
  });
});

describe('findBestSpan', () => {
  it('finds the best of all spans of at most 24 tokens', () => {
    const logits = fc.array(fc.float({ min: -9, max: 9, noNaN: true }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(logits, logits, (first, second) => {
        const length = Math.min(first.length, second.length);
        const [starts, ends] = [first, second].map((list) => Float32Array.from(list.slice(0, length)));
        if (!starts || !ends) throw new Error('no logits');
        const spans = Array.from(starts).flatMap((start, from) =>
          Array.from(ends.slice(from, from + 24), (end) => start + end),
        );

        const best = findBestSpan(starts, ends);

        expect(best.score).toBeCloseTo(Math.max(...spans), 4);
        expect(best.last - best.first).toBeLessThan(24);
        expect((starts[best.first] ?? 0) + (ends[best.last] ?? 0)).toBeCloseTo(best.score, 4);
      }),
      { numRuns: 100 },
    );
  });
});
