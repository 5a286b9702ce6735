import { describe, expect, it } from 'vitest';
import { shortenTitle } from '../../../src/core/text/short-title.js';

describe('shortenTitle', () => {
  it.each([
    ['keeps a short title', 'The lock house: a history', 'The lock house: a history'],
    [
      'cuts a long one at a colon',
      'The tide mill at Ostrey: how four villages rebuilt a wheel of oak',
      'The tide mill at Ostrey',
    ],
    [
      'cuts at a dash',
      'The tide mill at Ostrey – how four villages rebuilt a wheel of oak',
      'The tide mill at Ostrey',
    ],
    [
      'cuts at a word where the part before a colon names nothing',
      'Interview: the keeper of the tide mill at Ostrey looks back',
      'Interview: the keeper of the tide mill at Ostrey …',
    ],
    ['leaves out the marks around a title', '“The river never sleeps”', 'The river never sleeps'],
    [
      'leaves out the marks around what is left',
      '„Der Fluss schläft nie“: neunzehn Jahre an der Schleuse von Ostrey',
      'Der Fluss schläft nie',
    ],
    ['makes marks inside single', 'Why “soon” never came', 'Why ‘soon’ never came'],
    [
      'leaves out a mark whose partner is cut off',
      'What the keeper said: “the river is older than every one of us”',
      'What the keeper said',
    ],
  ])('%s', (_case, title, short) => {
    expect(shortenTitle(title)).toBe(short);
  });
});
