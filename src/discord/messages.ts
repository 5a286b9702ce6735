// Questions put in words: a mention in a channel, a direct message, and a reply to one of our messages.
import { type Message, MessageType, PermissionFlagsBits, type PermissionsBitField } from 'discord.js';
import type { Assistant } from '../core/assistant.js';
import type { Logger } from '../log.js';
import type { AnswerQuestion, Terms } from './command.js';
import { customIdsOf } from './message-parts.js';
import type { Payload, View } from './render/message.js';
import { renderNotice } from './render/notice.js';
import type { Sink } from './reply/reply.js';
import { isInaccessible } from './reply/retry.js';
import type { Runner } from './reply/runner.js';

/** The id in the buttons under one of our answers. */
const ANSWER_ID = /^(?:sources|follow-up|share):([0-9a-f-]{36})/;
/** Discord shows that somebody types for ten seconds: https://docs.discord.com/developers/resources/channel#trigger-typing-indicator */
const TYPING_INTERVAL_MS = 8_000;
/** In a direct message, a question goes on from the answer among so many last messages. */
const RECENT_MESSAGES = 4;

export interface MessageParts {
  readonly assistant: Assistant;
  readonly answerQuestion: AnswerQuestion;
  readonly renderHelp: () => View;
  readonly runner: Runner;
  readonly terms: Terms;
  readonly log: Logger;
}

/** @returns what handles a message; it never throws */
export function createMessageHandler(parts: MessageParts): (message: Message) => Promise<void> {
  const { assistant, answerQuestion, renderHelp, runner, terms, log } = parts;

  async function handle(message: Message): Promise<void> {
    const me = message.client.user.id;
    if (message.author.bot || message.system) return;
    const isDirect = message.channel.isDMBased();
    if (!isDirect && !message.mentions.users.has(me)) return;
    const missing = missingPermissions(message);
    if (missing.length > 0) return await tellPrivately(message, missing);
    const library = message.guildId === null ? `user:${message.author.id}` : `guild:${message.guildId}`;
    const question = message.content.replaceAll(new RegExp(`<@!?${me}>`, 'g'), ' ').trim();
    const what = { name: isDirect ? 'direct message' : 'mention', userId: message.author.id, library };
    const isAdmin = isDirect || (message.member?.permissions.has(PermissionFlagsBits.ManageGuild) ?? false);
    const stopTyping = showTyping(message);
    try {
      await runner.run(what, sinkOf(message, stopTyping), async ({ signal, show }) => {
        if (question === '') return renderHelp();
        const previousAnswerId = await previousAnswer(message, isDirect);
        return await answerQuestion({
          ...{ assistant, library, messageLibrary: library, userId: message.author.id, isAdmin },
          ...{ isPrivate: false, terms, signal, show, question, previousAnswerId },
        });
      });
    } finally {
      stopTyping();
    }
  }

  async function tellPrivately(message: Message, missing: readonly string[]): Promise<void> {
    log.warn({ channel: message.channelId, missing }, 'missing permissions');
    const names = missing.map((name) => `**${name}**`).join(' and ');
    const [notice] = renderNotice(
      `I can't answer in <#${message.channelId}>: I need the permission ${names} there. Ask the people who run the server, or use \`/ask\`, which works without it.`,
    );
    await message.author.send(notice);
  }

  return async (message) => {
    try {
      await handle(message);
    } catch (error) {
      // Whoever takes no direct messages cannot be told.
      if (isInaccessible(error)) log.info({ message: message.id, reason: String(error) }, 'nobody to tell');
      else log.error({ err: error, message: message.id }, 'message not answered');
    }
  };
}

/** Permissions by the name that Discord's settings give them. */
const NEEDED = {
  'View Channel': PermissionFlagsBits.ViewChannel,
  'Send Messages': PermissionFlagsBits.SendMessages,
  'Read Message History': PermissionFlagsBits.ReadMessageHistory,
} as const;

function missingPermissions({ channel, guild }: Message): readonly string[] {
  const member = guild?.members.me;
  if (!member || channel.isDMBased()) return [];
  const given: Readonly<PermissionsBitField> | null = channel.permissionsFor(member);
  const needed = channel.isThread()
    ? {
        'View Channel': NEEDED['View Channel'],
        'Send Messages in Threads': PermissionFlagsBits.SendMessagesInThreads,
        'Read Message History': NEEDED['Read Message History'],
      }
    : NEEDED;
  return Object.entries(needed).flatMap(([name, bit]) => (given?.has(bit) ? [] : [name]));
}

/** The answer that a message goes on from: the one it replies to, or in a direct message the last one. */
async function previousAnswer(message: Message, isDirect: boolean): Promise<string | undefined> {
  try {
    if (message.type === MessageType.Reply) return answerIdIn(await message.fetchReference());
    if (!isDirect) return undefined;
    const recent = await message.channel.messages.fetch({ before: message.id, limit: RECENT_MESSAGES });
    return [...recent.values()].map(answerIdIn).find((id) => id !== undefined);
  } catch (error) {
    // The message replied to may be gone or out of our sight; the question is then asked by itself.
    if (isInaccessible(error)) return undefined;
    throw error;
  }
}

function answerIdIn(message: Message): string | undefined {
  if (message.author.id !== message.client.user.id) return undefined;
  const [id] = customIdsOf(message).flatMap((customId) => ANSWER_ID.exec(customId)?.[1] ?? []);
  return id;
}

function sinkOf(message: Message, onSent: () => void): Sink {
  let sent: Message | undefined;
  async function edit(payload: Payload): Promise<void> {
    if (sent) await sent.edit(payload);
    else sent = await message.reply({ ...payload, ...once(message), failIfNotExists: false });
    onSent();
  }
  return {
    edit,
    // It may be the channel that does not take it: a locked thread, a bot in time-out.
    fail: (payload) => edit(payload).catch(() => message.author.send(payload)),
    async more(payload) {
      if (message.channel.isSendable()) await message.channel.send(payload);
    },
  };
}

/** Sent again, it is still one message: https://docs.discord.com/developers/resources/message#create-message */
function once({ id }: Message) {
  return { nonce: id, enforceNonce: true };
}

/** @returns what ends it */
function showTyping({ channel }: Message): () => void {
  if (!channel.isSendable()) return () => {};
  // That somebody types is a courtesy: where it cannot be shown, the answer still comes.
  const type = () => void channel.sendTyping().catch(() => {});
  const timer = setInterval(type, TYPING_INTERVAL_MS);
  type();
  return () => clearInterval(timer);
}
