// Converts the world's records to Discord's API objects.
import { type APIAttachment, type APIUser, ChannelType } from 'discord-api-types/v10';
import { snowflakeTime } from './ids.js';
import { permissionsIn } from './permissions.js';
import type { Attachment, Channel, Guild } from './types.js';
import type { World } from './world.js';

/** https://docs.discord.com/developers/resources/channel#channel-object */
export function serializeChannel(world: World, channel: Channel): Record<string, unknown> {
  const { id, type, name } = channel;
  const lastMessage = world.messagesOf(id).findLast(({ visibleTo }) => !visibleTo);
  const base = { id, type, last_message_id: lastMessage?.message.id ?? null, flags: 0 };
  if (type === ChannelType.DM || type === ChannelType.GroupDM) {
    const recipients = [...channel.people]
      .filter((userId) => userId !== world.bot.id)
      .map((userId) => world.users.get(userId));
    return {
      ...base,
      recipients,
      ...(type === ChannelType.GroupDM && { name, icon: null, owner_id: channel.ownerId }),
    };
  }
  const inGuild = {
    ...base,
    name,
    guild_id: channel.guildId,
    parent_id: channel.parentId ?? null,
    rate_limit_per_user: 0,
  };
  if (type === ChannelType.GuildText) {
    const position = [...world.channels.keys()].indexOf(id);
    return {
      ...inGuild,
      topic: channel.topic ?? null,
      position,
      permission_overwrites: channel.overwrites,
      nsfw: false,
    };
  }
  return {
    ...inGuild,
    owner_id: channel.ownerId,
    message_count: world.messagesOf(id).length,
    total_message_sent: world.messagesOf(id).length,
    member_count: channel.people.size,
    thread_metadata: {
      archived: false,
      auto_archive_duration: 1440,
      archive_timestamp: new Date(snowflakeTime(id)).toISOString(),
      locked: false,
      ...(type === ChannelType.PrivateThread && { invitable: true }),
    },
  };
}

/** The channel of an interaction, with the user's permissions in it. */
export function serializeInteractionChannel(
  world: World,
  channel: Channel,
  userId: string,
): Record<string, unknown> {
  return {
    ...serializeChannel(world, channel),
    permissions: permissionsIn(world, userId, channel).toString(),
  };
}

/** https://docs.discord.com/developers/resources/guild#guild-member-object */
export function serializeMember(
  world: World,
  guild: Guild,
  userId: string,
): Record<string, unknown> & { user: APIUser } {
  const user = world.users.get(userId);
  if (!user) throw new Error(`No user ${userId} in the seed.`);
  return {
    user,
    nick: null,
    avatar: null,
    banner: null,
    roles: guild.members.get(userId) ?? [],
    joined_at: new Date(snowflakeTime(guild.id)).toISOString(),
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
    communication_disabled_until: null,
  };
}

/** https://docs.discord.com/developers/resources/guild#guild-object */
export function serializeGuild(guild: Guild): Record<string, unknown> {
  return {
    id: guild.id,
    name: guild.name,
    owner_id: guild.ownerId,
    roles: guild.roles,
    icon: null,
    description: null,
    home_header: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    features: [],
    emojis: [],
    stickers: [],
    region: 'us-east',
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: null,
    system_channel_flags: 0,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: 0,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    mfa_level: 0,
    max_presences: null,
    max_members: 500_000,
    max_stage_video_channel_users: 50,
    max_video_channel_users: 25,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    preferred_locale: 'en-US',
    rules_channel_id: null,
    safety_alerts_channel_id: null,
    public_updates_channel_id: null,
    nsfw: false,
    nsfw_level: 0,
    incidents_data: null,
    application_id: null,
  };
}

/** The guild object of GUILD_CREATE. */
export function serializeJoinedGuild(world: World, guild: Guild): Record<string, unknown> {
  const channels = [...world.channels.values()].filter(({ guildId }) => guildId === guild.id);
  // Discord sends all channels, even hidden ones, but only the threads the bot can read.
  const isThread = ({ parentId }: Channel) => parentId !== undefined;
  return {
    ...serializeGuild(guild),
    channels: channels
      .filter((channel) => !isThread(channel))
      .map((channel) => serializeChannel(world, channel)),
    threads: channels
      .filter((channel) => isThread(channel) && permissionsIn(world, world.bot.id, channel) !== 0n)
      .map((channel) => serializeChannel(world, channel)),
    members: [serializeMember(world, guild, world.bot.id)],
    joined_at: new Date(snowflakeTime(guild.id)).toISOString(),
    member_count: guild.members.size,
    large: false,
    unavailable: false,
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

/** https://docs.discord.com/developers/resources/application#application-object */
export function serializeApplication(world: World): Record<string, unknown> {
  const { id, name, description } = world.application;
  const owner = world.users.get(world.people[0]?.id ?? '');
  return {
    ...{ id, name, description, owner },
    icon: null,
    bot: world.bot,
    bot_public: true,
    bot_require_code_grant: false,
    type: null,
    verify_key: '0'.repeat(64),
    flags: 0,
    flags_new: '0',
    eligible_oauth2_scopes: ['bot', 'applications.commands'],
    team: null,
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    event_webhooks_url: null,
    event_webhooks_status: 1,
    approximate_guild_count: world.guilds.size,
    approximate_user_install_count: world.people.filter(({ hasUserInstall }) => hasUserInstall).length,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    integration_types_config: {
      0: { oauth2_install_params: { scopes: ['applications.commands', 'bot'], permissions: '0' } },
      1: { oauth2_install_params: { scopes: ['applications.commands'], permissions: '0' } },
    },
  };
}

/** https://docs.discord.com/developers/resources/message#attachment-object */
export function serializeAttachment(world: World, id: string, file: Attachment): APIAttachment {
  const url = `${world.origin}/sandbox/attachments/${id}/${encodeURIComponent(file.name)}`;
  return {
    ...{ id, url, filename: file.name, size: file.bytes.length, proxy_url: url },
    content_type: file.contentType,
  };
}
