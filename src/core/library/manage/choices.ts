// What a library's managers choose: default articles, hidden articles, the managers' role, refresh schedules.
import { BUILT_IN_LIBRARY } from '../../text/article.js';
import type { Actor, LibraryManager } from '../manager.js';
import type { LibrarySettings } from '../ports.js';
import { resolveLibraries } from '../resolve-scope.js';
import { libraryErrors } from './errors.js';
import { intervalMs } from './intervals.js';
import { changeOf, type ManagerParts, requireKept, requireOwnArticle, timeFromNow } from './parts.js';

type ChoiceMethods = Pick<
  LibraryManager,
  | 'settings'
  | 'setDefault'
  | 'defaultArticle'
  | 'setHidden'
  | 'listHidden'
  | 'setManagerRole'
  | 'scheduleRefresh'
  | 'listChanges'
>;

const MAX_CHANGES = 500;

export function createChoiceMethods(parts: ManagerParts): ChoiceMethods {
  const { store } = parts;

  function save(actor: Actor, settings: LibrarySettings, subject: string, articleId?: string): void {
    requireKept(parts, actor.library);
    const change = changeOf(parts, actor, { action: 'settings-changed', subject, articleId });
    store.putSettings(actor.library, settings, change);
  }

  /** The title of an article that the library shows. @throws AppError `core/no-such-article` */
  function requireTitle(articleId: string, library: string): string {
    const [article] = store.listArticles({ ...resolveLibraries(library, store), articleId });
    if (!article) throw libraryErrors.noSuchArticle();
    return article.title;
  }

  return {
    settings: ({ library }) => store.getSettings(library),

    setDefault(articleId, { channelId, ...actor }) {
      const place = channelId === undefined ? '' : ' of a channel';
      const subject =
        articleId === undefined
          ? `Default article${place}: none`
          : `Default article${place}: ${requireTitle(articleId, actor.library)}`;
      const { defaultArticle, channelDefaults, ...settings } = store.getSettings(actor.library);
      if (channelId === undefined) {
        const chosen = articleId === undefined ? {} : { defaultArticle: articleId };
        save(actor, { ...settings, ...chosen, channelDefaults }, subject, articleId);
        return;
      }
      const { [channelId]: _, ...others } = channelDefaults;
      const chosen = articleId === undefined ? others : { ...others, [channelId]: articleId };
      const kept = defaultArticle === undefined ? {} : { defaultArticle };
      save(actor, { ...settings, ...kept, channelDefaults: chosen }, subject, articleId);
    },

    defaultArticle({ library, channelId }) {
      const { defaultArticle, channelDefaults } = store.getSettings(library);
      const chosen = [channelId === undefined ? undefined : channelDefaults[channelId], defaultArticle];
      const scope = resolveLibraries(library, store);
      // It may have been removed or hidden since.
      return chosen.find(
        (id) => id !== undefined && store.listArticles({ ...scope, articleId: id }).length > 0,
      );
    },

    setHidden(articleId, isHidden, actor) {
      const settings = store.getSettings(actor.library);
      const [article] = store.listArticles({ libraries: [BUILT_IN_LIBRARY], articleId });
      if (!article && !settings.hidden.includes(articleId)) throw libraryErrors.noSuchArticle();
      if (settings.hidden.includes(articleId) === isHidden) return;
      const others = settings.hidden.filter((id) => id !== articleId);
      const hidden = isHidden ? [...others, articleId] : others;
      const subject = `${isHidden ? 'Hidden' : 'Shown'}: ${article?.title ?? 'an article that no longer exists'}`;
      save(actor, { ...settings, hidden }, subject, articleId);
    },

    listHidden({ library }) {
      const hidden = new Set(store.listHidden(library));
      if (hidden.size === 0) return [];
      return store.listArticles({ libraries: [BUILT_IN_LIBRARY] }).filter(({ id }) => hidden.has(id));
    },

    setManagerRole(roleId, actor) {
      const { managerRole: _, ...settings } = store.getSettings(actor.library);
      const chosen = roleId === undefined ? settings : { ...settings, managerRole: roleId };
      save(actor, chosen, roleId === undefined ? "Managers' role: none" : `Managers' role: ${roleId}`);
    },

    scheduleRefresh(articleId, every, actor) {
      const { library } = actor;
      const { article, record } = requireOwnArticle(parts, articleId, library);
      if (record.sourceUrl === undefined) throw libraryErrors.noLink();
      const subject = every ? `Read again ${every}: ${article.title}` : `Not read again: ${article.title}`;
      const change = changeOf(parts, actor, { action: 'settings-changed', subject, articleId });
      store.putRecord({ ...record, refreshEvery: every, problem: undefined }, change);
      const dueAt = every && timeFromNow(parts, intervalMs(every));
      store.scheduleRefresh(articleId, library, dueAt, 0);
    },

    listChanges: ({ library }, limit) =>
      store.listChanges(library, Math.min(Math.max(0, limit), MAX_CHANGES)),
  };
}
