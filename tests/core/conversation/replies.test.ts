import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/core/answer.js';
import type { Assistant } from '../../../src/core/assistant.js';
import type { Engine, MessageClassifier, MessageKind } from '../../../src/core/ports.js';
import { createBuiltinEngine } from '../../../src/engines/builtin/engine.js';
import { readArticleFile } from '../../../src/sources/file.js';
import { HARBOUR } from '../../support/small-article.js';
import { openTestApp } from '../../support/temporary.js';

const POOL = `---
title: The pool in Brannock
author: Ada Moss
published: 2031-05-04
language: en
---

## Opening hours

| Day | Opens |
| --- | --- |
| Saturday | 9:00 |
| Sunday | 11:00 |

## Rules

The bathing board has agreed on three rules:

1. Shower before you swim.
2. Do not run.
3. Leave glass at home.

## Tickets

A day ticket costs 4 crowns. Children swim for free on Mondays. The sauna is closed in July. The heater is being replaced, and no steam can be made.

## Was the pool ever flooded?

In 2019 the water rose to the windows. It took eleven weeks to dry the hall.
`;

async function openPool(...others: readonly { title: string; text: string }[]): Promise<Assistant> {
  const { assistant } = await openTestApp();
  await assistant.addArticle({ library: 'town', ...readArticleFile(POOL, 'pool.md') });
  for (const article of others) await assistant.addArticle({ library: 'town', ...article });
  return assistant;
}

/** Asks in one conversation and returns the last answer. */
async function converse(assistant: Assistant, ...messages: readonly string[]): Promise<Answer> {
  let last: (Answer & { readonly id: string }) | undefined;
  for (const message of messages) {
    last = await assistant.ask(message, { library: 'town', previousAnswerId: last?.id });
  }
  if (!last) throw new Error('nothing was asked');
  return last;
}

function quotes(answer: Answer): readonly string[] {
  return answer.kind === 'answered' ? answer.citations.map(({ quote }) => quote) : [answer.kind];
}

describe('a refusal', () => {
  it('names the articles in which it found nothing as alternatives', async () => {
    const assistant = await openPool(HARBOUR);

    const refusal = await converse(assistant, 'Who won the chess championship?');

    expect(refusal).toMatchObject({ kind: 'not-in-article' });
    expect(refusal.kind === 'not-in-article' && refusal.message).toMatch(
      /^I couldn't find that in “.+” or “.+”\.$/,
    );
  });
});

describe('chat', () => {
  it('greets with questions that the article answers', async () => {
    const assistant = await openPool();

    const reply = await converse(assistant, 'hi');

    expect(reply).toMatchObject({ kind: 'reply', intent: 'greeting', language: 'en' });
    if (reply.kind !== 'reply') throw new Error('no reply');
    expect(reply.suggestions.length).toBeGreaterThan(0);
    for (const question of reply.suggestions) {
      expect((await converse(assistant, question)).kind).toBe('answered');
    }
  });

  it('offers questions from different articles in the asker’s language', async () => {
    const mill = {
      title: 'Alte Mühle öffnet wieder',
      text: 'Die Mühle öffnet am 3. Mai. Die Führung dauert 40 Minuten. Die Karte kostet 6 Euro.',
      language: 'de',
    };
    const assistant = await openPool(HARBOUR, mill);
    const suggested = (answer: Answer) => ('suggestions' in answer ? (answer.suggestions ?? []) : []);
    const titles = async (questions: readonly string[]) => {
      const answers = await Promise.all(questions.map((question) => converse(assistant, question)));
      return new Set(answers.flatMap((one) => (one.kind === 'answered' ? [one.citations[0]?.title] : [])));
    };

    const english = suggested(await converse(assistant, 'hello there'));
    const refused = suggested(await converse(assistant, 'How many whales live in the aquarium of Lisbon?'));
    const german = suggested(await converse(assistant, 'Guten Tag'));

    expect(await titles(english)).toEqual(new Set([HARBOUR.title, 'The pool in Brannock']));
    expect(await titles(refused)).toEqual(new Set([HARBOUR.title, 'The pool in Brannock']));
    expect(german.length).toBeGreaterThan(1);
    expect(await titles(german)).toEqual(new Set([mill.title]));
  });

  it.each([
    [0.8, 'answered'],
    [0.97, 'reply'],
  ])('that is likely with %d has to beat an answer that is likely with 0.4', async (chat, kind) => {
    const messageClassifier: MessageClassifier = {
      classify: async () => ({
        kinds: new Map<MessageKind, number>(Object.entries({ help: chat, question: 1 - chat }) as []),
        languages: new Map(),
      }),
      classifyRequest: async () => new Map(),
    };
    const builtin = { ...createBuiltinEngine(undefined, { reader: false }), messageClassifier };
    const ranker: Engine['ranker'] = {
      ...builtin.ranker,
      rank: (...asked) => ({ ...builtin.ranker.rank(...asked), confidence: 0.4 }),
    };
    const { assistant } = await openTestApp({ engine: { ...builtin, ranker } });
    await assistant.addArticle({ library: 'town', ...HARBOUR });

    const reply = await converse(assistant, 'When will the harbour close?');

    expect(reply.kind).toBe(kind);
  });

  it('answers in the language of the message', async () => {
    const assistant = await openPool();

    expect(await converse(assistant, 'vielen Dank!')).toMatchObject({ intent: 'thanks', language: 'de' });
    expect(await converse(assistant, '¿qué puedes hacer?')).toMatchObject({ intent: 'help', language: 'es' });
  });

  it('isn’t counted as an unanswered question', async () => {
    const assistant = await openPool();

    await converse(assistant, 'hello', 'thanks', '🤔');

    const { byOutcome } = assistant.usage({ library: 'town' });
    expect(byOutcome.map(({ outcome }) => outcome)).toEqual(['reply']);
  });

  it('names all articles', async () => {
    const assistant = await openPool(HARBOUR);

    const reply = await converse(assistant, 'which articles do you have?');

    expect(reply).toMatchObject({ intent: 'articles', articles: [{ title: HARBOUR.title }, {}] });
  });
});

describe('questions about the article', () => {
  it('answers from the metadata, and says what it doesn’t have', async () => {
    const assistant = await openPool();

    const author = await converse(assistant, 'who wrote this?');
    const date = await converse(assistant, 'von wann ist der Artikel?');
    const link = await converse(assistant, 'got a link?');

    expect(author).toMatchObject({ text: 'The author is Ada Moss.', metadata: { value: 'Ada Moss' } });
    expect(date).toMatchObject({ text: 'Der Artikel ist vom 4. Mai 2031.' });
    expect(link).toMatchObject({ metadata: { field: 'url' }, text: expect.stringContaining('no link') });
  });

  it('sums up in the article’s own sentences', async () => {
    const summary = await converse(await openPool(), 'tl;dr');

    expect(summary).toMatchObject({ kind: 'answered', intent: 'summary' });
    expect(quotes(summary).length).toBeGreaterThan(1);
  });

  it('asks which article is meant if there are several', async () => {
    const assistant = await openPool(HARBOUR);

    const choice = await converse(assistant, 'what is this about?');

    expect(choice).toMatchObject({ kind: 'choose-article', intent: 'summary', candidates: [{}, {}] });
  });

  it('means the article of the conversation', async () => {
    const assistant = await openPool(HARBOUR);

    const reply = await converse(assistant, 'How much does a day ticket cost?', 'who wrote this?');

    expect(reply).toMatchObject({ intent: 'metadata', metadata: { value: 'Ada Moss' } });
  });

  it.each([
    ['an article’s metadata', 'who wrote the pool article?'],
    ['a summary', 'sum up the pool article'],
    ['a question about its metadata after one about its text', 'How much does a day ticket cost?', 'link?'],
    ['thanks', 'who wrote the pool article?', 'thanks!'],
  ])('means the article of the conversation after %s', async (_, ...before) => {
    const assistant = await openPool(HARBOUR);

    const reply = await converse(assistant, ...before, 'how long is it?');

    expect(reply).toMatchObject({ kind: 'reply', metadata: { field: 'length' } });
    expect(
      reply.kind === 'reply' && assistant.getArticle(reply.articleId ?? '', { library: 'town' }),
    ).toMatchObject({
      title: 'The pool in Brannock',
    });
  });
});

describe('in a conversation about an article', () => {
  const LOCK = {
    title: 'A day at Ferrin Lock',
    text: 'Ferrin Lock opens at eight. Boats pay 6 crowns. The keeper, Ida Lund, sells day tickets for the car park.',
    language: 'en',
  };

  it.each([
    ['a question that both answer', 'what does it cost?', 'The pool in Brannock'],
    ['a follow-up', 'why?', 'The pool in Brannock'],
    ['a question with the name of something else', 'when does Ferrin Lock open?', LOCK.title],
  ])('%s is answered from the right article', async (_, question, title) => {
    const assistant = await openPool(LOCK);

    const answer = await converse(assistant, 'Why is the sauna closed in July?', question);

    expect(answer.kind === 'answered' && new Set(answer.citations.map((one) => one.title))).toEqual(
      new Set([title]),
    );
  });
});

describe('a question that names an article', () => {
  const QUAY = {
    title: 'Quay handbook for anglers',
    text: 'A day ticket costs 9 crowns. Dogs may swim.',
    language: 'en',
  };

  it('is answered from that article', async () => {
    const assistant = await openPool(QUAY);

    const quay = await converse(assistant, 'what does the handbook say about a day ticket?');
    const pool = await converse(assistant, 'how much is a day ticket in the pool article?');

    expect(quotes(quay)).toEqual(['A day ticket costs 9 crowns.']);
    expect(quotes(pool)).toEqual(['A day ticket costs 4 crowns.']);
  });

  it('makes the conversation be about it, even if it isn’t answered', async () => {
    const assistant = await openPool(QUAY);

    const refusal = await converse(assistant, 'what does the quay handbook say about paint?');
    const reply = await converse(
      assistant,
      'what does the quay handbook say about paint?',
      'what is the article called?',
    );

    expect(await converse(assistant, 'who wrote the handbook?')).toMatchObject({ intent: 'metadata' });
    expect(refusal).toMatchObject({ kind: 'not-in-article', articleId: expect.any(String) });
    expect(reply).toMatchObject({ metadata: { field: 'title', value: QUAY.title } });
  });
});

describe('answers', () => {
  it('uses the heading above a table and answers with one row', async () => {
    const answer = await converse(await openPool(), 'opening hours on Sunday?');

    expect(quotes(answer)).toEqual(['Day: Sunday; Opens: 11:00']);
  });

  it('quotes a whole list', async () => {
    const answer = await converse(await openPool(), 'What are the rules?');

    expect(quotes(answer).filter((quote) => /^\d\./u.test(quote))).toHaveLength(3);
  });

  it('adds the sentence that gives the reason', async () => {
    const answer = await converse(await openPool(), 'Why is the sauna closed in July?');

    expect(quotes(answer).join(' ')).toContain('The heater is being replaced');
  });

  it('answers two questions at once', async () => {
    const answer = await converse(
      await openPool(),
      'What does a day ticket cost and when does it open on Saturday?',
    );

    expect(quotes(answer).join(' ')).toMatch(/4 crowns[\s\S]*9:00|9:00[\s\S]*4 crowns/);
  });

  it('says which of two questions the article doesn’t answer', async () => {
    const answer = await converse(await openPool(), 'What does a day ticket cost and who won the world cup?');

    expect(answer).toMatchObject({
      remark: { kind: 'part-unanswered', text: expect.stringContaining('who won the world cup') },
    });
  });

  it('says yes or no only where the sentence leaves no doubt', async () => {
    const assistant = await openPool({
      title: 'Dogs',
      text: 'Dogs are not allowed in the hall. Bikes are welcome, but only outside.',
    });

    expect(await converse(assistant, 'Are dogs allowed in the hall?')).toMatchObject({
      remark: { kind: 'no' },
    });
    const bikes = await converse(assistant, 'Are bikes welcome?');
    expect(bikes.kind === 'answered' && bikes.remark).toBeUndefined();
  });

  it('never answers with a heading that asks', async () => {
    const answer = await converse(await openPool(), 'Was the pool ever flooded?');

    expect(quotes(answer)).toEqual(['In 2019 the water rose to the windows.']);
  });

  it('shows no excerpt on another subject', async () => {
    const refusal = await converse(await openPool(), 'What is the capital of Mongolia?');

    expect(refusal).toMatchObject({ kind: 'not-in-article', closest: [] });
  });

  it('says where it looked in vain, in the asker’s language', async () => {
    const assistant = await openPool();

    const refusal = await converse(assistant, 'Wie heißt der Bademeister von Brannock mit Vornamen?');

    expect(refusal).toMatchObject({ kind: 'not-in-article', language: 'de' });
    expect(refusal.kind === 'not-in-article' && refusal.message).toContain('Der Artikel ist auf Englisch');
  });
});

describe('follow-ups', () => {
  it.each([
    ['And why?', 'The heater is being replaced'],
    ['when?', 'The sauna is closed in July'],
    ['tell me more', 'The heater is being replaced'],
  ])('answers “%s” around the sentence that was cited', async (message, expected) => {
    const answer = await converse(await openPool(), 'Is the sauna closed?', message);

    expect(quotes(answer).join(' ')).toContain(expected);
  });

  it('asks the same of something else', async () => {
    const answer = await converse(await openPool(), 'When does the pool open on Saturday?', 'and on Sunday?');

    expect(quotes(answer)).toContain('Day: Sunday; Opens: 11:00');
  });

  it('says so if the same sentence is the answer', async () => {
    const answer = await converse(await openPool(), 'Was the pool ever flooded?', 'when?');

    expect(quotes(answer)).toEqual(['In 2019 the water rose to the windows.']);
    expect(answer).toMatchObject({ remark: { kind: 'same-sentence' } });
  });

  it('give the reason without repeating what was said', async () => {
    const answer = await converse(await openPool(), 'Is the sauna closed?', 'And why?');

    expect(quotes(answer).join(' ')).not.toContain('The sauna is closed');
  });

  it('start afresh after “new question”', async () => {
    const answer = await converse(await openPool(), 'Is the sauna closed?', 'new question', 'why?');

    expect(answer).toMatchObject({ kind: 'reply', intent: 'nothing' });
  });

  it('survive a word of thanks', async () => {
    const answer = await converse(await openPool(), 'Is the sauna closed?', 'thanks', 'and why?');

    expect(quotes(answer).join(' ')).toContain('The heater is being replaced');
  });
});
