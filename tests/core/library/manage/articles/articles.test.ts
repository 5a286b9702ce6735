import { describe, expect, it } from 'vitest';
import type { Actor, LibraryManager } from '../../../../../src/core/library/manager.js';
import { openManaged } from '../../../../support/managed-library.js';
import { HARBOUR } from '../../../../support/small-article.js';

const ann: Actor = { library: 'guild:1', userId: 'ann' };
const bob: Actor = { library: 'guild:1', userId: 'bob' };
const eve: Actor = { library: 'guild:2', userId: 'eve' };
const LINK = 'https://example.org/harbour';
const MINUTE_MS = 60_000;

async function openWithPage() {
  const managed = await openManaged();
  managed.sources.pages.set(LINK, { ...HARBOUR, author: 'Ina Writer', warnings: ['Page 4 has no text.'] });
  return managed;
}

async function addLink(library: LibraryManager, actor = ann, url = LINK) {
  const { id } = await library.preview({ kind: 'link', url }, actor);
  return await library.add(id, actor);
}

describe('a preview', () => {
  it('shows what would be added, and adds nothing', async () => {
    const { library } = await openWithPage();

    const preview = await library.preview({ kind: 'link', url: LINK }, ann);

    expect(preview).toMatchObject({
      ...{ title: HARBOUR.title, author: 'Ina Writer', url: LINK, language: 'en' },
      warnings: ['Page 4 has no text.'],
    });
    expect(preview.words).toBe(99);
    expect(preview.excerpt).toMatch(/^The old harbour of Brannock .*…$/su);
    expect(preview.excerpt.length).toBeLessThanOrEqual(400);
    expect(library.list(ann)).toEqual([]);
  });

  it('belongs to the person who made it, in that library', async () => {
    const { library } = await openWithPage();
    const { id } = await library.preview({ kind: 'link', url: LINK }, ann);

    library.dropPreview(id, bob);

    for (const actor of [bob, eve, { ...ann, library: 'guild:2' }]) {
      await expect(library.add(id, actor)).rejects.toMatchObject({ code: 'library/preview-gone' });
      expect(() => library.editPreview(id, { title: 'X' }, actor)).toThrow('no longer available');
    }
    await expect(library.add(id, ann)).resolves.toMatchObject({ change: 'added' });
  });

  it('waits while the same person has two others read, and for nobody else', async () => {
    const { library, sources } = await openWithPage();
    const started: string[] = [];
    const finish: (() => void)[] = [];
    sources.readLink = async (url) => {
      started.push(url);
      await new Promise<void>((resolve) => finish.push(resolve));
      return { ...HARBOUR, url };
    };
    const read = (actor: Actor, url: string, signal?: AbortSignal) =>
      library.preview({ kind: 'link', url }, actor, { signal });
    const stop = new AbortController();

    const first = [read(ann, 'https://a.org/1'), read(ann, 'https://a.org/2'), read(ann, 'https://a.org/3')];
    const stopped = read(ann, 'https://a.org/4', stop.signal);
    first.push(read(bob, 'https://b.org/1'));
    await expect.poll(() => started).toEqual(['https://a.org/1', 'https://a.org/2', 'https://b.org/1']);
    stop.abort(new Error('stopped'));
    await expect(stopped).rejects.toThrow('stopped');
    finish.shift()?.();
    await expect.poll(() => started.at(-1)).toBe('https://a.org/3');
    for (const end of finish) end();

    await expect(Promise.all(first)).resolves.toHaveLength(4);
    expect(started).not.toContain('https://a.org/4');
  });

  it('leaves what is chosen while it is added again as it is', async () => {
    const { library, sources } = await openWithPage();
    const { article } = await addLink(library);
    library.scheduleRefresh(article.id, 'daily', ann);
    sources.pages.set(LINK, { ...HARBOUR, text: `${HARBOUR.text} It snows. `.repeat(200) });

    const refreshing = library.refresh(article.id, bob, {
      onProgress: (_, done) => {
        if (done > 0) library.scheduleRefresh(article.id, 'weekly', bob);
      },
    });
    await refreshing;

    expect(library.find(article.id, ann)).toMatchObject({ refreshEvery: 'weekly', addedBy: 'ann' });
  });

  it('expires after a quarter of an hour', async () => {
    const { library, advance } = await openWithPage();
    const { id } = await library.preview({ kind: 'link', url: LINK }, ann);

    advance(15 * MINUTE_MS);

    await expect(library.add(id, ann)).rejects.toMatchObject({ code: 'library/preview-gone' });
  });

  it("makes room for the same person's newer ones, and for nobody else's", async () => {
    const { library } = await openWithPage();
    const preview = (actor: Actor) => library.preview({ kind: 'link', url: LINK }, actor);
    const { id: bobs } = await preview(bob);
    const ids: string[] = [];
    for (let count = 0; count < 6; count += 1) ids.push((await preview(ann)).id);

    const isThere = (id: string, actor: Actor) => {
      try {
        return library.editPreview(id, {}, actor).id === id;
      } catch {
        return false;
      }
    };

    expect(ids.map((id) => isThere(id, ann))).toEqual([false, true, true, true, true, true]);
    expect(isThere(bobs, bob)).toBe(true);
  });

  it('takes corrected details, which a refresh keeps', async () => {
    const { library, sources } = await openWithPage();
    const { id } = await library.preview({ kind: 'link', url: LINK }, ann);

    const edited = library.editPreview(
      id,
      { title: ' Brannock’s  harbour ', author: '', language: 'German' },
      ann,
    );
    const { article } = await library.add(id, ann);
    sources.pages.set(LINK, { title: 'Other', author: 'Other', text: `${HARBOUR.text} It is cold.` });
    const refreshed = await library.refresh(article.id, ann);

    expect(edited).toMatchObject({ title: 'Brannock’s harbour', language: 'de' });
    expect(edited.author).toBeUndefined();
    expect(refreshed.added).toEqual(['It is cold.']);
    expect(refreshed.article).toMatchObject({ title: 'Brannock’s harbour', language: 'de' });
    expect(refreshed.article.author).toBeUndefined();
  });

  it.each([
    [{ url: 'javascript:alert(1)' }, 'web address'],
    [{ url: 'harbour' }, 'web address'],
    [{ language: 'Klingonese' }, 'know the language'],
    [{ published: 'next week' }, 'which day “next week” is'],
  ])('rejects the detail %o and keeps the others', async (typed, message) => {
    const { library } = await openWithPage();
    const before = await library.preview({ kind: 'link', url: LINK }, ann);
    const [[detail = '', value] = []] = Object.entries(typed);

    const edited = library.editPreview(before.id, { ...typed, title: 'Harbour' }, ann);
    const again = library.editPreview(before.id, { author: 'Ann' }, ann);
    const corrected = library.editPreview(before.id, { [detail]: '' }, ann);

    expect(edited).toMatchObject({ ...before, title: 'Harbour', rejected: [{ detail, typed: value }] });
    expect(edited.rejected[0]?.problem).toContain(message);
    expect(again.rejected).toEqual(edited.rejected);
    expect(corrected.rejected).toEqual([]);
  });

  it('reads a date as people write it', async () => {
    const { library } = await openWithPage();
    const { id } = await library.preview({ kind: 'link', url: LINK }, ann);

    const edited = library.editPreview(id, { published: ' 3 de marzo de  2031' }, ann);

    expect(edited).toMatchObject({ published: '2031-03-03', rejected: [] });
  });

  it('says which article it would replace', async () => {
    const { library, sources } = await openWithPage();
    const { article } = await addLink(library);

    const same = await library.preview({ kind: 'link', url: LINK }, bob);
    sources.pages.set(LINK, { ...HARBOUR, text: 'All is well.' });
    const other = await library.preview({ kind: 'link', url: LINK }, bob);
    const elsewhere = await library.preview({ kind: 'link', url: LINK }, eve);

    expect(same.replaces).toEqual({ id: article.id, title: HARBOUR.title, isUnchanged: true });
    expect(other.replaces).toEqual({ id: article.id, title: HARBOUR.title, isUnchanged: false });
    expect(elsewhere.replaces).toBeUndefined();
  });
});

describe('adding', () => {
  it('makes the article answer questions, with a record and a line in the log', async () => {
    const { library, assistant } = await openWithPage();

    const { article } = await addLink(library);

    const answer = await assistant.ask('When will the harbour close?', { library: 'guild:1' });
    expect(answer).toMatchObject({ kind: 'answered', citations: [{ articleId: article.id }] });
    expect(library.list(ann)).toMatchObject([
      { id: article.id, record: { origin: 'link', sourceUrl: LINK, addedBy: 'ann', library: 'guild:1' } },
    ]);
    expect(library.find(article.id, ann)).toMatchObject({ words: library.list(ann)[0]?.record.words });
    expect(library.listChanges(ann, 5)).toMatchObject([
      { action: 'added', userId: 'ann', subject: HARBOUR.title, articleId: article.id },
    ]);
  });

  it('of the same link by two people at once gives one article', async () => {
    const { library } = await openWithPage();
    const previews = await Promise.all(
      [ann, bob].map(async (actor) => ({
        actor,
        ...(await library.preview({ kind: 'link', url: LINK }, actor)),
      })),
    );

    const added = await Promise.all(previews.map(({ id, actor }) => library.add(id, actor)));

    expect(added.map(({ change }) => change)).toEqual(['added', 'unchanged']);
    expect(library.list(ann)).toHaveLength(1);
    expect(library.listChanges(ann, 5)).toHaveLength(1);
  });

  it('of files with the same name and different titles gives two articles', async () => {
    const { library } = await openManaged();
    const bytes = Buffer.from(HARBOUR.text);

    for (const title of ['One', 'Two', 'One']) {
      const { id } = await library.preview({ kind: 'file', file: { name: 'document.pdf', bytes } }, ann);
      library.editPreview(id, { title }, ann);
      await library.add(id, ann);
    }

    expect(library.list(ann).map(({ title }) => title)).toEqual(['One', 'Two']);
  });

  it('keeps to the limits, even at the same time', async () => {
    const { library } = await openManaged({ libraryLimits: { articles: 2 } });
    const texts = ['One sentence here.', 'Two sentences here.', 'Three sentences here.'];
    const previews = await Promise.all(texts.map((text) => library.preview({ kind: 'text', text }, ann)));

    const outcomes = await Promise.allSettled(previews.map(({ id }) => library.add(id, ann)));

    expect(outcomes.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { code: 'library/full' } },
    ]);
    expect(library.list(ann)).toHaveLength(2);
    await expect(library.preview({ kind: 'text', text: 'Four.' }, ann)).rejects.toMatchObject({
      code: 'library/full',
    });
  });

  it('stops for a day once many were added', async () => {
    const { library, advance } = await openManaged({ libraryLimits: { additionsPerDay: 1 } });
    const addText = async (text: string) => {
      const { id } = await library.preview({ kind: 'text', text }, ann);
      return await library.add(id, ann);
    };
    await addText('One sentence here.');
    advance(20 * 60 * MINUTE_MS);

    const tooSoon = addText('Two sentences here.');

    await expect(tooSoon).rejects.toMatchObject({
      code: 'library/too-many-today',
      advice: 'Try again in 4 hours.',
    });
    advance(4 * 60 * MINUTE_MS);
    await expect(addText('Two sentences here.')).resolves.toMatchObject({ change: 'added' });
  });
});

describe('removing', () => {
  it('takes an article out of answers, and restoring brings it back as it was', async () => {
    const { library, assistant } = await openWithPage();
    const { article } = await addLink(library);

    const { title } = await library.remove(article.id, bob);
    const refused = await assistant.ask('When will the harbour close?', { library: 'guild:1' });
    const listed = library.listRemoved(ann);
    const restored = await library.restore(article.id, ann);

    expect(title).toBe(HARBOUR.title);
    expect(refused.kind).not.toBe('answered');
    expect(listed).toMatchObject([{ id: article.id, title }]);
    expect(restored).toEqual(article);
    expect(library.find(article.id, ann)).toMatchObject({ addedBy: 'ann', sourceUrl: LINK });
    expect(library.listRemoved(ann)).toEqual([]);
    const answer = await assistant.ask('When will the harbour close?', { library: 'guild:1' });
    expect(answer.kind).toBe('answered');
    const actions = library.listChanges(ann, 5).map(({ action, userId }) => `${action} by ${userId}`);
    expect(actions).toEqual(['restored by ann', 'removed by bob', 'added by ann']);
  });

  it('can be undone for an hour', async () => {
    const { library, advance } = await openWithPage();
    const { article } = await addLink(library);
    const { restorableUntil } = await library.remove(article.id, ann);

    advance(60 * MINUTE_MS);

    expect(restorableUntil.toISOString()).toBe('2031-03-03T11:00:00.000Z');
    await expect(library.restore(article.id, ann)).rejects.toMatchObject({ code: 'library/not-restorable' });
  });

  it('cannot be undone once the article was added again', async () => {
    const { library } = await openWithPage();
    const { article } = await addLink(library);
    await library.remove(article.id, ann);
    await addLink(library);
    await library.remove(article.id, ann);

    await addLink(library);

    await expect(library.restore(article.id, ann)).rejects.toMatchObject({ code: 'library/not-restorable' });
  });
});

describe('old answers', () => {
  it('open the version that they cite', async () => {
    const { library, assistant, sources, advance } = await openWithPage();
    const { article } = await addLink(library);
    advance(MINUTE_MS);
    const answer = await assistant.ask('How much will the work cost?', { library: 'guild:1' });
    if (answer.kind !== 'answered' || !answer.citations[0]) throw new Error('not answered');
    const at = assistant.findAnswer(answer.id, { library: 'guild:1' })?.createdAt ?? '';
    const [citation] = answer.citations;
    const find = () => assistant.findCited(citation, { library: 'guild:1', at });
    expect(find()).toEqual({ article, isCurrent: true });

    advance(MINUTE_MS);
    sources.pages.set(LINK, { ...HARBOUR, text: HARBOUR.text.replace('4.5 million', '6 million') });
    await library.refresh(article.id, ann);

    expect(find()).toEqual({ article: { ...article, author: 'Ina Writer' }, isCurrent: false });
    await library.remove(article.id, ann);
    expect(find()).toEqual({ article, isCurrent: false });
    expect(assistant.findCited(citation, { library: 'guild:2', at })).toBeUndefined();
  });
});

describe('comparing with an earlier time', () => {
  it('says what changed since, across several versions', async () => {
    const { library, sources, advance } = await openWithPage();
    const { article } = await addLink(library);
    const added = new Date('2031-03-03T10:00:30.000Z');
    for (const sentence of ['It is cold.', 'It is warm.']) {
      advance(MINUTE_MS);
      sources.pages.set(LINK, { ...HARBOUR, text: `${HARBOUR.text} ${sentence}` });
      await library.refresh(article.id, ann);
    }
    const between = new Date('2031-03-03T10:01:30.000Z');
    const after = new Date('2031-03-03T10:03:00.000Z');

    expect(await library.compareSince(article.id, added, ann)).toMatchObject({ added: ['It is warm.'] });
    expect(await library.compareSince(article.id, between, ann)).toMatchObject({
      changed: [{ before: 'It is cold.', after: 'It is warm.' }],
    });
    expect(await library.compareSince(article.id, after, ann)).toBeUndefined();
    expect(await library.compareSince(article.id, new Date(0), ann)).toBeUndefined();
    expect(library.find(article.id, ann)?.changedAt).toBe('2031-03-03T10:02:00.000Z');
  });
});
