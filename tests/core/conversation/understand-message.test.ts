import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MessageContext } from '../../../src/core/conversation/read-message.js';
import { understandMessage } from '../../../src/core/conversation/understand-message.js';
import { AppError } from '../../../src/core/errors.js';
import type { MessageClassifier, MessageKind } from '../../../src/core/ports.js';
import { type OpenEngine, openEngine } from '../../../src/engines/open.js';

const TITLES = ['Ferry strike over night shifts'];
const ARTICLE =
  'ferry strike over night shifts crews the letter to the harbour board was written by the captain english courses help tunnel';

let engine: OpenEngine;

beforeAll(async () => {
  engine = await openEngine({});
});

afterAll(() => engine.close());

function contextOf(more: Partial<MessageContext> = {}): MessageContext {
  const { analyzer } = engine;
  const terms = new Set(analyzer.terms(ARTICLE, 'en'));
  return {
    ...{ analyzer, titles: TITLES, isKnownWord: (term: string) => terms.has(term) },
    ...{ continuesQuestion: false, articleLanguages: ['en'], ...more },
  };
}

async function understand(message: string, more: Partial<MessageContext> = {}) {
  return await understandMessage(message, contextOf(more), { classifier: engine.messageClassifier });
}

/** A classifier that gives every message these probabilities. */
function createClassifier(probabilities: Partial<Record<MessageKind, number>>): MessageClassifier {
  return {
    async classify() {
      return new Map(Object.entries(probabilities) as [MessageKind, number][]);
    },
  };
}

describe('understandMessage', () => {
  it.each([
    ['summary', 'i have no patience for long texts, what are they telling us'],
    ['help', 'never used one of these, how am I supposed to talk to it'],
    ['articles', 'what have you got for me to read in there'],
    ['thanks', 'you have been such a help my dear'],
    ['small-talk', 'is there a human being answering me'],
  ])('reads %s by its meaning', async (kind, message) => {
    const byRules = await understandMessage(message, contextOf());

    const { intent } = await understand(message);

    expect(byRules.intent.kind).toBe('question');
    expect(intent.kind).toBe(kind);
  });

  it.each([
    ['author', 'which reporter do we have to thank for this piece'],
    ['published', 'how fresh is this article'],
    ['length', 'how big a read is it'],
    ['url', 'where did you fish this text out of the web'],
  ])('reads what is asked of the metadata: %s', async (field, message) => {
    const { intent } = await understand(message);

    expect(intent).toEqual({ kind: 'metadata', field });
  });

  it.each([
    'who wrote the letter?',
    'what language are the courses in',
    'how long is the tunnel',
    'what did the captain say to the board',
    'can you help the crews',
    'who did the captain thank',
  ])('keeps a question about the text: %s', async (message) => {
    const { intent } = await understand(message);

    expect(intent).toEqual({ kind: 'question', text: message });
  });

  it('finds the name of the article', async () => {
    const { intent } = await understand('whats the deal with the ferry story, in short');

    expect(intent).toMatchObject({ kind: 'summary', named: ['ferry', 'story'] });
  });

  it('takes a message for a follow-up rather than for a call for help', async () => {
    const { intent } = await understand('who do i ask', { continuesQuestion: true });

    expect(intent.kind).toBe('question');
  });

  it.each([
    [0.3, undefined],
    [0.6, { from: 0.01, to: 0.2 }],
    [0.9, { from: 0.2, to: 0.5 }],
    [0.98, { from: 0.5, to: 0.75 }],
  ])('with a probability of %d for chat, needs a better answer the higher it is', async (chat, range) => {
    const classifier = createClassifier({ help: chat, question: 1 - chat });

    const { intent, otherwise } = await understandMessage('is there some kind of tour', contextOf(), {
      classifier,
    });

    expect(intent.kind).toBe('question');
    expect(otherwise?.intent.kind).toBe(range && 'help');
    expect(otherwise?.below ?? 0).toBeGreaterThanOrEqual(range?.from ?? 0);
    expect(otherwise?.below ?? 0).toBeLessThanOrEqual(range?.to ?? 0);
  });

  it('adds up what speaks against a question, even if the kinds of chat are equally likely', async () => {
    const classifier = createClassifier({ help: 0.49, articles: 0.505, question: 0.005 });

    const { intent } = await understandMessage('is there some kind of tour', contextOf(), { classifier });

    expect(intent.kind).toBe('articles');
  });

  it('needs a better answer if a rule on single words says that it is chat', async () => {
    const classifier = createClassifier({ length: 0.6, question: 0.4 });
    const read = async (message: string) => await understandMessage(message, contextOf(), { classifier });

    const [ruled, plain] = await Promise.all([
      read('is this a long read then'),
      read('is there some kind of tour'),
    ]);

    expect(ruled.intent.kind).toBe('question');
    expect(ruled.otherwise?.below).toBeGreaterThan(plain.otherwise?.below ?? 1);
  });

  it('leaves messages in other languages to the rules', async () => {
    const { intent } = await understand('Wer waren eigentlich die Leute auf der Fähre?');

    expect(intent.kind).toBe('question');
  });

  it('leaves the decision to the rules if the model fails', async () => {
    const classifier: MessageClassifier = {
      async classify() {
        throw new AppError({
          code: 'engine/model-failed',
          message: 'The model has stopped.',
          advice: 'Restart.',
        });
      },
    };

    const { intent } = await understandMessage('did someone put their name to this text', contextOf(), {
      classifier,
    });

    expect(intent).toEqual({ kind: 'question', text: 'did someone put their name to this text' });
  });
});
