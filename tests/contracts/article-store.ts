// The contract of every article store.
import { describe, expect, it } from 'vitest';
import type { ArticleStore } from '../../src/core/store-ports.js';
import { listed } from '../support/listed.js';
import { makeArticle } from './small-library.js';

const WIND = [{ text: 'The wind blows.', vector: [1, 0, 0, 0] }];
const RAIN = [{ text: 'The rain falls.', vector: [0, 1, 0, 0] }];
const town = { libraries: ['town'] };

/** @param open opens an empty store, and closes it when the test ends */
export function articleStoreContract(name: string, open: () => Promise<ArticleStore>): void {
  describe(`${name} as an article store`, () => {
    it('returns an article exactly as it was stored', async () => {
      const store = await open();
      const { article, passages } = makeArticle('wind', 'town', WIND, {
        ...{ title: 'Winds 🌬 “and” more', bodyStart: 4, language: 'und' },
        structure: [
          { kind: 'heading', level: 2, start: 0, end: 3 },
          { kind: 'link', url: 'https://example.org/wind', start: 4, end: 8 },
        ],
        ...{ url: 'https://example.org/wind', author: 'A. Writer', published: '2031-03-03' },
      });

      await store.putArticle(article, passages);

      expect(store.getArticle('wind', town)).toEqual(article);
      expect(store.listArticles(town)).toEqual([listed(article)]);
      expect(store.getArticle(article.id, town)).toEqual(article);
    });

    it('shows an article only to its library', async () => {
      const store = await open();
      const { article, passages } = makeArticle('wind', 'town', WIND);

      await store.putArticle(article, passages);

      expect(store.getArticle('wind', { libraries: ['village'] })).toBeUndefined();
      expect(store.getArticle('wind', { libraries: [] })).toBeUndefined();
      expect(store.getArticle('wind', { libraries: ['village', 'town'] })).toEqual(article);
      expect(store.listArticles({ libraries: ['village'] })).toEqual([]);
      expect(store.listArticles({ libraries: ['town'], articleId: 'other' })).toEqual([]);
    });

    it('leaves out hidden articles', async () => {
      const store = await open();
      const { article, passages } = makeArticle('wind', 'town', WIND);
      await store.putArticle(article, passages);
      const scope = { libraries: ['town'], hidden: ['wind', 'rain'] };

      expect(store.getArticle('wind', scope)).toBeUndefined();
      expect(store.listArticles(scope)).toEqual([]);
      expect(store.digestScope(scope)).toBe(store.digestScope({ libraries: ['village'] }));
    });

    it('keeps the versions of an article that old citations quote', async () => {
      const store = await open();
      const [before, after] = [makeArticle('weather', 'town', WIND), makeArticle('weather', 'town', RAIN)];
      const cited = { articleId: 'weather', start: 4, end: 8, quote: 'wind' };
      const at = '2031-03-03T10:00:00.000Z';
      await store.putArticle(before.article, before.passages);
      await store.putArticle(after.article, after.passages);
      await store.removeArticle('weather', 'town');

      expect(store.findVersion(cited, town, at)).toEqual(before.article);
      expect(store.findVersion({ ...cited, quote: 'rain' }, town, at)).toEqual(after.article);
      expect(store.findVersion({ ...cited, quote: 'snow' }, town, at)).toBeUndefined();
      expect(store.findVersion(cited, { libraries: ['village'] }, at)).toBeUndefined();
      expect(store.findVersion(cited, { ...town, hidden: ['weather'] }, at)).toBeUndefined();
    });

    it('lists articles in order of title, ignoring case', async () => {
      const store = await open();
      for (const title of ['b', 'C', 'A']) {
        const { article, passages } = makeArticle(title, 'town', WIND, { title });
        await store.putArticle(article, passages);
      }

      expect(store.listArticles(town).map(({ title }) => title)).toEqual(['A', 'b', 'C']);
    });

    it('lists the libraries that have articles', async () => {
      const store = await open();
      for (const library of ['town', 'village', 'town']) {
        const { article, passages } = makeArticle(`wind of ${library}`, library, WIND);
        await store.putArticle(article, passages);
      }
      await store.removeArticle('wind of village', 'village');

      expect(store.listLibraries()).toEqual(['town']);
    });

    it('replaces an article with the same id', async () => {
      const store = await open();
      const before = makeArticle('weather', 'town', WIND);
      const after = makeArticle('weather', 'town', RAIN);
      await store.putArticle(before.article, before.passages);

      await store.putArticle(after.article, after.passages);

      expect(store.listArticles(town)).toEqual([listed(after.article)]);
      expect(store.getArticle(after.article.id, town)).toEqual(after.article);
    });

    it('changes nothing if a write is aborted', async () => {
      const store = await open();
      const before = makeArticle('weather', 'town', WIND);
      const after = makeArticle('weather', 'town', RAIN);
      await store.putArticle(before.article, before.passages);

      const writing = store.putArticle(
        after.article,
        after.passages,
        AbortSignal.abort(new Error('stopped')),
      );

      await expect(writing).rejects.toThrow('stopped');
      expect(store.listArticles(town)).toEqual([listed(before.article)]);
      expect(store.getArticle(before.article.id, town)).toEqual(before.article);
    });

    it('removes an article and reports whether it existed', async () => {
      const store = await open();
      const { article, passages } = makeArticle('wind', 'town', WIND);
      await store.putArticle(article, passages);

      const outcomes = [
        await store.removeArticle('wind', 'village'),
        await store.removeArticle('wind', 'town'),
        await store.removeArticle('wind', 'town'),
      ];

      expect(outcomes).toEqual([false, true, false]);
      expect(store.getArticle('wind', town)).toBeUndefined();
    });

    it('caches vectors by embedder and text', async () => {
      const { vectorCache } = await open();
      const vector = Float32Array.of(1, 2, 3);

      vectorCache.put('one', new Map([['digest', vector]]));

      expect(vectorCache.get('one', ['digest', 'other'])).toEqual(new Map([['digest', vector]]));
      expect(vectorCache.get('another', ['digest'])).toEqual(new Map());
    });

    it('has a digest that changes with any article of the scope, and no other', async () => {
      const store = await open();
      const put = async (...args: Parameters<typeof makeArticle>) => {
        const { article, passages } = makeArticle(...args);
        await store.putArticle(article, passages);
      };
      const digests = [store.digestScope(town)];
      await put('wind', 'town', WIND);
      digests.push(store.digestScope(town));
      await put('wind', 'town', RAIN);
      digests.push(store.digestScope(town));

      await put('elsewhere', 'village', WIND);

      expect(store.digestScope(town)).toBe(digests[2]);
      expect(new Set(digests).size).toBe(3);
    });
  });
}
