// Where commands can be used.
import { ApplicationIntegrationType, InteractionContextType } from 'discord.js';

/** In servers, direct messages and group messages, whether Footnote was added to a server or to a person's account. */
export const EVERYWHERE = {
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
  integrationTypes: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
};
