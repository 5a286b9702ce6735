// All that exists in the sandbox, in memory, and the news of what changes. Rules live beside it, in the files they name.
import {
  type APIApplicationCommand,
  type APIUser,
  ChannelType,
  type GatewayPresenceUpdateData,
} from 'discord-api-types/v10';
import type { SandboxClock } from './clock.js';
import { createBotToken, createSnowflakeGenerator } from './ids.js';
import { populate } from './populate.js';
import type { SeedUser, WorldSeed } from './seed.js';
import type {
  Attachment,
  Channel,
  EventKind,
  Guild,
  Interaction,
  MessageRecord,
  PopulatedWorld,
  WorldEvent,
} from './types.js';

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
    this.nextId = createSnowflakeGenerator(() => clock.now());
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
