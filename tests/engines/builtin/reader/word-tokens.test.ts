import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  createWordTokenizer,
  type WordTokenizer,
} from '../../../../src/engines/builtin/reader/word-tokens.js';
import { openTokenizer, type Tokenizer } from '../../../../src/engines/onnx/tokenizer.js';

/** Text as people write it, with punctuation inside words, accents, digits and other scripts. */
const TEXT = fc
  .array(
    fc.constantFrom(
      ...[
        'Harbour',
        'the',
        'pier',
        'Calloway’s',
        '4.5',
        '1,250',
        'café',
        'naïve',
        'U.S.',
        'well-known',
        '$30m',
      ],
      ...[
        'unaffordability',
        '[note]',
        '[SEP]',
        '(b)',
        '“Nobody',
        '…',
        '—',
        'Πειραιάς',
        '東京',
        'пирс',
        '😀',
        'ß',
      ],
    ),
    { maxLength: 30 },
  )
  .chain((words) =>
    fc
      .array(fc.constantFrom(' ', '  ', '\n', '\n\n', '\t', '\u00A0'), {
        minLength: words.length,
        maxLength: words.length,
      })
      .map((spaces) => words.map((word, at) => `${word}${spaces[at] ?? ' '}`).join('')),
  );

let tokenizer: Tokenizer;
let tokenize: WordTokenizer;

beforeAll(async () => {
  tokenizer = await openTokenizer('src/engines/builtin/models/tokenizer.json');
  tokenize = createWordTokenizer(tokenizer.encode);
});

describe('createWordTokenizer', () => {
  it('gives two texts together the tokens of the first and then those of the second', () => {
    fc.assert(
      fc.property(TEXT, TEXT, (a, b) => {
        expect(tokenize(`${a} ${b}`).ids).toEqual([...tokenize(a).ids, ...tokenize(b).ids]);
      }),
      { numRuns: 100 },
    );
  });

  it('gives the same tokens as the tokenizer for the whole text, unless the text spells a special token', () => {
    fc.assert(
      fc.property(
        TEXT.filter((text) => !text.includes('[SEP]')),
        (text) => {
          expect(tokenize(text).ids).toEqual(tokenizer.encode(text));
        },
      ),
      { numRuns: 100 },
    );
  });

  it('says for each token which word it belongs to, in order', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        const { ids, starts, ends } = tokenize(text);

        expect([starts.length, ends.length]).toEqual([ids.length, ids.length]);
        for (const [at, start] of starts.entries()) {
          const word = text.slice(start, ends[at]);
          expect(word).toMatch(/^\S+$/u);
          expect(tokenize(word).ids).toContain(ids[at]);
          expect(start).toBeGreaterThanOrEqual(starts[at - 1] ?? 0);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('never turns an article’s words into special tokens', () => {
    const special = ['[CLS]', '[SEP]', '[PAD]', '[MASK]'].map((name) => tokenizer.idOf(name));

    expect(tokenize('It says [SEP] and [CLS].').ids.filter((id) => special.includes(id))).toEqual([]);
  });

  it('skips reference marks and keeps the offsets', () => {
    const { starts, ends } = tokenize('In 1904.[3] Then');

    expect(starts.map((start, at) => 'In 1904.[3] Then'.slice(start, ends[at]))).toEqual([
      ...['In', '1904', '.', 'Then'],
    ]);
  });
});
