import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize } from '../../../src/engines/builtin/words/analyzer.js';
import { TokenCache } from '../../../src/engines/builtin/words/token-cache.js';

const SENTENCES = [
  'The U.S. and the U.K. signed in 1998; N.A.T.O. did not.',
  'It cost $1,200.50, or 3.5% of 12,000,000 – “isn’t it?”, she asked.',
  "Rock 'n' roll's 1950s, the '60s, O'Brien’s don't've, 3rd of 4x4, COVID-19 and B2B.",
  'a.b.c. A.B A.B. A.1. 1.A 1..2 1,,2 1.,2 .5 5. ’ ‘ … — A. B. C.',
  'IT IS THE WHO. WE ASK US.',
];

/** Adds a non-ASCII word to the text to force the regular expression, then drops that word's token. */
const tokenizeByExpression = (text: string) => tokenize(`${text} Ω`, 'en').slice(0, -1);

describe('words of ASCII text', () => {
  it.each(SENTENCES)('match those of the regular expression: %s', (text) => {
    const found = tokenize(text, 'en');

    expect(found).toEqual(tokenizeByExpression(text));
    for (const { start, surface } of found) expect(text.slice(start, start + surface.length)).toBe(surface);
  });

  it('match those of the regular expression for any text', () => {
    const sign = fc.constantFrom(..."AZBazb019..,,'’’“”–— \n-_$%()/…:;?!@");
    const text = fc.array(sign, { maxLength: 60 }).map((signs) => signs.join(''));

    fc.assert(
      fc.property(text, (plain) => {
        expect(tokenize(plain, 'en')).toEqual(tokenizeByExpression(plain));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('elided words', () => {
  const termsOf = (text: string, language: string) =>
    tokenize(text, language).flatMap(({ term, isStop }) => (isStop ? [] : [term]));

  it.each([
    ['fr', "l'atelier", 'atelier'],
    ['fr', "D'UNE GRANGE", 'une GRANGE'],
    ['fr', "lorsqu'arrive l'hiver", 'arrive hiver'],
    ['fr', "jusqu'à l'île", 'à île'],
    ['fr', "qu'Élodie s'installe", 'Élodie installe'],
    ['fr', "d'aujourd'hui", "aujourd'hui"],
    ['it', "dell'acqua", 'acqua'],
    ['it', "all'ombra d'un olmo", 'ombra un olmo'],
    ['ca', "l'aigua d'hivern", 'aigua hivern'],
  ])('leave the plain word (%s): %s', (language, written, plain) => {
    for (const text of [written, written.replaceAll("'", '’')])
      expect(termsOf(text, language)).toEqual(termsOf(plain, language));
  });

  it('are no part of the word that follows', () => {
    const text = "Il parle d’ici et de l'école.";

    const surfaces = tokenize(text, 'fr').map(({ start, surface }) => {
      expect(text.slice(start, start + surface.length)).toBe(surface);
      return surface;
    });

    expect(surfaces).toEqual(['Il', 'parle', 'ici', 'et', 'de', 'école']);
  });

  it('are told from names and words with an apostrophe inside', () => {
    expect(termsOf("O'Leary prud'homme", 'fr')).toEqual(termsOf('OLeary prudhomme', 'fr'));
    expect(termsOf("l'", 'fr')).toEqual([]);
  });

  it('are unknown to languages without them', () => {
    expect(tokenize("l'atelier", 'de').map(({ surface }) => surface)).toEqual(["l'atelier"]);
  });
});

describe('cached tokens', () => {
  it('are created once per language, and again after the cache was cleared', () => {
    const read: string[] = [];
    const words = new TokenCache(3, (surface, language) => {
      read.push(`${language} ${surface}`);
      return { surface, language };
    });
    const at = (text: string, language = 'en') => words.at(`<${text}>`, 1, text.length + 1, language);

    const first = at('boat');
    const again = at('boat');
    at('boat', 'de');
    at('boats');
    at('ships');
    at('boat');

    expect(again).toBe(first);
    expect(first).toEqual({ surface: 'boat', language: 'en' });
    expect(read).toEqual(['en boat', 'de boat', 'en boats', 'en ships', 'en boat']);
  });

  it('are distinguished despite hash collisions', () => {
    const words = new TokenCache(512, (surface, language) => ({ surface, language }));
    const surfaces = Array.from({ length: 500 }, (_, at) => `word${at}`);

    for (let round = 0; round < 2; round += 1)
      for (const surface of surfaces)
        expect(words.at(surface, 0, surface.length, 'en').surface).toBe(surface);
  });

  it('can be arbitrarily long', () => {
    const words = new TokenCache(8, (surface, language) => ({ surface, language }));
    const long = 'a'.repeat(300_000);

    expect(words.at(long, 0, long.length, 'en').surface).toBe(long);
  });
});
