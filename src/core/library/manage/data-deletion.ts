// Deleting a library with everything that is stored about it, and a person's data.
import { BUILT_IN_LIBRARY } from '../../text/article.js';
import type { Actor, LibraryManager } from '../manager.js';
import type { Previews } from './articles/previews.js';
import { libraryErrors } from './errors.js';
import { changeOf, DAY_MS, type ManagerParts } from './parts.js';

/** Time to change one's mind. */
const GRACE_MS = 7 * DAY_MS;

/** The library of a person, which is used in direct messages. */
function personalLibrary(userId: string): string {
  return `user:${userId}`;
}

export function createDeletionMethods(
  parts: ManagerParts,
  previews: Previews,
): Pick<
  LibraryManager,
  | 'planDeletion'
  | 'cancelDeletion'
  | 'plannedDeletion'
  | 'addBot'
  | 'removeBot'
  | 'listLibrariesOf'
  | 'personalData'
  | 'deletePersonalData'
> {
  const { store, clock, interruptible } = parts;

  function plannedDeletion(library: string): Date | undefined {
    const planned = store.findDeletion(library);
    return planned && new Date(planned.dueAt);
  }

  function cancelDeletion(actor: Actor): boolean {
    const change = changeOf(parts, actor, { action: 'deletion-cancelled', subject: 'Everything' });
    return store.cancelDeletion(actor.library, change);
  }

  function planDeletion(actor: Actor): Date {
    const { library, userId } = actor;
    if (library === BUILT_IN_LIBRARY) throw libraryErrors.builtIn();
    const planned = plannedDeletion(library);
    if (planned) return planned;
    const now = clock.now();
    const dueAt = new Date(now.getTime() + GRACE_MS);
    store.planDeletion(
      { library, plannedAt: now.toISOString(), dueAt: dueAt.toISOString(), userId },
      changeOf(parts, actor, { action: 'deletion-planned', subject: 'Everything' }),
    );
    return dueAt;
  }

  return {
    plannedDeletion,
    planDeletion,
    cancelDeletion,

    addBot(library, botId) {
      if (store.getBot(library) !== botId) store.putBot(library, botId);
      const planned = store.findDeletion(library);
      return planned !== undefined && planned.userId === undefined && cancelDeletion({ library });
    },
    removeBot(library, botId) {
      const lastBot = store.getBot(library) ?? botId;
      if (lastBot !== botId) return undefined;
      const dueAt = planDeletion({ library });
      store.removeBot(library);
      return dueAt;
    },
    listLibrariesOf: (botId) => store.listLibrariesOf(botId),

    personalData: (userId) => store.measurePerson(userId, personalLibrary(userId)),
    async deletePersonalData(userId) {
      const library = personalLibrary(userId);
      const deleted = store.measurePerson(userId, library);
      previews.dropOf(userId);
      interruptible.interrupt(library);
      await store.deleteLibrary(library);
      await store.deletePerson(userId);
      return deleted;
    },
  };
}
