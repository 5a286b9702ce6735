import { describe, expect, it } from 'vitest';
import { renderExcerpt, spanOfExcerpt } from '../../../src/core/excerpt/excerpt.js';
import { makeStandalone } from '../../../src/core/excerpt/make-excerpt.js';
import type { Article } from '../../../src/core/text/article.js';
import { listSentences } from '../../../src/core/text/article-sentences.js';

function articleOf(text: string, language = 'en'): Article {
  return { ...{ id: 'a', library: 'town', title: '', text, bodyStart: 0, language }, digest: text };
}

/** The last sentence of a text, as it is shown on its own. */
function showLast(text: string, language = 'en'): string | undefined {
  const article = articleOf(text, language);
  const sentence = listSentences(article).at(-1);
  const made = sentence && makeStandalone(article, sentence);
  return made && renderExcerpt(text, made.parts);
}

describe('an excerpt', () => {
  it('puts the name in brackets for a pronoun at the start', () => {
    const shown = showLast(
      'Tomas Reyle has kept the lock house since 2009. Reyle lives there alone. He hears the river at night.',
    );

    expect(shown).toBe('[Tomas Reyle] hears the river at night.');
  });

  it('puts the name in brackets for a possessive', () => {
    const shown = showLast(
      'Helena Vasquez leads the observatory. Vasquez is tired. Her team found two moons.',
    );

    expect(shown).toBe('[Helena Vasquez’s] team found two moons.');
  });

  it.each([
    ['two people may be meant', 'Ada Brandt met Ines Calloway. Brandt and Calloway talked. She left early.'],
    ['a thing may be meant', 'The city has raised the river wall. It cost 3 million crowns.'],
    ['a figure is missing', 'The council named a sum of two million. Haddad disputed the figure in May.'],
    ['nobody says who both are', 'Ada Brandt met Ines Calloway. Both left early in the evening.'],
    ['nobody says what was asked', 'Ada Brandt asked a question. Ines Calloway replied.'],
    ['nobody says what this is', 'The wall was raised in May. This came as a surprise to many.'],
    ['nobody says what was counted', 'Students were trapped by a flood. All four survived the night.'],
    ['nobody says which two', 'The town ordered ten trams. The first two are due in May.'],
    ['nobody says who the others are', 'Two people met. The others left early in the evening.'],
    ['nobody says which group "some of them" is', 'Walkers came by. Some of them stayed for the night.'],
    ['it counts from something before it', 'The wall was raised in May. Three years later, the town fell.'],
    ['it goes on from something', 'The club closed. From then on the hall stood empty for years.'],
    ['"that" is something before it', 'The course takes a year. After that the students get a job.'],
    [
      'somebody else was "she" before',
      'Her last years were quiet. She married Frank Tully in 1968. Tully died in 2009. She lived on with two dogs.',
    ],
    [
      'the only name is a man’s',
      'She married Frank Tully, a bell founder, in 1968. Tully died in 2009. Later she lived with two dogs.',
    ],
    [
      'a thing behind an opening phrase may be anything',
      'Ada Brandt kept the report card. In later life it hung above the desk.',
    ],
    [
      '"her" may be the one who gets something',
      'Ada Brandt works alone. Brandt is slow. The town gave her two medals in May.',
    ],
    [
      '"her" may own what follows or be who does it',
      'Ottoline Marr drew maps. Marr liked her work. A report card hung above her drawing table.',
    ],
    [
      '"it" can’t be the subject',
      'The town keeps the train. Staff and workers at the fish market depended on it for years.',
    ],
    ['it opens with an adverb that ties it', 'The wall was raised. Then the rain came to the valley.'],
    [
      'a name has been contracted',
      'Tomas Reyle keeps the lock. Reyle is old. He’s not going to leave the house.',
    ],
  ])('is not made if %s', (_why, text) => {
    const article = articleOf(text);
    const made = makeStandalone(article, listSentences(article).at(-1) ?? { start: 0, end: 0 });

    expect(made === undefined || made.needs.length > 0).toBe(true);
  });

  it.each([
    ['a connective', 'It rained. However, the harbor pool opened in May.', 'The harbor pool opened in May.'],
    ['a conjunction', 'It rained. But the harbor pool opened in May.', 'The harbor pool opened in May.'],
    ['a dateline', 'LIMA (Reuters) -- The museum reopened in May.', 'The museum reopened in May.'],
    [
      'a time stamp',
      '00:12:31 The ferry starts in the month of June.',
      'The ferry starts in the month of June.',
    ],
    [
      'an apposition',
      'Marek Oduya, the chief engineer of the city, called on the council to act at once.',
      'Marek Oduya called on the council to act at once.',
    ],
    [
      'a bracket',
      'The museum (once a prison) reopened after two years of repairs.',
      'The museum reopened after two years of repairs.',
    ],
    [
      'the day on which somebody said it',
      'The museum will reopen in May, the director said on Tuesday.',
      'The museum will reopen in May, the director said.',
    ],
  ])('leaves out %s', (_what, text, shown) => {
    expect(showLast(text)).toBe(shown);
  });

  it.each([
    ['who says so', 'The suspect had planned the attack for weeks, prosecutors said.'],
    ['a list', 'Tributes came from friends, fans and colleagues of the artist.'],
    [
      'a name in apposition',
      "The city's chief engineer, Marek Oduya, has checked all five piers of the bridge.",
    ],
    ['a condition', 'The pool will open on Monday if the water is warm enough by then.'],
  ])('keeps %s', (_what, text) => {
    expect(showLast(text)).toBe(text);
  });

  it('consists of exact spans of the article', () => {
    const text = 'Tomas Reyle keeps the lock. Reyle is old. But he hears the river, which is loud, at night.';
    const article = articleOf(text);

    const made = makeStandalone(article, listSentences(article).at(-1) ?? { start: 0, end: 0 });

    for (const { start, end } of made?.parts ?? []) expect(text.slice(start, end).trim()).not.toBe('');
    const { start, end } = spanOfExcerpt(made?.parts ?? []);
    expect(text.slice(start, end)).toMatch(/^hears the river.*at night\.$/);
  });

  it('replaces no pronoun in other languages', () => {
    expect(showLast('Ada Brandt leitet das Bad. Sie wohnt am Hafen.', 'de')).toBeUndefined();
    expect(showLast('Ada Brandt kocht gern. Aufgeschrieben hat sie das Rezept nie.', 'de')).toBeUndefined();
    expect(showLast('Ada Brandt leitet das Bad. Aber das Bad ist zu.', 'de')).toBe('Das Bad ist zu.');
  });
});
