import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HARBOUR } from '../../support/small-article.js';
import { temporaryFolder } from '../../support/temporary.js';
import { writeReport } from '../report/report.js';
import { withQuestionsFrom } from './cross-language.js';
import { evalSet, type SetFigures } from './eval-set.js';
import type { SetArticle } from './question-set.js';

const PARAGRAPHS = HARBOUR.text.split(/\n\n+/);

/** Asks for each paragraph in the words of its first sentence, and adds one unanswerable question. */
function harbourSet(): readonly SetArticle[] {
  const questions = PARAGRAPHS.map((text, paragraph) => ({
    ...{ id: `q${paragraph}`, question: `${text.split('.')[0]}?`, answerable: true },
    answers: [{ text: text.split('.')[0] ?? '', paragraph }],
  }));
  const unanswerable = {
    ...{ id: 'none', question: 'Which volcano erupted in Peru?', answers: [], answerable: false },
  };
  return [
    { id: 'harbour', title: HARBOUR.title, paragraphs: PARAGRAPHS, questions: [...questions, unanswerable] },
  ];
}

const measure = (sample: number): Promise<SetFigures> =>
  evalSet('harbour', harbourSet(), { sample, onProgress: () => undefined });

describe('evaluation', () => {
  it('evaluates all systems on the same questions', async () => {
    const { systems, questions, unanswerable, citations, results } = await measure(100);

    expect([questions, unanswerable]).toEqual([PARAGRAPHS.length + 1, 1]);
    expect(systems.map(({ name }) => name)).toEqual([
      'Footnote',
      'ranker alone',
      'BM25, ICU words, stemmed',
      'BM25, plain',
      'LangChain stock',
    ]);
    for (const { paragraph, pooled, sentence } of systems) {
      expect([paragraph.length, pooled.length, sentence.length]).toEqual(Array(3).fill(PARAGRAPHS.length));
    }
    expect(systems[0]?.sentence.every((rank) => rank === 1)).toBe(true);
    expect(citations.exact).toBe(citations.all);
    expect(results.filter(({ isAnswerable }) => !isAnswerable)).toMatchObject([{ isAnswered: false }]);
  });

  it('uses the same sample each time', async () => {
    const [first, second] = [await measure(2), await measure(2)];

    expect(first.questions).toBe(2);
    expect(second).toEqual(first);
  });

  it('combines the questions of one set with the articles and answers of another', () => {
    const [harbour] = harbourSet();
    if (!harbour) throw new Error('no article');
    const german = {
      ...{ id: 'german/harbour', title: 'Hafen', paragraphs: ['Der Hafen schließt.'] },
      questions: [{ id: 'q0', question: 'Wann schließt er?', answers: [], answerable: true }],
    };

    const [combined] = withQuestionsFrom([{ ...harbour, id: 'english/harbour' }], [german]);

    expect(combined?.paragraphs).toEqual(harbour.paragraphs);
    expect(combined?.questions).toEqual([{ ...harbour.questions[0], question: 'Wann schließt er?' }]);
    expect(withQuestionsFrom([{ ...harbour, id: 'english/lighthouse' }], [german])[0]?.questions).toEqual([]);
  });

  it('writes tables and plots into a page and keeps the rest', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'evaluation.md');
    writeFileSync(file, '# By hand\n\nBefore.\n');
    const figures = await measure(100);

    writeReport(file, [figures], 100);
    const first = readFileSync(file, 'utf8');
    writeFileSync(file, `${first}\nAfter.\n`);
    const across = {
      answered: { ...figures, name: 'en → de' },
      ofNextArticle: figures,
      withoutParagraphs: figures,
    };
    writeReport(file, [figures], 100, [across]);
    const second = readFileSync(file, 'utf8');

    expect(first).toMatch(/^# By hand\n\nBefore\.\n/);
    expect(first).toContain('| harbour |');
    expect(second.replace(/### Asked in another language.*?(?=<!--)/s, '')).toBe(`${first}\nAfter.\n`);
    expect(second).toContain('| en → de |');
    for (const [, image = ''] of first.matchAll(/\]\((images\/[^)]+)\)/g)) {
      expect(existsSync(join(folder, image)), image).toBe(true);
    }
  });
});
