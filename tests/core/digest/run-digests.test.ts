// The clock starts at 2031-03-03 10:00 UTC.
import { describe, expect, it } from 'vitest';
import { MAX_DIGESTS } from '../../../src/core/digest/digests.js';
import type { Actor } from '../../../src/core/library/manager.js';
import { createCountingEngine } from '../../support/counting-engine.js';
import { createKeepingPublisher, DAILY, type KeepingPublisher } from '../../support/digests.js';
import { type Managed, openManaged } from '../../support/managed-library.js';
import { HARBOUR } from '../../support/small-article.js';
import { openTestApp, temporaryFolder } from '../../support/temporary.js';

const ann: Actor = { library: 'guild:1', userId: 'ann' };
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const FERRY = {
  title: 'Harbour ferry runs again',
  text: 'The ferry runs again since Tuesday, the operator said. It leaves at seven every morning from the new quay.',
};

interface Opened extends Managed {
  readonly publisher: KeepingPublisher;
  /** Moves the clock and posts what is due then. */
  runAfter(ms: number): Promise<void>;
}

async function openWithArticle(): Promise<Opened> {
  const managed = await openManaged();
  await managed.assistant.addArticle({ library: 'guild:1', origin: 'harbour', ...HARBOUR });
  const publisher = createKeepingPublisher();
  const runs = managed.startDigests(publisher);
  return {
    ...{ ...managed, publisher },
    async runAfter(ms) {
      await runs.run();
      managed.advance(ms);
      await runs.run();
    },
  };
}

const titlesOf = ({ posts }: KeepingPublisher) =>
  posts.map(({ content }) => [...new Set(content.summary.citations.map(({ title }) => title))]);

describe('a daily digest', () => {
  it('is posted at its time, and only if something is new', async () => {
    const { digests, assistant, publisher, runAfter } = await openWithArticle();
    const added = digests.add(DAILY, ann);

    await runAfter(22 * HOUR_MS);
    const early = publisher.posts.length;
    await runAfter(HOUR_MS);
    await runAfter(DAY_MS);
    await assistant.addArticle({ library: 'guild:1', origin: 'ferry', ...FERRY });
    await runAfter(DAY_MS);

    expect(digests.nextRun(added)?.toISOString()).toBe('2031-03-07T09:00:00.000Z');
    expect(early).toBe(0);
    expect(titlesOf(publisher)).toEqual([[HARBOUR.title], [FERRY.title]]);
    expect(publisher.posts[1]?.content).toMatchObject({ articles: 1 });
    expect(digests.find(added.id, ann)?.posted).toMatchObject({ at: '2031-03-06T09:00:00.000Z' });
  });

  it('covers an article again after it was edited, and not after it was only read again', async () => {
    const { digests, assistant, publisher, runAfter } = await openWithArticle();
    digests.add(DAILY, ann);
    await runAfter(23 * HOUR_MS);

    await assistant.addArticle({ library: 'guild:1', origin: 'harbour', ...HARBOUR });
    await runAfter(DAY_MS);
    const unchanged = publisher.posts.length;
    const text = HARBOUR.text.replace('4.5 million', '6 million');
    await assistant.addArticle({ library: 'guild:1', origin: 'harbour', ...HARBOUR, text });
    await runAfter(DAY_MS);

    expect(unchanged).toBe(1);
    expect(publisher.posts).toHaveLength(2);
  });

  it('posts a missed slot once if it is recent, and only the latest', async () => {
    const { digests, publisher, runAfter } = await openWithArticle();
    digests.add(DAILY, ann);

    // Three days offline, until three hours after the last slot.
    await runAfter(2 * DAY_MS + 26 * HOUR_MS);
    await runAfter(MINUTE_MS);

    expect(publisher.posts).toHaveLength(1);
  });

  it('skips a slot that was missed by more than twelve hours', async () => {
    const { digests, publisher, runAfter } = await openWithArticle();
    digests.add(DAILY, ann);

    await runAfter(36 * HOUR_MS);
    const late = publisher.posts.length;
    await runAfter(11 * HOUR_MS);

    expect(late).toBe(0);
    expect(publisher.posts).toHaveLength(1);
  });

  it('covers only its articles and feeds', async () => {
    const { digests, assistant, publisher, runAfter } = await openWithArticle();
    const { article } = await assistant.addArticle({ library: 'guild:1', origin: 'ferry', ...FERRY });
    digests.add({ ...DAILY, subject: { articleIds: [article.id, 'unknown'], feedIds: [] } }, ann);
    const unknown = { ...DAILY, subject: { articleIds: ['unknown'], feedIds: ['unknown'] } };

    await runAfter(23 * HOUR_MS);

    expect(titlesOf(publisher)).toEqual([[FERRY.title]]);
    expect(() => digests.add(unknown, ann)).toThrow('no longer there');
  });

  it('covers the articles of a feed, also those that come later', async () => {
    const { digests, library, sources, publisher, runAfter, runDueWork } = await openWithArticle();
    const url = 'https://example.org/feed';
    const item = (id: string) => {
      sources.pages.set(`https://example.org/${id}`, { ...FERRY, title: id });
      return { id, url: `https://example.org/${id}`, title: id };
    };
    sources.feeds.set(url, { url, title: 'Feed', items: [item('one')], revision: '1' });
    const rules = { checkEvery: 'hourly', maxArticles: 5, maxAgeDays: 30 } as const;
    const { feed } = await library.follow(url, rules, ann);
    digests.add({ ...DAILY, subject: { articleIds: [], feedIds: [feed.id] } }, ann);

    await runDueWork();
    await runAfter(23 * HOUR_MS);
    sources.feeds.set(url, { url, title: 'Feed', items: [item('two'), item('one')], revision: '2' });
    await runDueWork();
    await runAfter(DAY_MS);

    expect(titlesOf(publisher)).toEqual([['one'], ['two']]);
  });

  it('is silent while it is paused, and then covers what changed meanwhile', async () => {
    const { digests, publisher, runAfter } = await openWithArticle();
    const { id } = digests.add(DAILY, ann);
    digests.pause(id, ann);

    await runAfter(2 * DAY_MS);
    const whilePaused = publisher.posts.length;
    digests.resume(id, ann);
    await runAfter(DAY_MS);

    expect(whilePaused).toBe(0);
    expect(titlesOf(publisher)).toEqual([[HARBOUR.title]]);
  });

  it('stops if its library is going to be deleted, and is deleted with it', async () => {
    const { digests, library, publisher, runAfter, runDueWork } = await openWithArticle();
    const { id } = digests.add(DAILY, ann);
    library.planDeletion(ann);

    await runAfter(2 * DAY_MS);
    const hidden = digests.list(ann);
    await runAfter(6 * DAY_MS);
    await runDueWork();
    library.cancelDeletion(ann);

    expect(hidden).toEqual([]);
    expect(publisher.posts).toEqual([]);
    expect(digests.find(id, ann)).toBeUndefined();
  });
});

describe('an on-change digest', () => {
  const ON_CHANGE = { ...DAILY, schedule: { ...DAILY.schedule, frequency: 'on-change' } } as const;

  it('is posted soon after a change, at most once an hour', async () => {
    const { digests, assistant, publisher, runAfter } = await openWithArticle();
    digests.add(ON_CHANGE, ann);
    await runAfter(HOUR_MS);
    const before = publisher.posts.length;

    await assistant.addArticle({ library: 'guild:1', origin: 'ferry', ...FERRY });
    await runAfter(6 * MINUTE_MS);
    await assistant.addArticle({
      library: 'guild:1',
      origin: 'ferry',
      ...FERRY,
      text: `${FERRY.text} It is red.`,
    });
    await runAfter(30 * MINUTE_MS);
    const soon = publisher.posts.length;
    await runAfter(30 * MINUTE_MS);

    expect(before).toBe(0);
    expect(soon).toBe(1);
    expect(titlesOf(publisher)).toEqual([[FERRY.title], [FERRY.title]]);
  });
});

describe('a digest that can not be posted', () => {
  it('is paused if its channel is gone, and the person who added it is told', async () => {
    const { digests, publisher, runAfter, library } = await openWithArticle();
    const { id } = digests.add(DAILY, ann);
    publisher.onPublish = async () => ({ kind: 'refused', problem: 'The channel is gone.' });

    await runAfter(23 * HOUR_MS);
    await runAfter(DAY_MS);

    expect(publisher.posts).toHaveLength(1);
    expect(publisher.told).toMatchObject([
      { digest: { id, createdBy: 'ann' }, problem: 'The channel is gone.' },
    ]);
    expect(digests.find(id, ann)?.paused).toMatchObject({ problem: 'The channel is gone.' });
    expect(library.listChanges(ann, 1)).toMatchObject([{ action: 'digest-paused', subject: '<#c1>' }]);
    expect(library.listChanges(ann, 1)[0]).not.toHaveProperty('userId');
  });

  it('is tried again after a failure, with the same nonce', async () => {
    const { digests, publisher, runAfter } = await openWithArticle();
    const { id } = digests.add(DAILY, ann);
    const { onPublish } = publisher;
    publisher.onPublish = () => Promise.reject(new Error('Discord is down'));

    await runAfter(23 * HOUR_MS);
    publisher.onPublish = onPublish;
    await runAfter(MINUTE_MS);
    const early = publisher.posts.length;
    await runAfter(2 * MINUTE_MS);

    expect(early).toBe(1);
    expect(publisher.posts).toHaveLength(2);
    expect(publisher.posts[1]?.nonce).toBe(publisher.posts[0]?.nonce);
    expect(digests.find(id, ann)?.posted).toBeDefined();
  });

  it.each([
    ['was posted after all', { url: 'https://example.org/0' }],
    ['may have been posted', 'unknown'],
  ] as const)('is not posted a second time if it %s', async (_, found) => {
    const { digests, publisher, runAfter } = await openWithArticle();
    digests.add(DAILY, ann);
    const { onPublish } = publisher;
    publisher.onPublish = () => Promise.reject(new Error('the response got lost'));

    await runAfter(23 * HOUR_MS);
    Object.assign(publisher, { onPublish, found });
    await runAfter(3 * MINUTE_MS);
    await runAfter(HOUR_MS);

    expect(publisher.posts).toHaveLength(1);
  });

  it('is tried for half a day, and then posted at the next slot', async () => {
    const { digests, publisher, runAfter } = await openWithArticle();
    digests.add(DAILY, ann);
    const { onPublish } = publisher;
    publisher.onPublish = () => Promise.reject(new Error('Discord is down'));

    await runAfter(23 * HOUR_MS);
    for (let quarters = 0; quarters < 14 * 4; quarters += 1) await runAfter(15 * MINUTE_MS);
    const tried = publisher.posts.length;
    publisher.onPublish = onPublish;
    await runAfter(5 * HOUR_MS);
    const before = publisher.posts.length;
    await runAfter(5 * HOUR_MS);

    expect(tried).toBeGreaterThan(10);
    expect(tried).toBeLessThan(20);
    expect(before).toBe(tried);
    expect(publisher.posts).toHaveLength(tried + 1);
  });
});

it('does not keep the app from closing, and is finished at the next start', async () => {
  const dataDir = temporaryFolder();
  const engine = createCountingEngine().engine;
  const at = (time: string) => ({ dataDir, engine, clock: { now: () => new Date(time) } });
  const first = await openTestApp(at('2031-03-03T10:00:00.000Z'));
  await first.assistant.addArticle({ library: 'guild:1', ...HARBOUR });
  first.digests.add(DAILY, ann);
  await first.close();
  const second = await openTestApp(at('2031-03-04T09:00:00.000Z'));
  const hangs = createKeepingPublisher();
  const isPosting = new Promise<void>((resolve) => {
    hangs.onPublish = () => {
      resolve();
      return new Promise(() => {});
    };
  });
  second.startDigests(hangs);
  await isPosting;

  await second.close();
  const third = await openTestApp(at('2031-03-04T09:03:00.000Z'));
  const publisher = createKeepingPublisher();
  await third.startDigests(publisher).run();

  expect(publisher.posts).toHaveLength(1);
  expect(publisher.posts[0]?.nonce).toBe(hangs.posts[0]?.nonce);
});

it('is posted by one of two processes', async () => {
  const dataDir = temporaryFolder();
  const engine = createCountingEngine().engine;
  const clock = { now: () => new Date('2031-03-03T10:00:00.000Z') };
  const first = await openTestApp({ dataDir, engine, clock });
  await first.assistant.addArticle({ library: 'guild:1', ...HARBOUR });
  const { id } = first.digests.add(DAILY, ann);
  const later = { now: () => new Date('2031-03-04T09:00:00.000Z') };
  const processes = [
    await openTestApp({ dataDir, engine, clock: later }),
    await openTestApp({ dataDir, engine, clock: later }),
  ];
  const publisher = createKeepingPublisher();

  await Promise.all(processes.map((app) => app.startDigests(publisher).run()));

  expect(publisher.posts).toHaveLength(1);
  expect(first.digests.find(id, ann)?.posted).toBeDefined();
});

it('refuses schedules that do not exist, and more digests than the limit', async () => {
  const { digests } = await openWithArticle();
  const withSchedule = (change: object) => () =>
    digests.add({ ...DAILY, schedule: { ...DAILY.schedule, ...change } }, ann);

  expect(withSchedule({ time: '25:00' })).toThrow("isn't a time");
  expect(withSchedule({ timeZone: 'Moon/Base' })).toThrow("don't know the time zone");
  expect(withSchedule({ frequency: 'monthly', day: 32 })).toThrow("isn't a day");
  for (let count = 0; count < MAX_DIGESTS; count += 1) digests.add(DAILY, ann);
  expect(() => digests.add(DAILY, ann)).toThrow('that is the limit');
});

it('previews what would be posted, without counting as a run', async () => {
  const { digests, publisher, runAfter } = await openWithArticle();
  const { id } = digests.add(DAILY, ann);

  const preview = await digests.preview(id, ann, {});
  await runAfter(23 * HOUR_MS);
  const after = await digests.preview(id, ann, {});

  expect(preview?.summary.citations[0]?.title).toBe(HARBOUR.title);
  expect(publisher.posts).toHaveLength(1);
  expect(after).toBeUndefined();
});
