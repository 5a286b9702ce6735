import { describe, expect, it } from 'vitest';
import { chooseLocale, readLanguage } from '../../../src/core/text/language-tag.js';

describe('readLanguage', () => {
  it.each([
    ...[
      'de',
      'DE',
      'de-AT',
      'de_DE',
      'de_DE.UTF-8',
      ' de ',
      'deu',
      'ger',
      'de-Latn-CH-1996',
      'German',
      'deutsch',
    ].map((tag) => [tag, 'de']),
    ['pt-BR', 'pt'],
    ['zh-Hant-TW', 'zh'],
    ['iw', 'he'],
    ['Español', 'es'],
  ])('reads %j as %s', (tag, language) => {
    expect(readLanguage(tag)).toBe(language);
  });

  it.each(['', 'und', 'mul', 'x', 'Martian', '12', 'de DE'])('finds no language in %j', (tag) => {
    expect(readLanguage(tag)).toBeUndefined();
  });
});

describe('chooseLocale', () => {
  it.each([
    [['de', 'en-GB'], 'de'],
    [['en', undefined, 'fr-FR', 'en_GB.UTF-8'], 'en-GB'],
    [['', 'und', 'en-AU', 'en-US'], 'en-AU'],
    [['en-Latn', 'en-150'], 'en-150'],
    [[undefined, 'x'], undefined],
  ])('chooses of %j %s', (tags, expected) => {
    expect(chooseLocale(tags)).toBe(expected);
  });
});
