// What one person can see: servers, channels, commands and messages.
import { ChannelType } from 'discord-api-types/v10';
import type { ChannelView, MessageView, PlaceView, Snapshot } from '../protocol.js';
import { canSend, canView } from '../world/permissions.js';
import type { Channel, MessageRecord } from '../world/types.js';
import type { World } from '../world/world.js';
import { visibleCommands } from './command-visibility.js';

/** Place id for direct and group messages. */
const DIRECT_PLACE = '@me';

const CHANNEL_KINDS = {
  [ChannelType.GuildText]: 'text',
  [ChannelType.PublicThread]: 'thread',
  [ChannelType.PrivateThread]: 'thread',
  [ChannelType.DM]: 'dm',
  [ChannelType.GroupDM]: 'group',
} as const;

/** @returns the message as the person sees it, or `undefined` if they can't see it */
export function viewMessage(world: World, userId: string, record: MessageRecord): MessageView | undefined {
  const { message, visibleTo, isThinking, isDismissed, payload } = record;
  const channel = world.channels.get(message.channel_id);
  if (isDismissed || (visibleTo && visibleTo !== userId) || !channel || !canView(world, userId, channel))
    return undefined;
  return { message, isThinking, isEphemeral: visibleTo !== undefined, payload };
}

/** The messages this person can see in a channel, oldest first. */
export function viewMessages(world: World, userId: string, channelId: string): readonly MessageView[] {
  return world.messagesOf(channelId).flatMap((record) => viewMessage(world, userId, record) ?? []);
}

/** Everything the page needs before it loads messages. */
export function viewSnapshot(world: World, userId: string): Snapshot {
  const { id, name, description } = world.application;
  const channels = [...world.channels.values()].filter((channel) => canView(world, userId, channel));
  const placeOf = (channel: Channel) => channel.guildId ?? DIRECT_PLACE;
  const places: PlaceView[] = [
    ...[...world.guilds.values()]
      .filter(({ members }) => members.has(userId))
      .map(
        (guild): Omit<PlaceView, 'channels'> => ({
          ...{ id: guild.id, name: guild.name, kind: 'guild' },
          roles: guild.roles.filter((role) => role.id !== guild.id).map(({ id, name }) => ({ id, name })),
        }),
      ),
    { id: DIRECT_PLACE, name: 'Direct messages', kind: 'direct' as const, roles: [] },
  ].map((place) => ({
    ...place,
    channels: channels
      .filter((channel) => placeOf(channel) === place.id)
      .map((channel) => viewChannel(world, userId, channel)),
  }));
  // All channels of a server share its commands. Each direct or group message has its own list.
  const commands = channels.map(
    (channel) => [channel.guildId ?? channel.id, visibleCommands(world, userId, channel)] as const,
  );
  const direct = world.directOf(userId);
  return {
    application: { id, name, description },
    botId: world.bot.id,
    isBotOnline: world.isBotOnline,
    isBotReady: world.isBotOnline && world.commands.size > 0,
    activity: botActivity(world),
    users: [
      ...world.people.flatMap(({ id: personId, role }) => {
        const user = world.users.get(personId);
        return user ? [{ ...user, role }] : [];
      }),
      world.bot,
    ],
    me: userId,
    places,
    commands: {
      [DIRECT_PLACE]: direct ? visibleCommands(world, userId, direct) : [],
      ...Object.fromEntries(commands),
    },
  };
}

function viewChannel(world: World, userId: string, channel: Channel): ChannelView {
  return {
    id: channel.id,
    name: channel.type === ChannelType.DM ? world.application.name : channel.name,
    topic: channel.topic,
    kind: CHANNEL_KINDS[channel.type],
    parentId: channel.parentId,
    canSend: canSend(world, userId, channel),
    botCanSend: canSend(world, world.bot.id, channel),
  };
}

function botActivity({ presence, isBotOnline }: World): string | undefined {
  const [activity] = isBotOnline ? (presence?.activities ?? []) : [];
  return activity?.state ?? activity?.name;
}
