import { describe, expect, it } from 'vitest';
import { describePhrase } from '../../../../src/engines/builtin/reader/found-phrase.js';
import { rankingOf } from '../../../support/rankings.js';

/** Describes the phrase as if the reader had found it in the sentence. */
function describeIn(sentence: string, phrase: string, question: string) {
  const [ranked] = rankingOf(sentence).sentences;
  if (!ranked) throw new Error('There is no sentence.');
  const start = sentence.indexOf(phrase);
  return describePhrase({ text: question, language: 'en' }, ranked, { start, end: start + phrase.length });
}

describe('describePhrase', () => {
  it.each([
    ['how old is he?', 'Finch, 58, called it a promise.', '58'],
    ['when did it close?', 'The mill closed in March.', 'March'],
    ['how many boats are there?', 'The club has twelve boats.', 'twelve boats'],
    ['who drew the plans?', 'The plans were drawn by Ada Brandt.', 'Ada Brandt'],
    ['who drew the plans?', 'Brandt drew the plans.', 'Brandt'],
  ])('finds the type of answer to “%s” in “%s”', (question, sentence, phrase) => {
    expect(describeIn(sentence, phrase, question)).toMatchObject({
      asksForEvidentType: true,
      lacksType: false,
    });
  });

  it.each([
    ['how old is he?', 'Finch, 58, called it a promise.', 'a promise'],
    ['when did it close?', 'The mill closed in March.', 'The mill'],
    ['who met Ada Brandt?', 'The mayor met Ada Brandt.', 'Ada Brandt'],
  ])('misses it for “%s” in “%s” if the phrase is “%s”', (question, sentence, phrase) => {
    expect(describeIn(sentence, phrase, question).lacksType).toBe(true);
  });

  it('expects no type where an answer has no form of its own', () => {
    expect(describeIn('It failed because the gear broke.', 'the gear broke', 'why did it fail?')).toEqual({
      words: 3,
      asksForEvidentType: false,
      lacksType: false,
    });
  });
});
