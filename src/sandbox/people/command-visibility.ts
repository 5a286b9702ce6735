// Which commands a person can use in a channel.
// https://docs.discord.com/developers/interactions/application-commands#contexts
import {
  type APIApplicationCommand,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { permissionsIn } from '../world/permissions.js';
import type { Channel } from '../world/types.js';
import type { World } from '../world/world.js';

const { GuildInstall, UserInstall } = ApplicationIntegrationType;

/** The commands this person can use in this channel. */
export function visibleCommands(
  world: World,
  userId: string,
  channel: Channel,
): readonly APIApplicationCommand[] {
  const context = interactionContextOf(channel);
  const owners = authorizingOwners(world, userId, channel);
  const permissions = permissionsIn(world, userId, channel);
  return [...world.commands.values()].filter((command) => {
    if (command.guild_id !== undefined) {
      if (command.guild_id !== channel.guildId) return false;
    } else {
      // Without `contexts`, a command works in servers and in direct messages with the bot.
      const contexts = command.contexts ?? [InteractionContextType.Guild, InteractionContextType.BotDM];
      const types = command.integration_types ?? [GuildInstall];
      if (!contexts.includes(context) || !types.some((type) => owners[type] !== undefined)) return false;
    }
    if (!channel.guildId || command.default_member_permissions === null) return true;
    const needed = BigInt(command.default_member_permissions);
    // '0' limits the command to administrators.
    const isAdministrator = (permissions & PermissionFlagsBits.Administrator) !== 0n;
    return isAdministrator || (needed !== 0n && (permissions & needed) === needed);
  });
}

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-interaction-context-types */
export function interactionContextOf(channel: Channel): InteractionContextType {
  if (channel.guildId) return InteractionContextType.Guild;
  return channel.type === ChannelType.DM
    ? InteractionContextType.BotDM
    : InteractionContextType.PrivateChannel;
}

/**
 * The `authorizing_integration_owners` of an interaction: the server or user behind each installation.
 * https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-authorizing-integration-owners-object
 */
export function authorizingOwners(
  world: World,
  userId: string,
  channel: Channel,
): Partial<Record<ApplicationIntegrationType, string>> {
  const hasUserInstall = world.people.some((person) => person.id === userId && person.hasUserInstall);
  const context = interactionContextOf(channel);
  return {
    ...(context === InteractionContextType.Guild && { [GuildInstall]: channel.guildId ?? '' }),
    ...(context === InteractionContextType.BotDM && { [GuildInstall]: '0' }),
    ...(hasUserInstall && { [UserInstall]: userId }),
  };
}
