// All that exists in the sandbox, in memory, and the news of what changes. Rules live beside it, in the files they name.
import {
  type APIApplicationCommand,
  type APIMessage,
  type APIOverwrite,
  type APIRole,
  type APIUser,
  ChannelType,
  type GatewayPresenceUpdateData,
} from 'discord-api-types/v10';
import type { Interaction } from '../interactions/interactions.js';
import type { SandboxClock } from './clock.js';
import { createBotToken, createSnowflakes } from './ids.js';
import { type PopulatedWorld, populate } from './populate.js';
import type { SeedUser, WorldSeed } from './seed.js';

export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly roles: readonly APIRole[];
  /** Role ids by user id. */
  readonly members: ReadonlyMap<string, readonly string[]>;
}

export interface Channel {
  readonly id: string;
  readonly type:
    | ChannelType.GuildText
    | ChannelType.PublicThread
    | ChannelType.PrivateThread
    | ChannelType.DM
    | ChannelType.GroupDM;
  readonly name: string;
  readonly topic?: string | undefined;
  readonly guildId?: string | undefined;
  readonly parentId?: string | undefined;
  readonly ownerId?: string | undefined;
  readonly overwrites: readonly APIOverwrite[];
  /** People of a direct or group message, or members of a thread. */
  readonly people: Set<string>;
}

/** A message and what Discord knows of it beside what it shows. */
export interface MessageRecord {
  message: APIMessage;
  /** The one person who sees it; `undefined`: all who see the channel. */
  readonly visibleTo?: string | undefined;
  /** The interaction by whose token it can be edited. */
  readonly interactionId?: string | undefined;
  /** A deferred reply that has not come yet. */
  isThinking: boolean;
  /** Its owner does not want to see it any more. */
  isDismissed?: boolean;
  /** What the bot last sent for it. */
  payload?: unknown;
}

export interface Attachment {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** What happened, for the gateway, the page and whoever waits. */
export type WorldEvent =
  | {
      readonly kind: 'message-created' | 'message-edited' | 'message-deleted' | 'message-dismissed';
      readonly record: MessageRecord;
    }
  | { readonly kind: 'typing'; readonly channelId: string; readonly userId: string }
  | { readonly kind: 'thread-created'; readonly channel: Channel }
  | {
      readonly kind:
        | 'interaction-created'
        | 'interaction-acknowledged'
        | 'interaction-answered'
        | 'interaction-failed'
        | 'modal-opened';
      readonly interaction: Interaction;
    }
  | { readonly kind: 'commands-changed' | 'presence-changed' | 'application-changed' | 'reset' };

export type EventKind = WorldEvent['kind'];

/** Opened by {@link startSandbox}; closed with it. */
export class World {
  readonly clock: SandboxClock;
  readonly nextId: () => string;
  readonly token: string;
  /** By command id. */
  readonly commands = new Map<string, APIApplicationCommand>();
  /** By interaction id. */
  readonly interactions = new Map<string, Interaction>();
  readonly attachments = new Map<string, Attachment>();
  isBotOnline = false;
  presence: GatewayPresenceUpdateData | undefined;
  origin = '';
  readonly #seed: WorldSeed;
  readonly #listeners = new Set<(event: WorldEvent) => void>();
  #contents: PopulatedWorld;

  constructor(seed: WorldSeed, clock: SandboxClock) {
    this.#seed = seed;
    this.clock = clock;
    this.nextId = createSnowflakes(() => clock.now());
    this.token = createBotToken(seed.application.id);
    this.#contents = populate(seed);
  }

  get application(): PopulatedWorld['application'] {
    return this.#contents.application;
  }

  get bot(): APIUser {
    return this.#contents.bot;
  }

  get people(): readonly SeedUser[] {
    return this.#seed.users;
  }

  get users(): Map<string, APIUser> {
    return this.#contents.users;
  }

  get guilds(): Map<string, Guild> {
    return this.#contents.guilds;
  }

  get channels(): Map<string, Channel> {
    return this.#contents.channels;
  }

  /** Oldest first. */
  messagesOf(channelId: string): MessageRecord[] {
    const records = this.#contents.messages.get(channelId) ?? [];
    this.#contents.messages.set(channelId, records);
    return records;
  }

  findMessage(messageId: string): MessageRecord | undefined {
    for (const records of this.#contents.messages.values()) {
      const record = records.find(({ message }) => message.id === messageId);
      if (record) return record;
    }
    return undefined;
  }

  removeMessage(record: MessageRecord): void {
    const records = this.messagesOf(record.message.channel_id);
    const index = records.indexOf(record);
    if (index >= 0) records.splice(index, 1);
    this.emit({ kind: 'message-deleted', record });
  }

  /** The direct message of a person with the bot. */
  directOf(userId: string): Channel | undefined {
    return [...this.channels.values()].find(
      ({ type, people }) => type === ChannelType.DM && people.has(userId),
    );
  }

  /** Moves time forward: what is due in between happens at once. */
  advance(ms: number): void {
    this.clock.advance(ms);
  }

  /** Back to the seed: messages and interactions are gone; the bot stays logged in and keeps its commands. */
  reset(): void {
    this.#contents = populate(this.#seed);
    this.interactions.clear();
    this.attachments.clear();
    this.emit({ kind: 'reset' });
  }

  emit(event: WorldEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }

  /** @returns what ends the listening */
  on(listener: (event: WorldEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Resolves with the first event from now on that matches.
   * @param options `timeoutMs` of real time, default 10,000
   * @throws Error when the time is over, or the signal's reason
   */
  until(
    match: EventKind | ((event: WorldEvent) => boolean),
    { timeoutMs = 10_000, signal }: { timeoutMs?: number; signal?: AbortSignal } = {},
  ): Promise<WorldEvent> {
    const matches = typeof match === 'string' ? (event: WorldEvent) => event.kind === match : match;
    const deadline = AbortSignal.timeout(timeoutMs);
    const ended = signal ? AbortSignal.any([signal, deadline]) : deadline;
    return new Promise((resolve, reject) => {
      const stop = this.on((event) => {
        if (!matches(event)) return;
        stop();
        ended.removeEventListener('abort', giveUp);
        resolve(event);
      });
      const giveUp = () => {
        stop();
        const awaited = typeof match === 'string' ? `“${match}”` : 'the awaited event';
        reject(deadline.aborted ? new Error(`Waited ${timeoutMs} ms for ${awaited}.`) : ended.reason);
      };
      ended.addEventListener('abort', giveUp, { once: true });
      if (ended.aborted) giveUp();
    });
  }
}
