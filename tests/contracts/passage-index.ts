// The contract of every passage index.
import { describe, expect, it } from 'vitest';
import type { ArticleStore, PassageIndex } from '../../src/core/store-ports.js';
import { inOnlySpace } from '../support/question-vectors.js';
import { makeArticle, unit } from './small-library.js';

const WEATHER = [
  { text: 'The north wind blows cold.', vector: [1, 0, 0, 0] },
  { text: 'The rain falls on the harbour.', vector: [0, 1, 0, 0] },
  { text: 'Wind and rain together.', vector: [1, 1, 0, 0] },
];
const FISH = [{ text: 'Herring swim in the harbour.', vector: [0, 0, 1, 0] }];
const SECRET = [{ text: 'The harbour wind of elsewhere.', vector: [1, 0.1, 0, 0] }];
const town = { libraries: ['town'] };

/** @param open opens an empty store with its index, using the embedder and analyzer of `small-library.ts` */
export function passageIndexContract(name: string, open: () => Promise<ArticleStore & PassageIndex>): void {
  async function openFilledStore() {
    const store = await open();
    const put = async (...args: Parameters<typeof makeArticle>) => {
      const { article, passages } = makeArticle(...args);
      await store.putArticle(article, passages);
    };
    await put('weather', 'town', WEATHER);
    await put('fish', 'town', FISH, { language: 'de' });
    await put('secret', 'village', SECRET);
    return { store, put };
  }

  const textsOf = (matches: ReturnType<PassageIndex['findPassages']>) =>
    matches.map(({ article, passage }) => article.text.slice(passage.start, passage.end));

  describe(`${name} as a passage index`, () => {
    it('counts the passages and lists the languages of a scope', async () => {
      const { store } = await openFilledStore();

      expect(store.countPassages(town)).toBe(4);
      expect(store.countPassages({ libraries: ['town', 'village'] })).toBe(5);
      expect(store.countPassages({ ...town, articleId: 'weather' })).toBe(3);
      expect(store.countPassages({ libraries: [] })).toBe(0);
      expect([...store.listLanguages(town)].sort()).toEqual(['de', 'en']);
    });

    it('finds the nearest passages by vector, with their cosine similarity', async () => {
      const { store } = await openFilledStore();

      const matches = store.findPassages({ vectors: inOnlySpace(unit([1, 0, 0, 0])), terms: [] }, town, 2);

      const bySimilarity = [...matches].sort((a, b) => b.similarity - a.similarity);
      expect(textsOf(bySimilarity)).toEqual([WEATHER[0]?.text, WEATHER[2]?.text]);
      expect(bySimilarity.map(({ similarity }) => similarity.toFixed(3))).toEqual(['1.000', '0.707']);
      expect(bySimilarity.map(({ textScore }) => textScore)).toEqual([0, 0]);
    });

    it('finds the best passages by full text, with scores relative to the best', async () => {
      const { store } = await openFilledStore();

      const matches = store.findPassages(
        { vectors: inOnlySpace(unit([0, 0, 0, 1])), terms: ['herring', 'harbour'] },
        town,
        4,
      );

      const byWords = matches.filter(({ textScore }) => textScore > 0);
      expect(textsOf([...byWords].sort((a, b) => b.textScore - a.textScore))).toEqual([
        FISH[0]?.text,
        WEATHER[1]?.text,
      ]);
      expect(Math.max(...byWords.map(({ textScore }) => textScore))).toBe(1);
    });

    it('returns only the chosen results, in the chosen order', async () => {
      const { store } = await openFilledStore();
      const vectors = inOnlySpace(unit([1, 0, 0, 0]));
      const all = store.findPassages({ vectors, terms: ['rain'] }, town, 4);

      const chosen = store.findPassages({ vectors, terms: ['rain'] }, town, 4, (found) =>
        found.toReversed().slice(0, 2),
      );

      expect(chosen).toEqual(all.toReversed().slice(0, 2));
    });

    it('returns the union of both searches, each passage once with both scores', async () => {
      const { store } = await openFilledStore();

      const matches = store.findPassages(
        { vectors: inOnlySpace(unit([0, 0, 1, 0])), terms: ['rain'] },
        town,
        1,
      );

      expect(matches).toHaveLength(2);
      const [fish, rain] = [...matches].sort((a, b) => a.textScore - b.textScore);
      expect(fish).toMatchObject({ article: { id: 'fish' }, textScore: 0 });
      expect(fish?.similarity).toBeCloseTo(1);
      expect(rain).toMatchObject({ article: { id: 'weather' }, textScore: 1 });
      expect(rain?.similarity).toBeCloseTo(0);
    });

    it.each([
      ['a library', town, ['town']],
      ['two libraries', { libraries: ['town', 'village'] }, ['town', 'village']],
      ['an empty library', { libraries: ['desert'] }, []],
      ['no library', { libraries: [] }, []],
    ])('never returns passages from outside its scope: %s', async (_name, scope, expected) => {
      const { store } = await openFilledStore();

      const matches = store.findPassages(
        { vectors: inOnlySpace(unit([1, 0, 0, 0])), terms: ['harbour', 'wind'] },
        scope,
        10,
      );

      expect([...new Set(matches.map(({ article }) => article.library))].sort()).toEqual(expected);
    });

    it.each([1, 10])('leaves out hidden articles, of %i results', async (limit) => {
      const { store } = await openFilledStore();
      const scope = { libraries: ['town', 'village'], hidden: ['weather'] };

      const matches = store.findPassages(
        { vectors: inOnlySpace(unit([1, 0, 0, 0])), terms: ['harbour', 'wind', 'rain'] },
        scope,
        limit,
      );

      expect(matches.length).toBeGreaterThan(0);
      expect(matches.map(({ article }) => article.id)).not.toContain('weather');
      expect(store.countPassages(scope)).toBe(
        store.countPassages({ libraries: ['town', 'village'] }) -
          store.countPassages({ libraries: ['town'], articleId: 'weather' }),
      );
      expect(store.countPassages({ ...scope, articleId: 'weather' })).toBe(0);
      expect(store.countPassages({ ...scope, libraries: ['town'] })).toBeLessThan(store.countPassages(town));
    });

    it('searches a single article', async () => {
      const { store } = await openFilledStore();
      const scope = { ...town, articleId: 'fish' };

      const matches = store.findPassages(
        { vectors: inOnlySpace(unit([1, 0, 0, 0])), terms: ['harbour'] },
        scope,
        10,
      );

      expect(matches.map(({ article }) => article.id)).toEqual(['fish']);
    });

    it('counts the passages that contain a term', async () => {
      const { store } = await openFilledStore();

      const frequencies = store.frequencies();

      expect(frequencies.passages).toBe(5);
      expect(frequencies.count('harbour')).toBe(3);
      expect(frequencies.count('volcano')).toBe(0);
    });

    it('replaces an unknown term with a known one that it may be a misspelling of', async () => {
      const { store } = await openFilledStore();

      const matches = store.findPassages(
        { vectors: inOnlySpace(unit([0, 0, 0, 1])), terms: ['herr'] },
        town,
        4,
      );

      expect(matches.filter(({ textScore }) => textScore > 0).map(({ article }) => article.id)).toEqual([
        'fish',
      ]);
    });

    it('never interprets terms as query syntax', async () => {
      const { store } = await openFilledStore();
      const terms = ['"', '*', 'NEAR(', 'wind"', "x' OR 1=1", 'wind OR rain', 'terms : wind', '\u0000'];

      expect(() =>
        store.findPassages({ vectors: inOnlySpace(unit([1, 0, 0, 0])), terms }, town, 4),
      ).not.toThrow();
    });

    it('reflects added, replaced and removed articles', async () => {
      const { store, put } = await openFilledStore();
      const find = () =>
        store
          .findPassages({ vectors: inOnlySpace(unit([0, 0, 1, 0])), terms: ['herring'] }, town, 1)
          .map(({ article }) => article.text);
      const first = find();

      await put('fish', 'town', [{ text: 'Herring are gone.', vector: [0, 0, 1, 0] }]);
      const second = find();
      await store.removeArticle('fish', 'town');
      const third = find();

      expect(first).toEqual([FISH[0]?.text]);
      expect(second).toEqual(['Herring are gone.']);
      expect(third.some((text) => text.includes('Herring'))).toBe(false);
      expect(store.countPassages(town)).toBe(3);
    });
  });
}
