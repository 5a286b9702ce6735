// Plans the deletion of a server's data when the bot is removed from it, and keeps the data if the bot comes back.
import { type Client, Events } from 'discord.js';
import type { LibraryManager } from '../../core/library/manager.js';
import type { Logger } from '../../log.js';

/** Among these changes, the one that planned the deletion is found. */
const RECENT_CHANGES = 20;

/** Call it before the client logs in. */
export function watchGuilds(
  client: Client,
  { manager, log }: { readonly manager: LibraryManager; readonly log: Logger },
): void {
  client.on(Events.GuildDelete, ({ id }) => {
    const library = `guild:${id}`;
    try {
      const due = manager.plannedDeletion(library) ?? manager.planDeletion({ library });
      log.info({ library, due }, 'removed from a server');
    } catch (error) {
      log.error({ err: error, library }, 'deletion not planned');
    }
  });

  function keepData(id: string): void {
    const library = `guild:${id}`;
    try {
      // What a person asked for is only taken back by a person.
      if (manager.plannedDeletion(library) === undefined || wasPlannedByPerson(library)) return;
      manager.cancelDeletion({ library });
      log.info({ library }, 'added to a server again');
    } catch (error) {
      log.error({ err: error, library }, 'deletion not cancelled');
    }
  }

  function wasPlannedByPerson(library: string): boolean {
    const changes = manager.listChanges({ library }, RECENT_CHANGES);
    return changes.find(({ action }) => action === 'deletion-planned')?.userId !== undefined;
  }

  client.on(Events.GuildCreate, ({ id }) => keepData(id));
  // It may have come back while the bot was offline.
  client.on(Events.ClientReady, ({ guilds }) => {
    for (const id of guilds.cache.keys()) keepData(id);
  });
}
