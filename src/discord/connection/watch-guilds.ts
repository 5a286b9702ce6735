// Plans the deletion of a server's data when the bot is removed from it, and keeps the data if the bot comes back.
import { type Client, Events } from 'discord.js';
import type { Assistant } from '../../core/assistant.js';
import type { LibraryManager } from '../../core/library/manager.js';
import type { SettingStore } from '../../core/ports.js';
import type { Logger } from '../../log.js';

const PREFIX = 'guild:';
/** The setting that has the bot's id at the last start. */
const BOT_SETTING = 'discord/bot';

/** Call it before the client logs in. */
export function watchGuilds(
  client: Client,
  {
    assistant,
    manager,
    settings,
    log,
  }: {
    readonly assistant: Pick<Assistant, 'listLibraries'>;
    readonly manager: LibraryManager;
    readonly settings: SettingStore;
    readonly log: Logger;
  },
): void {
  function planDeletion(id: string): void {
    const library = `${PREFIX}${id}`;
    try {
      const due = manager.planDeletion({ library });
      log.info({ library, due }, 'removed from a server');
    } catch (error) {
      log.error({ err: error, library }, 'deletion not planned');
    }
  }

  /** What a person asked for is only taken back by a person. */
  function keepData(id: string): void {
    const library = `${PREFIX}${id}`;
    try {
      if (manager.cancelUnaskedDeletion(library)) log.info({ library }, 'added to a server again');
    } catch (error) {
      log.error({ err: error, library }, 'deletion not cancelled');
    }
  }

  client.on(Events.GuildDelete, ({ id }) => planDeletion(id));
  client.on(Events.GuildCreate, ({ id }) => keepData(id));
  // It may have been removed, or may have come back, while the bot was offline.
  client.on(Events.ClientReady, ({ guilds, user }) => {
    for (const id of guilds.cache.keys()) keepData(id);
    const isSameBot = settings.getSetting(BOT_SETTING) === user.id;
    settings.putSetting(BOT_SETTING, user.id);
    // Another bot, such as that of the sandbox, is in other servers.
    if (!isSameBot) return;
    for (const library of assistant.listLibraries()) {
      const id = library.slice(PREFIX.length);
      if (library.startsWith(PREFIX) && !guilds.cache.has(id)) planDeletion(id);
    }
  });
}
