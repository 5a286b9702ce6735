// Messages about managing articles keep to Discord's limits, whatever people and pages have written.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Preview } from '../../../src/core/library/manager.js';
import type { FollowedFeed, LibraryChange } from '../../../src/core/library/ports.js';
import type { Article } from '../../../src/core/text/article.js';
import {
  renderCard,
  renderPreview,
  renderProgress,
  renderSourceMenu,
} from '../../../src/discord/render/article/add.js';
import { renderArticle, renderArticleList } from '../../../src/discord/render/article/browse.js';
import {
  renderHistory,
  renderRefreshed,
  renderRemoved,
} from '../../../src/discord/render/article/changes.js';
import {
  renderDefaults,
  renderFeeds,
  renderFollowing,
} from '../../../src/discord/render/article/settings.js';
import { expectFits, line, text, textsOf, url } from '../../support/rendering.js';

fc.configureGlobal({ endOnFailure: true });

const ID = '01234567-89ab-cdef-0123-456789abcdef';
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const time = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') });
const article: fc.Arbitrary<Article> = fc.record({
  ...{ id: fc.constant('0123456789abcdef'), library: fc.constant('x'), title: line, text, url },
  ...{ bodyStart: fc.constant(0), language: fc.constantFrom('en', 'und', 'pt-BR'), digest: fc.constant('d') },
  ...{ author: maybe(line), published: maybe(line) },
});
const preview: fc.Arbitrary<Preview> = fc.record({
  ...{ id: fc.constant(ID), title: line, url, author: maybe(line), published: maybe(line) },
  ...{ language: fc.constantFrom('en', 'und', 'xx-invalid-tag-here'), words: fc.nat() },
  excerpt: text.map((value) => value.slice(0, 400).toWellFormed()),
  warnings: fc.array(text, { maxLength: 20 }),
  rejected: fc.array(fc.record({ detail: fc.constant('url'), typed: line, problem: line }), { maxLength: 3 }),
  replaces: maybe(fc.record({ id: fc.constant('a'), title: line, isUnchanged: fc.boolean() })),
});
const feed: fc.Arbitrary<FollowedFeed> = fc.record({
  ...{ id: fc.uuid(), library: fc.constant('x'), url: fc.webUrl(), title: line },
  ...{ addedAt: time.map((date) => date.toISOString()), checkEvery: fc.constantFrom('hourly', 'daily') },
  ...{ maxArticles: fc.nat(), maxAgeDays: fc.nat(), problem: maybe(text) },
  checkedAt: maybe(time.map((date) => date.toISOString())),
});
const change: fc.Arbitrary<LibraryChange> = fc.record({
  ...{ library: fc.constant('x'), at: time.map((date) => date.toISOString()), subject: text },
  ...{ userId: maybe(fc.constant('123456789012345678')), action: fc.constantFrom('added', 'removed') },
});

describe('rendering', () => {
  it('keeps any preview, card and progress within the limits', () => {
    fc.assert(
      fc.property(preview, article, fc.uniqueArray(line, { maxLength: 3 }), (read, added, questions) => {
        const views = [
          renderPreview(read),
          renderCard(added, { questions, change: 'added', canPost: true }),
          renderCard({ ...added, words: 3 }, { questions, postedBy: '123456789012345678' }),
          [renderProgress(read.title, 1, 2)],
        ];

        for (const payload of views.flat()) expectFits(payload);
        // The buttons are on the message that gets edited.
        expect(renderPreview(read)).toHaveLength(1);
      }),
      { numRuns: 100 },
    );
  });

  it('keeps any change within the limits', () => {
    const sentences = fc.array(text, { maxLength: 30 });
    const changed = fc.array(fc.record({ before: text, after: text }), { maxLength: 30 });
    fc.assert(
      fc.property(article, sentences, sentences, changed, (refreshed, added, removed, both) => {
        const view = renderRefreshed({ article: refreshed, added, removed, changed: both }, undefined);

        for (const payload of view) expectFits(payload);
        for (const payload of renderRemoved(ID, refreshed.title, new Date())) expectFits(payload);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps any history, feeds, defaults and menus within the limits', () => {
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 30 }),
        fc.uniqueArray(feed, { maxLength: 20, selector: ({ id }) => id }),
        fc.array(line, { minLength: 1, maxLength: 40 }),
        (changes, feeds, titles) => {
          const removed = titles.map((title, index) => ({ id: `${index}`, title }));
          const channels = titles.map((title, index) => ({ channelId: `${index}`, title }));
          const place = { channelId: '0', isServer: true, isManager: true };
          const followed = feeds[0];
          const views = [
            renderHistory(changes, 0, removed),
            renderFeeds(feeds),
            renderDefaults({ library: titles[0], channels, ...place }),
            renderSourceMenu(
              titles.map((label) => ({ label })),
              `pick-source:${ID}`,
            ),
            followed
              ? renderFollowing(
                  followed,
                  titles.map((title) => ({ id: title, url: '', title })),
                )
              : [],
          ];

          for (const payload of views.flat()) expectFits(payload);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("keeps a manager's view of articles within the limits", () => {
    fc.assert(
      fc.property(article, fc.array(line, { maxLength: 5 }), text, (shown, questions, problem) => {
        const record = {
          ...{ articleId: shown.id, library: 'x', origin: 'link' as const, sourceUrl: 'https://x.example/' },
          ...{ addedAt: '2031-05-04T08:00:00Z', words: 1, characters: 1, problem },
        };
        const state = { record, isDefault: true, isManager: true };
        const many = Array.from({ length: 30 }, (_, index) => ({ ...shown, id: `${index}` }));
        const ids = many.map(({ id }) => id);

        expectFits(renderArticle(shown, 0, questions, state));
        const list = { defaults: ids, hidden: ids, feeds: 3, plannedDeletion: new Date() };
        expectFits(renderArticleList(many, 1, list));
      }),
      { numRuns: 60 },
    );
  });
});

it('shows the schedule of an article as chosen', () => {
  const shown: Article = {
    ...{ id: 'a', library: 'x', title: 'T', text: 'One.', bodyStart: 0, language: 'en', digest: 'd' },
  };
  const record = {
    ...{ articleId: 'a', library: 'x', origin: 'link' as const, addedAt: '2031-05-04T08:00:00Z' },
    ...{ words: 1, characters: 4, refreshEvery: 'daily' as const },
  };

  const [payload] = renderRefreshed({ article: shown, added: [], removed: [], changed: [] }, record);

  expect(textsOf(payload.components[0])[0]).toContain('Nothing has changed.');
  expect(JSON.stringify(payload)).toContain('"value":"daily","default":true');
});
