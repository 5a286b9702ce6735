import { describe, expect, it } from 'vitest';
import type { Intent, MessageContext } from '../../../src/core/conversation/intent.js';
import { asksForCheck } from '../../../src/core/conversation/phrases/compiled-phrases.js';
import { understandMessage } from '../../../src/core/conversation/understand-message.js';
import type { MessageClassifier, MessageKind } from '../../../src/core/ports.js';
import { createMessageClassifier } from '../../../src/engines/builtin/message-kinds/classifier.js';
import { createAnalyzer } from '../../../src/engines/builtin/words/analyzer.js';

const TITLES = ['Ferry strike over night shifts'];
const ARTICLE =
  'ferry strike over night shifts crews the letter to the harbour board was written by the captain english courses help tunnel bridge church built treaty farmers mayor';

const analyzer = createAnalyzer();
// Without vectors, as with another embedding model. What it reads then, it also reads with them.
const classifier = createMessageClassifier();

function contextOf(more: Partial<MessageContext> = {}): MessageContext {
  const terms = new Set(analyzer.terms(ARTICLE, 'en'));
  return {
    ...{ analyzer, titles: TITLES, isKnownWord: (term: string) => terms.has(term) },
    ...{ continuesQuestion: false, articleLanguages: ['en'], ...more },
  };
}

async function understand(message: string, more: Partial<MessageContext> = {}) {
  return await understandMessage(message, contextOf(more), { classifier });
}

/** What the message is if the articles don't answer it. */
async function readUnanswered(message: string, more: Partial<MessageContext> = {}) {
  const { intent, otherwise } = await understand(message, more);
  return nameOf((otherwise ?? { intent }).intent);
}

function nameOf(intent: Intent): string {
  return intent.kind === 'metadata' ? intent.field : intent.kind;
}

/** A classifier that gives every message these probabilities. */
function createClassifier(probabilities: Partial<Record<MessageKind, number>>): MessageClassifier {
  return {
    async classify() {
      const kinds = new Map(Object.entries(probabilities) as [MessageKind, number][]);
      return { kinds, languages: new Map() };
    },
    classifyRequest: async () => new Map(),
  };
}

describe('a message after a reply', () => {
  const after = { continuesQuestion: true, hasReply: true };

  it.each([
    [
      'repeat',
      ['say that again', 'what did you say?', 'noch einmal bitte', '¿qué dijiste?', 'tu peux répéter ?'],
    ],
    ['shorten', ['shorter please', 'tl;dr of that', 'nur die Zahl', 'más corto', 'juste le chiffre']],
    ['verify', ['are you sure?', 'really?', 'Wo steht das?', '¿en qué párrafo?', 'ta source ?']],
  ])('wants to %s it', async (request, messages) => {
    for (const message of messages) {
      const { intent } = await understand(message, after);

      expect(intent, message).toEqual({ kind: 'about-reply', request });
    }
  });

  it.each([
    'tell me more',
    'longer please',
    'why?',
    'really? since when',
    'where does the ferry stop?',
    'what did the captain say?',
    'wo?',
    'how long is the short tunnel',
  ])('is a question: “%s”', async (message) => {
    const { intent } = await understand(message, after);

    expect(intent.kind).toBe('question');
  });

  it('is about it only if there is one', async () => {
    const { intent } = await understand('say that again');

    expect(intent.kind).not.toBe('about-reply');
  });
});

describe('understandMessage', () => {
  it.each([
    [
      'greeting',
      ['hello', 'Hi there!', 'good evening 👋', 'heyyy', 'Guten Morgen', 'buenos días', 'Salut !'],
    ],
    ['thanks', ['thanks', 'ok thank you so much!', 'vielen Dank', 'muchas gracias', 'merci beaucoup']],
    ['small-talk', ['who are you?', 'how r u', 'bist du ein Roboter?', '¿cómo te llamas?', 'ça va ?']],
    ['reaction', ['lol', 'nice', 'ok cool', 'krass', 'jajaja', 'mdr']],
    ['complaint', ["that's wrong", 'du bist nutzlos', 'eso no es lo que pregunté', "t'es nul"]],
    ['goodbye', ['bye', 'see you tomorrow', 'tschüss', 'hasta luego', 'à plus']],
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
  ])('reads the usual wordings of %s', async (kind, messages) => {
    for (const message of messages) {
      expect([message, await readUnanswered(message)]).toEqual([message, kind]);
    }
  });

  it.each([
    ['summary', 'i have no patience for long texts, what are they telling us'],
    ['help', 'never used one of these, how am I supposed to talk to it'],
    ['articles', 'what have you got for me to read in there'],
    ['thanks', 'you have been such a help my dear'],
    ['small-talk', 'is there a human being answering me'],
    ['author', 'which reporter do we have to thank for this piece'],
    ['published', 'how fresh is this article'],
    ['length', 'how big a read is it'],
    ['url', 'where did you fish this text out of the web'],
    ['summary', 'kannst du mir das alles mal auf zwei Sätze eindampfen'],
    ['help', 'wie kriege ich hier noch einen Text rein'],
    ['length', 'cuánto rato me va a llevar leerlo entero'],
    ['author', 'c’est signé par quel journaliste'],
  ])('reads %s in a wording of its own: %s', async (kind, message) => {
    expect(await readUnanswered(message)).toBe(kind);
  });

  it.each([
    'who wrote the letter?',
    'Who wrote the letter to the mayor?',
    'what language are the courses in',
    'how long is the tunnel',
    'How long is the bridge?',
    'what did the captain say to the board',
    'What is the harbour about to lose?',
    'When was the church built?',
    'Which articles of the treaty were changed?',
    'Help for farmers',
    'can you help the crews',
    'who did the captain thank',
    'Who thanked the mayor?',
    'Wer waren eigentlich die Leute auf der Fähre?',
  ])('keeps a question about the text: %s', async (message) => {
    const { intent, otherwise } = await understand(message);

    expect(intent).toEqual({ kind: 'question', text: message });
    expect(otherwise?.below ?? 0).toBeLessThan(0.2);
  });

  it('finds the name of the article', async () => {
    const { intent } = await understand('whats the deal with the ferry story, in short');

    expect(intent).toMatchObject({ kind: 'summary', named: ['ferry', 'story'] });
  });

  it('removes a greeting in front of a question', async () => {
    const { intent } = await understand('Hi, how much is the ferry?');

    expect(intent).toEqual({ kind: 'question', text: 'how much is the ferry?' });
  });

  it('takes a message for a follow-up rather than for a call for help', async () => {
    const { intent } = await understand('who do i ask', { continuesQuestion: true });

    expect(intent.kind).toBe('question');
  });

  it('reads “How long is it?” as a follow-up after a question about the text', async () => {
    expect(await readUnanswered('How long is it?')).toBe('length');
    const { intent, otherwise } = await understand('How long is it?', { continuesQuestion: true });
    expect(intent.kind).toBe('question');
    expect(otherwise?.below ?? 0).toBeLessThan(0.2);
  });

  it('takes a bare “Why?” for a question only after another question', async () => {
    expect(await readUnanswered('Why?')).toBe('nothing');
    expect(await readUnanswered('Why?', { continuesQuestion: true })).toBe('question');
  });

  it.each([
    ['de', 'wie viel kostet das'],
    ['es', '¿dónde está el museo?'],
    ['fr', 'combien ça coûte'],
    ['en', 'how much is it'],
  ])('tells that a message is in %s', async (language, message) => {
    expect((await understand(message, { continuesQuestion: true })).language).toBe(language);
  });

  it.each([
    [0.3, undefined],
    [0.6, { from: 0.01, to: 0.2 }],
    [0.9, { from: 0.2, to: 0.5 }],
    [0.98, { from: 0.5, to: 0.75 }],
  ])('with a probability of %d for chat, needs a better answer the higher it is', async (chat, range) => {
    const { intent, otherwise } = await understandMessage('is there some kind of tour', contextOf(), {
      classifier: createClassifier({ help: chat, question: 1 - chat }),
    });

    expect(intent.kind).toBe('question');
    expect(otherwise?.intent.kind).toBe(range && 'help');
    expect(otherwise?.below ?? 0).toBeGreaterThanOrEqual(range?.from ?? 0);
    expect(otherwise?.below ?? 0).toBeLessThanOrEqual(range?.to ?? 0);
  });

  it('adds up what speaks against a question, even if the kinds of chat are equally likely', async () => {
    const { intent } = await understandMessage('is there some kind of tour', contextOf(), {
      classifier: createClassifier({ help: 0.49, articles: 0.505, question: 0.005 }),
    });

    expect(intent.kind).toBe('articles');
  });

  // With exponential backtracking, the short ones would never end; in quadratic time, the long ones.
  it.each([
    ['what is the ', 9, 'nothing'],
    ['hi ', 36, 'greeting'],
    ['das hier ', 12, 'nothing'],
    ['can you ', 13, 'help'],
    ['a ', 500_000, 'question'],
    ['what is the ', 100_000, 'question'],
    ['hi\n', 40_000, 'question'],
  ])('reads “%s” %i times', async (words, count, kind) => {
    expect((await understand(words.repeat(count))).intent.kind).toBe(kind);
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
