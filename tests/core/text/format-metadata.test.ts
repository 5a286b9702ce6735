import { expect, it } from 'vitest';
import { formatDate, formatLanguage } from '../../../src/core/text/format-metadata.js';

it.each([
  ['2031-05-04', 'en', '4 May 2031'],
  ['2031-05-04T23:30:00-05:00', 'en', '4 May 2031'],
  ['2031-05', 'en', 'May 2031'],
  ['2031-05-04', 'de', '4. Mai 2031'],
  ['2031-05', 'fr', 'mai 2031'],
  ['2031-05-04', 'und', '4 May 2031'],
  ['2031-13-45', 'en', '2031-13-45'],
  ['May 2031', 'en', 'May 2031'],
])('writes the date %s in %s as %s', (date, language, expected) => {
  expect(formatDate(date, language)).toBe(expected);
});

it.each([
  ['de', 'en', 'German'],
  ['de', 'fr', 'allemand'],
  ['pt-BR', 'en', 'Brazilian Portuguese'],
  ['und', 'en', undefined],
  ['not a tag', 'en', undefined],
])('calls the language %s in %s %s', (tag, language, expected) => {
  expect(formatLanguage(tag, language)).toBe(expected);
});
