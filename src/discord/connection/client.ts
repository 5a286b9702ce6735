// The life of the connection to Discord: log in, register, listen, and stop in order.
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
import { abortable } from '../../core/abort.js';
import type { Assistant } from '../../core/assistant.js';
import { AppError } from '../../core/errors.js';
import { RETENTION } from '../../core/limits/retention.js';
import type { SettingStore } from '../../core/ports.js';
import type { Logger } from '../../log.js';
import type { Action, AnswerQuestion, Command, Terms } from '../command.js';
import { createDispatch } from '../dispatch.js';
import { createMessageHandler } from '../messages.js';
import type { View } from '../render/message.js';
import { createRunner, type RunnerOptions } from '../reply/runner.js';
import { explainDiscordError } from './explain-error.js';
import { registerCommands } from './register-commands.js';

/** None is privileged: interactions need none, and messages that mention us or are written to us come with these. */
const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];
const ACTIVITY = 'Ask about the articles here: /ask';
const DESCRIPTION =
  'Answers questions about the articles of this server, and footnotes every sentence with the exact place in the article. Type /ask.';
/** Messages kept a channel: enough to know which answer a reply is to. */
const KEPT_MESSAGES = 50;
const GRACE_MS = 6_000;

export interface BotOptions extends Pick<RunnerOptions, 'deadlineMs' | 'editIntervalMs'> {
  readonly token: string;
  /** Another Discord-compatible API; default Discord's. */
  readonly apiUrl?: string | undefined;
  /** Commands are registered in this server alone; default everywhere. */
  readonly guildId?: string | undefined;
  readonly assistant: Assistant;
  readonly settings: SettingStore;
  readonly commands: readonly Command[];
  readonly actions: readonly Action[];
  readonly answerQuestion: AnswerQuestion;
  readonly renderHelp: () => View;
  /** Default: the built-in engine, and what is kept unless the operator chooses. */
  readonly terms?: Terms | undefined;
  readonly log: Logger;
  /** A request that takes longer is sent again; default discord.js's 15,000. */
  readonly requestTimeoutMs?: number | undefined;
  /** Running answers may take so long to finish when the bot stops; default 6,000, so that all of stopping takes less than 10,000. */
  readonly graceMs?: number | undefined;
  /** Gives up what is not ready yet. */
  readonly signal?: AbortSignal | undefined;
}

export interface Bot {
  readonly applicationId: string;
  /** The name it is known by on Discord. */
  readonly name: string;
  readonly guilds: number;
  /** Resolves where Discord ends the connection for good: a new token, a session that it does not take back. */
  readonly ended: Promise<AppError>;
  /** Takes no new work, lets running answers finish or says that they were interrupted, and logs out. */
  close(): Promise<void>;
}

/**
 * Logs in and answers from then on.
 * @throws AppError `discord/bad-token`, `discord/not-in-server`, `discord/unreachable`; the signal's reason
 */
export async function openBot(options: BotOptions): Promise<Bot> {
  const { token, log, signal, terms = { retention: RETENTION, models: [] } } = options;
  const client = new Client(clientOptions(options));
  const runner = createRunner(options);
  const parts = { ...options, runner, terms };
  const dispatch = createDispatch(parts);
  const handleMessage = createMessageHandler(parts);
  client.on(Events.InteractionCreate, (interaction) => void dispatch(interaction));
  client.on(Events.MessageCreate, (message) => void handleMessage(message));
  client.on(Events.Error, (error) => log.error({ err: error }, 'connection error'));
  client.on(Events.Warn, (warning) => log.warn({ warning }, 'connection warning'));
  client.on(Events.ShardResume, (_, replayed) => log.info({ replayed }, 'connection resumed'));
  client.on(Events.ShardReconnecting, () => log.info('reconnecting'));
  const ended = new Promise<AppError>((resolve) => {
    client.on(Events.ShardDisconnect, ({ code }) => resolve(disconnected(code)));
  });
  try {
    const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
    await abortable(client.login(token), signal);
    const { application, user, guilds } = await abortable(ready, signal);
    await registerCommands({ ...options, applicationId: application.id });
    await abortable(describe(application, log), signal);
    return {
      applicationId: application.id,
      name: user.username,
      guilds: guilds.cache.size,
      ended,
      async close() {
        await runner.close(options.graceMs ?? GRACE_MS);
        await client.destroy();
      },
    };
  } catch (error) {
    await client.destroy();
    throw explainDiscordError(error);
  }
}

function disconnected(code: number): AppError {
  return new AppError({
    code: 'discord/disconnected',
    message: `Discord ended the connection for good (code ${code}).`,
    advice: 'Start Footnote again; where that fails too, npm run doctor says why.',
  });
}

/** Says on Discord what the application does; what the operator wrote stays. Never throws: it is a courtesy. */
async function describe(application: ClientApplication, log: Logger): Promise<void> {
  try {
    // Logging in tells no more of it than its id.
    const { description } = await application.fetch();
    if (!description) await application.edit({ description: DESCRIPTION });
  } catch (error) {
    log.warn({ err: error }, 'the description of the application is not set');
  }
}

function clientOptions({ apiUrl, requestTimeoutMs }: BotOptions): ClientOptions {
  return {
    intents: INTENTS,
    // Direct messages come from channels that were never seen before.
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    presence: { activities: [{ type: ActivityType.Custom, name: 'about', state: ACTIVITY }] },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: KEPT_MESSAGES,
      GuildMemberManager: { maxSize: 200, keepOverLimit: (member) => member.id === member.client.user.id },
    }),
    rest: {
      ...(apiUrl === undefined ? {} : { api: apiUrl }),
      ...(requestTimeoutMs === undefined ? {} : { timeout: requestTimeoutMs }),
    },
  };
}
