import { describe, expect, it } from 'vitest';
import { createLister } from '../../../../src/engines/builtin/listing/lister.js';
import { readMarkdown } from '../../../support/structured-article.js';

const LOCK = readMarkdown(
  'Working the canal lock',
  `Boats wait below the lock. A passage has four steps:

1. Close the lower gates.
2. Open the upper paddles. Keep the boat away from the sill.
3. Wait until the water is level.
4. Open the upper gates.

Before mooring, slow down.

## Rules

1. No swimming.
2. Dogs stay on board.
3. Horns are for fog.`,
);
const BREAD = readMarkdown(
  'Fladenbrot',
  `## Schritt 1: Teig kneten

Mehl und Wasser zehn Minuten kneten.

## Schritt 2: Ruhen lassen

Den Teig zudecken. Er ruht eine Stunde.

## Schritt 3: Backen

Die Fladen in der Pfanne backen.

## Tipps

Dazu passt Quark.`,
  'de',
);
const SHELF = readMarkdown(
  'Una estantería',
  'Se monta en media hora.\n\nPaso 1: Une los lados.\n\nPaso 2: Clava el fondo. Usa seis clavos.\n\nPaso 3: Pon las baldas.',
  'es',
);

/** @param shown words of the article that the last answer cited */
function find(question: string, article = LOCK, { shown = '', language = 'en' } = {}) {
  const start = article.text.indexOf(shown);
  const cited = shown === '' ? [] : [{ start, end: start + shown.length }];
  const listed = createLister().list({ text: question, language }, article, cited);
  return listed?.sentences.map((span) => article.text.slice(span.start, span.end));
}

describe('steps of a numbered list', () => {
  it.each([
    ['step 3', '3. Wait until the water is level.'],
    ["what's step three?", '3. Wait until the water is level.'],
    ['what is the third step of the passage?', '3. Wait until the water is level.'],
    ['last step?', '4. Open the upper gates.'],
    ['what do I do first?', '1. Close the lower gates.'],
    ['what comes after closing the lower gates?', '2. Open the upper paddles.'],
    ['what do I do before waiting for level water?', '2. Open the upper paddles.'],
    ['what comes after step 3?', '4. Open the upper gates.'],
    ['rule 2', '2. Dogs stay on board.'],
  ])('finds the one that “%s” means', (question, expected) => {
    expect(find(question)?.[0]).toBe(expected);
  });

  it('quotes all sentences of a step', () => {
    expect(find('step 2')).toEqual(['2. Open the upper paddles.', 'Keep the boat away from the sill.']);
  });

  it('goes on from the step that was shown', () => {
    const shown = '3. Wait until the water is level.';

    expect(find("what's next?", LOCK, { shown })).toEqual(['4. Open the upper gates.']);
    expect(find('and the one before?', LOCK, { shown })?.[0]).toBe('2. Open the upper paddles.');
    expect(find('step 2', LOCK, { shown: '1. No swimming.' })).toEqual(['2. Dogs stay on board.']);
  });

  it('says nothing of what comes next if no step was shown, or the last one', () => {
    expect(find("what's next?")).toBeUndefined();
    expect(find("what's next?", LOCK, { shown: '4. Open the upper gates.' })).toBeUndefined();
    expect(find("what's next?", LOCK, { shown: 'Boats wait below the lock.' })).toBeUndefined();
  });

  it('lists all steps with the sentence that introduces them', () => {
    expect(find('list all the steps')).toHaveLength(6);
    expect(find('list all the steps')?.[0]).toBe('A passage has four steps:');
  });

  it('counts with the sentence that says how many there are, or shows them all', () => {
    expect(find('how many steps are there?')).toEqual(['A passage has four steps:']);
    expect(find('Wie viele Schritte sind es?', BREAD, { language: 'de' })).toHaveLength(4);
  });

  it.each([
    ['letzter Schritt?', 'Die Fladen in der Pfanne backen.'],
    ['was kommt vor dem Backen?', 'Den Teig zudecken.'],
    ['Was mache ich nach dem Kneten?', 'Den Teig zudecken.'],
  ])('reads headings that number the steps: “%s”', (question, expected) => {
    expect(find(question, BREAD, { language: 'de' })?.[0]).toBe(expected);
  });

  it('reads paragraphs that number themselves', () => {
    expect(find('¿cuál es el segundo paso?', SHELF, { language: 'es' })).toEqual([
      'Paso 2: Clava el fondo.',
      'Usa seis clavos.',
    ]);
    expect(find('étape 3', SHELF, { language: 'fr' })).toEqual(['Paso 3: Pon las baldas.']);
  });

  it('has nothing if the list is shorter', () => {
    expect(find('step 9')).toEqual([]);
  });

  it.each([
    'what do I do before mooring?',
    'what comes after lunch?',
    'first step of the strike',
    'what is the first gate made of?',
    'what is the last rule of chess?',
    'who was the third mayor?',
    'point 2 of the contract',
  ])('leaves “%s” to the search', (question) => {
    expect(find(question)).toBeUndefined();
  });

  it('doesn’t take rules for steps', () => {
    const rules = readMarkdown('Lake', '## Rules\n\n1. No fires.\n2. No radios.');

    expect(find('what do I do first?', rules)).toBeUndefined();
    expect(find('rule 1', rules)).toEqual(['1. No fires.']);
  });

  it('doesn’t count a list if other steps are counted', () => {
    const tower = readMarkdown('Tower', 'It has 212 steps.\n\n## Booking\n\n1. Call us.\n2. Pay.');

    expect(find('how many steps are there?', tower)).toBeUndefined();
  });

  it('leaves it to the search which of two lists is meant', () => {
    const two = readMarkdown(
      'Boats',
      '## Hiring\n\n1. Pay.\n2. Sign.\n\n## Returning\n\n1. Clean.\n2. Lock.',
    );

    expect(find('step 2', two)).toBeUndefined();
    expect(find('step 2 of returning', two)).toEqual(['2. Lock.']);
  });
});
