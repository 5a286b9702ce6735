import { describe, expect, it } from 'vitest';
import { readMeasure } from '../../../../src/engines/builtin/listing/extremes/measures.js';
import { createLister } from '../../../../src/engines/builtin/listing/lister.js';
import { readMarkdown } from '../../../support/structured-article.js';

const BOATS = readMarkdown(
  'Boats on Lake Orr',
  `The jetty opens in May. The prettiest boat is the Swan. Our longest bench seats nine.

## Boats

| Boat | Per hour | Length | Seats |
| --- | --- | --- | --- |
| Rowing boat | £9 | 4.2 m | 4 |
| Pedal boat | £12.50 | 380 cm | 5 |
| Kayak | £7 | 5 m | 1 |

## Trips

| Trip | Leaves | Takes | Adults | Children |
| --- | --- | --- | --- | --- |
| Island | 10:30 | 45 min | £6 | £4 |
| Castle | 9:15 | 1 h 30 min | £11 | £5 |
| Mill | 2 pm | 2 h | £9 | £7 |

## Crew

| Name | Age |
| --- | --- |
| Bo Hart | 61 |
| Ines Quill | 23 |

## Snacks

- Tea: £2
- Cake: £3.50
- Soup: from £4`,
);
const ZIMMER = readMarkdown(
  'Pension Lindenhof',
  `| Zimmer | Betten | Fläche | Preis |
| --- | --- | --- | --- |
| Ahorn | 2 | 14 m² | 1.050 € |
| Birke | 4 | 31 m² | 980 € |`,
  'de',
);

/** @param shown words of the article that the last answer cited */
function find(question: string, article = BOATS, { shown = '', language = 'en' } = {}) {
  const start = article.text.indexOf(shown);
  const cited = shown === '' ? [] : [{ start, end: start + shown.length }];
  const listed = createLister().list({ text: question, language }, article, cited);
  return listed?.sentences.map((span) => article.text.slice(span.start, span.end));
}

describe('the row with the highest or lowest value', () => {
  it.each([
    ['cheapest boat?', 'Kayak'],
    ['what is the most expensive boat', 'Pedal boat'],
    ['which boat is the shortest?', 'Pedal boat'],
    ['which boat has the most seats?', 'Pedal boat'],
    ['earliest trip?', 'Castle'],
    ['which trip is the longest?', 'Mill'],
    ['which trip is the most expensive for adults?', 'Castle'],
    ['who is the oldest?', 'Bo Hart'],
    ["who's the youngest of the crew?", 'Ines Quill'],
  ])('is found for “%s”', (question, expected) => {
    const rows = find(question);

    expect(rows).toHaveLength(1);
    expect(rows?.[0]).toMatch(new RegExp(`^\\p{L}+: ${expected};`, 'u'));
  });

  it.each([
    ['de', 'welches Zimmer ist am günstigsten?', 'Birke'],
    ['de', 'teuerstes Zimmer', 'Ahorn'],
    ['de', 'Was ist das größte Zimmer?', 'Birke'],
  ])('is found in “%s”: %s', (language, question, expected) => {
    expect(find(question, ZIMMER, { language })?.[0]).toContain(expected);
  });

  it('goes on in the table that was shown', () => {
    expect(find('and the youngest?', BOATS, { shown: 'Bo Hart' })?.[0]).toContain('Ines Quill');
    expect(find('which one is cheaper?', BOATS, { shown: 'Rowing boat' })?.[0]).toContain('Kayak');
  });

  it.each([
    'what is the prettiest boat?',
    'how many seats has the longest bench?',
    'cheapest hotel?',
    "what's the cheapest?",
    "what's the latest?",
    'which trip is the most expensive?',
    'cheapest snack?',
    'who is the fastest?',
    'is the kayak the cheapest boat?',
    'why is the kayak the cheapest boat?',
    'is a rowing boat cheaper than a kayak?',
    'how long does it take at most?',
    'cheapest and biggest boat',
  ])('leaves “%s” to the search', (question) => {
    expect(find(question)).toBeUndefined();
  });
});

describe('readMeasure', () => {
  it.each([
    ['£12.50', 'en', 12.5],
    ['1,200 m', 'en', 1_200],
    ['1.200 €', 'de', 1_200],
    ['12.50 €', 'de', 12.5],
    ['1 h 30 min', 'en', 90],
    ['1h30', 'fr', 90],
    ['2 hours and 15 minutes', 'en', 135],
    ['2 km', 'en', 2_000],
    ['2 pm', 'en', 840],
    ['9:15', 'en', 555],
    ['free', 'en', 0],
  ])('reads “%s” (%s)', (text, language, value) => {
    expect(readMeasure(text, language)?.value).toBeCloseTo(value);
  });

  it.each(['£14–19', '2 or 3', 'closed', '–', '10:00–12:00'])('doesn’t read “%s” as one value', (text) => {
    expect(readMeasure(text, 'en')).toBeUndefined();
  });

  it('keeps units apart', () => {
    expect(readMeasure('€4 a night', 'en')?.unit).not.toBe(readMeasure('€9 an hour', 'en')?.unit);
  });
});
