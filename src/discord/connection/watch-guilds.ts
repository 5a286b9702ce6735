// Plans the deletion of a server's data when the bot is removed from it, and keeps the data if the bot comes back.
import { type Client, Events } from 'discord.js';
import type { LibraryManager } from '../../core/library/manager.js';
import type { Logger } from '../../log.js';

const PREFIX = 'guild:';

/** Call it before the client logs in. */
export function watchGuilds(
  client: Client,
  { manager, log }: { readonly manager: LibraryManager; readonly log: Logger },
): void {
  function planDeletion(library: string, botId: string): void {
    try {
      const due = manager.removeBot(library, botId);
      log.info({ library, due }, 'removed from a server');
    } catch (error) {
      log.error({ err: error, library }, 'deletion not planned');
    }
  }

  /** What a person asked for is only taken back by a person. */
  function keepData(library: string, botId: string): void {
    try {
      if (manager.addBot(library, botId)) log.info({ library }, 'added to a server again');
    } catch (error) {
      log.error({ err: error, library }, 'deletion not cancelled');
    }
  }

  client.on(Events.GuildDelete, (guild) => planDeletion(`${PREFIX}${guild.id}`, guild.client.user.id));
  client.on(Events.GuildCreate, (guild) => keepData(`${PREFIX}${guild.id}`, guild.client.user.id));
  // It may have been removed, or may have come back, while the bot was offline.
  client.on(Events.ClientReady, ({ guilds, user }) => {
    for (const id of guilds.cache.keys()) keepData(`${PREFIX}${id}`, user.id);
    for (const library of manager.listLibrariesOf(user.id))
      if (!guilds.cache.has(library.slice(PREFIX.length))) planDeletion(library, user.id);
  });
}
