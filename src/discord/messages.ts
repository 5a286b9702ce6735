// Answers questions in messages: mentions in a channel, direct messages, and replies to the bot's answers.
import { type Message, MessageType, PermissionFlagsBits, type PermissionsBitField } from 'discord.js';
import type { Assistant } from '../core/assistant.js';
import type { DigestManager } from '../core/digest/digests.js';
import type { LibraryManager } from '../core/library/manager.js';
import type { Logger } from '../log.js';
import { createChannelAccess } from './channels/channel-access.js';
import type { AnswerQuestion, AskedMessage, PendingRequests, Terms } from './command.js';
import { downloadAttachment } from './download-attachment.js';
import { createMessageBursts } from './message-bursts.js';
import { customIdsOf } from './message-parts.js';
import { channelOf, hasManagerRole, placeOf, rolesOf } from './read-interaction.js';
import type { Payload, View } from './render/message.js';
import { renderNotice } from './render/notice.js';
import type { Sink } from './reply/reply.js';
import { isInaccessible, isOutOfReach } from './reply/retry.js';
import type { Runner } from './reply/runner.js';
import type { SharedServers } from './shared-servers.js';
import { errorText } from './text/errors.js';

/** Custom ids of the buttons under an answer contain the answer's id. */
const ANSWER_ID = /^(?:sources|follow-up|share|suggested|choose|open-article|list):([0-9a-f-]{36})/;
/** Discord shows the typing indicator for ten seconds: https://docs.discord.com/developers/resources/channel#trigger-typing-indicator */
const TYPING_INTERVAL_MS = 8_000;
const PAUSE_MS = 1_200;
/** In a direct message, a question follows up on the last answer among this many messages. */
const RECENT_MESSAGES = 4;

export interface MessageParts {
  readonly assistant: Assistant;
  readonly manager: LibraryManager;
  readonly digests: DigestManager;
  /** Another Discord-compatible API. Default: Discord's. */
  readonly apiUrl?: string | undefined;
  readonly answerQuestion: AnswerQuestion;
  readonly renderHelp: () => View;
  readonly runner: Runner;
  readonly terms: Terms;
  /** The id of the role that Discord made for the bot, if the message mentions it. */
  readonly findOwnRole: (message: Message) => Promise<string | undefined>;
  readonly sharedServers: SharedServers;
  readonly pending: PendingRequests;
  readonly log: Logger;
  /** Direct messages that follow each other within this time are read together. Default 1,200. */
  readonly pauseMs?: number | undefined;
}

/** @returns a handler for messages; it never throws */
export function createMessageHandler(parts: MessageParts): (message: Message) => Promise<void> {
  const {
    assistant,
    manager,
    digests,
    apiUrl,
    answerQuestion,
    renderHelp,
    runner,
    terms,
    sharedServers,
    pending,
    log,
  } = parts;
  const bursts = createMessageBursts(parts.pauseMs ?? PAUSE_MS);

  async function handle(message: Message): Promise<void> {
    const me = message.client.user.id;
    if (message.author.bot || message.system) return;
    const isDirect = message.channel.isDMBased();
    const isMentioned = message.mentions.users.has(me);
    const ownRoleId = isDirect ? undefined : await parts.findOwnRole(message);
    if (!isDirect && !isMentioned && ownRoleId === undefined) return;
    const missing = missingPermissions(message);
    if (missing.length > 0) return await reportMissingPermissions(message, missing);
    if (isDirect && bursts.add(message)) return;
    const userId = message.author.id;
    const library = message.guildId === null ? `user:${userId}` : `guild:${message.guildId}`;
    if (message.guildId !== null) sharedServers.noteMember(message.guildId, userId);
    const request = { name: isDirect ? 'direct message' : 'mention', userId, library };
    const isAdmin = isDirect || (message.member?.permissions.has(PermissionFlagsBits.ManageGuild) ?? false);
    const isManager = isAdmin || hasManagerRole(manager, library, rolesOf(message.member));
    const stopTyping = showTyping(message);
    try {
      let latest = message;
      const sink = sinkOf(() => latest, isDirect, stopTyping);
      await runner.run(request, sink, async ({ signal, show }) => {
        const messages = isDirect ? await bursts.finish(message, signal) : [message];
        latest = messages.at(-1) ?? message;
        const question = messages
          .map((one) => readQuestion(one, ownRoleId))
          .filter(Boolean)
          .join('\n');
        // Without a privileged intent, Discord hides a message that mentions only the bot's role.
        if (question === '' && ownRoleId !== undefined && !isMentioned)
          return renderNotice(errorText.roleMentioned(me));
        const { previousAnswerId, repliedText } = await readContext(message, isDirect, log);
        if (question === '' && repliedText === undefined) return renderHelp();
        const servers = isDirect ? await sharedServers.find(userId, message.client, signal) : [];
        return await answerQuestion({
          ...{ assistant, manager, digests, library, messageLibrary: library, userId, pending },
          ...{ isAdmin, isManager, channelId: channelOf(message) },
          ...createChannelAccess(message.client, { guildId: message.guildId, userId }),
          ...(isDirect ? {} : { place: placeOf(message) }),
          download: (file) => downloadAttachment(file, { apiUrl, signal }),
          ...{ servers, libraries: [library, ...servers.map((server) => server.library)] },
          ...{ isPrivate: false, terms, signal, show, question, previousAnswerId, repliedText },
        });
      });
    } finally {
      stopTyping();
    }
  }

  async function reportMissingPermissions(message: Message, missing: readonly string[]): Promise<void> {
    log.warn({ channel: message.channelId, missing }, 'missing permissions');
    const [notice] = renderNotice(errorText.missingPermissions(message.channelId, missing));
    await message.author.send(notice);
  }

  return async (message) => {
    try {
      await handle(message);
    } catch (error) {
      // The author may not accept direct messages.
      if (isInaccessible(error))
        log.info({ message: message.id, reason: String(error) }, 'author unreachable');
      else log.error({ err: error, message: message.id }, 'message not answered');
    }
  };
}

/** By their names in Discord's settings. */
const REQUIRED_PERMISSIONS = {
  'View Channel': PermissionFlagsBits.ViewChannel,
  'Send Messages': PermissionFlagsBits.SendMessages,
  'Read Message History': PermissionFlagsBits.ReadMessageHistory,
} as const;

function missingPermissions({ channel, guild }: Message): readonly string[] {
  const member = guild?.members.me;
  if (!member || channel.isDMBased()) return [];
  const granted: Readonly<PermissionsBitField> | null = channel.permissionsFor(member);
  const required = channel.isThread()
    ? {
        'View Channel': REQUIRED_PERMISSIONS['View Channel'],
        'Send Messages in Threads': PermissionFlagsBits.SendMessagesInThreads,
        'Read Message History': REQUIRED_PERMISSIONS['Read Message History'],
      }
    : REQUIRED_PERMISSIONS;
  return Object.entries(required).flatMap(([name, bit]) => (granted?.has(bit) ? [] : [name]));
}

/** The message without mentions of the bot and of its own role. */
function readQuestion({ content, client }: Message, ownRoleId?: string): string {
  const mentions = [`@!?${client.user.id}`, ...(ownRoleId === undefined ? [] : [`@&${ownRoleId}`])];
  return content.replaceAll(new RegExp(`<(?:${mentions.join('|')})>`, 'g'), ' ').trim();
}

/** What a message refers to: an earlier answer, or another person's message that it replies to. Never throws. */
async function readContext(
  message: Message,
  isDirect: boolean,
  log: Logger,
): Promise<Pick<AskedMessage, 'previousAnswerId' | 'repliedText'>> {
  try {
    if (message.type === MessageType.Reply) {
      const repliedTo = await message.fetchReference();
      if (repliedTo.author.id === message.client.user.id) return { previousAnswerId: answerIdIn(repliedTo) };
      if (!isDirect) return { repliedText: readQuestion(repliedTo) };
    }
    if (!isDirect) return {};
    const recent = await message.channel.messages.fetch({ before: message.id, limit: RECENT_MESSAGES });
    return { previousAnswerId: [...recent.values()].map(answerIdIn).find((id) => id !== undefined) };
  } catch (error) {
    // The message may be deleted or hidden from the bot. The question is answered without a conversation then.
    if (!isInaccessible(error)) log.warn({ err: error, message: message.id }, 'earlier messages not read');
    return {};
  }
}

function answerIdIn(message: Message): string | undefined {
  if (message.author.id !== message.client.user.id) return undefined;
  const [id] = customIdsOf(message).flatMap((customId) => ANSWER_ID.exec(customId)?.[1] ?? []);
  return id;
}

/** @param latest the message to reply to, once the reply is ready */
function sinkOf(latest: () => Message, isDirect: boolean, onSent: () => void): Sink {
  let sent: Message | undefined;
  const sendDirectly = (payload: Payload) => latest().author.send(payload);
  async function edit(payload: Payload): Promise<void> {
    if (sent) await sent.edit(payload);
    else sent = await latest().reply({ ...payload, ...sendOnce(latest()), failIfNotExists: false });
    onSent();
  }
  return {
    edit,
    // The channel may be what fails: a locked thread, or a bot in time-out.
    fail: (payload) =>
      edit(payload).catch((error) => (isOutOfReach(error) ? Promise.reject(error) : sendDirectly(payload))),
    // A message in a channel can't be private. If the author doesn't accept direct messages, it has to do.
    tellPrivately: (payload) => (isDirect ? edit(payload) : sendDirectly(payload).catch(() => edit(payload))),
    async more(payload) {
      const { channel } = latest();
      if (channel.isSendable()) await channel.send(payload);
    },
    sayPlainly: (text) =>
      latest().reply({ content: text, allowedMentions: { parse: [] }, failIfNotExists: false }),
  };
}

/** With a nonce, a repeated request creates no second message: https://docs.discord.com/developers/resources/message#create-message */
function sendOnce({ id }: Message) {
  return { nonce: id, enforceNonce: true };
}

/** @returns a function that stops it */
function showTyping({ channel }: Message): () => void {
  if (!channel.isSendable()) return () => {};
  // The answer doesn't depend on the indicator, so its errors are ignored.
  const type = () => void channel.sendTyping().catch(() => {});
  const timer = setInterval(type, TYPING_INTERVAL_MS);
  type();
  return () => clearInterval(timer);
}
