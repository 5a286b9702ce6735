import { describe, expect, it } from 'vitest';
import type { Article } from '../../../../src/core/text/article.js';
import { readAllQuestion } from '../../../../src/engines/builtin/listing/all-question.js';
import { createLister } from '../../../../src/engines/builtin/listing/lister.js';

const TEXT = [
  'A storm hit Gull Bay on 3 May. The mayor, Edwin Sorley, closed the pier in Quay Street.',
  '“We lost four boats,” said Dina Roth, a nurse. Her boat cost £4,000.',
  'Maud Kessler runs the café. “I was afraid,” she said. Mr Sorley promised twenty pounds to everyone.',
  'My uncle Alban swept the street. The pier should open in April 2034.',
].join('\n\n');

function articleOf(text: string, language = 'en'): Article {
  return { id: 'a', library: 'town', title: 'The storm', text, bodyStart: 0, language, digest: 'd' };
}

function list(question: string, text = TEXT, language = 'en'): readonly string[] | undefined {
  const article = articleOf(text, language);
  const listed = createLister().list({ text: question, language }, article);
  return listed?.sentences.map(({ start, end }) => text.slice(start, end));
}

describe('lister', () => {
  it('introduces everyone who is mentioned, once, in the order of the article', () => {
    expect(list('who is mentioned?')).toEqual([
      'The mayor, Edwin Sorley, closed the pier in Quay Street.',
      '“We lost four boats,” said Dina Roth, a nurse.',
      'Maud Kessler runs the café.',
      'My uncle Alban swept the street.',
    ]);
  });

  it('introduces everyone who is quoted, also where only “she said” says so', () => {
    expect(list('names of everyone quoted')).toEqual([
      'The mayor, Edwin Sorley, closed the pier in Quay Street.',
      '“We lost four boats,” said Dina Roth, a nurse.',
      'Maud Kessler runs the café.',
    ]);
  });

  it('lists every amount of money', () => {
    expect(list('list all prices')).toEqual([
      'Her boat cost £4,000.',
      'Mr Sorley promised twenty pounds to everyone.',
    ]);
  });

  it('lists every date', () => {
    expect(list('which dates are mentioned?')).toEqual([
      'A storm hit Gull Bay on 3 May.',
      'The pier should open in April 2034.',
    ]);
  });

  it('lists every place', () => {
    expect(list('which places are named in the article?')).toEqual([
      'A storm hit Gull Bay on 3 May.',
      'The mayor, Edwin Sorley, closed the pier in Quay Street.',
    ]);
  });

  it('keeps to what the question names besides', () => {
    expect(list('all prices for boats')).toEqual(['Her boat cost £4,000.']);
  });

  it('finds nothing in an article without anything of the kind', () => {
    expect(list('list all prices', 'It rained. Nobody came.')).toEqual([]);
  });

  it('takes “may” and “march” for dates only where they are', () => {
    expect(list('all dates', 'You may march. They met in May. March 4 was cold.')).toEqual([
      'They met in May.',
      'March 4 was cold.',
    ]);
  });

  it('reads months of the article’s language', () => {
    expect(list('Welche Termine gibt es?', 'Im März schneit es. Danach ruht alles.', 'de')).toEqual([
      'Im März schneit es.',
    ]);
  });

  it('shows no more than fits into a reply', () => {
    const text = Array.from({ length: 60 }, (_, at) => `Boat number ${at} cost £${at + 1}.`).join(' ');

    expect(list('list all prices', text)?.length).toBeLessThanOrEqual(16);
  });
});

describe('readAllQuestion', () => {
  it.each([
    ['en', 'names of everyone quoted', 'speakers'],
    ['en', 'list everyone who is quoted', 'speakers'],
    ['en', 'who is mentioned?', 'people'],
    ['en', 'show me all prices', 'prices'],
    ['en', 'how much does everything cost?', 'prices'],
    ['en', 'can you list the dates?', 'dates'],
    ['en', 'which places are named?', 'places'],
    ['en', 'all opening times', 'times'],
    ['de', 'was kostet alles?', 'prices'],
    ['de', 'Welche Personen werden genannt?', 'people'],
    ['de', 'Wer wird zitiert?', 'speakers'],
    ['es', 'todos los precios', 'prices'],
    ['es', '¿Qué fechas se mencionan?', 'dates'],
    ['fr', 'Quelles personnes sont citées ?', 'people'],
    ['fr', 'tous les prix', 'prices'],
  ])('reads in “%s”: %s', (language, question, kind) => {
    expect(readAllQuestion(question, language, language)).toMatchObject({ kind, isCertain: true });
  });

  it.each([
    'what is the price for everyone?',
    'did all the people leave?',
    'where did all the people go?',
    'how much does everyone pay?',
    'what is the date?',
    'who named the ship?',
    'list all the rules',
    'which dates did she propose?',
    'name the mayor',
    'who is the mayor?',
    'what did everyone say?',
  ])('asks for no such list: %s', (question) => {
    expect(readAllQuestion(question, 'en', 'en')).toBeUndefined();
  });

  it('is not certain about “what are the prices?”', () => {
    expect(readAllQuestion('what are the prices?', 'en', 'en')).toMatchObject({ isCertain: false });
  });
});
