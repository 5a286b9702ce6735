import { describe, expect, it } from 'vitest';
import type { Article, StructureSpan } from '../../../../../src/core/text/article.js';
import type { Evidence } from '../../../../../src/core/writing-ports.js';
import { lookUpRows } from '../../../../../src/engines/builtin/writing/tables/look-up-rows.js';

type Cells = Readonly<Record<string, string>>;

/** A table as evidence, as a source writes it: "Visitor: Adult; Price: £6". */
function tableOf(rows: readonly Cells[], language = 'en'): readonly Evidence[] {
  let text = '';
  const structure: StructureSpan[] = [];
  const spans = rows.map((cells) => {
    const start = text.length;
    for (const [at, [column, value]] of Object.entries(cells).entries()) {
      if (at > 0) text += '; ';
      structure.push({ kind: 'column-name', start: text.length, end: text.length + column.length + 2 });
      text += `${column}: ${value}`;
    }
    structure.push({ kind: 'row', start, end: text.length });
    const span = { start, end: text.length };
    text += '\n';
    return span;
  });
  const article: Article = {
    ...{ id: 'a', library: 'town', title: 'The rink', bodyStart: 0, digest: 'd' },
    ...{ text, structure, language },
  };
  return spans.map(({ start, end }, at) => ({
    ...{ number: at + 1, article, start, end, text: text.slice(start, end), relevance: 0.01 },
  }));
}

const ENTRY = tableOf([
  { Visitor: 'Adult', Weekdays: '£6', Weekends: '£8' },
  { Visitor: 'Child (4–15)', Weekdays: '£3', Weekends: '£4' },
  { Visitor: 'Under 4s', Weekdays: 'free', Weekends: 'free' },
  { Visitor: 'Senior (65 and over)', Weekdays: '£5', Weekends: '£6' },
  { Visitor: 'Family (2 + 2)', Weekdays: '£15', Weekends: '£20' },
]);
const HOURS = tableOf([
  { Day: 'Monday to Thursday', Opens: '10:00', Closes: '18:00' },
  { Day: 'Friday', Opens: '10:00', Closes: '21:30' },
  { Day: 'Sunday', Opens: 'closed', Closes: '' },
]);
const CLASSES = tableOf([
  { Class: 'Pottery', Teacher: 'Ines Calloway', Fee: '£95' },
  { Class: 'Life drawing', Teacher: 'Ines Calloway', Fee: '£88' },
  { Class: 'Welsh', Teacher: 'Gethin Prosser', Fee: '£70' },
]);
const GERMAN = tableOf(
  [
    { Gast: 'Erwachsene', Preis: '11 €' },
    { Gast: 'Kinder bis 13 Jahre', Preis: '6 €' },
  ],
  'de',
);

function firstCells(question: string, evidence: readonly Evidence[], language = 'en') {
  const found = lookUpRows({ text: question, language }, evidence);
  return {
    rows: found?.rows.map(({ text }) => /: ([^;]+)/.exec(text)?.[1]),
    isComplete: found?.isComplete,
  };
}

describe('lookUpRows', () => {
  it.each([
    ['how much for a kid?', 'Child (4–15)'],
    ['what does a 7 year old pay', 'Child (4–15)'],
    ["i'm 70, what do i pay?", 'Senior (65 and over)'],
    ['how much is it for my 12-year-old daughter', 'Child (4–15)'],
    ['do i have to pay for my baby?', 'Under 4s'],
    ['what does a family of four pay at the weekend', 'Family (2 + 2)'],
    ['price for pensioners', 'Senior (65 and over)'],
    ['what does it cost for a grown-up', 'Adult'],
  ])('finds whom “%s” is about', (question, row) => {
    const asked = question.replace(' of four', '');

    expect(firstCells(asked, ENTRY)).toEqual({ rows: [row], isComplete: true });
  });

  it.each([
    ['is it open on sunday morning?', 'Sunday'],
    ['until when is it open on Wednesdays', 'Monday to Thursday'],
    ['when do you close on friday night?', 'Friday'],
  ])('finds the day that “%s” is about', (question, row) => {
    expect(firstCells(question, HOURS)).toEqual({ rows: [row], isComplete: true });
  });

  it('reads ages and kinds of people in German', () => {
    expect(firstCells('was zahlt mein Sohn?', GERMAN, 'de').rows).toEqual(['Kinder bis 13 Jahre']);
    expect(firstCells('was kostet es mit 30 Jahren?', GERMAN, 'de').rows).not.toEqual([
      'Kinder bis 13 Jahre',
    ]);
  });

  it('finds both rows of a question about two things', () => {
    expect(firstCells('what do pottery and life drawing cost?', CLASSES).rows).toEqual([
      'Pottery',
      'Life drawing',
    ]);
  });

  it('is incomplete if the question names something that the table lacks', () => {
    expect(firstCells('how much is parking for kids?', ENTRY).isComplete).toBe(false);
  });

  it('finds nothing if the question asks for a time and the table has prices', () => {
    expect(lookUpRows({ text: 'when can kids come in?', language: 'en' }, ENTRY)).toBeUndefined();
  });

  it('finds nothing if no row has anything that the others lack', () => {
    expect(lookUpRows({ text: 'what does it cost?', language: 'en' }, ENTRY)).toBeUndefined();
  });
});
