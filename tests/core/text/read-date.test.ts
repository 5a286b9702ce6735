import { describe, expect, it } from 'vitest';
import { findDate, readDate } from '../../../src/core/text/read-date.js';

describe('the date in a line', () => {
  it.each([
    ['2024-03-05T06:30:00.123+0100', '2024-03-05T06:30:00+01:00'],
    ['20240305', '2024-03-05'],
    ['2024/3/5', '2024-03-05'],
    ['5 March 2024', '2024-03-05'],
    ['Published: Tuesday, March 5th, 2024 at 6am', '2024-03-05'],
    ['5. März 2024, 6 Uhr', '2024-03-05'],
    ['5 de marzo de 2024', '2024-03-05'],
    ['le 5 février 2024', '2024-02-05'],
    ['5 марта 2024 г.', '2024-03-05'],
    ['2024年3月5日', '2024-03-05'],
    ['2024년 3월 5일', '2024-03-05'],
    ['05.03.2024', '2024-03-05'],
    ['25/03/2024', '2024-03-25'],
    ['05/03/2024', undefined],
    ['yesterday', undefined],
    ['2024-13-40', undefined],
    ['2024-13', undefined],
    ['31 February 2024', undefined],
    ['3 ferries 2024', undefined],
  ])('%s', (text, expected) => {
    expect(findDate(text)).toBe(expected);
  });
});

describe('a date of numbers', () => {
  it.each([
    ['de', '2024-03-05'],
    ['fr-FR', '2024-03-05'],
    ['es-MX', '2024-03-05'],
    ['en-GB', '2024-03-05'],
    ['en-Latn-IE', '2024-03-05'],
    ['en-US', '2024-05-03'],
    // English of no region or an unknown one, the year first, no such language, no tag.
    ...['en', 'en-ZZ', 'fr-CA', 'sv', 'xx', '', '!'].map((locale) => [locale, undefined] as const),
    [undefined, undefined],
  ] as const)('is read by the order of its locale %s', (locale, expected) => {
    for (const text of ['05/03/2024', 'Posted 5/3/2024, 10:30', '05-03-2024'])
      expect(findDate(text, locale)).toBe(expected);
  });

  it.each(['de', 'en-US', undefined])('needs no locale if only one order is a day (%s)', (locale) => {
    expect(findDate('25/03/2024', locale)).toBe('2024-03-25');
    expect(findDate('03/25/2024', locale)).toBe('2024-03-25');
    expect(findDate('25-03-2024', locale)).toBe('2024-03-25');
    expect(findDate('05.03.2024', locale)).toBe('2024-03-05');
  });
});

describe('a text that is a date', () => {
  it.each([
    ...['2031-03-03', '20310303', '03.03.2031', '3/3/2031', '2031/3/3', '3-Mar-2031'],
    ...[
      '3 March 2031',
      'March 3rd, 2031',
      '3rd of March 2031',
      'Monday, 3 March 2031',
      'Mon 3 Mar 2031, 10:30 pm',
    ],
    ...['3. März 2031', '3.3.2031', '3. Mrz. 2031', '3. Maerz 2031', 'Montag, den 3. März 2031 um 10 Uhr'],
    ...['3 de marzo de 2031', 'el lunes 3 de marzo del 2031', '3 mar 2031'],
    ...['3 mars 2031', 'le lundi 3 mars 2031 à 10h30', 'Mon, 03 Mar 2031 10:00:00 GMT'],
  ])('%s', (text) => {
    expect(readDate(text)).toBe('2031-03-03');
  });

  it.each([
    ['1er février 2031', '2031-02-01'],
    ['1 fevrier 2031', '2031-02-01'],
    ['1.º de setiembre de 2031', '2031-09-01'],
    ['Sept. 1, 2031', '2031-09-01'],
    ['1. Jänner 2031', '2031-01-01'],
    ['2031-03-03 10:00:00 +0100', '2031-03-03T10:00:00+01:00'],
    ['25/03/2031', '2031-03-25'],
    ['03/25/2031', '2031-03-25'],
    ['March 2031', '2031-03'],
    ['marzo de 2031', '2031-03'],
    ['2031-03', '2031-03'],
    ['2031', '2031'],
  ])('%s', (text, expected) => {
    expect(readDate(text)).toBe(expected);
  });

  it.each([
    ...[
      'soon',
      'next Monday',
      '3 March',
      'Spring 2031',
      '3 March 2031 or so',
      'published 3 March 2031',
      '3.3.31',
    ],
    // Day and month can't be told apart, or there is no such day.
    ...['03/04/2031', '31 February 2031', '2031-02-30', '2031-13', '0031', ''],
  ])('is not “%s”', (text) => {
    expect(readDate(text)).toBeUndefined();
  });
});
