import { describe, expect, it } from 'vitest';
import { readArticle } from '../../../src/core/summary/candidates.js';
import { generateQuestions } from '../../../src/core/summary/questions/generate-questions.js';
import { createAnalyzer } from '../../../src/engines/builtin/words/analyzer.js';

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
  it('is searched for questions', async () => {
    const read = await readArticle(faqOf(16_000), createAnalyzer());

    // Comparing each question with all sentences and all headings would take days.
    expect(generateQuestions(read).length).toBeGreaterThan(1_000);
  });
});
