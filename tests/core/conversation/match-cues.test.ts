import { describe, expect, it } from 'vitest';
import { matchCues } from '../../../src/core/conversation/match-cues.js';
import { normalizeMessage } from '../../../src/core/conversation/normalize-message.js';

function read(message: string, knownWords: readonly string[] = []): string | undefined {
  const found = matchCues(normalizeMessage(message), 'en', (word) => knownWords.includes(word));
  return found && [found.intent, found.field].filter(Boolean).join(':');
}

describe('matchCues', () => {
  it.each([
    ['greeting', 'hello hello, is this thing on'],
    ['thanks', 'great stuff, cheers'],
    ['thanks', 'danke, very helpful'],
    ['small-talk', 'haha nice one'],
    ['small-talk', 'do you like chess?'],
    ['small-talk', 'magst du kaffee'],
    ['help', 'how can i ask about something else'],
    ['articles', 'qué artículos hay'],
    ['summary', 'who is this about and what’s the gist'],
    ['summary', 'cuéntame en dos frases lo que dice'],
    ['summary', 'de quoi parle cet article'],
    ['metadata:author', 'und wer hats geschrieben'],
    ['metadata:published', 'date of this page?'],
    ['metadata:url', 'page link pls'],
    ['metadata:title', 'name of the article'],
    ['metadata:language', 'what lang is this'],
    ['metadata:length', 'combien de mots'],
  ])('reads %s in “%s”', (expected, message) => {
    expect(read(message)).toBe(expected);
  });

  it.each([
    'who wrote the letter',
    'what is the source of the river',
    'what help do they need',
    'how do i set it up',
    'how long is the tunnel',
    'wann ist die wahl',
    'cuánto cuesta',
  ])('leaves “%s” as a question', (message) => {
    expect(read(message)).toBeUndefined();
  });

  it('accepts a misspelled cue', () => {
    expect(read('an overveiw please')).toBe('summary');
  });

  it('takes no word of the article for a misspelled cue', () => {
    expect(read('overveiw please', ['overveiw'])).toBeUndefined();
  });
});
