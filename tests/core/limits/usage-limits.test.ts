import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type AssistantDependencies, createAssistant } from '../../../src/core/create-assistant.js';
import { BUILT_IN_LIBRARY } from '../../../src/core/text/article.js';
import { NOT_IN_ARTICLE } from '../../../src/core/writing-ports.js';
import { createBuiltinEngine } from '../../../src/engines/builtin/engine.js';
import { openStore } from '../../../src/store/open.js';
import { CALL_COST, type CountingOptions, createCountingEngine } from '../../support/counting-engine.js';
import { createGate } from '../../support/gate.js';
import { HARBOUR } from '../../support/small-article.js';
import { temporaryFolder } from '../../support/temporary.js';

const COST = CALL_COST.inputTokens + CALL_COST.outputTokens;
const QUESTION = 'When will the harbour close?';
const OTHER_QUESTION = 'Who is the mayor?';
const DRAFT = { library: 'town', ...HARBOUR, origin: 'harbour' };

/** An assistant with a stand-in model that reports usage, a real store and a clock that the test sets. */
async function openTown({
  dataDir = temporaryFolder(),
  onWrite,
  reply,
  ...parts
}: Partial<AssistantDependencies> & CountingOptions & { readonly dataDir?: string } = {}) {
  const builtin = createBuiltinEngine();
  const store = await openStore({ dataDir, embedder: builtin.embedder, analyzer: builtin.analyzer });
  onTestFinished(() => store.close());
  const { engine, asked } = createCountingEngine({ onWrite, reply });
  const clock = { time: new Date('2031-03-03T10:00:00Z'), now: () => clock.time };
  const assistant = createAssistant({ engine, store, index: store, clock, ...parts });
  await assistant.addArticle(DRAFT);
  return { assistant, store, asked, clock };
}

describe('cache', () => {
  it.each([
    ['again', QUESTION],
    ['in other case', 'WHEN will the harbour CLOSE?'],
    ['with other white space and punctuation', '  When  will the\nharbour close ?! '],
  ])('answers the same question asked %s from the cache, with a new id', async (_how, again) => {
    const { assistant, asked } = await openTown();

    const first = await assistant.ask(QUESTION, { library: 'town' });
    const second = await assistant.ask(again, { library: 'town' });

    expect(asked).toEqual([QUESTION]);
    expect(second).toEqual({ ...first, id: second.id });
    expect(second.id).not.toBe(first.id);
    expect(assistant.findAnswer(second.id, { library: 'town' })).toMatchObject({ question: again });
  });

  it('caches a refusal too', async () => {
    const { assistant, asked } = await openTown({ reply: NOT_IN_ARTICLE });

    const first = await assistant.ask(QUESTION, { library: 'town' });
    const second = await assistant.ask(QUESTION, { library: 'town' });

    expect(first.kind).toBe('not-in-article');
    expect(second).toEqual({ ...first, id: second.id });
    expect(asked).toEqual([QUESTION]);
  });

  it('asks the model again after an article of the library has changed', async () => {
    const { assistant, asked } = await openTown();
    await assistant.ask(QUESTION, { library: 'town' });

    await assistant.addArticle({ ...DRAFT, text: 'The harbour will close on 9 May 2032.' });
    const answer = await assistant.ask(QUESTION, { library: 'town' });

    expect(asked).toHaveLength(2);
    expect(answer.kind === 'answered' && answer.text).toContain('9 May 2032');
  });

  it('does not cache an answer if an article changed meanwhile, even if it is changed back', async () => {
    const { assistant, asked } = await openTown({
      onWrite: async () => void (await assistant.addArticle({ ...DRAFT, text: 'The harbour is open.' })),
    });
    await assistant.ask(QUESTION, { library: 'town' });

    await assistant.addArticle(DRAFT);
    await assistant.ask(QUESTION, { library: 'town' });

    expect(asked).toHaveLength(2);
  });

  it('asks the model again after an article has been added', async () => {
    const { assistant, asked } = await openTown();
    await assistant.ask(QUESTION, { library: 'town' });

    await assistant.addArticle({ library: 'town', title: 'Tide table', text: 'High water is at noon.' });
    await assistant.ask(QUESTION, { library: 'town' });

    expect(asked).toHaveLength(2);
  });

  it.each([
    ['have the same text', 'school', 'club'],
    ['see the same built-in article', BUILT_IN_LIBRARY, BUILT_IN_LIBRARY],
  ])('keeps libraries apart, even if both %s', async (_what, ...holders) => {
    const { assistant, asked } = await openTown();
    for (const library of holders) await assistant.addArticle({ ...DRAFT, library });

    for (const library of ['school', 'club', 'school']) await assistant.ask(QUESTION, { library });

    expect(asked).toHaveLength(2);
  });

  it('keeps a follow-up apart from the same question on its own', async () => {
    const { assistant, asked } = await openTown();
    const { id } = await assistant.ask(OTHER_QUESTION, { library: 'town' });

    await assistant.ask(QUESTION, { library: 'town' });
    await assistant.ask(QUESTION, { library: 'town', previousAnswerId: id });

    expect(asked).toHaveLength(3);
  });

  it('answers a follow-up from the cache after the same conversation', async () => {
    const { assistant, asked, clock } = await openTown();
    const converse = async () => {
      const { id } = await assistant.ask(OTHER_QUESTION, { library: 'town' });
      await assistant.ask('And why did she say so?', { library: 'town', previousAnswerId: id });
    };
    await converse();

    clock.time = new Date('2031-03-03T11:00:00Z');
    await converse();

    expect(asked).toHaveLength(2);
  });

  it('is kept across a restart, but not for a new release', async () => {
    const dataDir = temporaryFolder();
    const before = await openTown({ dataDir, release: '1.0.0' });
    await before.assistant.ask(QUESTION, { library: 'town' });
    await before.store.close();

    const same = await openTown({ dataDir, release: '1.0.0' });
    await same.assistant.ask(QUESTION, { library: 'town' });
    await same.store.close();
    const newer = await openTown({ dataDir, release: '1.1.0' });
    await newer.assistant.ask(QUESTION, { library: 'town' });

    expect([same.asked.length, newer.asked.length]).toEqual([0, 1]);
  });

  it('does not cache answers that the built-in engine gave in place of the model', async () => {
    const { assistant, clock, asked } = await openTown({ limits: { budgets: { libraryTokensPerDay: 1 } } });
    await assistant.ask(OTHER_QUESTION, { library: 'town' });
    const stopgap = await assistant.ask(QUESTION, { library: 'town' });

    clock.time = new Date('2031-03-04T00:00:00Z');
    const answer = await assistant.ask(QUESTION, { library: 'town' });

    expect([stopgap.notice, answer.notice]).toEqual(['budget-reached', undefined]);
    expect(asked).toEqual([OTHER_QUESTION, QUESTION]);
  });

  it('asks the model once if many people wait with the same question', async () => {
    const { assistant, asked } = await openTown({ limits: { modelConcurrency: 1 } });

    const answers = await Promise.all(
      Array.from({ length: 5 }, () => assistant.ask(QUESTION, { library: 'town' })),
    );

    expect(asked).toEqual([QUESTION]);
    expect(new Set(answers.map(({ id }) => id)).size).toBe(5);
  });
});

describe('budget', () => {
  it('lets the built-in engine answer once a library has used up its budget, until the day ends', async () => {
    const { assistant, clock } = await openTown({ limits: { budgets: { libraryTokensPerDay: COST } } });
    const ask = async (question: string) => (await assistant.ask(question, { library: 'town' })).notice;

    const notices = [await ask(QUESTION), await ask(OTHER_QUESTION)];
    clock.time = new Date('2031-03-03T23:59:59.999Z');
    notices.push(await ask(OTHER_QUESTION));
    clock.time = new Date('2031-03-04T00:00:00.000Z');
    notices.push(await ask(OTHER_QUESTION));

    expect(notices).toEqual([undefined, 'budget-reached', 'budget-reached', undefined]);
  });

  it('names the built-in engine and still cites the article', async () => {
    const { assistant } = await openTown({ limits: { budgets: { libraryTokensPerDay: COST } } });
    await assistant.ask(OTHER_QUESTION, { library: 'town' });

    const answer = await assistant.ask(QUESTION, { library: 'town' });

    expect(answer).toMatchObject({ kind: 'answered', engine: 'builtin', notice: 'budget-reached' });
    expect(answer.kind === 'answered' && answer.citations.length).toBeGreaterThan(0);
  });

  it('still returns cached answers when it is used up', async () => {
    const { assistant } = await openTown({ limits: { budgets: { libraryTokensPerDay: COST } } });
    const first = await assistant.ask(QUESTION, { library: 'town' });

    const again = await assistant.ask(QUESTION, { library: 'town' });

    expect(again).toEqual({ ...first, id: again.id });
  });

  it('is separate for each library and each person', async () => {
    const { assistant } = await openTown({
      limits: { budgets: { libraryTokensPerDay: 2 * COST, userTokensPerDay: COST } },
    });
    await assistant.addArticle({ ...DRAFT, library: 'school' });
    const ask = async (library: string, userId: string, question: string) =>
      (await assistant.ask(question, { library, userId })).notice;

    const notices = [
      await ask('town', 'ann', QUESTION),
      await ask('town', 'ann', OTHER_QUESTION),
      await ask('town', 'bob', OTHER_QUESTION),
      await ask('town', 'cyd', 'Who leads the fishermen’s union?'),
      await ask('school', 'cyd', QUESTION),
    ];

    expect(notices).toEqual([undefined, 'budget-reached', undefined, 'budget-reached', undefined]);
  });

  it('limits a person across all libraries', async () => {
    const { assistant } = await openTown({ limits: { budgets: { userTokensPerDay: COST } } });
    await assistant.addArticle({ ...DRAFT, library: 'school' });
    await assistant.ask(QUESTION, { library: 'town', userId: 'ann' });

    const answer = await assistant.ask(QUESTION, { library: 'school', userId: 'ann' });

    expect(answer.notice).toBe('budget-reached');
  });

  it('does not stop exempt people, but counts their usage', async () => {
    const { assistant } = await openTown({ limits: { budgets: { libraryTokensPerDay: COST } } });
    const options = { library: 'town', userId: 'ann', isExempt: true };

    const notices = [
      (await assistant.ask(QUESTION, options)).notice,
      (await assistant.ask(OTHER_QUESTION, options)).notice,
    ];

    expect(notices).toEqual([undefined, undefined]);
    expect(assistant.usage({ library: 'town' }).today.inputTokens).toBe(2 * CALL_COST.inputTokens);
  });

  it('is checked again when a turn comes, so that a queue cannot exceed it', async () => {
    const { assistant, asked } = await openTown({
      limits: { modelConcurrency: 1, budgets: { libraryTokensPerDay: COST } },
    });

    const answers = await Promise.all(
      [QUESTION, OTHER_QUESTION].map((question) => assistant.ask(question, { library: 'town' })),
    );

    // Which of the two comes first depends on how long it takes to understand them.
    expect(answers.map(({ notice }) => notice).sort()).toEqual(['budget-reached', undefined]);
    expect(asked).toHaveLength(1);
  });
});

describe('model queue', () => {
  it('reports positions to people who wait, and never queues for the built-in engine', async () => {
    const gate = createGate();
    const writing = createGate();
    const { assistant } = await openTown({
      limits: { modelConcurrency: 1, budgets: { userTokensPerDay: 1 } },
      async onWrite() {
        writing.open();
        await gate.opened;
      },
    });
    const queued = createGate<number>();
    const first = assistant.ask(QUESTION, { library: 'town', userId: 'ann' });
    await writing.opened;
    const second = assistant.ask(OTHER_QUESTION, {
      library: 'town',
      userId: 'bob',
      onQueued: queued.open,
    });

    const position = await queued.opened;
    gate.open();
    const answers = await Promise.all([first, second]);
    const third = await assistant.ask('Who doubts the plan?', {
      library: 'town',
      userId: 'ann',
      onQueued: never,
    });

    expect(position).toBe(1);
    expect(answers.map(({ notice }) => notice)).toEqual([undefined, undefined]);
    expect(third.notice).toBe('budget-reached');
  });

  it('records questions that were aborted in the queue or while the model wrote as stopped', async () => {
    const stopping = new AbortController();
    const writing = createGate();
    const { assistant } = await openTown({
      limits: { modelConcurrency: 1 },
      async onWrite(_question, signal) {
        writing.open();
        await new Promise((_resolve, reject) =>
          signal?.addEventListener('abort', () => reject(signal.reason)),
        );
      },
    });
    const options = { library: 'town', signal: stopping.signal };
    const asking = [assistant.ask(QUESTION, options), assistant.ask(OTHER_QUESTION, options)];
    await writing.opened;

    stopping.abort(new Error('gone home'));
    const outcomes = await Promise.allSettled(asking);

    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const { byOutcome, today } = assistant.usage({ library: 'town' });
    expect(byOutcome).toMatchObject([{ outcome: 'stopped', answers: 2 }]);
    expect(today.inputTokens).toBe(CALL_COST.inputTokens);
  });
});

describe('cooldown', () => {
  it('allows three questions at once, then says when to try again', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 0 });
    onTestFinished(() => void vi.useRealTimers());
    const { assistant } = await openTown({ limits: { cooldownSeconds: 2 } });
    const ask = (userId?: string) => assistant.ask(QUESTION, { library: 'town', userId });
    await Promise.all([ask('ann'), ask('ann'), ask('ann')]);

    const fourth = ask('ann');

    await expect(fourth).rejects.toMatchObject({ code: 'core/too-fast', advice: 'Try again in 6 seconds.' });
    await expect(ask('bob')).resolves.toBeDefined();
    await expect(ask()).resolves.toBeDefined();
    vi.setSystemTime(6_000);
    await expect(ask('ann')).resolves.toBeDefined();
  });
});

describe('usage', () => {
  it('is summed by day, command and outcome, with the estimated cost', async () => {
    const prices = { inputPerMillion: 2, outputPerMillion: 10, currency: 'EUR' };
    const { assistant, clock } = await openTown({ prices });
    const { id } = assistant.listArticles({ library: 'town' })[0] ?? { id: '' };
    await assistant.ask(QUESTION, { library: 'town' });
    clock.time = new Date('2031-03-04T09:00:00Z');
    await assistant.ask(QUESTION, { library: 'town' });
    await assistant.ask(OTHER_QUESTION, { library: 'town', command: 'mention' });
    await assistant.summarize(id, { library: 'town', style: 'numbers' });

    const usage = assistant.usage({ library: 'town' });

    expect(usage.today).toEqual({
      ...{
        answers: 3,
        fromCache: 1,
        meanMs: 0,
        ...CALL_COST,
        estimatedCost: (900 * 2 + 100 * 10) / 1_000_000,
      },
    });
    expect(usage.total).toMatchObject({ answers: 4, inputTokens: 1_800, outputTokens: 200 });
    expect(usage.byCommand.map(({ command, answers }) => [command, answers])).toEqual([
      ['ask', 2],
      ['mention', 1],
      ['summarize', 1],
    ]);
    expect(usage.byOutcome.map(({ outcome, answers }) => [outcome, answers])).toEqual([['answered', 4]]);
    expect(usage.days).toHaveLength(30);
    expect(usage.days.slice(-3).map(({ day, answers }) => [day, answers])).toEqual([
      ['2031-03-02', 0],
      ['2031-03-03', 1],
      ['2031-03-04', 3],
    ]);
    expect(usage.currency).toBe('EUR');
  });

  it('leaves out older days than requested', async () => {
    const { assistant, clock } = await openTown();
    await assistant.ask(QUESTION, { library: 'town' });

    clock.time = new Date('2031-04-02T00:00:00Z');

    expect(assistant.usage({ library: 'town', days: 30 }).total.answers).toBe(0);
    expect(assistant.usage({ library: 'town', days: 31 }).total.answers).toBe(1);
  });

  it('shows a library nothing of what people do in other libraries', async () => {
    const { assistant } = await openTown();
    await assistant.ask(QUESTION, { library: 'town', userId: 'ann' });

    const { today, total, byCommand } = assistant.usage({ library: 'school' });

    expect([today.answers, total.answers, byCommand]).toEqual([0, 0, []]);
  });

  it('records an error as failed, with its cost', async () => {
    const { assistant } = await openTown({ onWrite: () => Promise.reject(new Error('model down')) });

    await expect(assistant.ask(QUESTION, { library: 'town' })).rejects.toThrow('model down');

    expect(assistant.usage({ library: 'town' }).byOutcome).toMatchObject([
      { outcome: 'failed', answers: 1, inputTokens: 900 },
    ]);
  });

  it('is kept across a restart', async () => {
    const dataDir = temporaryFolder();
    const before = await openTown({ dataDir });
    await before.assistant.ask(QUESTION, { library: 'town' });
    await before.store.close();

    const { assistant } = await openTown({ dataDir });

    expect(assistant.usage({ library: 'town' }).today).toMatchObject({ answers: 1, ...CALL_COST });
  });
});

function never(): never {
  throw new Error('the built-in engine must not queue');
}
