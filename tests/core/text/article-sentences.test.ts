import { describe, expect, it } from 'vitest';
import { listSentences } from '../../../src/core/text/article-sentences.js';
import { splitIntoPassages } from '../../../src/core/text/passage.js';
import { readArticleFile } from '../../../src/sources/file.js';

function read(markdown: string) {
  const { text, structure, bodyStart = 0 } = readArticleFile(markdown, 'a.md');
  const article = { text, structure, bodyStart, language: 'en' };
  const sentences = listSentences(article);
  return { ...article, sentences, texts: sentences.map(({ start, end }) => text.slice(start, end)) };
}

describe('listSentences', () => {
  it('keeps what an interviewer says before the question', () => {
    const text = 'You wear no watch. Why?\n\nIt hurts.';
    const structure = [{ kind: 'heading' as const, level: 6, start: 0, end: 23 }];

    const texts = listSentences({ text, language: 'en', bodyStart: 0, structure }).map(({ start, end }) =>
      text.slice(start, end),
    );

    expect(texts).toEqual(['You wear no watch.', 'It hurts.']);
  });

  it('leaves out headings, captions and code', () => {
    const { texts } = read(
      'Rain fell.\n\n## Why it fell\n\nClouds came. Wind blew.\n\n![A cloud](c.png)\n\n```\nrain --now\n```\n\nIt stopped.',
    );

    expect(texts).toEqual(['Rain fell.', 'Clouds came.', 'Wind blew.', 'It stopped.']);
  });

  it('makes each table row one sentence', () => {
    const { texts } = read(
      '| Day | Rain |\n|--|--|\n| Mon. 3 March | 4 mm. Much! |\n| Tue. | none |\n\nIt stopped.',
    );

    expect(texts).toEqual(['Day: Mon. 3 March; Rain: 4 mm. Much!', 'Day: Tue.; Rain: none', 'It stopped.']);
  });

  it('lists only what is inside a range', () => {
    const article = read('Rain fell.\n\n## Why\n\nClouds came. Wind blew.');
    const start = article.text.indexOf('Wind');

    const found = listSentences(article, { start, end: article.text.length });

    expect(found.map((span) => article.text.slice(span.start, span.end))).toEqual(['Wind blew.']);
  });

  it('lists the headings of an article that has nothing else', () => {
    const structure = [{ kind: 'heading' as const, level: 1, start: 0, end: 5 }];

    expect(listSentences({ text: 'Today', bodyStart: 0, language: 'en', structure })).toEqual([
      { start: 0, end: 5 },
    ]);
  });
});

describe('passages', () => {
  it('contain the headings above their sentences, but no long code', () => {
    const code = Array.from({ length: 200 }, (_, line) => `step ${line}`).join('\n');
    const prose = 'The rain fell on the roof of the old house by the river that day. '.repeat(10).trim();
    const { text, sentences } = read(
      `# Rain\n\n## First\n\n${prose}\n\n\`\`\`\n${code}\n\`\`\`\n\n## Second\n\nIt stopped.\n\n### End`,
    );

    const passages = splitIntoPassages(text, sentences).map(({ start, end }) => text.slice(start, end));

    expect(passages).toHaveLength(2);
    expect(passages[0]).toBe(`Rain\n\nFirst\n\n${prose}`);
    expect(passages[1]).toBe('Second\n\nIt stopped.\n\nEnd');
  });
});
