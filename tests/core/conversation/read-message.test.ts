import { describe, expect, it } from 'vitest';
import { asksForCheck } from '../../../src/core/conversation/match-phrases.js';
import { readMessage } from '../../../src/core/conversation/read-message.js';
import { createAnalyzer } from '../../../src/engines/builtin/words/analyzer.js';

const analyzer = createAnalyzer();

function read(message: string, { continuesQuestion = false, articleLanguages = ['en'] } = {}) {
  return readMessage(message, { analyzer, continuesQuestion, articleLanguages });
}

describe('readMessage', () => {
  it.each([
    [
      'greeting',
      ['hello', 'Hi there!', 'good evening 👋', 'heyyy', 'Guten Morgen', 'buenos días', 'Salut !'],
    ],
    ['thanks', ['thanks', 'ok thank you so much!', 'vielen Dank', 'muchas gracias', 'merci beaucoup']],
    [
      'small-talk',
      ['who are you?', 'how r u', 'nice', 'bye', 'bist du ein Roboter?', '¿cómo te llamas?', 'ça va ?'],
    ],
    [
      'help',
      ['help', 'what can you do?', 'how do I use this', 'was kannst du', '¿qué puedes hacer?', 'aide'],
    ],
    [
      'articles',
      ['which articles do you have?', 'list the articles', 'welche Artikel gibt es?', '¿qué artículos hay?'],
    ],
    [
      'summary',
      [
        'tl;dr',
        'What is this about?',
        'sum it up please',
        'Worum geht es?',
        '¿De qué trata?',
        'De quoi ça parle ?',
      ],
    ],
    ['nothing', ['', ' \n ', '🤔🤔', '???', 'the', 'is it', 'qwertz', 'und']],
    ['new-conversation', ['new question', 'neue Frage', 'otra pregunta', 'autre question']],
  ])('reads a message as %s', (kind, messages) => {
    for (const message of messages) expect([message, read(message).intent.kind]).toEqual([message, kind]);
  });

  it.each([
    [
      'author',
      ['who wrote this?', 'author?', 'wer hat das geschrieben', '¿quién lo escribió?', 'qui a écrit ça ?'],
    ],
    [
      'published',
      [
        'when was this published',
        'how old is the article',
        'von wann ist der Text',
        '¿cuándo se publicó esto?',
      ],
    ],
    ['title', ['what’s the headline', 'title?', 'wie heißt der Artikel', '¿cuál es el título?']],
    ['url', ['do you have a link', 'source?', 'gibt es einen Link?', '¿tienes el enlace?']],
    ['language', ['what language is this in', 'in welcher Sprache ist das', '¿en qué idioma está?']],
    [
      'length',
      [
        'how many words does it have',
        'how long is the article',
        'wie lang ist der Text',
        '¿cuántas palabras tiene?',
      ],
    ],
  ])('knows that a question is about the article’s %s', (field, messages) => {
    for (const message of messages) {
      expect([message, read(message).intent]).toEqual([message, { kind: 'metadata', field }]);
    }
  });

  it.each([
    'Who wrote the letter to the mayor?',
    'How long is the bridge?',
    'What is the harbour about to lose?',
    'When was the church built?',
    'Which articles of the treaty were changed?',
    'Help for farmers',
    'Who thanked the mayor?',
  ])('takes “%s” for a question about the text', (message) => {
    expect(read(message).intent).toEqual({ kind: 'question', text: message });
  });

  it('removes a greeting in front of a question', () => {
    expect(read('Hi, how much is a ticket?').intent).toEqual({
      ...{ kind: 'question', text: 'how much is a ticket?' },
    });
  });

  it('reads “How long is it?” as a follow-up after a question about the text', () => {
    expect(read('How long is it?').intent.kind).toBe('metadata');
    expect(read('How long is it?', { continuesQuestion: true }).intent.kind).toBe('question');
  });

  it('takes a bare “Why?” for a question only after another question', () => {
    expect(read('Why?').intent.kind).toBe('nothing');
    expect(read('Why?', { continuesQuestion: true }).intent.kind).toBe('question');
  });

  it.each([
    ['de', 'wie viel kostet das'],
    ['es', '¿dónde está el museo?'],
    ['fr', 'combien ça coûte'],
    ['en', 'how much is it'],
  ])('tells that a message is in %s', (language, message) => {
    expect(read(message, { continuesQuestion: true }).language).toBe(language);
  });

  // With exponential backtracking, the short ones would never end; in quadratic time, the long ones.
  it.each([
    ['what is the ', 9, 'nothing'],
    ['hi ', 36, 'greeting'],
    ['das hier ', 12, 'nothing'],
    ['can you ', 13, 'nothing'],
    ['a ', 500_000, 'question'],
    ['what is the ', 100_000, 'question'],
  ])('reads “%s” %i times', (words, count, kind) => {
    expect(read(words.repeat(count)).intent.kind).toBe(kind);
  });
});

describe('asking whether a message is true', () => {
  it.each([
    'is this true?',
    'Is that really right',
    'fact check this please',
    'really?',
    'stimmt das?',
    '¿es verdad?',
    "c'est vrai ?",
  ])('is read from “%s”', (message) => {
    expect(asksForCheck(message)).toBe(true);
  });

  it.each(['is this true for children?', 'who said this?', 'why is that?'])(
    'isn’t read from “%s”',
    (message) => {
      expect(asksForCheck(message)).toBe(false);
    },
  );
});
