// The sandbox's state, in memory, with an event for each change. The rules about the state are in the other files.
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

/** Created by `startSandbox`, and lives as long as the sandbox. */
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

  /** The seed's people, without the bot. */
  get people(): readonly SeedUser[] {
    return this.#seed.users;
  }

  /** People and the bot, by id. */
  get users(): Map<string, APIUser> {
    return this.#contents.users;
  }

  get guilds(): Map<string, Guild> {
    return this.#contents.guilds;
  }

  get channels(): Map<string, Channel> {
    return this.#contents.channels;
  }

  /** The live list of a channel's messages, oldest first. */
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

  /** The direct message channel between a person and the bot. */
  directOf(userId: string): Channel | undefined {
    return [...this.channels.values()].find(
      ({ type, people }) => type === ChannelType.DM && people.has(userId),
    );
  }

  /** Moves the clock forward. Anything due in between happens at once. */
  advance(ms: number): void {
    this.clock.advance(ms);
  }

  /** Restores the seed and deletes messages and interactions. The bot stays logged in and keeps its commands. */
  reset(): void {
    this.#contents = populate(this.#seed);
    this.interactions.clear();
    this.attachments.clear();
    this.emit({ kind: 'reset' });
  }

  emit(event: WorldEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }

  /** @returns a function that removes the listener */
  on(listener: (event: WorldEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Waits for the next event that matches.
   * @param options `timeoutMs` is real time, default 10,000
   * @throws Error after the timeout, or the signal's reason when it aborts
   */
  until(
    match: EventKind | ((event: WorldEvent) => boolean),
    { timeoutMs = 10_000, signal }: { timeoutMs?: number; signal?: AbortSignal } = {},
  ): Promise<WorldEvent> {
    const matches = typeof match === 'string' ? (event: WorldEvent) => event.kind === match : match;
    const deadline = AbortSignal.timeout(timeoutMs);
    const cancelled = signal ? AbortSignal.any([signal, deadline]) : deadline;
    return new Promise((resolve, reject) => {
      const stop = this.on((event) => {
        if (!matches(event)) return;
        stop();
        cancelled.removeEventListener('abort', giveUp);
        resolve(event);
      });
      const giveUp = () => {
        stop();
        const awaited = typeof match === 'string' ? `“${match}”` : 'the awaited event';
        reject(deadline.aborted ? new Error(`Waited ${timeoutMs} ms for ${awaited}.`) : cancelled.reason);
      };
      cancelled.addEventListener('abort', giveUp, { once: true });
      if (cancelled.aborted) giveUp();
    });
  }
}
