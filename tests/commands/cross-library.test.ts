// Drives every command, option, autocomplete, button, menu and form of one server with the ids of another server's data.
// Nothing of it may be shown or changed.
import type { APIApplicationCommandOption } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { actions, commands } from '../../commands/index.js';
import type { App } from '../../src/app.js';
import type { ArticleSources } from '../../src/core/library/ports.js';
import type { Command, Invocation, Options } from '../../src/discord/command.js';
import { createPendingRequests } from '../../src/discord/pending-requests.js';
import { createCountingEngine } from '../support/counting-engine.js';
import { invocationWith } from '../support/invocation.js';
import { HARBOUR } from '../support/small-article.js';
import { openTestApp } from '../support/temporary.js';

const [HOME, OTHER] = ['guild:1', 'guild:2'];
/** Words that only the home server's data has. */
const SECRET = /Brannock|Calloway|Reyle|nineteen|Harbour to close|Lantern|Secret|Draft of ann/i;
const CHANNEL = '11';

/** Reads the same page whatever the address is. */
const sources: ArticleSources = {
  readLink: async (url) => ({ title: 'A page', text: 'The page says hello to everybody.', url }),
  readFile: async ({ name }) => ({ title: name, text: 'The file says hello to everybody.' }),
  readText: (text) => ({ title: text.slice(0, 20), text }),
  readFeed: async (url) => ({ url, title: 'A feed', items: [] }),
};

interface Home {
  readonly app: App;
  /** Every id that exists there, by what it identifies. */
  readonly ids: Readonly<Record<string, string>>;
  /** Everything stored there, as text. */
  read(): string;
  /** The same person, or another one, in the other server. */
  invocation(userId: string): Invocation;
}

async function openHome(): Promise<Home> {
  const app = await openTestApp({ engine: createCountingEngine().engine, sources });
  const { assistant, library: manager, digests } = app;
  const actor = { library: HOME, userId: 'ann' };
  const pending = createPendingRequests();
  const { article } = await assistant.addArticle({ library: HOME, origin: 'harbour', ...HARBOUR });
  const gone = await assistant.addArticle({ library: HOME, title: 'Lantern', text: 'The Lantern is red.' });
  await manager.remove(gone.article.id, actor);
  const place = { channelId: CHANNEL };
  const question = 'Who is the mayor of Brannock?';
  const answer = await assistant.ask(question, { library: HOME, userId: 'ann', place });
  const digest = digests.add(
    {
      ...{ channelId: CHANNEL, subject: { articleIds: [article.id], feedIds: [] }, style: 'brief' },
      schedule: { frequency: 'daily', time: '09:00', timeZone: 'UTC' },
    },
    actor,
  );
  const preview = await manager.preview({ kind: 'text', text: 'Draft of ann. It has words.' }, actor);
  const { feed } = await manager.follow(
    'https://example.org/secret',
    { checkEvery: 'daily', maxArticles: 5, maxAgeDays: 30 },
    actor,
  );
  manager.setDefault(article.id, { ...actor, channelId: CHANNEL });
  manager.setManagerRole('77', actor);
  const options = {
    subcommand: 'show',
    values: { article: article.id },
    targetText: 'https://secret.example/',
  };
  const request = pending.keep({ command: 'article', options, userId: 'ann', library: HOME });
  const read = () =>
    JSON.stringify([
      manager.list(actor),
      manager.settings(actor),
      manager.listFeeds(actor),
      manager.listRemoved(actor),
      manager.listChanges(actor, 100),
      manager.plannedDeletion(HOME) ?? null,
      digests.list(actor),
      manager.editPreview(preview.id, {}, actor),
      assistant.findAnswer(answer.id, { library: HOME }) ?? null,
    ]);
  const ids = {
    ...{ article: article.id, removed: gone.article.id, answer: answer.id, preview: preview.id },
    ...{ feed: feed.id, digest: digest.id, request, channel: CHANNEL, library: HOME, role: '77' },
  };
  return {
    ...{ app, ids, read },
    invocation: (userId) =>
      invocationWith({ ...{ assistant, manager, digests, pending, userId, library: OTHER }, place }),
  };
}

/** What people see of a result or an error. */
async function shownBy(run: () => unknown): Promise<string> {
  try {
    return JSON.stringify((await run()) ?? '');
  } catch (error) {
    return `${(error as Error).message} ${(error as { readonly advice?: string }).advice ?? ''}`;
  }
}

/** Each subcommand with its options; a command without subcommands once. */
function variantsOf({ data }: Command) {
  const options: readonly APIApplicationCommandOption[] = ('options' in data && data.options) || [];
  const nested = options.filter((option) => option.type === 1);
  if (nested.length === 0) return [{ subcommand: undefined, options }];
  return nested.map((option) => ({ subcommand: option.name, options: option.options ?? [] }));
}

it('recognizes what it must not find', async () => {
  const { ids, invocation } = await openHome();
  const home = { ...invocation('ann'), library: HOME, libraries: [HOME], messageLibrary: HOME };
  const open = actions.find(({ name }) => name === 'open-article');

  const shown = await shownBy(() => open?.run({ ...home, args: [ids['article'] ?? ''], fields: {} }));

  expect(shown).toMatch(SECRET);
});

describe.each(['ann', 'eve'])('as %s in another server', (userId) => {
  it.each(actions.map((action) => [action.name, action] as const))(
    'the button, menu or form “%s” neither shows nor changes it',
    async (name, action) => {
      // A person's own data is theirs in every server.
      if (userId === 'ann' && name === 'delete-my-data') return;
      const { ids, read, invocation } = await openHome();
      const before = read();
      const fields = { confirm: 'delete', title: 'New', question: 'Who is the mayor?', text: 'Some text.' };

      for (const id of Object.values(ids)) {
        for (const args of [[id], [id, '0'], [id, id], ['channel', id], ['0', id]]) {
          const opened = await shownBy(() => action.modal?.(args, invocation(userId)));
          const shown = await shownBy(() => action.run({ ...invocation(userId), args, fields }));
          expect(`${opened} ${shown}`).not.toMatch(SECRET);
        }
      }

      expect(read()).toBe(before);
    },
    30_000,
  );

  const variants = commands.flatMap((command) =>
    variantsOf(command).map(
      (variant) =>
        [[command.data.name, variant.subcommand].filter(Boolean).join(' '), command, variant] as const,
    ),
  );
  it.each(variants)(
    '“%s” neither shows nor changes it',
    async (_, command, { subcommand, options }) => {
      const { ids, read, invocation } = await openHome();
      const before = read();

      for (const id of Object.values(ids)) {
        const values = Object.fromEntries(options.map(({ name, type }) => [name, type === 4 ? 3 : id]));
        const filled: Options = { subcommand, values, targetText: id };
        const opened = await shownBy(() => command.modal?.({ ...invocation(userId), options: filled }));
        const shown = await shownBy(() => command.run({ ...invocation(userId), options: filled }));
        const completed = await Promise.all(
          options.map(({ name }) =>
            shownBy(() => command.complete?.({ ...invocation(userId), options: filled, name, text: '' })),
          ),
        );
        expect([opened, shown, ...completed].join(' ')).not.toMatch(SECRET);
      }

      expect(read()).toBe(before);
    },
    30_000,
  );
});
