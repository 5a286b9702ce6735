// Where commands can be used.
import { ApplicationIntegrationType, InteractionContextType } from 'discord.js';

/** In servers, direct messages and group messages, whether a server or a person installed Footnote. */
export const EVERYWHERE = {
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
  integrationTypes: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
};
