import { describe, expect, it } from 'vitest';
import { SUMMARY_LENGTHS, SUMMARY_STYLES, type SummaryLine } from '../../../src/core/answer.js';
import { renderExcerpt } from '../../../src/core/excerpt/excerpt.js';
import type { ArticleDraft } from '../../../src/core/library/ingest.js';
import { openTestApp } from '../../support/temporary.js';

const BRIDGE = {
  title: 'Old Mill Bridge to close for nineteen weeks',
  published: '2031-02-11',
  language: 'en',
  text: `The Old Mill Bridge over the Tarn will close to all traffic on 3 March 2031, the city council decided on Monday evening. The work is expected to last nineteen weeks and to cost 4.6 million crowns.

Divers found cracks in two of the five piers during a routine inspection last spring. "They are not dangerous today, but they will be if we wait another winter," said Marek Oduya, the city's chief engineer. The bridge was built in 1911 and last repaired in 1978.

Councillor Ines Calloway voted against the plan. She fears that small shops will not survive a summer without passing trade.

Not everybody is unhappy. "For nineteen weeks we will hear the river again," said Tomas Reyle, who has kept the lock house below the bridge since 2009.`,
} as const;

const HANDBOOK = {
  title: 'Workshop handbook',
  language: 'en',
  text: `Opening hours\n\nThe workshop is open from 8:00 to 22:00 on weekdays.\n\nMachine: Lathe; Fee: €5\n\nMachine: Printer; Fee: €2\n\nMembers reserve a machine up to fourteen days in advance.`,
} as const;

async function summarize(draft: Omit<ArticleDraft, 'library'>, options: object) {
  const { assistant } = await openTestApp();
  const { article } = await assistant.addArticle({ library: 'town', ...draft });
  const answer = await assistant.summarize(article.id, { library: 'town', ...options });
  return { answer, article, lines: answer.summary?.lines ?? [] };
}

const labelled = (lines: readonly SummaryLine[]) => lines.map(({ label, text }) => `${label}: ${text}`);

describe('a summary', () => {
  it.each(SUMMARY_STYLES.flatMap((style) => SUMMARY_LENGTHS.map((length) => [style, length] as const)))(
    'in the style %s, %s, has lines of exact spans, each once and cited',
    async (style, length) => {
      const { answer, article, lines } = await summarize(BRIDGE, { style, length });

      expect(lines.length).toBeGreaterThan(0);
      expect(new Set(lines.map(({ text }) => text)).size).toBe(lines.length);
      for (const { text, parts, markers } of lines) {
        expect(renderExcerpt(article.text, parts)).toBe(text);
        expect(markers).toHaveLength(1);
        expect(answer.text).toContain(`${text} [${markers[0]}]`);
      }
      for (const { start, end, quote } of answer.citations)
        expect(article.text.slice(start, end)).toBe(quote);
    },
  );

  it('is brief unless another style is asked for: two to four sentences, at most 70 words', async () => {
    const { answer, lines } = await summarize(BRIDGE, {});

    expect(answer.summary).toMatchObject({ style: 'brief', length: 'medium' });
    expect(lines.length).toBeGreaterThanOrEqual(2);
    expect(lines.length).toBeLessThanOrEqual(4);
    expect(
      lines
        .map(({ text }) => text)
        .join(' ')
        .split(' ').length,
    ).toBeLessThanOrEqual(70);
    expect(lines[0]?.text).toMatch(/^The Old Mill Bridge .* will close/);
  });

  it('never opens a line with a pronoun or speaks of a plan that no line names', async () => {
    for (const style of ['brief', 'keyPoints', 'timeline', 'numbers'] as const) {
      const { lines } = await summarize(BRIDGE, { style, length: 'long' });

      for (const { text } of lines) expect(text).not.toMatch(/^["“]?(?:He|She|It|They|This)\b/);
      expect(lines.map(({ text }) => text).join(' ')).not.toContain('against the plan');
    }
  });

  it('has no date for what has lasted since', async () => {
    const text =
      'The lock house was sold on 3 May 2031. Tomas Reyle has kept the lock house since 2009. The new owner paid 80,000 crowns for it.';

    const { lines } = await summarize(
      { title: 'Lock house sold', text, published: '2031-05-04' },
      { style: 'timeline' },
    );

    expect(lines.map(({ label }) => label)).toEqual(['3 May 2031']);
  });

  it('puts dates in order and resolves weekdays by the day of publication', async () => {
    const { lines } = await summarize(BRIDGE, { style: 'timeline' });

    expect(lines.map(({ date }) => date)).toEqual(['1911', '2031-03-03']);

    const { lines: relative } = await summarize(
      {
        ...BRIDGE,
        text: 'The town council met on Monday evening. The town pool will open on Friday morning.',
      },
      { style: 'timeline' },
    );
    expect(relative.map(({ date, label }) => `${date} ${label}`)).toEqual([
      '2031-02-10 10 February 2031',
      '2031-02-14 14 February 2031',
    ]);
  });

  it('names speakers and quotes them word for word', async () => {
    const { lines } = await summarize(BRIDGE, { style: 'quotes' });

    expect(labelled(lines)).toEqual(['Tomas Reyle: "For nineteen weeks we will hear the river again"']);
  });

  it.each([
    [
      'the person named before “he”',
      'Tomas Reyle, who leads the union, doubts the plan. He fears the sea. “Nobody asked us,” he told the Courier.',
      'Tomas Reyle: “Nobody asked us”',
    ],
    [
      'a fragment with its sentence',
      'Mayor Ines Calloway called the closure “a painful but needed step.” It rained.',
      'Ines Calloway: Mayor Ines Calloway called the closure “a painful but needed step.”',
    ],
  ])('quotes %s', async (_what, text, expected) => {
    const { lines } = await summarize({ title: 'Harbour', language: 'en', text }, { style: 'quotes' });

    expect(labelled(lines)).toEqual([expected]);
  });

  it.each([
    ['it points at something else', '“If the Owl goes, they lose their jobs,” said Ada Brandt on Monday.'],
    ['nobody says what it is', '“It was a beautiful trick,” said Ada Brandt on Monday.'],
    ['two people may have said it', 'Ada Brandt met Ines Calloway in May. “We are here to stay,” she said.'],
    ['only the addressee is named', '“We are here to stay,” the voice told Ada Brandt, the mayor.'],
  ])('shows no quotation if %s', async (_why, text) => {
    const { answer } = await summarize({ title: 'Talk', language: 'en', text }, { style: 'quotes' });

    expect(answer.summary?.style).toBe('keyPoints');
  });

  it('says who people are', async () => {
    const { lines } = await summarize(BRIDGE, { style: 'whosWho' });

    expect(labelled(lines)).toContain("Marek Oduya: The city's chief engineer");
    expect(labelled(lines).join()).toMatch(/Tomas Reyle: .*who has kept the lock house/);
  });

  it('labels figures with what they count, and takes no year or bus for one', async () => {
    const { lines } = await summarize(BRIDGE, { style: 'numbers' });

    expect(lines[0]?.label).toBe('nineteen weeks · 4.6 million crowns');
    expect(lines.map(({ label }) => label).join()).not.toMatch(/1911|2031/);
  });

  it.each([
    ['Bus 14 stops at the bridge every twenty minutes.', 'twenty minutes'],
    ['The aggression led to the displacement of 1.5 million people.', '1.5 million people'],
    ['Children under five skate free on the ice for two hours.', 'two hours'],
    ['The Wriggle Two turns 300 grams of scraps into compost.', '300 grams'],
    ['The new café is open from 10 a.m. until six in the evening and has 40 chairs.', '40 chairs'],
  ])('labels a figure only with what it counts: %s', async (text, label) => {
    const { lines } = await summarize({ title: 'Notes', language: 'en', text }, { style: 'numbers' });

    expect(lines.map((line) => line.label)).toEqual([label]);
  });

  it.each([
    ['Das Bad ist am Montag von 8 bis 18 Uhr geöffnet und hat 40 Kabinen.', '40 Kabinen'],
    ['Bei der letzten Wahl nutzten 41 Prozent diese Möglichkeit im zweiten Stock.', '41 Prozent'],
  ])('takes no time of day or ordinal for a figure: %s', async (text, label) => {
    const { lines } = await summarize({ title: 'Notizen', language: 'de', text }, { style: 'numbers' });

    expect(lines.map((line) => line.label)).toEqual([label]);
  });

  it('asks the questions that its lines answer', async () => {
    const { lines } = await summarize(BRIDGE, { style: 'qa' });

    expect(labelled(lines).join('\n')).toMatch(/When was the bridge built\?: The bridge was built in 1911/);
    expect(labelled(lines).join('\n')).toMatch(/How long is the work expected to last\?/);
  });

  it.each([
    ['Skate hire is €5 a pair, in sizes 25 to 48.', 'How much is skate hire?'],
    [
      'Office staff may work from home two days a week.',
      'How many days a week may office staff work from home?',
    ],
    [
      'The lamp keeps the worms from leaving, because they shun light.',
      'Why does the lamp keep the worms from leaving?',
    ],
    ['The repair will cost £418,000.', 'How much will the repair cost?'],
    [
      "Otterwick's swing bridge has now been jammed in the open position for nine days.",
      "How long has Otterwick's swing bridge now been jammed in the open position?",
    ],
    ['The bridge failed at about 6.40am on Wednesday 5 March.', 'When did the bridge fail?'],
    ['The museum is in the old house on Weir Island.', 'Where is the museum?'],
    ['The ice is 60 metres long and 30 metres wide.', 'How long is the ice?'],
    ['The committee meets in the hall every two weeks.', 'How often does the committee meet in the hall?'],
    ['The pitch depends on the size of the grains.', 'What does the pitch depend on?'],
    [
      'The chief diplomat, Lena Ott, has issued a stern warning against the plan of the council.',
      'What has Lena Ott issued a stern warning against?',
    ],
    ['The summit, which featured talks about peace, ended in May.', 'What did the summit feature?'],
    ['Mayor Lena Ott called the vote “a promise to the town.”', 'What did Lena Ott call the vote?'],
    [
      '“The best guarantee is a strong wall,” said Lena Ott.',
      'What is the best guarantee, according to Lena Ott?',
    ],
  ])('asks a question that the sentence answers: %s', async (sentence, question) => {
    const text = `${sentence} Ott was born in the town.`;
    const { lines } = await summarize(
      { title: 'Notes', language: 'en', text },
      { style: 'qa', length: 'long' },
    );

    expect(labelled(lines).join('\n')).toContain(`${question}: `);
  });

  it.each([
    'E-bikes are welcome on all rides except the Saturday fast group.',
    'The sound is as deep as a cello and can last for ten minutes.',
    'Walkers can use a ferry that leaves every ten minutes.',
    'The company wants to use the microphones in noisy factories.',
  ])('asks nothing if the question would be odd: %s', async (text) => {
    const { lines } = await summarize(
      { title: 'Notes', language: 'en', text },
      { style: 'qa', length: 'long' },
    );

    expect(lines.flatMap(({ label }) => label ?? [])).toEqual([]);
  });

  it('shows key points if the article has nothing of the style', async () => {
    const { answer } = await summarize(
      {
        title: 'Rain',
        text: 'It rained all day in the valley. The market was closed early.',
        language: 'en',
      },
      { style: 'quotes' },
    );

    expect(answer.summary).toMatchObject({ style: 'keyPoints', requestedStyle: 'quotes' });
  });

  it('has no heading or table row as a line', async () => {
    const rows = [...HANDBOOK.text.matchAll(/Machine: .*/g)].map(({ 0: row, index }) => ({
      ...{ kind: 'row' as const, start: index, end: index + row.length },
    }));
    const { lines } = await summarize(
      { ...HANDBOOK, structure: rows },
      { style: 'keyPoints', length: 'long' },
    );

    expect(lines.map(({ text }) => text)).toEqual([
      'The workshop is open from 8:00 to 22:00 on weekdays.',
      'Members reserve a machine up to fourteen days in advance.',
    ]);
  });

  it('says first what a handbook is about', async () => {
    const sections = ['Prices', 'Rules', 'Food'].map(
      (title) => `${title}\n\nThe ice rink sells tickets for the ice at the desk of the rink (${title}).`,
    );
    const text = `Frostgate is an open-air rink with a roof.\n\n${sections.join('\n\n')}`;
    const structure = ['Prices', 'Rules', 'Food'].map((title) => ({
      ...{ kind: 'heading' as const, level: 2 },
      ...{ start: text.indexOf(`\n${title}\n`) + 1, end: text.indexOf(`\n${title}\n`) + 1 + title.length },
    }));
    const { lines } = await summarize({ title: 'Visitors', language: 'en', text, structure }, {});

    expect(lines[0]?.text).toBe('Frostgate is an open-air rink with a roof.');
  });

  it('does not repeat a German headline', async () => {
    const title = 'Brücke wird gesperrt';
    const { lines } = await summarize(
      {
        title,
        language: 'de',
        bodyStart: title.length + 2,
        text: `${title}\n\nDie Brücke wird am 3. März 2031 für den Verkehr gesperrt. Sie ist kaputt. Die Arbeiten dauern neunzehn Wochen.`,
      },
      { style: 'brief' },
    );

    expect(lines.map(({ text }) => text)).toEqual([
      'Die Brücke wird am 3. März 2031 für den Verkehr gesperrt.',
      'Die Arbeiten dauern neunzehn Wochen.',
    ]);
  });
});
