// Messages as Discord keeps them: made, edited, with the mentions, files and component ids that follow from what was sent.
import {
  type APIAttachment,
  type APIMessage,
  type APIUser,
  MessageFlags,
  MessageReferenceType,
  MessageType,
} from 'discord-api-types/v10';
import { checkMessage } from '../validation/check-message.js';
import { invalidForm } from '../validation/discord-error.js';
import { asList, isObject, type Json } from '../validation/problems.js';
import { serializeAttachment } from './serialize.js';
import { storeComponents } from './stored-components.js';
import type { Attachment, MessageRecord } from './types.js';
import type { World } from './world.js';

/** What a message is made of. */
export interface NewMessage {
  readonly channelId: string;
  readonly author: APIUser;
  readonly body: Json;
  readonly files?: readonly Attachment[];
  readonly type?: MessageType;
  /** What Discord adds to it of its own. */
  readonly extra?: Partial<APIMessage>;
  readonly visibleTo?: string | undefined;
  readonly interactionId?: string | undefined;
}

/** Flags of the sender that a message keeps. */
const STORED_FLAGS =
  MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2 | MessageFlags.SuppressNotifications;

/**
 * Checks a message and makes it visible.
 * @throws DiscordError 50035, 50006
 */
export function createMessage(world: World, options: NewMessage): MessageRecord {
  const { channelId, body, files = [], visibleTo } = options;
  checkMessage(body, new Set(files.map(({ name }) => name)));
  const same = findByNonce(world, options);
  if (same) return same;
  const replied = findReferencedMessage(world, channelId, body);
  const attachments = storeFiles(world, files, body);
  const message = {
    ...createBaseMessage(world, options),
    ...(replied && {
      type: MessageType.Reply,
      message_reference: {
        type: MessageReferenceType.Default,
        channel_id: channelId,
        message_id: replied.message.id,
        ...guildIdField(world, channelId),
      },
      referenced_message: { ...replied.message, referenced_message: null },
    }),
    ...visibleFields(world, body, attachments),
    mentions: findMentions(world, body, replied?.message),
    attachments,
    flags: (Number(body['flags'] ?? 0) & STORED_FLAGS) | (visibleTo ? MessageFlags.Ephemeral : 0),
    ...(typeof body['nonce'] === 'string' && { nonce: body['nonce'] }),
  } as APIMessage;
  return addMessage(world, options, { message, isThinking: false });
}

/** Shows “… is thinking”, to be edited when there is something to say. */
export function createDeferredReply(
  world: World,
  options: Omit<NewMessage, 'body' | 'files'>,
): MessageRecord {
  const flags = MessageFlags.Loading | (options.visibleTo ? MessageFlags.Ephemeral : 0);
  const message = { ...createBaseMessage(world, options), flags };
  return addMessage(world, options, { message, isThinking: true });
}

/**
 * Edits a message: what the body leaves out stays.
 * @throws DiscordError 50035, 50006
 */
export function editMessage(
  world: World,
  record: MessageRecord,
  body: Json,
  files: readonly Attachment[] = [],
): void {
  const { message, isThinking } = record;
  const kept = Array.isArray(body['attachments'])
    ? message.attachments.filter(({ id }) => asList(body['attachments']).some((one) => one['id'] === id))
    : message.attachments;
  const flags =
    (Number(message.flags ?? 0) & (STORED_FLAGS | MessageFlags.Ephemeral)) |
    (Number(body['flags'] ?? 0) & STORED_FLAGS);
  const { content, embeds, components } = message;
  const whole: Json = {
    content,
    embeds,
    components,
    ...removeUndefined(body),
    flags: flags & ~MessageFlags.Ephemeral,
  };
  checkMessage(
    whole,
    new Set([...kept, ...files].map((file) => ('filename' in file ? file.filename : file.name))),
  );

  const attachments = [...kept, ...storeFiles(world, files, body)];
  record.message = {
    ...message,
    ...visibleFields(world, whole, attachments),
    ...{ attachments, flags },
    mentions: findMentions(world, whole, undefined),
    // The first edit of a deferred reply is its arrival.
    edited_timestamp: isThinking ? null : new Date(world.clock.now()).toISOString(),
  } as APIMessage;
  record.isThinking = false;
  record.payload = body;
  world.emit({ kind: 'message-edited', record });
}

type MessageSource = Omit<NewMessage, 'body'>;

/** Roles and everyone are never told: it takes a permission that nobody is given here. */
function createBaseMessage(world: World, { channelId, author, type, extra }: MessageSource): APIMessage {
  return {
    id: world.nextId(),
    channel_id: channelId,
    author,
    timestamp: new Date(world.clock.now()).toISOString(),
    edited_timestamp: null,
    ...{ tts: false, pinned: false, mention_everyone: false, content: '' },
    ...{ mention_roles: [], mentions: [], attachments: [], embeds: [], components: [] },
    type: type ?? MessageType.Default,
    ...extra,
  };
}

function addMessage(
  world: World,
  { author, visibleTo, interactionId, body }: MessageSource & { readonly body?: Json },
  shown: Pick<MessageRecord, 'message' | 'isThinking'>,
): MessageRecord {
  const payload = author.id === world.bot.id ? body : undefined;
  const record: MessageRecord = { ...shown, visibleTo, interactionId, payload };
  world.messagesOf(shown.message.channel_id).push(record);
  world.emit({ kind: 'message-created', record });
  return record;
}

function removeUndefined(body: Json): Json {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}

function guildIdField(world: World, channelId: string): { guild_id?: string } {
  const guildId = world.channels.get(channelId)?.guildId;
  return guildId ? { guild_id: guildId } : {};
}

/** What its author sent already: https://docs.discord.com/developers/resources/message#create-message */
function findByNonce(world: World, { channelId, author, body }: NewMessage): MessageRecord | undefined {
  if (body['enforce_nonce'] !== true || body['nonce'] === undefined) return undefined;
  return world
    .messagesOf(channelId)
    .findLast(({ message }) => message.author.id === author.id && message.nonce === body['nonce']);
}

function findReferencedMessage(world: World, channelId: string, body: Json): MessageRecord | undefined {
  const reference = body['message_reference'];
  if (!isObject(reference)) return undefined;
  const id = reference['message_id'];
  const replied = world
    .messagesOf(channelId)
    .find(({ message, visibleTo }) => message.id === id && !visibleTo);
  if (replied || reference['fail_if_not_exists'] === false) return replied;
  throw invalidForm(['message_reference'], 'REPLIES_UNKNOWN_MESSAGE', 'Unknown message');
}

function visibleFields(world: World, body: Json, attachments: readonly APIAttachment[]): Json {
  return {
    content: typeof body['content'] === 'string' ? body['content'].trim() : '',
    embeds: asList(body['embeds']).map((embed) => ({ ...embed, type: 'rich' })),
    components: storeComponents(body['components'], attachments, world.nextId),
  };
}

/** People who are told: named in the text, or replied to, and allowed by `allowed_mentions`. */
function findMentions(world: World, body: Json, replied: APIMessage | undefined): APIUser[] {
  const allowed = isObject(body['allowed_mentions']) ? body['allowed_mentions'] : undefined;
  const parse = Array.isArray(allowed?.['parse']) ? allowed['parse'] : [];
  const listed = Array.isArray(allowed?.['users']) ? allowed['users'] : [];
  const isAllowed = (id: string) => !allowed || parse.includes('users') || listed.includes(id);
  const text = [body['content'], ...textsIn(body['components'])].join('\n');
  const named = [...text.matchAll(/<@!?(\d+)>/g)].map(([, id = '']) => id).filter(isAllowed);
  const isRepliedTold = replied && (allowed ? allowed['replied_user'] === true : true);
  const ids = new Set([...named, ...(isRepliedTold ? [replied.author.id] : [])]);
  return [...ids].flatMap((id) => world.users.get(id) ?? []);
}

function textsIn(components: unknown): string[] {
  return asList(components).flatMap(({ content, components: nested }) => [
    ...(typeof content === 'string' ? [content] : []),
    ...textsIn(nested),
  ]);
}

function storeFiles(world: World, files: readonly Attachment[], body: Json): APIAttachment[] {
  return files.map((file, index) => {
    const id = world.nextId();
    world.attachments.set(id, file);
    const description = asList(body['attachments'])[index]?.['description'];
    return {
      ...serializeAttachment(world, id, file),
      ...(typeof description === 'string' && { description }),
    };
  });
}
