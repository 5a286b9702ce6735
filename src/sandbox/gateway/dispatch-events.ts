// Converts world events to gateway events, filtered by a session's intents.
import { type APIMessage, ChannelType, GatewayIntentBits as Intent } from 'discord-api-types/v10';
import { isBotIn } from '../world/bot-membership.js';
import { canView } from '../world/permissions.js';
import { serializeChannel, serializeJoinedGuild, serializeMember } from '../world/serialize.js';
import type { MessageRecord, WorldEvent } from '../world/types.js';
import type { World } from '../world/world.js';

interface Dispatch {
  readonly t: string;
  readonly d: unknown;
}

const MESSAGE_EVENTS = {
  'message-created': 'MESSAGE_CREATE',
  'message-edited': 'MESSAGE_UPDATE',
  'message-deleted': 'MESSAGE_DELETE',
} as const;

/** https://docs.discord.com/developers/events/gateway#list-of-intents */
export function dispatchEventsOf(world: World, event: WorldEvent, intents: number): readonly Dispatch[] {
  switch (event.kind) {
    case 'interaction-created':
      return [{ t: 'INTERACTION_CREATE', d: event.interaction.payload }];
    case 'message-created':
    case 'message-edited':
    case 'message-deleted':
      return messageDispatches(world, MESSAGE_EVENTS[event.kind], event.record, intents);
    case 'typing': {
      const channel = world.channels.get(event.channelId);
      const needed = channel?.guildId ? Intent.GuildMessageTyping : Intent.DirectMessageTyping;
      if (!channel || !(intents & needed) || !canView(world, world.bot.id, channel)) return [];
      const { channelId: channel_id, userId: user_id } = event;
      return [
        {
          t: 'TYPING_START',
          d: {
            channel_id,
            user_id,
            guild_id: channel.guildId,
            timestamp: Math.floor(world.clock.now() / 1000),
          },
        },
      ];
    }
    case 'bot-removed':
      return intents & Intent.Guilds ? [{ t: 'GUILD_DELETE', d: { id: event.guildId } }] : [];
    case 'bot-added': {
      const guild = world.guilds.get(event.guildId);
      return guild && intents & Intent.Guilds
        ? [{ t: 'GUILD_CREATE', d: serializeJoinedGuild(world, guild) }]
        : [];
    }
    case 'thread-created':
      if (!(intents & Intent.Guilds) || !canView(world, world.bot.id, event.channel)) return [];
      return [{ t: 'THREAD_CREATE', d: { ...serializeChannel(world, event.channel), newly_created: true } }];
    case 'channel-changed':
    case 'channel-deleted': {
      const t = event.kind === 'channel-changed' ? 'CHANNEL_UPDATE' : 'CHANNEL_DELETE';
      return intents & Intent.Guilds ? [{ t, d: serializeChannel(world, event.channel) }] : [];
    }
    default:
      return [];
  }
}

/** https://docs.discord.com/developers/events/gateway-events#ready */
export function serializeReady(
  world: World,
  { sessionId, url, shard, intents }: { sessionId: string; url: string; shard: unknown; intents: number },
): object {
  return {
    v: 10,
    user: world.bot,
    guilds:
      intents & Intent.Guilds
        ? [...world.guilds.keys()].filter((id) => isBotIn(world, id)).map((id) => ({ id, unavailable: true }))
        : [],
    session_id: sessionId,
    resume_gateway_url: url,
    ...(Array.isArray(shard) && { shard }),
    application: { id: world.application.id, flags: 0 },
    private_channels: [],
    relationships: [],
    _trace: [],
  };
}

function messageDispatches(
  world: World,
  t: string,
  record: MessageRecord,
  intents: number,
): readonly Dispatch[] {
  const { message, visibleTo } = record;
  const channel = world.channels.get(message.channel_id);
  if (!channel || visibleTo || !canView(world, world.bot.id, channel)) return [];
  const guild = world.guilds.get(channel.guildId ?? '');
  if (!(intents & (guild ? Intent.GuildMessages : Intent.DirectMessages))) return [];
  const place = { ...(guild && { guild_id: guild.id }), channel_type: channel.type };
  if (t === 'MESSAGE_DELETE') return [{ t, d: { id: message.id, channel_id: channel.id, ...place } }];

  const { user: _user, ...member } = guild
    ? serializeMember(world, guild, message.author.id)
    : { user: undefined };
  const visible = channel.type === ChannelType.DM ? message : hideMessageContent(world, message);
  return [{ t, d: { ...visible, ...place, ...(guild && { member }) } }];
}

/** Without the privileged intent, a bot sees content only in its own messages and where it's mentioned: https://docs.discord.com/developers/events/gateway#message-content-intent */
function hideMessageContent(world: World, message: APIMessage): APIMessage {
  const botId = world.bot.id;
  const canSeeContent = message.author.id === botId || message.mentions.some(({ id }) => id === botId);
  const referenced = message.referenced_message;
  const hiddenFields = canSeeContent ? {} : { content: '', embeds: [], components: [], attachments: [] };
  return {
    ...message,
    ...hiddenFields,
    ...(referenced && { referenced_message: hideMessageContent(world, referenced) }),
  };
}
