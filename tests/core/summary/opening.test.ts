import { describe, expect, it } from 'vitest';
import type { SummaryStyle } from '../../../src/core/answer.js';
import { summarize } from '../../../src/core/summary/summarize.js';
import { createAnalyzer } from '../../../src/engines/builtin/words/analyzer.js';
import { readArticleFile } from '../../../src/sources/file.js';

async function linesOf(markdown: string, style: SummaryStyle = 'brief', language = 'en') {
  const { title, text, bodyStart = 0, structure } = readArticleFile(markdown, 'a.md');
  const article = { id: 'a', library: 'town', digest: text, title, text, bodyStart, structure, language };
  const { summary } = await summarize([article], { style, length: 'medium' }, { analyzer: createAnalyzer() });
  return summary?.lines ?? [];
}

const TALK =
  'Nora Quist has kept the lighthouse at Skarn for thirty years. The sea was flat when we met.\n\n**Do you sleep?**\n\nI sleep by day and I hate curtains.\n\n**Does a lamp need you?**\n\nThe lamp has failed me twice in thirty years, and both times the sea was full of boats.\n\n**Will you stay?**\n\nMy knees say no.\n\nThe harbour board wants to automate the lamp next year.';

describe('the first sentence of a summary', () => {
  it('says who is interviewed', async () => {
    const lines = await linesOf(`---\ntitle: The last lamp\n---\n${TALK}`);

    expect(lines[0]?.text).toBe('Nora Quist has kept the lighthouse at Skarn for thirty years.');
  });

  it('is the dek of an interview if that names the guest', async () => {
    const [line] = await linesOf(
      `---\ntitle: The last lamp\ndek: Nora Quist leaves her lighthouse in May.\n---\n${TALK}`,
      'oneLine',
    );

    expect(line?.text).toBe('Nora Quist leaves her lighthouse in May.');
  });

  it('says what a report is about that opens with a scene', async () => {
    const [line] = await linesOf(
      '---\ntitle: Rowing marathon raises money for the boathouse\n---\nAt noon, the whistle blew and Tom Reed fell off his bench.\n\nHe laughed until somebody handed him a towel.\n\nThe rowing marathon was held for the third time to raise money for the boathouse of the club.\n\nCakes were sold out by three o’clock, and tea was not.',
      'oneLine',
    );

    expect(line?.text).toMatch(/^The rowing marathon was held/u);
  });
});

describe('a line from an interview', () => {
  it('says whose words it is, with the last name after the full one', async () => {
    const lines = await linesOf(`---\ntitle: The last lamp\n---\n${TALK}`, 'keyPoints');

    const texts = lines.map(({ text }) => text);
    expect(texts.filter((text) => text.startsWith('[Quist:] '))).not.toEqual([]);
    expect(texts).toContain('The harbour board wants to automate the lamp next year.');
  });

  it('is labelled with the guest among the quotes', async () => {
    const lines = await linesOf(`---\ntitle: The last lamp\n---\n${TALK}`, 'quotes');

    expect(lines[0]).toMatchObject({ label: 'Nora Quist', text: 'I sleep by day and I hate curtains.' });
  });
});
