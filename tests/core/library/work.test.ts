import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/core/errors.js';
import type { Actor } from '../../../src/core/library/manager.js';
import type { FeedItem } from '../../../src/core/library/ports.js';
import { type Managed, openManaged } from '../../support/managed-library.js';
import { HARBOUR } from '../../support/small-article.js';

const ann: Actor = { library: 'guild:1', userId: 'ann' };
const LINK = 'https://example.org/harbour';
const FEED = 'https://example.org/feed';
const HOUR_MS = 60 * 60 * 1_000;
const DAY_MS = 24 * HOUR_MS;
const FOLLOW = { checkEvery: 'hourly', maxArticles: 20, maxAgeDays: 30 } as const;

/** Items published on the first days of March, newest first, each with a page behind it. */
function publish({ sources }: Managed, days: readonly number[], revision = String(days[0])): void {
  const items = days.map((day): FeedItem => {
    const url = `https://example.org/${day}`;
    const published = new Date(Date.UTC(2031, 2, day, 8)).toISOString();
    sources.pages.set(url, { title: `Day ${day}`, text: `On day ${day} it rained in Brannock.`, published });
    return { id: `item-${day}`, url, title: `Day ${day}`, published };
  });
  sources.feeds.set(FEED, { url: FEED, title: 'Brannock news', items, revision });
}

const titles = ({ library }: Managed) => library.list(ann).map(({ title }) => title);

describe('a followed feed', () => {
  it('adds its items little by little, newest first', async () => {
    const managed = await openManaged();
    publish(managed, [3, 2, 1]);
    const many = Array.from({ length: 9 }, (_, index) => 3 - index);
    publish(managed, many);

    const { feed, items } = await managed.library.follow(FEED, FOLLOW, ann);
    const before = titles(managed);
    await managed.runDueWork();
    const first = titles(managed);
    managed.advance(20 * 60_000);
    await managed.runDueWork();

    expect(feed).toMatchObject({ title: 'Brannock news', addedBy: 'ann', library: 'guild:1' });
    expect(items).toHaveLength(9);
    expect(before).toEqual([]);
    expect(first).toEqual(['Day -1', 'Day 0', 'Day 1', 'Day 2', 'Day 3']);
    expect(titles(managed)).toHaveLength(9);
    expect(managed.library.list(ann)[0]?.record).toMatchObject({ origin: 'feed', feedId: feed.id });
    expect(managed.library.listChanges(ann, 1)[0]).not.toHaveProperty('userId');
  });

  it('adds new items, keeps to its cap, and never adds a removed article again', async () => {
    const managed = await openManaged();
    publish(managed, [2, 1]);
    await managed.library.follow(FEED, { ...FOLLOW, maxArticles: 2 }, ann);
    await managed.runDueWork();
    const [removed] = managed.library.list(ann);
    await managed.library.remove(removed?.id ?? '', ann);

    publish(managed, [3, 2, 1]);
    managed.advance(HOUR_MS);
    await managed.runDueWork();
    const afterOne = titles(managed);
    publish(managed, [4, 3, 2, 1]);
    managed.advance(HOUR_MS);
    await managed.runDueWork();

    expect(removed?.title).toBe('Day 1');
    expect(afterOne).toEqual(['Day 2', 'Day 3']);
    expect(titles(managed)).toEqual(['Day 3', 'Day 4']);
  });

  it('of a slow site keeps no other library waiting', async () => {
    const managed = await openManaged();
    publish(managed, [3]);
    const slow: Actor = { library: 'guild:9', userId: 'eve' };
    const slowFeeds = [
      'https://slow.org/1',
      'https://slow.org/2',
      'https://slow.org/3',
      'https://slow.org/4',
    ];
    for (const url of slowFeeds) {
      managed.sources.feeds.set(url, { url, title: url, items: [] });
      await managed.library.follow(url, FOLLOW, slow);
    }
    await managed.runDueWork();
    await managed.library.follow(FEED, FOLLOW, ann);
    managed.advance(HOUR_MS);
    let release = (): void => {};
    const hanging = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { readFeed } = managed.sources;
    managed.sources.readFeed = async (url, options) => {
      if (slowFeeds.includes(url)) await hanging;
      return await readFeed(url, options);
    };

    const work = managed.runDueWork();

    await expect.poll(() => titles(managed)).toEqual(['Day 3']);
    release();
    await work;
  });

  it('adds nothing more once nobody follows it', async () => {
    const managed = await openManaged();
    publish(managed, [3, 2, 1]);
    const { feed } = await managed.library.follow(FEED, FOLLOW, ann);
    const { readLink } = managed.sources;
    managed.sources.readLink = (url) => {
      managed.library.unfollow(feed.id, ann);
      return readLink(url);
    };

    await managed.runDueWork();

    expect(titles(managed)).toEqual([]);
    expect(managed.sources.read).toHaveLength(1);
  });

  it('adds nothing that is too old', async () => {
    const managed = await openManaged();
    publish(managed, [3, -40]);

    await managed.library.follow(FEED, FOLLOW, ann);
    await managed.runDueWork();

    expect(titles(managed)).toEqual(['Day 3']);
  });

  it('shows why a check failed, waits longer each time, and recovers', async () => {
    const managed = await openManaged();
    const { library, sources } = managed;
    publish(managed, [3]);
    await library.follow(FEED, FOLLOW, ann);
    await managed.runDueWork();
    const feed = sources.feeds.get(FEED);
    sources.feeds.delete(FEED);
    const problem = () => library.listFeeds(ann)[0]?.problem;

    managed.advance(HOUR_MS);
    await managed.runDueWork();
    const failed = problem();
    managed.advance(HOUR_MS);
    await managed.runDueWork();
    if (feed) sources.feeds.set(FEED, feed);
    managed.advance(HOUR_MS);
    await managed.runDueWork();
    const stillWaiting = problem();
    managed.advance(HOUR_MS);
    await managed.runDueWork();

    expect(failed).toContain('There is nothing at');
    expect(stillWaiting).toContain('There is nothing at');
    expect(problem()).toBeUndefined();
  });

  it('waits while the library is full, and says so', async () => {
    const managed = await openManaged({ libraryLimits: { articles: 1 } });
    const { library, advance } = managed;
    const { id } = await library.preview({ kind: 'text', text: HARBOUR.text }, ann);
    const { article } = await library.add(id, ann);
    publish(managed, [3]);
    await library.follow(FEED, FOLLOW, ann);

    await managed.runDueWork();
    const problem = library.listFeeds(ann)[0]?.problem;
    await library.remove(article.id, ann);
    advance(HOUR_MS);
    await managed.runDueWork();

    expect(problem).toContain('This library is full');
    expect(titles(managed)).toEqual(['Day 3']);
    expect(library.listFeeds(ann)[0]?.problem).toBeUndefined();
  });

  it('can be unfollowed, and its articles stay', async () => {
    const managed = await openManaged();
    publish(managed, [3]);
    const { feed } = await managed.library.follow(FEED, FOLLOW, ann);
    await managed.runDueWork();

    managed.library.unfollow(feed.id, ann);
    managed.advance(DAY_MS);
    publish(managed, [4, 3]);
    await managed.runDueWork();

    expect(managed.library.listFeeds(ann)).toEqual([]);
    expect(titles(managed)).toEqual(['Day 3']);
    expect(() => managed.library.unfollow(feed.id, ann)).toThrow("doesn't follow");
  });
});

describe('a scheduled refresh', () => {
  it('reads the article again when it is due', async () => {
    const { library, sources, runDueWork, advance } = await openWithArticle();
    const [listed] = library.list(ann);
    library.scheduleRefresh(listed?.id ?? '', 'daily', ann);
    sources.pages.set(LINK, { ...HARBOUR, text: `${HARBOUR.text} It is cold.` });

    await runDueWork();
    const early = sources.read.length;
    advance(DAY_MS);
    await runDueWork();
    await runDueWork();

    expect(early).toBe(1);
    expect(sources.read).toHaveLength(2);
    expect(library.list(ann)[0]?.record).toMatchObject({ refreshEvery: 'daily' });
    expect(library.listChanges(ann, 1)).toMatchObject([{ action: 'refreshed' }]);
  });

  it('shows why it failed, and keeps the article', async () => {
    const { library, sources, runDueWork, advance } = await openWithArticle();
    const [listed] = library.list(ann);
    library.scheduleRefresh(listed?.id ?? '', 'hourly', ann);
    sources.pages.delete(LINK);

    advance(HOUR_MS);
    await runDueWork();

    expect(library.list(ann)[0]?.record.problem).toContain('There is nothing at');
  });

  it('tells nobody about the machine, except the operator', async () => {
    const managed = await openWithArticle();
    const { library, sources, runDueWork, advance } = managed;
    publish(managed, [3]);
    library.scheduleRefresh(library.list(ann)[0]?.id ?? '', 'hourly', ann);
    await library.follow(FEED, FOLLOW, ann);
    const failure = new AppError({
      ...{
        code: 'store/unavailable',
        message: "Can't write /srv/data/footnote.db.",
        advice: 'Check 10.0.0.7.',
      },
    });
    const { readLink } = sources;
    sources.readLink = () => Promise.reject(failure);

    advance(HOUR_MS);
    await runDueWork();
    const problems = [library.list(ann)[0]?.record.problem, library.listFeeds(ann)[0]?.problem];
    sources.readLink = readLink;
    advance(2 * HOUR_MS);
    await runDueWork();

    expect(problems).toEqual(
      Array(2).fill('Something went wrong on our side. It will be tried again later.'),
    );
    expect(titles(managed)).toContain('Day 3');
  });

  it('is not possible without a link', async () => {
    const { library } = await openManaged();
    const { id } = await library.preview({ kind: 'text', text: HARBOUR.text }, ann);
    const { article } = await library.add(id, ann);

    expect(() => library.scheduleRefresh(article.id, 'daily', ann)).toThrow("didn't come from a link");
    await expect(library.refresh(article.id, ann)).rejects.toMatchObject({ code: 'library/no-link' });
  });
});

describe('a planned deletion', () => {
  it('hides everything at once, and can be cancelled', async () => {
    const { library, assistant } = await openWithArticle();
    const { id } = await assistant.ask('When will the harbour close?', { library: 'guild:1' });

    const due = library.planDeletion(ann);
    const whilePlanned = {
      listed: library.list(ann),
      answer: assistant.findAnswer(id, { library: 'guild:1' }),
      libraries: assistant.listLibraries(),
      asked: await assistant.ask('When will the harbour close?', { library: 'guild:1' }),
    };
    const adding = library.preview({ kind: 'text', text: 'More.' }, ann);

    await expect(adding).rejects.toMatchObject({ code: 'library/being-deleted' });
    expect(due.toISOString()).toBe('2031-03-10T10:00:00.000Z');
    expect(library.plannedDeletion('guild:1')).toEqual(due);
    expect(whilePlanned).toMatchObject({ listed: [], answer: undefined, libraries: [] });
    expect(whilePlanned.asked.kind).not.toBe('answered');
    expect(library.cancelDeletion(ann)).toBe(true);
    expect(library.cancelDeletion(ann)).toBe(false);
    expect(library.list(ann)).toHaveLength(1);
    expect(assistant.findAnswer(id, { library: 'guild:1' })).toBeDefined();
  });

  it('deletes everything of the library, and nothing else, after seven days', async () => {
    const managed = await openWithArticle();
    const { library, assistant, advance, runDueWork } = managed;
    const other: Actor = { library: 'guild:2', userId: 'ann' };
    const { id } = await library.preview({ kind: 'text', text: HARBOUR.text }, other);
    await library.add(id, other);
    const asked = await assistant.ask('When will the harbour close?', { library: 'guild:1' });
    const [article] = library.list(ann);
    library.setDefault(article?.id, ann);
    publish(managed, [3]);
    await library.follow(FEED, FOLLOW, ann);
    library.planDeletion(ann);

    advance(6 * DAY_MS);
    await runDueWork();
    const early = library.plannedDeletion('guild:1');
    advance(DAY_MS);
    await runDueWork();

    expect(early).toBeDefined();
    expect(library.plannedDeletion('guild:1')).toBeUndefined();
    expect(library.list(ann)).toEqual([]);
    expect(library.listFeeds(ann)).toEqual([]);
    expect(library.listChanges(ann, 10)).toEqual([]);
    expect(library.settings(ann)).toEqual({ channelDefaults: {}, hidden: [] });
    expect(assistant.findAnswer(asked.id, { library: 'guild:1' })).toBeUndefined();
    expect(assistant.usage({ library: 'guild:1' }).total.answers).toBe(0);
    expect(library.list(other)).toHaveLength(1);
  });
});

describe("a direct message about several servers' articles", () => {
  it('goes with a server whose articles the reply names without citing them', async () => {
    const managed = await openWithArticle();
    const { library, assistant, advance, runDueWork } = managed;
    const summary = { style: 'oneLine', length: 'short', userId: 'ann' } as const;
    for (const [server, title] of [
      ['guild:1', 'Ferry timetable'],
      ['guild:2', 'Tide tables'],
      ['guild:2', 'Lighthouse'],
    ] as const)
      await assistant.addArticle({ library: server, title, text: `${title} hang at the quay in Brannock.` });
    const replyIn = async (servers: readonly string[]) => {
      const libraries = ['user:ann', ...servers];
      const questions = [
        'Which articles do you have?',
        'Who wrote the article?',
        'What do giraffes eat?',
        'Hi!',
      ];
      const replies = [];
      for (const question of questions)
        replies.push(await assistant.ask(question, { library: libraries, userId: 'ann' }));
      replies.push(await assistant.summarizeLibrary({ library: libraries, ...summary }));
      return replies.map((reply) => reply ?? expect.unreachable());
    };
    const both = await replyIn(['guild:1', 'guild:2']);
    const onlySecond = await replyIn(['guild:2']);

    library.planDeletion(ann);
    advance(7 * DAY_MS);
    await runDueWork();

    expect(both.map(({ kind }) => kind)).toEqual([
      ...['reply', 'choose-article', 'not-in-article', 'reply', 'answered'],
    ]);
    const isKept = ({ id }: { readonly id: string }) =>
      assistant.findAnswer(id, { library: 'user:ann' }) !== undefined;
    expect(both.filter(isKept)).toEqual([]);
    expect(onlySecond.every(isKept)).toBe(true);
  });
});

async function openWithArticle(): Promise<Managed> {
  const managed = await openManaged();
  managed.sources.pages.set(LINK, { ...HARBOUR });
  const { id } = await managed.library.preview({ kind: 'link', url: LINK }, ann);
  await managed.library.add(id, ann);
  return managed;
}
