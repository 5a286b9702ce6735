import { describe, expect, it } from 'vitest';
import { readArticle } from '../../../src/core/summary/candidates.js';
import { generateQuestions } from '../../../src/core/summary/questions/generate-questions.js';
import { createAnalyzer } from '../../../src/engines/builtin/words/analyzer.js';
import { measureCpuMs } from '../../support/cpu-time.js';

/** Sections, each with a question as its heading. */
function faqOf(sections: number) {
  const parts = Array.from({ length: sections }, (_, index) => ({
    heading: `Why did harbour ${index} close?`,
    body: `Harbour ${index} closed because the storm had moved the buoys.`,
  }));
  let text = '';
  const structure = parts.map(({ heading, body }) => {
    const start = text.length;
    text += `${heading}\n\n${body}\n\n`;
    return { kind: 'heading' as const, level: 2, start, end: start + heading.length };
  });
  const about = { id: 'faq', library: 'town', title: 'Questions', language: 'en', digest: `faq ${sections}` };
  return { ...about, text, bodyStart: 0, structure };
}

describe('an article with thousands of headings', () => {
  it('is searched for questions in linear time', async () => {
    const analyzer = createAnalyzer();
    const time = async (sections: number) => {
      const read = await readArticle(faqOf(sections), analyzer);
      return measureCpuMs(() => generateQuestions(read));
    };
    await time(500);

    const [small, large] = [await time(1_000), await time(8_000)];

    // Eight times the headings. Each question with all sentences and all headings would take 512 times as long.
    expect(large).toBeLessThan(32 * Math.max(small, 20));
  }, 30_000);
});
