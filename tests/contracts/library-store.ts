// The contract of every store for libraries: records, settings, the audit log, feeds, schedules and deletion.
import { setImmediate as yieldToEvents } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type {
  DataDeletion,
  FeedState,
  FeedStore,
  LibraryBots,
  LibrarySchedule,
  LibraryStore,
} from '../../src/core/library/library-store.js';
import type { ArticleRecord, LibraryChange } from '../../src/core/library/ports.js';
import type { AnswerStore, ArticleStore, StoredAnswer, UsageLedger } from '../../src/core/store-ports.js';
import { makeArticle } from './small-library.js';

type Store = ArticleStore &
  AnswerStore &
  UsageLedger &
  LibraryStore &
  FeedStore &
  LibrarySchedule &
  LibraryBots &
  DataDeletion;

const WIND = [{ text: 'The wind blows.', vector: [1, 0, 0, 0] }];
const [BEFORE, NOW, LATER] = [
  '2031-03-02T10:00:00.000Z',
  '2031-03-03T10:00:00.000Z',
  '2031-03-04T10:00:00.000Z',
] as const;
const LONG_AGO = '2000-01-01';
const town = { libraries: ['town'] };

function recordOf(articleId: string, library: string, more: Partial<ArticleRecord> = {}): ArticleRecord {
  return { articleId, library, origin: 'link', addedAt: NOW, words: 3, characters: 15, ...more };
}

function changeOf(library: string, more: Partial<LibraryChange> = {}): LibraryChange {
  return { library, at: NOW, action: 'added', subject: 'Wind', ...more };
}

function feedOf(library: string, more: Partial<FeedState> = {}): FeedState {
  return {
    ...{
      id: 'f',
      library,
      url: 'https://example.org/feed',
      title: 'News',
      addedAt: NOW,
      checkEvery: 'daily',
    },
    ...{ maxArticles: 5, maxAgeDays: 30, failures: 0, dueAt: NOW },
    ...more,
  };
}

function answerOf(id: string, library: string, articleId: string, userId?: string): StoredAnswer {
  const citation = { marker: 1, articleId, title: 'Wind', start: 0, end: 15, quote: 'The wind blows.' };
  return {
    ...{ id, library, question: 'What blows?', createdAt: NOW, userId },
    answer: {
      kind: 'answered',
      text: 'It blows. [1]',
      citations: [citation],
      confidence: 1,
      engine: 'by-hand',
    },
  };
}

/** @param open opens an empty store, and closes it when the test ends */
export function libraryStoreContract(name: string, open: () => Promise<Store>): void {
  async function put(
    store: Store,
    id: string,
    library: string,
    record?: ArticleRecord,
    change?: LibraryChange,
  ) {
    const { article, passages } = makeArticle(id, library, WIND);
    await store.putArticle(article, passages, undefined, record && { record, ...(change && { change }) });
    return article;
  }

  describe(`${name} as a library store`, () => {
    it('stores a record and a change together with the article', async () => {
      const store = await open();
      const record = recordOf('wind', 'town', {
        ...{ originKey: 'key', sourceUrl: 'https://example.org/', feedId: 'f', addedBy: 'ann' },
        ...{ refreshedAt: LATER, refreshEvery: 'daily', problem: 'Gone.', edited: ['title'] },
      });

      await put(store, 'wind', 'town', record, changeOf('town', { userId: 'ann', articleId: 'wind' }));
      await put(store, 'storm', 'village');

      expect(store.getRecord('wind', 'town')).toEqual(record);
      expect(store.listRecords(town)).toMatchObject([{ id: 'wind', library: 'town', record }]);
      expect(store.listRecords({ ...town, hidden: ['wind'] })).toEqual([]);
      expect(store.getRecord('wind', 'village')).toBeUndefined();
      expect(store.getRecord('storm', 'village')).toMatchObject({ origin: 'text', words: 3, characters: 15 });
      expect(store.measureLibrary('town')).toEqual({ articles: 1, characters: 15 });
      expect(store.listChanges('town', 5)).toEqual([changeOf('town', { userId: 'ann', articleId: 'wind' })]);
      expect(store.listChanges('village', 5)).toEqual([]);
    });

    it('changes nothing of a record whose article is gone', async () => {
      const store = await open();

      store.putRecord(recordOf('wind', 'town'), changeOf('town'));

      expect(store.getRecord('wind', 'town')).toBeUndefined();
      expect(store.listChanges('town', 5)).toEqual([]);
    });

    it('lists removed articles until they are there again', async () => {
      const store = await open();
      const record = recordOf('wind', 'town', { addedBy: 'ann' });
      const article = await put(store, 'wind', 'town', record);
      await store.removeArticle('wind', 'town', changeOf('town', { action: 'removed' }));

      expect(store.findRemoved('wind', 'town', LONG_AGO)).toMatchObject({ article, record });
      expect(store.listRemoved('town', LONG_AGO)).toMatchObject([{ title: 'wind', record }]);
      expect(store.findRemoved('wind', 'village', LONG_AGO)).toBeUndefined();
      expect(store.listRemoved('village', LONG_AGO)).toEqual([]);
      expect(store.findRemoved('wind', 'town', '9999')).toBeUndefined();
      expect(store.listChanges('town', 5)).toMatchObject([{ action: 'removed' }]);
      await put(store, 'wind', 'town', record);
      expect(store.findRemoved('wind', 'town', LONG_AGO)).toBeUndefined();
    });

    it('keeps the settings of each library apart', async () => {
      const store = await open();
      const settings = {
        ...{ defaultArticle: 'wind', managerRole: '7', hidden: ['rain', 'snow'] },
        channelDefaults: { c1: 'wind', c2: 'rain' },
      };

      store.putSettings('town', settings, changeOf('town', { action: 'settings-changed' }));

      expect(store.getSettings('town')).toEqual(settings);
      expect(store.listHidden('town')).toEqual(['rain', 'snow']);
      expect(store.getSettings('village')).toEqual({ channelDefaults: {}, hidden: [] });
    });

    it('counts additions since a time', async () => {
      const store = await open();
      for (const at of [BEFORE, NOW, LATER]) store.addChange(changeOf('town', { at }));
      store.addChange(changeOf('town', { at: LATER, action: 'removed' }));

      expect(store.listAdditions('town', BEFORE, 5)).toEqual([NOW, LATER]);
      expect(store.listAdditions('town', BEFORE, 1)).toEqual([LATER]);
      expect(store.listAdditions('village', BEFORE, 5)).toEqual([]);
    });

    it('stores feeds and their items, newest first', async () => {
      const store = await open();
      const entry = (id: string, published?: string) => ({
        ...{ id, url: `https://example.org/${id}`, title: id, state: 'waiting' as const, failures: 0 },
        ...(published && { published }),
      });
      store.putFeed(feedOf('town'), changeOf('town', { action: 'followed' }));
      store.putEntries('f', 'town', [entry('b', LATER), entry('a', NOW)]);
      store.putEntries('f', 'town', [{ ...entry('a', NOW), state: 'added', articleId: 'wind' }]);
      store.putEntries('f', 'village', [entry('c')]);

      expect(store.listFeeds('town')).toEqual([feedOf('town')]);
      expect(store.getFeed('f', 'village')).toBeUndefined();
      expect(store.listEntries('f', 'town')).toEqual([
        entry('b', LATER),
        { ...entry('a', NOW), state: 'added', articleId: 'wind' },
      ]);
      expect(store.listEntries('f', 'village')).toEqual([]);
      expect(store.removeFeed('f', 'village')).toBe(false);
      expect(store.removeFeed('f', 'town')).toBe(true);
      store.updateFeed(feedOf('town'));
      expect(store.listFeeds('town')).toEqual([]);
    });

    it('lets one process claim what is due, until the claim expires', async () => {
      const store = await open();
      await put(store, 'wind', 'town', recordOf('wind', 'town', { refreshEvery: 'daily' }));
      store.scheduleRefresh('wind', 'town', NOW, 0);
      store.putFeed(feedOf('town'));
      store.planDeletion({ library: 'desert', plannedAt: BEFORE, dueAt: NOW }, changeOf('desert'));

      const early = [store.claimRefresh(BEFORE, LATER), store.claimFeed(BEFORE, LATER)];
      const first = [
        store.claimRefresh(NOW, LATER),
        store.claimFeed(NOW, LATER),
        store.claimDeletion(NOW, LATER),
      ];
      const second = [
        store.claimRefresh(NOW, LATER),
        store.claimFeed(NOW, LATER),
        store.claimDeletion(NOW, LATER),
      ];

      expect(early).toEqual([undefined, undefined]);
      expect(first).toMatchObject([{ articleId: 'wind' }, { id: 'f' }, { library: 'desert' }]);
      expect(second).toEqual([undefined, undefined, undefined]);
      expect(store.claimRefresh(LATER, '2031-03-05')).toMatchObject({ articleId: 'wind' });
      store.scheduleRefresh('wind', 'town', undefined, 0);
      store.updateFeed(feedOf('town', { dueAt: '2031-03-09' }));
      expect([store.claimRefresh('2031-03-06', LATER), store.claimFeed('2031-03-06', LATER)]).toEqual([
        undefined,
        undefined,
      ]);
    });

    it('does nothing for a library that will be deleted, unless that is cancelled', async () => {
      const store = await open();
      store.putFeed(feedOf('town'));
      const planned = { library: 'town', plannedAt: BEFORE, dueAt: LATER, userId: 'ann' };

      store.planDeletion(planned, changeOf('town', { action: 'deletion-planned' }));

      expect(store.findDeletion('town')).toEqual(planned);
      expect(store.findDeletion('village')).toBeUndefined();
      expect(store.claimFeed(NOW, LATER)).toBeUndefined();
      expect(store.cancelDeletion('town', changeOf('town', { action: 'deletion-cancelled' }))).toBe(true);
      expect(store.cancelDeletion('town', changeOf('town', { action: 'deletion-cancelled' }))).toBe(false);
      expect(store.claimFeed(NOW, LATER)).toMatchObject({ id: 'f' });
    });

    it("can't cancel a deletion that has begun", async () => {
      const store = await open();
      store.planDeletion({ library: 'town', plannedAt: BEFORE, dueAt: NOW }, changeOf('town'));

      store.claimDeletion(NOW, LATER);

      expect(store.cancelDeletion('town', changeOf('town', { action: 'deletion-cancelled' }))).toBe(false);
      expect(store.findDeletion('town')).toBeDefined();
    });

    it("remembers the last bot of each library's server", async () => {
      const store = await open();

      for (const library of ['town', 'village']) store.putBot(library, 'old');
      store.putBot('town', 'new');
      store.putBot('desert', 'new');
      store.removeBot('desert');

      expect(store.getBot('town')).toBe('new');
      expect(store.getBot('desert')).toBeUndefined();
      expect(store.listLibrariesOf('new')).toEqual(['town']);
      expect(store.listLibrariesOf('old')).toEqual(['village']);
    });

    it('deletes a library with everything that quotes it, and nothing else', async () => {
      const store = await open();
      for (const library of ['town', 'village']) {
        await put(store, `wind of ${library}`, library, undefined, changeOf(library));
        await put(store, `storm of ${library}`, library);
        await store.removeArticle(`storm of ${library}`, library);
        store.putAnswer(answerOf(`own ${library}`, library, `wind of ${library}`));
        store.putAnswer(answerOf(`direct ${library}`, 'user:1', `wind of ${library}`));
        store.putCachedAnswer(`key ${library}`, { ...answerOf('x', '', 'y').answer } as never, NOW, [
          'user:1',
          library,
        ]);
        store.putFeed(feedOf(library));
        store.putSettings(library, { channelDefaults: {}, hidden: ['x'] }, changeOf(library));
        store.addUsage({
          ...{ library, command: 'ask', outcome: 'answered', engine: 'by-hand', ms: 1, createdAt: NOW },
          ...{ inputTokens: 1, outputTokens: 1 },
        });
      }

      await store.deleteLibrary('town');
      await store.deleteLibrary('town');

      const left = (library: string) => [
        store.listArticles({ libraries: [library] }).length,
        [`own ${library}`, `direct ${library}`].filter((id) => store.getAnswer(id)).length,
        store.getCachedAnswer(`key ${library}`) === undefined ? 0 : 1,
        store.listFeeds(library).length,
        store.listHidden(library).length,
        store.listChanges(library, 10).length,
        store.listRemoved(library, LONG_AGO).length,
        store.sumUsage(library, '2031-01-01').length,
      ];
      expect(left('town')).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
      expect(left('village')).toEqual([1, 2, 1, 1, 1, 1, 1, 1]);
    });

    it('goes on with a deletion that was interrupted', async () => {
      const store = await open();
      for (let number = 0; number < 4; number += 1) {
        await put(store, `wind ${number}`, 'town');
        store.putAnswer(answerOf(`${number}`, 'village', `wind ${number}`));
      }
      store.planDeletion({ library: 'town', plannedAt: NOW, dueAt: NOW }, changeOf('town'));
      const stopping = new AbortController();
      const deleting = store.deleteLibrary('town', stopping.signal);
      while (store.listArticles(town).length === 4) await yieldToEvents();
      stopping.abort(new Error('stopped'));

      await expect(deleting).rejects.toThrow('stopped');
      const left = store.listArticles(town).length;
      const planned = store.findDeletion('town');
      await store.deleteLibrary('town');

      expect(left).toBeGreaterThan(0);
      expect(planned).toBeDefined();
      expect(store.listArticles(town)).toEqual([]);
      expect(store.findDeletion('town')).toBeUndefined();
      expect(['0', '1', '2', '3'].filter((id) => store.getAnswer(id))).toEqual([]);
    });

    it("deletes a person's answers and their id", async () => {
      const store = await open();
      await put(
        store,
        'wind',
        'town',
        recordOf('wind', 'town', { addedBy: 'ann' }),
        changeOf('town', { userId: 'ann' }),
      );
      store.putAnswer(answerOf('a', 'town', 'wind', 'ann'));
      store.putAnswer(answerOf('b', 'town', 'wind', 'bob'));

      const stored = store.measurePerson('ann', 'user:ann');
      await store.deletePerson('ann');

      expect(stored).toEqual({ articles: 0, answers: 1, usageEntries: 0, since: NOW });
      expect(store.getAnswer('a')).toBeUndefined();
      expect(store.getAnswer('b')).toBeDefined();
      expect(store.getRecord('wind', 'town')).not.toHaveProperty('addedBy');
      expect(store.listChanges('town', 5)[0]).not.toHaveProperty('userId');
    });

    it('deletes versions once no answer cites them', async () => {
      const store = await open();
      const cited = { articleId: 'wind', start: 0, end: 15, quote: 'The wind blows.' };
      await put(store, 'wind', 'town');
      const createdAt = new Date().toISOString();
      store.putAnswer({ ...answerOf('a', 'town', 'wind'), createdAt });
      await store.removeArticle('wind', 'town');
      await put(store, 'storm', 'town');
      await store.removeArticle('storm', 'town');

      await store.purgeVersions({ removed: '9999', replaced: '9999', changes: BEFORE });

      expect(store.findVersion(cited, town, createdAt)).toBeDefined();
      expect(store.findVersion({ ...cited, articleId: 'storm' }, town, createdAt)).toBeUndefined();
      expect(store.listRemoved('town', LONG_AGO)).toEqual([]);
    });
  });
}
