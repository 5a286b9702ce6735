// Deletes channels and changes what the bot may do in them, as a server's owner does.
import { PermissionFlagsBits as Can, OverwriteType } from 'discord-api-types/v10';
import type { World } from './world.js';

/** Does nothing if the channel doesn't exist. */
export function deleteChannel(world: World, channelId: string): void {
  const channel = world.channels.get(channelId);
  if (!channel) return;
  world.channels.delete(channelId);
  world.emit({ kind: 'channel-deleted', channel });
}

/** Lets the bot send messages in a channel, or not. Does nothing if the channel doesn't exist. */
export function allowBotToSend(world: World, channelId: string, isAllowed: boolean): void {
  const channel = world.channels.get(channelId);
  if (!channel) return;
  const others = channel.overwrites.filter(({ id }) => id !== world.bot.id);
  const own = { id: world.bot.id, type: OverwriteType.Member, allow: '0', deny: String(Can.SendMessages) };
  const changed = { ...channel, overwrites: isAllowed ? others : [...others, own] };
  world.channels.set(channelId, changed);
  world.emit({ kind: 'channel-changed', channel: changed });
}
