import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../../src/core/answer.js';
import type { Assistant } from '../../../../src/core/assistant.js';
import { readArticleFile } from '../../../../src/sources/file.js';
import { openTestApp } from '../../../support/temporary.js';

const MILL = `---
title: The mill in Ostrel
author: Ada Moss
language: en
---

## Tickets

The mill opens to visitors in May. A day ticket costs 4 crowns. Children enter for free on Mondays.

## Rules

The board has agreed on three rules:

1. Stay behind the rope.
2. Do not feed the carp.
3. Leave bags at the door.

## The wheel

The oak wheel weighs nine tonnes. It was rebuilt in 1924. The work took eleven weeks. A storm broke it again in 1987.

## The carp

The carp in the pond are fed by the warden at noon. They are older than the warden.
`;

const LIBRARY = 'town';

async function openMill(): Promise<Assistant> {
  const { assistant } = await openTestApp();
  await assistant.addArticle({ library: LIBRARY, ...readArticleFile(MILL, 'mill.md') });
  return assistant;
}

/** Asks in one conversation and returns the last two answers. */
async function converse(assistant: Assistant, ...messages: readonly string[]) {
  const answers: (Answer & { readonly id: string })[] = [];
  for (const message of messages) {
    answers.push(await assistant.ask(message, { library: LIBRARY, previousAnswerId: answers.at(-1)?.id }));
  }
  const [before, last] = answers.slice(-2);
  if (!before || !last) throw new Error('too few messages');
  return { before, last };
}

function textOf(answer: Answer): string {
  return answer.kind === 'not-in-article' ? (answer.message ?? '') : answer.text;
}

function quotes(answer: Answer): readonly string[] {
  return answer.kind === 'answered' ? answer.citations.map(({ quote }) => quote) : [answer.kind];
}

const PRICE = 'How much is a day ticket?';

describe('a message about the last reply', () => {
  it.each([
    ['say that again', 'From the same sentence:'],
    ['what did you say?', 'From the same sentence:'],
    ['nochmal bitte', 'Aus demselben Satz:'],
    ['¿me lo repites?', 'En la misma frase:'],
    ['tu peux répéter ?', 'Dans la même phrase :'],
  ])('“%s” shows the last answer once more', async (message, remark) => {
    const { before, last } = await converse(await openMill(), PRICE, message);

    expect(textOf(last)).toBe(textOf(before));
    expect(quotes(last)).toEqual(quotes(before));
    expect(last).toMatchObject({ remark: { kind: 'same-sentence', text: remark } });
  });

  it('repeats an answer after thanks in between', async () => {
    const { last } = await converse(await openMill(), PRICE, 'thanks!', 'repeat that please');

    expect(quotes(last)).toContain('A day ticket costs 4 crowns.');
  });

  it('shows the best sentence alone if there are several', async () => {
    const { before, last } = await converse(
      await openMill(),
      'What does a day ticket cost and when was the wheel rebuilt?',
      'shorter please',
    );

    expect(quotes(before).length).toBeGreaterThan(1);
    expect(quotes(last)).toHaveLength(1);
    expect(quotes(before)).toContain(quotes(last)[0]);
  });

  it('shortens a summary', async () => {
    const { before, last } = await converse(await openMill(), 'tl;dr', 'can you make that shorter');

    expect(last).toMatchObject({ kind: 'answered', intent: 'summary', summary: { style: 'brief' } });
    expect(textOf(last).length).toBeLessThan(textOf(before).length);
  });

  it.each([
    'are you sure?',
    'where does it say that?',
    'source?',
    'wo steht das?',
    'en serio?',
    "c'est écrit où",
  ])('“%s” shows the sentence in its paragraph, below its heading', async (message) => {
    const { last } = await converse(await openMill(), PRICE, message);

    expect(textOf(last)).toMatch(
      /^\[Tickets:\] The mill opens .* A day ticket costs 4 crowns\. \[2\] Children/u,
    );
    expect(quotes(last)).toHaveLength(3);
    expect(last).toMatchObject({ remark: { kind: 'source' } });
  });

  it('reads on for more details', async () => {
    const { last } = await converse(await openMill(), 'When was the wheel rebuilt?', 'longer please');

    expect(quotes(last)).toContain('The work took eleven weeks.');
  });

  it('is small talk if nothing was said before', async () => {
    const reply = await (await openMill()).ask('say that again please', { library: LIBRARY });

    expect(reply.kind).toBe('reply');
    expect(reply.kind === 'reply' && reply.suggestions.length).toBeGreaterThan(0);
  });

  it('never takes a doubt about a refusal for a question', async () => {
    const { before, last } = await converse(
      await openMill(),
      'Who won the chess championship in Lisbon?',
      'are you sure?',
    );

    expect(before.kind).toBe('not-in-article');
    expect(last).toMatchObject({ kind: 'reply', intent: 'complaint' });
  });

  it('isn’t the question that the next one continues', async () => {
    const assistant = await openMill();
    const { last } = await converse(assistant, PRICE, 'say that again');

    const [turn] = assistant.conversation(last.id, { library: LIBRARY }).slice(-1);

    expect(turn).toMatchObject({ question: PRICE, answer: textOf(last) });
  });

  it('is no question in a recap', async () => {
    const assistant = await openMill();
    const place = { channelId: 'c1' };

    const { id } = await assistant.ask(PRICE, { library: LIBRARY, place });
    await assistant.ask('say that again', { library: LIBRARY, place, previousAnswerId: id });

    expect(assistant.recap({ library: LIBRARY, place, days: 1 })).toMatchObject({ questions: 1 });
  });

  it('repeats nothing that an article doesn’t say any more', async () => {
    const assistant = await openMill();
    const { id, ...answer } = await assistant.ask(PRICE, { library: LIBRARY });
    const [cited] = answer.kind === 'answered' ? answer.citations : [];
    await assistant.removeArticle(cited?.articleId ?? '', { library: LIBRARY });

    const repeated = await assistant.ask('say that again', { library: LIBRARY, previousAnswerId: id });

    expect(repeated).toMatchObject({ kind: 'reply' });
  });
});

describe('a choice from the last reply', () => {
  it('asks a suggested question', async () => {
    const { before, last } = await converse(
      await openMill(),
      'Who won the chess championship in Lisbon?',
      'the second one',
    );

    const [, second = ''] = before.kind === 'not-in-article' ? (before.suggestions ?? []) : [];
    const { last: asked } = await converse(await openMill(), PRICE, second);
    expect(second).not.toBe('');
    expect(quotes(last)).toEqual(quotes(asked));
  });

  it('shows one item of a list', async () => {
    const { before, last } = await converse(await openMill(), 'What are the rules?', 'number 2');

    expect(quotes(before)).toContain('2. Do not feed the carp.');
    expect(quotes(last)).toContain('2. Do not feed the carp.');
    expect(quotes(last)).not.toContain('3. Leave bags at the door.');
  });

  it('tells more about a sentence', async () => {
    const { before, last } = await converse(
      await openMill(),
      'What does a day ticket cost and when was the wheel rebuilt?',
      'tell me more about the third one',
    );

    expect(quotes(before)[2]).toBe('It was rebuilt in 1924.');
    expect(quotes(last)).toContain('The work took eleven weeks.');
  });

  it('is an ordinary message if there is only one thing', async () => {
    const { last } = await converse(await openMill(), PRICE, 'the fourth one');

    expect(last).not.toMatchObject({ earlierQuestion: PRICE });
  });
});
