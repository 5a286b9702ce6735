// REST routes for channels, messages, threads and direct messages.
import {
  PermissionFlagsBits as Can,
  ChannelType,
  MessageType,
  RESTJSONErrorCodes,
} from 'discord-api-types/v10';
import { DiscordError, discordErrors, invalidForm, Problems } from '../validation/discord-error.js';
import { asList, checkText } from '../validation/problems.js';
import { createMessage, editMessage } from '../world/messages.js';
import { permissionsIn, requireChannel, sendPermissionFor } from '../world/permissions.js';
import { serializeChannel } from '../world/serialize.js';
import type { Channel, MessageRecord } from '../world/types.js';
import type { RestRequest, Route } from './rest-api.js';

export function channelRoutes(): readonly Route[] {
  const message = '/channels/:channel/messages/:message';
  const members = '/channels/:channel/thread-members';
  return [
    {
      method: 'GET',
      path: '/channels/:channel',
      run: (call) => serializeChannel(call.world, requireChannel(call.world, call.params['channel'] ?? '')),
    },
    { method: 'GET', path: '/channels/:channel/messages', run: listMessages },
    { method: 'POST', path: '/channels/:channel/messages', limit: 'messages', run: sendMessage },
    { method: 'GET', path: message, run: (call) => requireMessage(call).message },
    { method: 'PATCH', path: message, limit: 'messages', run: editOwnMessage },
    { method: 'DELETE', path: message, limit: 'messages', run: deleteMessage },
    { method: 'POST', path: '/channels/:channel/typing', limit: 'messages', run: startTyping },
    { method: 'POST', path: '/channels/:channel/threads', status: 201, run: createThread },
    { method: 'POST', path: `${message}/threads`, status: 201, run: createThread },
    { method: 'GET', path: members, run: listThreadMembers },
    { method: 'GET', path: `${members}/:user`, run: getThreadMember },
    { method: 'PUT', path: `${members}/:user`, run: joinThread },
    { method: 'DELETE', path: `${members}/:user`, run: leaveThread },
    { method: 'POST', path: '/users/@me/channels', run: openDirect },
  ];
}

function listMessages({ world, params, query }: RestRequest): unknown {
  const channel = requireChannel(world, params['channel'] ?? '', Can.ReadMessageHistory);
  const limit = Number(query.get('limit') ?? 50);
  if (!(limit >= 1 && limit <= 100)) {
    throw invalidForm(['limit'], 'NUMBER_TYPE_MAX', 'int value should be less than or equal to 100.');
  }
  const [before, after] = [query.get('before'), query.get('after')];
  const found = world
    .messagesOf(channel.id)
    .filter(({ visibleTo }) => !visibleTo)
    .map(({ message }) => message)
    .filter(({ id }) => (!before || BigInt(id) < BigInt(before)) && (!after || BigInt(id) > BigInt(after)));
  return (after ? found.slice(0, limit) : found.slice(-limit)).reverse();
}

function sendMessage({ world, params, body, files }: RestRequest): unknown {
  const channel = requireSendable(world, params);
  const permissions = permissionsIn(world, world.bot.id, channel);
  if (asList(body['embeds']).length > 0 && !(permissions & Can.EmbedLinks))
    throw discordErrors.missingPermissions();
  if (files.length > 0 && !(permissions & Can.AttachFiles)) throw discordErrors.missingPermissions();
  return createMessage(world, { channelId: channel.id, author: world.bot, body, files }).message;
}

function editOwnMessage(call: RestRequest): unknown {
  const { world, body, files } = call;
  const record = requireMessage(call);
  if (record.message.author.id !== world.bot.id) throw discordErrors.notTheAuthor();
  editMessage(world, record, body, files);
  return record.message;
}

function deleteMessage(call: RestRequest): undefined {
  const { world, params } = call;
  const record = requireMessage(call);
  if (record.message.author.id !== world.bot.id)
    requireChannel(world, params['channel'] ?? '', Can.ManageMessages);
  world.removeMessage(record);
}

function startTyping({ world, params }: RestRequest): undefined {
  const channel = requireSendable(world, params);
  world.emit({ kind: 'typing', channelId: channel.id, userId: world.bot.id });
}

function createThread({ world, params, body }: RestRequest): unknown {
  const parent = requireChannel(world, params['channel'] ?? '', Can.CreatePublicThreads);
  const problems = new Problems();
  checkText(problems, ['name'], body['name'], { min: 1, max: 100, isRequired: true });
  problems.throwIfAny();
  const starter = params['message'];
  if (starter && !findPublicMessage(world.messagesOf(parent.id), starter))
    throw discordErrors.unknownMessage();
  const isPrivate = !starter && body['type'] === ChannelType.PrivateThread;
  const channel: Channel = {
    id: starter ?? world.nextId(),
    type: isPrivate ? ChannelType.PrivateThread : ChannelType.PublicThread,
    name: String(body['name']),
    guildId: parent.guildId,
    parentId: parent.id,
    ownerId: world.bot.id,
    overwrites: [],
    people: new Set([world.bot.id]),
  };
  if (world.channels.has(channel.id)) {
    const code = RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage;
    throw new DiscordError(400, code, 'A thread has already been created for this message');
  }
  world.channels.set(channel.id, channel);
  world.emit({ kind: 'thread-created', channel });
  if (!starter) {
    const body = { content: channel.name };
    createMessage(world, { channelId: parent.id, author: world.bot, body, type: MessageType.ThreadCreated });
  }
  return serializeChannel(world, channel);
}

function listThreadMembers(call: RestRequest): unknown {
  const channel = requireThread(call);
  return [...channel.people].map((userId) => serializeThreadMember(channel, userId));
}

function getThreadMember(call: RestRequest): unknown {
  const channel = requireThread(call);
  const userId = requireUserId(call);
  if (!channel.people.has(userId)) throw discordErrors.unknownMember();
  return serializeThreadMember(channel, userId);
}

function joinThread(call: RestRequest): undefined {
  requireThread(call).people.add(requireUserId(call));
}

function leaveThread(call: RestRequest): undefined {
  requireThread(call).people.delete(requireUserId(call));
}

function openDirect({ world, body }: RestRequest): unknown {
  const userId = String(body['recipient_id'] ?? '');
  if (!world.users.has(userId)) throw discordErrors.unknownUser();
  const channel = world.directOf(userId);
  if (!channel) {
    throw new DiscordError(
      403,
      RESTJSONErrorCodes.CannotSendMessagesToThisUser,
      'Cannot send messages to this user',
    );
  }
  return serializeChannel(world, channel);
}

function requireSendable(world: RestRequest['world'], params: RestRequest['params']): Channel {
  const channel = requireChannel(world, params['channel'] ?? '');
  return requireChannel(world, channel.id, channel.guildId ? sendPermissionFor(channel) : Can.SendMessages);
}

function requireMessage({ world, params }: RestRequest): MessageRecord {
  const channel = requireChannel(world, params['channel'] ?? '');
  const record = findPublicMessage(world.messagesOf(channel.id), params['message'] ?? '');
  if (!record) throw discordErrors.unknownMessage();
  return record;
}

/** Private replies can be reached only with their interaction's token. */
function findPublicMessage(records: readonly MessageRecord[], messageId: string): MessageRecord | undefined {
  return records.find(({ message, visibleTo }) => message.id === messageId && !visibleTo);
}

function requireThread({ world, params }: RestRequest): Channel {
  const channel = requireChannel(world, params['channel'] ?? '');
  if (channel.parentId === undefined) throw discordErrors.unknownChannel();
  return channel;
}

function requireUserId({ world, params }: RestRequest): string {
  const userId = params['user'] === '@me' ? world.bot.id : (params['user'] ?? '');
  if (!world.users.has(userId)) throw discordErrors.unknownUser();
  return userId;
}

function serializeThreadMember({ id }: Channel, userId: string): object {
  return { id, user_id: userId, join_timestamp: new Date(0).toISOString(), flags: 0 };
}
