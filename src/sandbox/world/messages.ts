// Creates and edits messages the way Discord does: mentions, files and component ids come from the request body.
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

/** The input for a new message. */
export interface NewMessage {
  readonly channelId: string;
  readonly author: APIUser;
  readonly body: Json;
  readonly files?: readonly Attachment[];
  readonly type?: MessageType;
  /** Fields that Discord adds itself. */
  readonly extra?: Partial<APIMessage>;
  readonly visibleTo?: string | undefined;
  readonly interactionId?: string | undefined;
}

/** The sender's flags that Discord stores with the message. */
const STORED_FLAGS =
  MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2 | MessageFlags.SuppressNotifications;

/**
 * Validates and adds a message.
 * @throws DiscordError 50035 invalid form, 50006 empty message
 */
export function createMessage(world: World, options: NewMessage): MessageRecord {
  const { channelId, body, files = [], visibleTo } = options;
  checkMessage(body, new Set(files.map(({ name }) => name)));
  const duplicate = findByNonce(world, options);
  if (duplicate) return duplicate;
  const replyTarget = findReferencedMessage(world, channelId, body);
  const attachments = storeFiles(world, files, body);
  const message = {
    ...createBaseMessage(world, options),
    ...(replyTarget && {
      type: MessageType.Reply,
      message_reference: {
        type: MessageReferenceType.Default,
        channel_id: channelId,
        message_id: replyTarget.message.id,
        ...guildIdField(world, channelId),
      },
      referenced_message: { ...replyTarget.message, referenced_message: null },
    }),
    ...visibleFields(world, body, attachments),
    mentions: findMentions(world, body, replyTarget?.message),
    attachments,
    flags: (Number(body['flags'] ?? 0) & STORED_FLAGS) | (visibleTo ? MessageFlags.Ephemeral : 0),
    ...(typeof body['nonce'] === 'string' && { nonce: body['nonce'] }),
  } as APIMessage;
  return addMessage(world, options, { message, isThinking: false });
}

/** Adds a deferred reply, shown as “thinking…” until it's edited. */
export function createDeferredReply(
  world: World,
  options: Omit<NewMessage, 'body' | 'files'>,
): MessageRecord {
  const flags = MessageFlags.Loading | (options.visibleTo ? MessageFlags.Ephemeral : 0);
  const message = { ...createBaseMessage(world, options), flags };
  return addMessage(world, options, { message, isThinking: true });
}

/**
 * Edits a message. Fields missing from the body keep their values.
 * @throws DiscordError 50035 invalid form, 50006 empty message
 */
export function editMessage(
  world: World,
  record: MessageRecord,
  body: Json,
  files: readonly Attachment[] = [],
): void {
  const { message, isThinking } = record;
  const keptAttachments = Array.isArray(body['attachments'])
    ? message.attachments.filter(({ id }) => asList(body['attachments']).some((entry) => entry['id'] === id))
    : message.attachments;
  const flags =
    (Number(message.flags ?? 0) & (STORED_FLAGS | MessageFlags.Ephemeral)) |
    (Number(body['flags'] ?? 0) & STORED_FLAGS);
  const { content, embeds, components } = message;
  const edited: Json = {
    content,
    embeds,
    components,
    ...removeUndefined(body),
    flags: flags & ~MessageFlags.Ephemeral,
  };
  checkMessage(
    edited,
    new Set([...keptAttachments, ...files].map((file) => ('filename' in file ? file.filename : file.name))),
  );

  const attachments = [...keptAttachments, ...storeFiles(world, files, body)];
  record.message = {
    ...message,
    ...visibleFields(world, edited, attachments),
    ...{ attachments, flags },
    mentions: findMentions(world, edited, undefined),
    // Discord doesn't mark the first edit of a deferred reply as an edit.
    edited_timestamp: isThinking ? null : new Date(world.clock.now()).toISOString(),
  } as APIMessage;
  record.isThinking = false;
  record.payload = body;
  world.emit({ kind: 'message-edited', record });
}

type MessageSource = Omit<NewMessage, 'body'>;

/** Role and @everyone mentions stay empty, because nobody in the sandbox has the permission for them. */
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
  initial: Pick<MessageRecord, 'message' | 'isThinking'>,
): MessageRecord {
  const payload = author.id === world.bot.id ? body : undefined;
  const record: MessageRecord = { ...initial, visibleTo, interactionId, payload };
  world.messagesOf(initial.message.channel_id).push(record);
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

/** Discord remembers nonces for “the past few minutes”. */
const NONCE_LIFETIME_MS = 5 * 60_000;

/** Finds the message that was already sent with this nonce: https://docs.discord.com/developers/resources/message#create-message */
function findByNonce(world: World, { channelId, author, body }: NewMessage): MessageRecord | undefined {
  if (body['enforce_nonce'] !== true || body['nonce'] === undefined) return undefined;
  const oldest = world.clock.now() - NONCE_LIFETIME_MS;
  return world
    .messagesOf(channelId)
    .findLast(
      ({ message }) =>
        message.author.id === author.id &&
        message.nonce === body['nonce'] &&
        Date.parse(message.timestamp) >= oldest,
    );
}

function findReferencedMessage(world: World, channelId: string, body: Json): MessageRecord | undefined {
  const reference = body['message_reference'];
  if (!isObject(reference)) return undefined;
  const id = reference['message_id'];
  const target = world
    .messagesOf(channelId)
    .find(({ message, visibleTo }) => message.id === id && !visibleTo);
  if (target || reference['fail_if_not_exists'] === false) return target;
  throw invalidForm(['message_reference'], 'REPLIES_UNKNOWN_MESSAGE', 'Unknown message');
}

function visibleFields(world: World, body: Json, attachments: readonly APIAttachment[]): Json {
  return {
    content: typeof body['content'] === 'string' ? body['content'].trim() : '',
    embeds: asList(body['embeds']).map((embed) => ({ ...embed, type: 'rich' })),
    components: storeComponents(body['components'], attachments, world.nextId),
  };
}

/** The people to notify: mentioned in the text or replied to, if `allowed_mentions` permits. */
function findMentions(world: World, body: Json, replyTarget: APIMessage | undefined): APIUser[] {
  const allowed = isObject(body['allowed_mentions']) ? body['allowed_mentions'] : undefined;
  const parse = Array.isArray(allowed?.['parse']) ? allowed['parse'] : [];
  const listed = Array.isArray(allowed?.['users']) ? allowed['users'] : [];
  const isAllowed = (id: string) => !allowed || parse.includes('users') || listed.includes(id);
  const text = [body['content'], ...textsIn(body['components'])].join('\n');
  const mentioned = [...text.matchAll(/<@!?(\d+)>/g)].map(([, id = '']) => id).filter(isAllowed);
  const isAuthorMentioned = replyTarget && (allowed ? allowed['replied_user'] === true : true);
  const ids = new Set([...mentioned, ...(isAuthorMentioned ? [replyTarget.author.id] : [])]);
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
