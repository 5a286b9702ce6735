import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cite, type GroundedSentence, groundSentences } from '../../../../src/core/ask/citation/cite.js';
import { gatherEvidence } from '../../../../src/core/ask/citation/evidence.js';
import type { Question } from '../../../../src/core/ranking-ports.js';
import type { Evidence } from '../../../../src/core/writing-ports.js';
import { createAnalyzer } from '../../../../src/engines/builtin/words/analyzer.js';

const text = 'Rain fell.[4] The river rose by 3 metres. Nobody was hurt.';
const article = {
  ...{ id: 'a', library: 'l', title: 'Flood', text, bodyStart: 0, language: 'en', digest: 'd' },
};
const match = {
  article,
  passage: { start: 0, end: text.length, sentences: [] },
  ...{ similarity: 1, textScore: 1 },
};
const spans = [
  [0, 13],
  [14, 41],
  [42, 58],
] as const;
const evidence = gatherEvidence(spans.map(([start, end]) => ({ start, end, match, relevance: 0.5 })));

async function checked(
  pieces: readonly string[],
  from: readonly Evidence[] = evidence,
  question?: Question,
): Promise<GroundedSentence[]> {
  async function* stream() {
    yield* pieces;
  }
  const sentences: GroundedSentence[] = [];
  for await (const sentence of groundSentences(stream(), from, { analyzer: createAnalyzer(), question }))
    sentences.push(sentence);
  return sentences;
}

describe('groundSentences', () => {
  it("keeps a sentence of the article, without the article's own reference marks", async () => {
    const sentences = await checked(['Rain fell. [1]']);

    expect(sentences).toEqual([{ text: 'Rain fell.', evidence: [evidence[0]] }]);
  });

  it.each([
    ['a sentence with characters that got lost', 'Rain fell \uFFFD.'],
    ['a sentence without evidence and without a marker', 'Somebody was hurt.'],
    ['a heading', '# The river rose by 3 metres'],
    ['a fenced block', '```\nRain fell. [1]\n```'],
    ['a marker alone', '[1]'],
  ])('drops %s', async (_name, written) => {
    expect(await checked([written])).toEqual([]);
  });

  it.each([
    ['a sentence that is not in the article', 'Snow fell. [1]', 'Rain fell.'],
    ['a changed number', 'The river rose by 4 metres. [2]', 'The river rose by 3 metres.'],
  ])('quotes the cited sentence in place of %s', async (_name, written, quoted) => {
    const sentences = await checked([written]);

    expect(sentences).toMatchObject([{ text: quoted, isReplaced: true, evidence: [{ text: quoted }] }]);
  });

  it('keeps a sentence of the article whole, whatever language the question seems to be in', async () => {
    const german = 'Für die Helfer gibt es am 24. August ein Grillfest auf der Wiese.';
    const source = { ...article, text: german, language: 'de' };
    const own = [{ number: 1, article: source, start: 0, end: german.length, text: german, relevance: 1 }];
    const question = { text: 'grillfest helfer', language: 'und' };

    expect(await checked([`${german} [1]\n`], own, question)).toEqual([{ text: german, evidence: own }]);
  });

  it('replaces nothing of a writer that only quotes', async () => {
    async function* stream() {
      yield 'Snow fell. [1]\n';
    }
    const options = { analyzer: createAnalyzer(), isQuoting: true };

    for await (const sentence of groundSentences(stream(), evidence, options)) {
      expect(sentence).toEqual({ text: 'Rain fell.', evidence: [evidence[0]] });
    }
  });

  it('quotes a sentence once, however often the model repeats itself', async () => {
    const sentences = await checked(['Snow fell. [1] Hail fell. [1] Rain fell. [1] Rain fell. [1]']);

    expect(sentences.map(({ text: shown }) => shown)).toEqual(['Rain fell.']);
  });

  it('does not quote a sentence that is not about the question', async () => {
    const low = evidence.map((source) => ({ ...source, relevance: 0 }));
    const question = { text: 'Who is the mayor of the town?', language: 'en' };

    expect(await checked(['The mayor lied. [1]'], low, question)).toEqual([]);
  });

  it('reads only the beginning of an endless output', async () => {
    const endless = Array.from({ length: 4_000 }, () => '[1[1 1.1 ');
    const shown = await checked(['Rain fell. [1]\n', ...endless, '\nNobody was hurt. [3]']);

    expect(shown.map(({ text: sentence }) => sentence)).toEqual(['Rain fell.']);
  });

  it('yields the same sentences however the text is split into pieces', async () => {
    const written = 'Rain fell. [1] Lies. [7]\nThe river rose by 3 metres. [2][3] Nobody was hurt. [3]';

    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: written.length }), { maxLength: 12 }), async (cuts) => {
        const places = [0, ...cuts.sort((a, b) => a - b), written.length];
        const pieces = places.slice(1).map((end, index) => written.slice(places[index], end));

        expect((await checked(pieces)).map((sentence) => sentence.text)).toEqual([
          'Rain fell.',
          'The river rose by 3 metres.',
          'Nobody was hurt.',
        ]);
      }),
    );
  });

  it('yields only sentences with exact spans, whatever the writer returns', async () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        ...[
          '[1]',
          '[2]',
          '[1-3]',
          '【3】',
          '(1)',
          '[^2]',
          '[99]',
          '\n',
          '\n- ',
          '# ',
          '```\n',
          '**',
          '\u200B',
          '\u202E',
        ],
        ...[
          'Rain fell.',
          'Nobody was hurt.',
          'The river rose by 3 metres.',
          'metres',
          'not',
          ' ',
          '3',
          '@here',
          '”',
        ],
      ),
    );

    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 20 }), async (pieces) => {
        const sentences = await checked(pieces);

        for (const sentence of sentences) {
          expect(sentence.evidence.length).toBeGreaterThan(0);
          expect(sentence.evidence.length).toBeLessThanOrEqual(3);
          expect(sentence.evidence.every((source) => evidence.includes(source))).toBe(true);
          expect(sentence.text).toMatch(/[\p{L}\p{N}]/u);
          expect(sentence.text).not.toMatch(/\[\d+\]|[\n\u200B\u202E]/u);
        }
        for (const { start, end, quote } of cite(sentences).citations) {
          expect(text.slice(start, end)).toBe(quote);
        }
      }),
    );
  });
});

describe('cite', () => {
  it('numbers markers in order of first use', async () => {
    const sentences = await checked(['Nobody was hurt. [3] Rain fell. [1]']);

    const cited = cite([...sentences, ...sentences.slice(0, 1)]);

    expect(cited.text).toBe('Nobody was hurt. [1] Rain fell. [2] Nobody was hurt. [1]');
    expect(cited.citations.map(({ quote }) => quote)).toEqual(['Nobody was hurt.', 'Rain fell.[4]']);
  });
});
