// Reads what the bot needs to know of an interaction: who asks, for which library, with which options and files.
import {
  ApplicationIntegrationType,
  type Attachment,
  type BaseInteraction,
  ChannelType,
  type CommandInteractionOption,
  type GuildMember,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
} from 'discord.js';
import type { LibraryManager } from '../core/library/manager.js';
import type { Place } from '../core/store-ports.js';
import type { AttachedFile, Fields, Options } from './command.js';

/** The person and the library: the server's if the server installed Footnote, otherwise the person's own. */
export function identify(interaction: BaseInteraction, manager: LibraryManager) {
  const { guildId, user, authorizingIntegrationOwners: owners, memberPermissions } = interaction;
  const isServerInstall = guildId !== null && Object.values(owners).includes(guildId);
  const library = isServerInstall ? `guild:${guildId}` : `user:${user.id}`;
  const installer = owners[ApplicationIntegrationType.UserInstall];
  const isAdmin = !isServerInstall || (memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false);
  return {
    ...{ userId: user.id, library, isAdmin, channelId: channelOf(interaction) },
    ...(isServerInstall ? { place: placeOf(interaction) } : {}),
    messageLibrary: isServerInstall || installer === undefined ? library : `user:${installer}`,
    isManager: isAdmin || hasManagerRole(manager, library, rolesOf(interaction.member)),
  };
}

/** Whether one of these roles may manage the library. */
export function hasManagerRole(manager: LibraryManager, library: string, roles: readonly string[]): boolean {
  const { managerRole } = roles.length > 0 ? manager.settings({ library }) : {};
  return managerRole !== undefined && roles.includes(managerRole);
}

/** Ids of a member's roles. A member of a server that isn't cached has them as a list. */
export function rolesOf(member: BaseInteraction['member'] | GuildMember): readonly string[] {
  const roles = member?.roles ?? [];
  return 'cache' in roles ? [...roles.cache.keys()] : roles;
}

/** The channel's id; for a thread, its channel's. */
export function channelOf({ channel, channelId }: Pick<BaseInteraction, 'channel' | 'channelId'>): string {
  return (channel?.isThread() ? channel.parentId : undefined) ?? channelId ?? '';
}

/** Where something was asked. A thread that only its members can read is a place of its own. */
export function placeOf({ channel, channelId }: Pick<BaseInteraction, 'channel' | 'channelId'>): Place {
  const id = channelId ?? '';
  if (!channel?.isThread() || channel.type === ChannelType.PrivateThread) return { channelId: id };
  return channel.parentId === null ? { channelId: id } : { channelId: channel.parentId, threadId: id };
}

export function optionsOf(data: readonly CommandInteractionOption[]): Options {
  const [first] = data;
  const isNested = first?.options !== undefined;
  const filled = isNested ? (first.options ?? []) : data;
  const files = filled.flatMap(({ name, attachment }) =>
    attachment ? [[name, fileOf(attachment)] as const] : [],
  );
  return {
    subcommand: isNested ? first.name : undefined,
    values: Object.fromEntries(filled.map(({ name, value }) => [name, value])),
    ...(files.length > 0 ? { files: Object.fromEntries(files) } : {}),
  };
}

/** The texts, choices and files of a submitted form. */
export function submissionOf({ fields: { fields } }: ModalSubmitInteraction): {
  readonly fields: Fields;
  readonly choices: Readonly<Record<string, readonly string[]>>;
  readonly files: readonly AttachedFile[];
} {
  const inputs = [...fields.values()];
  return {
    fields: Object.fromEntries(
      inputs.flatMap((input) => ('value' in input ? [[input.customId, String(input.value ?? '')]] : [])),
    ),
    choices: Object.fromEntries(
      inputs.flatMap((input) => ('values' in input ? [[input.customId, input.values]] : [])),
    ),
    files: inputs.flatMap((input) =>
      'attachments' in input ? [...(input.attachments?.values() ?? [])].map(fileOf) : [],
    ),
  };
}

export function fileOf({ name, size, contentType, url }: Attachment): AttachedFile {
  return { name, bytes: size, contentType: contentType ?? undefined, url };
}
