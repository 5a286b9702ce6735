import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitOf } from '../../../src/engines/builtin/entities/entity-types.js';
import { tagWords } from '../../../src/engines/builtin/entities/tag-entities.js';
import { hashTokenNgrams } from '../../../src/engines/builtin/entities/tagged-sentences.js';
import { tokenize } from '../../../src/engines/builtin/words/analyzer.js';

/** The words of the text that have the entity type. */
function wordsOf(kind: keyof typeof bitOf, language: string, text: string): readonly string[] {
  const tokens = tokenize(text, language);
  const kinds = new Int32Array(tokens.length);
  tagWords(text, tokens, language, kinds);
  return tokens.flatMap(({ surface }, at) => ((kinds[at] ?? 0) & bitOf[kind] ? [surface] : []));
}

describe('entity types of words', () => {
  it.each([
    ['en', 'time', 'It closed in March after two years.', ['March', 'years']],
    ['ru', 'time', 'Порт закрыли в марте 2019 года.', ['марте', 'года']],
    ['th', 'time', 'ท่าเรือปิดในเดือนมีนาคม', ['เดือน', 'มีนาคม']],
    ['ar', 'time', 'أغلق الميناء في مارس', ['مارس']],
    ['th', 'year', 'สร้างขึ้นในปี 2550', ['2550']],
    ['hi', 'year', 'पुल २०१९ में बना', ['२०१९']],
    ['es', 'money', 'Costó 45 dólares y 3 millones de euros.', ['45']],
    ['hi', 'duration', 'काम 3 महीने चला', ['3']],
    ['vi', 'measure', 'Cây cầu dài 300 mét.', ['300']],
    ['zh', 'numberWord', '三十五艘船沉没了', ['三十五']],
    ['ro', 'person', 'Regina a vizitat podul.', ['Regina']],
    ['el', 'group', 'Το πανεπιστήμιο έκλεισε.', ['πανεπιστήμιο']],
  ] as const)('in %s: %s in “%s”', (language, kind, text, words) => {
    expect(wordsOf(kind, language, text)).toEqual(words);
  });
});

describe('n-grams', () => {
  it('span neighbouring words in text without spaces', () => {
    const [left, right] = ['卡尔', '斯巴德'].map((surface) => ({ surface, term: surface, isStop: false }));
    if (!left || !right) throw new Error('no words');
    const apart = hashTokenNgrams([
      { ...left, start: 0 },
      { ...right, start: 9 },
    ]);

    const together = hashTokenNgrams([
      { ...left, start: 0 },
      { ...right, start: 2 },
    ]);

    expect(together).toHaveLength(apart.length + 1);
    expect(new Set(together)).toEqual(
      new Set(hashTokenNgrams([{ surface: '卡尔斯巴德', term: '卡尔斯巴德', isStop: false, start: 0 }])),
    );
  });

  it('are bit positions in the Bloom filter, for any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('en', 'zh', 'th', 'ja'),
        (text, language) => {
          for (const bit of hashTokenNgrams(tokenize(text, language))) {
            expect(bit).toBeGreaterThanOrEqual(0);
            expect(bit).toBeLessThan(2_048);
          }
        },
      ),
    );
  });
});
