import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findCognates } from '../../../src/engines/builtin/translation/cognates.js';
import { listInfinitives, splitCompound } from '../../../src/engines/builtin/translation/german-forms.js';
import { glossText, glossWord, isGlossable } from '../../../src/engines/builtin/translation/gloss-text.js';
import { LEXICON_LANGUAGES } from '../../../src/engines/builtin/translation/lexicon.js';
import {
  glossQuestion,
  translateQuestion,
} from '../../../src/engines/builtin/translation/translate-question.js';
import { tokenize } from '../../../src/engines/builtin/words/analyzer.js';

const FILE = 'src/engines/builtin/translation/lexicon.txt';
const LINES = readLines(FILE);
const FUNCTION_WORDS = readLines('src/engines/builtin/translation/function-words.txt');

function readLines(file: string): readonly string[] {
  return readFileSync(file, 'utf8').trimEnd().split('\n');
}

/** A word or phrase: letters, single spaces, hyphens and apostrophes. */
const WORD = /^\p{L}[\p{L}'’-]*(?: \p{L}[\p{L}'’-]*)*$/u;

/** Terms of a text. */
const vocabularyOf = (text: string, language = 'en') =>
  new Set(tokenize(text, language).map(({ term }) => term));

describe('word lists', () => {
  it.each([
    ['lexicon', LINES],
    ['function words', FUNCTION_WORDS],
  ])('%s are well-formed', (_name, lines) => {
    const isWellFormed = (line: string) => {
      const columns = line.split(' | ').map((column) => column.split(', '));
      return (
        columns.length === LEXICON_LANGUAGES.length &&
        columns.every(
          (words) => new Set(words).size === words.length && words.every((word) => WORD.test(word)),
        )
      );
    };

    expect(lines.filter((line) => !isWellFormed(line))).toEqual([]);
  });

  it('have each meaning once, in alphabetical order', () => {
    expect(new Set(LINES).size).toBe(LINES.length);
    expect(LINES).toEqual(
      [...LINES].sort((a, b) => compare(a.toLowerCase(), b.toLowerCase()) || compare(a, b)),
    );
  });
});

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

describe('word-by-word translation', () => {
  it.each([
    ['de', 'en', 'Wann wurde die Brücke in Otterwick gebaut?', 'when was bridge in Otterwick build?'],
    ['es', 'en', '¿Cuánto cuesta la biblioteca de Valdehermosa?', 'how much cost library of Valdehermosa?'],
    ['fr', 'en', 'Qui a financé l’école de Lyon ?', 'who has fund school of Lyon?'],
    ['de', 'en', 'Wie heißt die Bürgermeisterin?', 'who is mayor?'],
    ['en', 'de', 'What is the name of the mayor?', 'wie heißt Bürgermeister?'],
    ['en', 'de', 'Who repairs the bridge?', 'wer reparieren Brücke?'],
    ['en', 'es', 'How many windows does the house have?', 'cuántos ventana hacer casa han?'],
    ['de', 'es', 'Wo ist der Bürgermeister?', 'dónde es alcalde?'],
  ])('from %s to %s: “%s”', (from, to, question, expected) => {
    expect(translateQuestion(question, { from, to })?.text).toBe(expected);
  });

  it('prefers the meaning that the articles have', () => {
    const translate = (article: string) =>
      translateQuestion('Wo ist die Bank?', { from: 'de', to: 'en' }, vocabularyOf(article))?.text;
    const clock = (article: string) =>
      translateQuestion('Welche Karte?', { from: 'de', to: 'en' }, vocabularyOf(article))?.text;

    expect(translate('A bank on the square.')).toBe('where is bank?');
    expect(clock('The map shows every street.')).toBe('which map?');
    expect(clock('The ticket is valid on one day.')).toBe('which ticket?');
  });

  it('offers the other meanings and spellings with less weight', () => {
    const { alternatives } = translateQuestion('Wer baute das Haus?', { from: 'de', to: 'en' }) ?? {};

    expect(alternatives?.get('build')?.get('construct')).toBeCloseTo(0.9);
    expect(alternatives?.get('build')?.has('build')).toBe(false);
  });

  it('keeps names and numbers, with the article’s separators', () => {
    expect(translateQuestion('Zahlt Kottmann 1.200,5 Euro?', { from: 'de', to: 'en' })?.text).toBe(
      'pay Kottmann 1,200.5 euro?',
    );
  });

  it('knows cognates that the lexicon lacks', () => {
    const { alternatives } =
      translateQuestion('Wer ist Akrobat?', { from: 'de', to: 'en' }, vocabularyOf('An acrobat fell.')) ?? {};

    expect([...(alternatives?.get('akrobat') ?? [])]).toEqual([['acrobat', 0.7]]);
  });

  it('finds German compounds with a translation', () => {
    const vocabulary = vocabularyOf('Die Monatskarte', 'de');

    const { alternatives } =
      translateQuestion('Where is my ticket?', { from: 'en', to: 'de' }, vocabulary) ?? {};

    expect([...(alternatives?.values() ?? [])].flatMap((others) => [...others.keys()])).toContain(
      'monatskart',
    );
  });

  it('is undefined without a lexicon or in one language', () => {
    expect(translateQuestion('Kuka on pormestari?', { from: 'fi', to: 'en' })).toBeUndefined();
    expect(translateQuestion('Who is the mayor?', { from: 'en', to: 'en' })).toBeUndefined();
    expect(translateQuestion('Who is the mayor?', { from: 'und', to: 'de' })).toBeUndefined();
    expect(glossQuestion('Kuka on pormestari?', 'fi', 'en')).toBeUndefined();
  });

  it('is undefined if the question is rather in the articles’ language', () => {
    expect(translateQuestion('Was the house in Rome?', { from: 'de', to: 'en' })).toBeUndefined();
  });

  it('searches for all that a word may stand for', () => {
    const terms = glossQuestion('Welche Karte?', 'de', 'en')?.terms;

    expect(terms).toEqual(expect.arrayContaining(['card', 'map', 'ticket']));
  });
});

describe('a text in English, word by word', () => {
  const inEnglish = (text: string, language: string) =>
    glossText(text, language)
      .map((word) => word.text)
      .join(' ');

  it.each([
    ['de', 'Die Brücke ist seit Montag geschlossen.', 'the bridge is since Monday closed'],
    ['de', 'Wie viel kostet das für Kinder?', 'how much cost the for child'],
    ['es', 'El puente está cerrado desde el lunes.', 'the bridge is closed from the Monday'],
    ['es', '¿Por qué se paró el reloj?', 'why oneself stop the watch'],
    ['fr', 'Le pont est fermé depuis lundi.', 'the bridge is closed from Monday'],
    ['fr', 'Combien de temps dure la visite ?', 'how long last the visit'],
  ])('%s: “%s”', (language, text, expected) => {
    expect(inEnglish(text, language)).toBe(expected);
  });

  it('keeps names, and translates the parts of German compounds', () => {
    expect(inEnglish('Kottmann kennt die Ausleihfrist.', 'de')).toBe('Kottmann know the borrow deadline');
  });

  it('prefers the word that looks the same to others of its meaning', () => {
    expect(glossWord('Filme', 'de')).toBe('film');
    expect(glossWord('Kinos', 'de')).toBe('cinema');
  });

  it('exists for the other languages of the lexicon', () => {
    expect(['de', 'es', 'fr', 'en', 'it', 'und'].filter(isGlossable)).toEqual(['de', 'es', 'fr']);
    expect(glossWord('Otterwick', 'de')).toBeUndefined();
  });
});

describe('German forms', () => {
  it.each([
    ['kostet', 'kosten'],
    ['gebaut', 'bauen'],
    ['eingestellt', 'einstellen'],
    ['wohnte', 'wohnen'],
  ])('%s belongs to %s', (form, infinitive) => {
    expect(listInfinitives(form)).toContain(infinitive);
  });

  it('splits compounds of known words', () => {
    const isKnown = (part: string) => ['urlaub', 'tage', 'feuer', 'alarm'].includes(part);

    expect(splitCompound('urlaubstage', isKnown)).toEqual(['urlaub', 'tage']);
    expect(splitCompound('feueralarm', isKnown)).toEqual(['feuer', 'alarm']);
    expect(splitCompound('feuerwehr', isKnown)).toBeUndefined();
  });
});

describe('cognates', () => {
  it.each([
    ['konzert', 'concert'],
    ['filosof', 'philosoph'],
    ['theori', 'teori'],
  ])('%s and %s', (one, other) => {
    expect(findCognates(one, [other, 'harbour'])).toEqual([other]);
  });

  it('are never short or only alike at the beginning', () => {
    expect(findCognates('rat', ['rat', 'rate'])).toEqual([]);
    expect(findCognates('interest', ['internal', 'internet'])).toEqual([]);
  });
});
