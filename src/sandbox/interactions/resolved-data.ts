// The `resolved` data of an interaction: the full objects behind the ids in its options, target or values.
import {
  type APIMessage,
  ApplicationCommandType,
  ApplicationCommandOptionType as Option,
} from 'discord-api-types/v10';
import type { FilledOption } from '../protocol.js';
import { permissionsIn } from '../world/permissions.js';
import { serializeAttachment, serializeInteractionChannel, serializeMember } from '../world/serialize.js';
import type { Channel } from '../world/types.js';
import type { World } from '../world/world.js';

/** The person and channel the ids are resolved for. */
export interface ResolveContext {
  readonly world: World;
  readonly channel: Channel;
  readonly userId: string;
}

/** The options that hold values, without the subcommands around them. */
export function leafOptions(options: readonly FilledOption[]): readonly FilledOption[] {
  return options.flatMap((option) => (option.options ? leafOptions(option.options) : [option]));
}

/** Resolves the target of a context menu command. */
export function resolveTarget(
  type: ApplicationCommandType,
  targetId: string,
  context: ResolveContext & { readonly message: () => APIMessage },
): object {
  if (type === ApplicationCommandType.User) return resolveIds([targetId], context);
  return { messages: { [targetId]: context.message() } };
}

export function resolveOptions(options: readonly FilledOption[], context: ResolveContext): object {
  const idTypes = [Option.User, Option.Channel, Option.Role, Option.Mentionable, Option.Attachment];
  const ids = leafOptions(options)
    .filter(({ type }) => idTypes.includes(type))
    .map(({ value }) => String(value));
  return resolveIds(ids, context);
}

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-resolved-data-structure */
export function resolveIds(ids: readonly string[], { world, channel, userId }: ResolveContext): object {
  const guild = world.guilds.get(channel.guildId ?? '');
  const pick = (name: string, find: (id: string) => object | undefined) => {
    const found = ids.map((id) => [id, find(id)] as const).filter(([, value]) => value !== undefined);
    return found.length > 0 && { [name]: Object.fromEntries(found) };
  };
  return {
    ...pick('users', (id) => world.users.get(id)),
    ...pick('members', (id) => {
      if (!guild?.members.has(id)) return undefined;
      const { user: _, ...member } = serializeMember(world, guild, id);
      return { ...member, permissions: permissionsIn(world, id, channel).toString() };
    }),
    ...pick('channels', (id) => {
      const found = world.channels.get(id);
      return found && found.guildId === channel.guildId
        ? serializeInteractionChannel(world, found, userId)
        : undefined;
    }),
    ...pick('roles', (id) => guild?.roles.find((role) => role.id === id)),
    ...pick('attachments', (id) => {
      const file = world.attachments.get(id);
      return file && serializeAttachment(world, id, file);
    }),
  };
}
