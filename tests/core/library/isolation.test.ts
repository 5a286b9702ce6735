// Every method of the assistant and the library manager, called in one library with ids from another.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type App, openApp } from '../../../src/app.js';
import type { Assistant } from '../../../src/core/assistant.js';
import type { DigestManager } from '../../../src/core/digest/digests.js';
import type { Actor, LibraryManager } from '../../../src/core/library/manager.js';
import { createFakeSources } from '../../support/fake-sources.js';
import { HARBOUR } from '../../support/small-article.js';

/** Words that only the first library has. */
const SECRET = /Brannock|Calloway|Reyle|Delmar|nineteen|Harbour to close|secret/i;
const QUESTION = 'When will the harbour close?';
const HOME = 'guild:1';
const ann: Actor = { library: HOME, userId: 'ann' };
/** A member of another server, and a member of both. */
const others: readonly Actor[] = [
  { library: 'guild:2', userId: 'eve' },
  { library: 'guild:2', userId: 'ann' },
  { library: 'user:ann', userId: 'ann' },
  { library: 'corpus' },
];

interface Ids {
  readonly article: string;
  readonly removed: string;
  readonly feed: string;
  readonly answer: string;
  readonly digest: string;
  readonly preview: string;
  readonly citation: {
    readonly articleId: string;
    readonly start: number;
    readonly end: number;
    readonly quote: string;
  };
}

type Calls<T> = { readonly [Name in keyof T]: (target: T, ids: Ids, actor: Actor) => unknown };

const assistantCalls: Calls<Assistant> = {
  ask: async (assistant, { article, answer }, { library }) => [
    await assistant.ask(QUESTION, { library }),
    await assistant.ask('And why?', { library, previousAnswerId: answer }),
    await assistant.ask(QUESTION, { library, articleId: article }),
  ],
  asksForCheck: (assistant) => assistant.asksForCheck('Is this true?'),
  check: (assistant, { article }, { library }) =>
    assistant.check('The harbour will close in March.', { library, articleId: article }),
  findMatchingLibraries: (assistant, { answer }, { library }) =>
    assistant.findMatchingLibraries(QUESTION, { library, previousAnswerId: answer }),
  search: async (assistant, { article }, { library }) => [
    await assistant.search('harbour council', { library }),
    await assistant.search('harbour', { library, articleId: article }),
  ],
  summarize: (assistant, { article }, { library }) => assistant.summarize(article, { library }),
  summarizeLibrary: (assistant, { article }, { library }) =>
    assistant.summarizeLibrary({ library, articleIds: [article] }),
  suggest: (assistant, { article }, { library }) => assistant.suggest(article, { library }),
  findAnswer: (assistant, { answer }, { library }) => assistant.findAnswer(answer, { library }),
  findCited: (assistant, { citation }, { library }) =>
    assistant.findCited(citation, { library, at: '2000-01-01' }),
  shareAnswer: (assistant, { answer }, { library }) =>
    assistant.shareAnswer(answer, { library, userId: 'ann' }),
  conversation: (assistant, { answer }, { library }) => assistant.conversation(answer, { library }),
  usage: (assistant, _, { library }) => assistant.usage({ library }),
  addArticle: (assistant, _, { library }) =>
    assistant.addArticle({
      library,
      origin: 'https://example.org/home',
      title: 'Other',
      text: 'Other text.',
    }),
  removeArticle: (assistant, { article }, { library }) => assistant.removeArticle(article, { library }),
  getArticle: (assistant, { article }, { library }) => assistant.getArticle(article, { library }),
  listArticles: (assistant, _, { library }) => assistant.listArticles({ library }),
  recap: (assistant, _, { library }) => assistant.recap({ library, place: { channelId: 'c1' }, days: 7 }),
  // Says which libraries exist. It isn't shown to people.
  listLibraries: () => undefined,
};

const managerCalls: Calls<Omit<LibraryManager, 'limits'>> = {
  preview: (manager, { feed }, actor) =>
    manager.preview({ kind: 'link', url: 'https://example.org/other', feedId: feed }, actor),
  editPreview: (manager, { preview }, actor) => manager.editPreview(preview, { title: 'Mine' }, actor),
  dropPreview: (manager, { preview }, actor) => manager.dropPreview(preview, actor),
  add: (manager, { preview }, actor) => manager.add(preview, actor),
  list: (manager, _, actor) => manager.list(actor),
  find: (manager, { article }, actor) => manager.find(article, actor),
  remove: (manager, { article }, actor) => manager.remove(article, actor),
  restore: (manager, { removed }, actor) => manager.restore(removed, actor),
  listRemoved: (manager, _, actor) => manager.listRemoved(actor),
  refresh: (manager, { article }, actor) => manager.refresh(article, actor),
  compareSince: (manager, { article }, actor) => manager.compareSince(article, new Date(0), actor),
  scheduleRefresh: (manager, { article }, actor) => manager.scheduleRefresh(article, 'daily', actor),
  settings: (manager, _, actor) => manager.settings(actor),
  setDefault: (manager, { article }, actor) => manager.setDefault(article, { ...actor, channelId: 'c1' }),
  defaultArticle: (manager, _, { library }) => manager.defaultArticle({ library, channelId: 'c1' }),
  setHidden: (manager, { article }, actor) => manager.setHidden(article, true, actor),
  listHidden: (manager, _, actor) => manager.listHidden(actor),
  setManagerRole: (manager, _, actor) => manager.setManagerRole('9', actor),
  exportArticles: (manager, _, actor) => [...manager.exportArticles(actor)],
  importArticle: (manager, { article: id }, actor) =>
    manager.importArticle(
      {
        article: { id, library: HOME, title: 'Forged', text: 'Forged text.', bodyStart: 0, language: 'en' },
        record: {
          ...{ articleId: id, library: HOME, origin: 'text', addedAt: '2031-03-03T10:00:00.000Z' },
          ...{ words: 2, characters: 12 },
        },
      },
      actor,
    ),
  listChanges: (manager, _, actor) => manager.listChanges(actor, 50),
  follow: (manager, _, actor) =>
    manager.follow(
      'https://example.org/feed',
      { checkEvery: 'daily', maxArticles: 3, maxAgeDays: 30 },
      actor,
    ),
  unfollow: (manager, { feed }, actor) => manager.unfollow(feed, actor),
  listFeeds: (manager, _, actor) => manager.listFeeds(actor),
  planDeletion: (manager, _, actor) => manager.planDeletion(actor),
  cancelDeletion: (manager, _, actor) => manager.cancelDeletion(actor),
  addBot: (manager, _, { library }) => manager.addBot(library, '1'),
  removeBot: (manager, _, { library }) => manager.removeBot(library, '1'),
  listLibrariesOf: (manager) => manager.listLibrariesOf('1'),
  plannedDeletion: (manager, _, { library }) => manager.plannedDeletion(library),
  personalData: (manager) => manager.personalData('eve'),
  deletePersonalData: (manager) => manager.deletePersonalData('eve'),
};

const digestCalls: Calls<DigestManager> = {
  add: (digests, { article, feed }, actor) =>
    digests.add(
      {
        ...{ channelId: 'c1', subject: { articleIds: [article], feedIds: [feed] }, style: 'brief' },
        schedule: { frequency: 'daily', time: '09:00', timeZone: 'UTC' },
      },
      actor,
    ),
  list: (digests, _, actor) => digests.list(actor),
  find: (digests, { digest }, actor) => digests.find(digest, actor),
  pause: (digests, { digest }, actor) => digests.pause(digest, actor),
  resume: (digests, { digest }, actor) => digests.resume(digest, actor),
  remove: (digests, { digest }, actor) => digests.remove(digest, actor),
  // Computes a time from a digest, and reads nothing.
  nextRun: () => undefined,
  preview: (digests, { digest }, actor) => digests.preview(digest, actor, {}),
};

let app: App;
let ids: Ids;

beforeAll(async () => {
  const sources = createFakeSources();
  sources.pages.set('https://example.org/home', { ...HARBOUR });
  sources.pages.set('https://example.org/gone', { title: 'The secret list', text: 'A secret list.' });
  sources.pages.set('https://example.org/other', { title: 'Another', text: 'Another text.' });
  sources.feeds.set('https://example.org/feed', {
    url: 'https://example.org/feed',
    title: 'Public feed',
    items: [],
  });
  const dataDir = mkdtempSync(join(tmpdir(), 'footnote-test-'));
  app = await openApp({ dataDir, sources });
  const { library, assistant } = app;
  const add = async (url: string) => {
    const { id } = await library.preview({ kind: 'link', url }, ann);
    return (await library.add(id, ann)).article;
  };
  const article = await add('https://example.org/home');
  const removed = await add('https://example.org/gone');
  await library.remove(removed.id, ann);
  const { feed } = await library.follow(
    'https://example.org/feed',
    { checkEvery: 'daily', maxArticles: 3, maxAgeDays: 30 },
    ann,
  );
  library.setDefault(article.id, { ...ann, channelId: 'c1' });
  const answer = await assistant.ask(QUESTION, { library: HOME, userId: 'ann', isPrivate: true });
  await assistant.ask(QUESTION, { library: HOME, userId: 'ann', place: { channelId: 'c1' } });
  const digest = app.digests.add(
    {
      ...{ channelId: 'c1', subject: { articleIds: [], feedIds: [] }, style: 'brief' },
      schedule: { frequency: 'daily', time: '09:00', timeZone: 'UTC' },
    },
    ann,
  );
  const { id: preview } = await library.preview(
    { kind: 'text', text: 'A secret preview.', title: 'secret' },
    ann,
  );
  const quote = article.text.slice(0, 10);
  ids = {
    ...{ article: article.id, removed: removed.id, feed: feed.id, answer: answer.id, preview },
    digest: digest.id,
    citation: { articleId: article.id, start: 0, end: 10, quote },
  };
  return async () => {
    await app.close();
    rmSync(dataDir, { recursive: true });
  };
}, 60_000);

describe.each(others)('in the library $library, as $userId', (actor) => {
  it.each(Object.entries(assistantCalls))(
    'the assistant shows and changes nothing of another: %s',
    (_, call) => expectNothing(() => call(app.assistant, ids, actor)),
  );

  it.each(Object.entries(managerCalls))('the manager shows and changes nothing of another: %s', (_, call) =>
    expectNothing(() => call(app.library, ids, actor)),
  );

  it.each(Object.entries(digestCalls))('the digests show and change nothing of another: %s', (_, call) =>
    expectNothing(() => call(app.digests, ids, actor)),
  );
});

it('every method is called', () => {
  const { library, digests, ...assistant } = app.assistant;
  expect(Object.keys(assistantCalls).sort()).toEqual(Object.keys(assistant).sort());
  expect(Object.keys(digestCalls).sort()).toEqual(Object.keys(digests).sort());
  expect([...Object.keys(managerCalls), 'limits'].sort()).toEqual(Object.keys(library).sort());
});

async function expectNothing(call: () => unknown): Promise<void> {
  const before = describeHome();
  let outcome: unknown;
  try {
    outcome = await call();
  } catch (error) {
    outcome = String(error);
  }

  expect(JSON.stringify(outcome) ?? '').not.toMatch(SECRET);
  expect(describeHome()).toEqual(before);
}

/** Everything of the first library. */
function describeHome() {
  const { library, assistant } = app;
  return {
    list: library.list(ann).filter((one) => one.library === HOME),
    text: assistant.getArticle(ids.article, { library: HOME })?.text,
    removed: library.listRemoved(ann),
    settings: library.settings(ann),
    changes: library.listChanges(ann, 50),
    feeds: library.listFeeds(ann),
    answer: assistant.findAnswer(ids.answer, { library: HOME }),
    deletion: library.plannedDeletion(HOME),
    digests: app.digests.list(ann),
    usage: assistant.usage({ library: HOME }),
    preview: library.editPreview(ids.preview, {}, ann),
  };
}
