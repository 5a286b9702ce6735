import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/library/manager.js';
import type { Feed } from '../../../../src/core/library/ports.js';
import { openManaged } from '../../../support/managed-library.js';
import { HARBOUR } from '../../../support/small-article.js';

const ann: Actor = { library: 'guild:1', userId: 'ann' };
const QUESTION = 'When does the ferry leave?';
const FERRY =
  'The ferry leaves at seven every morning from the new quay. Tickets cost two crowns for everybody.';

async function openWithBuiltIn() {
  const managed = await openManaged();
  const { article: ferry } = await managed.assistant.addArticle({
    library: 'corpus',
    title: 'Ferry',
    text: FERRY,
  });
  const { id } = await managed.library.preview(
    { kind: 'text', text: HARBOUR.text, title: HARBOUR.title },
    ann,
  );
  const { article: harbour } = await managed.library.add(id, ann);
  return { ...managed, ferry, harbour };
}

describe('a hidden built-in article', () => {
  it('is nowhere in that library, and everywhere else as before', async () => {
    const { library, assistant, ferry } = await openWithBuiltIn();
    const server = { library: 'guild:1' };

    library.setHidden(ferry.id, true, ann);

    expect(library.list(ann).map(({ title }) => title)).toEqual([HARBOUR.title]);
    expect(library.find(ferry.id, ann)).toBeUndefined();
    expect(assistant.getArticle(ferry.id, server)).toBeUndefined();
    expect(assistant.listArticles(server)).toHaveLength(1);
    const found = await assistant.search('ferry quay', server);
    expect(found.map(({ articleId }) => articleId)).not.toContain(ferry.id);
    expect((await assistant.ask(QUESTION, server)).kind).not.toBe('answered');
    await expect(assistant.ask(QUESTION, { ...server, articleId: ferry.id })).rejects.toMatchObject({
      code: 'core/no-such-article',
    });
    await expect(assistant.suggest(ferry.id, server)).rejects.toMatchObject({ code: 'core/no-such-article' });
    expect((await assistant.ask(QUESTION, { library: 'guild:2' })).kind).toBe('answered');
    expect(library.listHidden(ann)).toMatchObject([{ id: ferry.id, title: 'Ferry' }]);
  });

  it('can be shown again', async () => {
    const { library, assistant, ferry } = await openWithBuiltIn();
    library.setHidden(ferry.id, true, ann);

    library.setHidden(ferry.id, false, ann);

    expect(library.listHidden(ann)).toEqual([]);
    expect((await assistant.ask(QUESTION, { library: 'guild:1' })).kind).toBe('answered');
  });

  it('must be a built-in one', async () => {
    const { library, harbour } = await openWithBuiltIn();

    expect(() => library.setHidden(harbour.id, true, ann)).toThrow("can't find");
    expect(() => library.setHidden('nothing', false, ann)).toThrow("can't find");
  });
});

describe('a default article', () => {
  it("is the channel's, or else the library's", async () => {
    const { library, ferry, harbour } = await openWithBuiltIn();
    const find = (channelId?: string) => library.defaultArticle({ library: 'guild:1', channelId });

    library.setDefault(ferry.id, ann);
    library.setDefault(harbour.id, { ...ann, channelId: 'c1' });

    expect([find(), find('c1'), find('c2')]).toEqual([ferry.id, harbour.id, ferry.id]);
    expect(library.settings(ann)).toMatchObject({
      defaultArticle: ferry.id,
      channelDefaults: { c1: harbour.id },
    });
    expect(library.defaultArticle({ library: 'guild:2', channelId: 'c1' })).toBeUndefined();
    library.setDefault(undefined, { ...ann, channelId: 'c1' });
    library.setDefault(undefined, ann);
    expect(library.settings(ann)).toEqual({ channelDefaults: {}, hidden: [] });
  });

  it('no longer counts once the article is removed or hidden', async () => {
    const { library, ferry, harbour } = await openWithBuiltIn();
    library.setDefault(ferry.id, ann);
    library.setDefault(harbour.id, { ...ann, channelId: 'c1' });

    await library.remove(harbour.id, ann);
    const afterRemoval = library.defaultArticle({ library: 'guild:1', channelId: 'c1' });
    library.setHidden(ferry.id, true, ann);

    expect(afterRemoval).toBe(ferry.id);
    expect(library.defaultArticle({ library: 'guild:1', channelId: 'c1' })).toBeUndefined();
  });
});

describe('the audit log', () => {
  it('has a line for every change', async () => {
    const { library, ferry } = await openWithBuiltIn();

    library.setManagerRole('42', ann);
    library.setHidden(ferry.id, true, ann);
    library.setHidden(ferry.id, true, ann);

    expect(library.settings(ann)).toMatchObject({ managerRole: '42', hidden: [ferry.id] });
    expect(library.listChanges(ann, 10).map(({ subject }) => subject)).toEqual([
      'Hidden: Ferry',
      "Managers' role: 42",
      HARBOUR.title,
    ]);
    expect(library.listChanges({ library: 'guild:2' }, 10)).toEqual([]);
  });
});

describe("a person's data", () => {
  it('can be seen and deleted, and the server keeps its articles', async () => {
    const { library, assistant, harbour } = await openWithBuiltIn();
    const own: Actor = { library: 'user:ann', userId: 'ann' };
    const { id } = await library.preview({ kind: 'text', text: FERRY, title: 'Mine' }, own);
    await library.add(id, own);
    const asked = await assistant.ask('Who is the mayor?', { library: 'guild:1', userId: 'ann' });
    const other = await assistant.ask('Who is the mayor?', { library: 'guild:1', userId: 'bob' });

    const stored = library.personalData('ann');
    const deleted = await library.deletePersonalData('ann');

    expect(stored).toEqual({
      ...{ articles: 1, answers: 1, usageEntries: 1 },
      since: '2031-03-03T10:00:00.000Z',
    });
    expect(deleted).toEqual(stored);
    expect(library.personalData('ann')).toEqual({ articles: 0, answers: 0, usageEntries: 0 });
    expect(library.list(own).filter(({ library: of }) => of !== 'corpus')).toEqual([]);
    expect(assistant.findAnswer(asked.id, { library: 'guild:1' })).toBeUndefined();
    expect(assistant.findAnswer(other.id, { library: 'guild:1' })).toBeDefined();
    expect(library.find(harbour.id, ann)).toMatchObject({ origin: 'text' });
    expect(library.find(harbour.id, ann)).not.toHaveProperty('addedBy');
    expect(JSON.stringify(library.listChanges(ann, 10))).not.toContain('"ann"');
  });

  it('stays deleted, whatever is being added meanwhile', async () => {
    const { library, sources } = await openManaged();
    const own: Actor = { library: 'user:ann', userId: 'ann' };
    const long = await library.preview({ kind: 'text', text: FERRY.repeat(2_000), title: 'Long' }, own);
    const removed = await library.preview({ kind: 'text', text: FERRY, title: 'Removed' }, own);
    const { article } = await library.add(removed.id, own);
    await library.remove(article.id, own);
    const url = 'https://example.org/feed';
    const rules = { checkEvery: 'daily', maxArticles: 5, maxAgeDays: 5 } as const;
    let deliver = (_: Feed): void => {};
    const feed = new Promise<Feed>((resolve) => {
      deliver = resolve;
    });
    sources.readFeed = () => feed;

    const running = [
      library.add(long.id, own),
      library.restore(article.id, own),
      library.follow(url, rules, own),
    ];
    const outcomes = Promise.allSettled(running);
    await library.deletePersonalData('ann');
    deliver({ url, title: 'News', items: [] });

    for (const outcome of await outcomes)
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'library/deleted' } });
    expect(library.personalData('ann')).toEqual({ articles: 0, answers: 0, usageEntries: 0 });
    expect(library.listFeeds(own)).toEqual([]);
  });
});
