import { PermissionFlagsBits } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { ask } from '../../commands/ask.js';
import { usage } from '../../commands/usage.js';
import type { AppOptions } from '../../src/app.js';
import type { Invocation } from '../../src/discord/command.js';
import type { Payload } from '../../src/discord/render/message.js';
import { createCountingEngine } from '../support/counting-engine.js';
import { createGate } from '../support/gate.js';
import { invocationWith } from '../support/invocation.js';
import { HARBOUR } from '../support/small-article.js';
import { openTestApp } from '../support/temporary.js';

const LIBRARY = 'guild:1';

async function openServer(options: Partial<AppOptions> = {}) {
  const {
    assistant,
    library: manager,
    digests,
  } = await openTestApp({
    engine: createCountingEngine().engine,
    ...options,
  });
  await assistant.addArticle({ library: LIBRARY, ...HARBOUR });
  const invocation = (change: Partial<Invocation> = {}): Invocation =>
    invocationWith({
      ...{ assistant, manager, digests, library: LIBRARY, userId: 'ann', isAdmin: false, isManager: false },
      ...{ messageLibrary: LIBRARY, ...change },
    });
  return {
    invocation,
    askFor: async (question: string, change?: Partial<Invocation>) =>
      textOf(await ask.run({ ...invocation(change), options: { values: { question } } })),
    readUsage: async (library = LIBRARY) =>
      textOf(await usage.run({ ...invocation({ library, isAdmin: true }), options: { values: {} } })),
  };
}

function textOf(view: readonly Payload[]): string {
  return view
    .flatMap(({ components: [container] }) => container.components)
    .flatMap((component) => ('content' in component ? [component.content] : []))
    .join('\n');
}

describe('/usage', () => {
  it('is private, and only for people who manage the server', () => {
    expect(usage.data.default_member_permissions).toBe(String(PermissionFlagsBits.ManageGuild));
    expect([usage.data.contexts, usage.data.integration_types, usage.reply]).toEqual([[0], [0], 'private']);
  });

  it('says that there were no requests yet', async () => {
    const { readUsage } = await openServer();

    const text = await readUsage();

    expect(text).toContain('**Today** no requests');
    expect(text).not.toContain('```');
  });

  it('shows today and the last 30 days, by command and outcome, with budget and estimated cost', async () => {
    const { askFor, readUsage } = await openServer({
      limits: { budgets: { libraryTokensPerDay: 200_000 } },
      prices: { inputPerMillion: 2, outputPerMillion: 10, currency: 'EUR' },
    });
    await askFor('When will the harbour close?');
    await askFor('When will the harbour close?');
    await askFor('Who is the mayor?');

    const text = await readUsage();

    expect(text).toMatch(
      /\*\*Today\*\* 3 requests · 1 from the cache · 2,000 of 200,000 tokens · about EUR\s0\.0056 · \d+\.\d s on average/,
    );
    expect(text).toMatch(/\*\*Last 30 days\*\* 3 requests · 1 from the cache · 2,000 tokens/);
    expect(text).toMatch(/^▁{29}█$/m);
    expect(text).toContain('command  requests  tokens\nask             3   2,000');
    expect(text).toContain('outcome   requests  tokens\nanswered         3   2,000');
  });

  it('does not count requests from other servers', async () => {
    const { askFor, readUsage } = await openServer();
    await askFor('Who is the mayor?');

    const text = await readUsage('guild:2');

    expect(text).toContain('no requests');
    expect(text).not.toContain('1 request');
  });
});

describe('/ask under a budget', () => {
  it('says in one line that the built-in engine answered', async () => {
    const { askFor } = await openServer({ limits: { budgets: { libraryTokensPerDay: 1 } } });
    const first = await askFor('Who is the mayor?');

    const second = await askFor('When will the harbour close?');
    const refused = await askFor('Who won the football match?');

    const notice = "-# Today's budget for the language model is used up, so the built-in engine answered.";
    expect(first).not.toContain(notice);
    expect(second).toContain(notice);
    expect(second).toContain('3 March 2031');
    expect(refused).toMatch(/\*\*The article doesn['’]t say\.\*\*/);
    expect(refused).toContain(notice);
  });

  it('exempts people who manage the server, but nobody in their own library', async () => {
    const { invocation, askFor } = await openServer({ limits: { budgets: { userTokensPerDay: 1 } } });
    const own = { library: 'user:ann', isAdmin: true };
    await invocation().assistant.addArticle({ library: own.library, ...HARBOUR });
    await askFor('Who is the mayor?');

    const asAdmin = await askFor('When will the harbour close?', { isAdmin: true });
    const inOwn = await askFor('When will the harbour close?', own);

    expect(asAdmin).not.toContain('budget');
    expect(inOwn).toContain('budget');
  });

  it('shows the position in the queue', async () => {
    const writing = createGate();
    const answering = createGate();
    const { engine } = createCountingEngine({
      async onWrite() {
        writing.open();
        await answering.opened;
      },
    });
    const { askFor } = await openServer({ engine, limits: { modelConcurrency: 1 } });
    const shown = createGate<string>();
    const first = askFor('Who is the mayor?');
    await writing.opened;
    const second = askFor('When will the harbour close?', {
      show: (payload) => shown.open(textOf([payload])),
    });

    const position = await shown.opened;
    answering.open();
    await Promise.all([first, second]);

    expect(position).toBe("-# You're number 1 in the queue.");
  });
});
