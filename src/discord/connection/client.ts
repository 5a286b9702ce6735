// The connection to Discord: logs in, registers the commands, answers, and stops in order.
import {
  ActivityType,
  Client,
  type ClientApplication,
  type ClientOptions,
  Events,
  GatewayIntentBits,
  Options,
  Partials,
} from 'discord.js';
import { abortable } from '../../core/async/abort.js';
import type { DigestPublisher } from '../../core/digest/ports.js';
import type { AppError } from '../../core/errors.js';
import { RETENTION } from '../../core/limits/retention.js';
import type { ManagedAssistant } from '../../core/managed-assistant.js';
import type { SettingStore } from '../../core/store-ports.js';
import type { Logger } from '../../log.js';
import { createDigestPublisher } from '../channels/digest-publisher.js';
import type { Action, AnswerQuestion, Command, Terms } from '../command.js';
import { createDispatch } from '../dispatch.js';
import { createMessageHandler, type MessageParts } from '../messages.js';
import { createPendingRequests } from '../pending-requests.js';
import type { View } from '../render/message.js';
import { createRunner, type RunnerOptions } from '../reply/runner.js';
import { createSharedServers } from '../shared-servers.js';
import { type ConnectOptions, connect, destroyClient } from './connect.js';
import { explainDiscordError } from './explain-error.js';
import { watchRawEvents } from './raw-events.js';
import { registerCommands } from './register-commands.js';
import { botText } from './text.js';
import { watchGuilds } from './watch-guilds.js';

/** None is privileged. Discord delivers the text of mentions and direct messages with these alone. */
const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];
/** Per channel: enough to find the answer that a reply refers to. */
const CACHED_MESSAGES = 50;
const GRACE_MS = 6_000;

export interface BotOptions
  extends Pick<RunnerOptions, 'deadlineMs' | 'editIntervalMs'>,
    Pick<MessageParts, 'pauseMs'> {
  readonly token: string;
  /** Another Discord-compatible API. Default: Discord's. */
  readonly apiUrl?: string | undefined;
  /** Registers the commands only in this server. Default: everywhere. */
  readonly guildId?: string | undefined;
  readonly assistant: ManagedAssistant;
  readonly settings: SettingStore;
  readonly commands: readonly Command[];
  readonly actions: readonly Action[];
  readonly answerQuestion: AnswerQuestion;
  readonly renderHelp: () => View;
  /** Default: the built-in engine and the default retention. */
  readonly terms?: Terms | undefined;
  readonly log: Logger;
  /** Requests that take longer are retried. Default: discord.js's 15,000. */
  readonly requestTimeoutMs?: number | undefined;
  /** How long running answers may take to finish when the bot stops. Default 6,000, so that stopping takes less than 10,000. */
  readonly graceMs?: number | undefined;
  /** How the gateway is connected to. Default: as {@link ConnectOptions} says. */
  readonly connection?: ConnectOptions | undefined;
  /** Aborts the login. */
  readonly signal?: AbortSignal | undefined;
}

export interface Bot {
  readonly applicationId: string;
  /** The bot's user name on Discord. */
  readonly name: string;
  readonly guilds: number;
  /** Posts digests. Stop using it before the bot closes. */
  readonly publisher: DigestPublisher;
  /** Resolves if Discord closes the connection for good, for example because the token was reset. */
  readonly ended: Promise<AppError>;
  /** Accepts no new requests, lets running answers finish or says that they were interrupted, and logs out. */
  close(): Promise<void>;
}

/**
 * Logs in, registers the commands and starts to answer.
 * @throws AppError as {@link connect} and {@link registerCommands}; the signal's reason
 */
export async function openBot(options: BotOptions): Promise<Bot> {
  const { token, log, signal, terms = { retention: RETENTION, models: [] } } = options;
  const runner = createRunner(options);
  const sharedServers = createSharedServers(options);
  const pending = createPendingRequests();

  function createClient(): Client {
    const client = new Client(clientOptions(options));
    const { findOwnRole } = watchRawEvents(client);
    const { library: manager, digests } = options.assistant;
    const parts = { ...options, manager, digests, pending, runner, terms, findOwnRole, sharedServers };
    const dispatch = createDispatch(parts);
    const handleMessage = createMessageHandler(parts);
    client.on(Events.InteractionCreate, (interaction) => void dispatch(interaction));
    client.on(Events.MessageCreate, (message) => void handleMessage(message));
    watchGuilds(client, parts);
    client.on(Events.Error, (error) => log.error({ err: error }, 'connection error'));
    client.on(Events.Warn, (warning) => log.warn({ warning }, 'connection warning'));
    client.on(Events.ShardResume, (_, replayed) => log.info({ replayed }, 'connection resumed'));
    return client;
  }

  const { client, ended } = await connect({ ...options.connection, token, log, signal, createClient });
  try {
    const { application, user, guilds } = client;
    await registerCommands({ ...options, applicationId: application.id });
    await abortable(setDescription(application, log), signal);
    return {
      applicationId: application.id,
      name: user.username,
      guilds: guilds.cache.size,
      publisher: createDigestPublisher(client, log),
      ended,
      async close() {
        await runner.close(options.graceMs ?? GRACE_MS);
        await destroyClient(client);
      },
    };
  } catch (error) {
    await destroyClient(client);
    throw explainDiscordError(error);
  }
}

/** Sets the application's description, unless the operator has written one. It isn't essential, so it never throws. */
async function setDescription(application: ClientApplication, log: Logger): Promise<void> {
  try {
    // After the login, only the application's id is known.
    const { description } = await application.fetch();
    if (!description) await application.edit({ description: botText.description });
  } catch (error) {
    log.warn({ err: error }, 'could not set the application description');
  }
}

function clientOptions({ apiUrl, requestTimeoutMs }: BotOptions): ClientOptions {
  return {
    intents: INTENTS,
    // Direct messages arrive from channels that aren't cached.
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    presence: { activities: [{ type: ActivityType.Custom, name: 'about', state: botText.activity }] },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: CACHED_MESSAGES,
      GuildMemberManager: { maxSize: 200, keepOverLimit: (member) => member.id === member.client.user.id },
    }),
    rest: {
      ...(apiUrl === undefined ? {} : { api: apiUrl }),
      ...(requestTimeoutMs === undefined ? {} : { timeout: requestTimeoutMs }),
    },
  };
}
