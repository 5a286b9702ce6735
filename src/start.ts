// Starts the bot: on Discord with a token, else in the sandbox, by the same client and the same code.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { actions, answerQuestion, commands, renderHelp } from '../commands/index.js';
import type { App } from './app.js';
import type { Config } from './config.js';
import { AppError } from './core/errors.js';
import { type Bot, openBot } from './discord/connection/client.js';
import { endpointOf } from './engines/langchain/open-models.js';
import type { Logger } from './log.js';
import { type Sandbox, startSandbox } from './sandbox/server.js';
import { isPortTaken } from './sandbox/web/listen.js';
import { DEFAULT_SEED } from './sandbox/world/seed.js';
import { readFolder } from './sources/file.js';

/** Where this file's package lies, compiled (`dist/src/start.js`). */
const SAMPLES = fileURLToPath(new URL('../../src/sandbox/articles', import.meta.url));

/** The same port every time, so that an open page reconnects and a bookmark works; the next one if it's taken. */
const SANDBOX_PORTS = Array.from({ length: 20 }, (_, index) => 4_380 + index);

export interface Started {
  /** One line for whoever started it. */
  readonly ready: string;
  /** As of the bot. */
  readonly ended: Promise<AppError>;
  /** Ends everything that was started but the app, in order. */
  close(): Promise<void>;
}

interface Parts {
  readonly config: Config;
  readonly app: App;
  readonly log: Logger;
  /** Gives up a start that is not done yet. */
  readonly signal: AbortSignal;
}

/** @throws AppError as {@link openBot} */
export async function startOnDiscord(parts: Parts): Promise<Started> {
  const { token, ...discord } = parts.config.discord;
  if (token === undefined) throw noToken();
  const bot = await openBot({ ...botParts(parts), ...discord, token });
  const servers = `${bot.guilds} ${bot.guilds === 1 ? 'server' : 'servers'}`;
  const ready = `Footnote is ready on Discord as ${bot.name}, in ${servers}.`;
  return { ready, ended: bot.ended, close: () => bot.close() };
}

/** Two servers with an article each, two channels and direct messages, on this machine alone. */
export async function startInSandbox(parts: Parts): Promise<Started & { readonly sandbox: Sandbox }> {
  const { config, app, log } = parts;
  const sandbox = await openSandbox(config.sandboxPort, log);
  let bot: Bot | undefined;
  try {
    await addSamples(app);
    bot = await openBot({ ...botParts(parts), token: sandbox.token, apiUrl: sandbox.apiUrl });
  } catch (error) {
    await sandbox.close();
    throw error;
  }
  return {
    ready: `Footnote is ready in a local stand-in for Discord. Open ${sandbox.origin} in a browser.`,
    ...{ sandbox, ended: bot.ended },
    async close() {
      await bot.close();
      await sandbox.close();
    },
  };
}

function botParts({ config: { retention, models }, app: { assistant, settings }, log, signal }: Parts) {
  const used = [models.chat, models.embedding].filter((model) => model !== undefined);
  const terms = { retention, models: used.map(endpointOf).map(({ model, host }) => ({ model, host })) };
  return { assistant, settings, log, signal, terms, commands, actions, answerQuestion, renderHelp };
}

/** @param port undefined: the first of {@link SANDBOX_PORTS} that is free */
async function openSandbox(port: number | undefined, log: Logger): Promise<Sandbox> {
  try {
    return await startSandbox({ port: port ?? SANDBOX_PORTS, log });
  } catch (error) {
    if (!isPortTaken(error)) throw error;
    throw new AppError({
      code: 'sandbox/port-taken',
      message:
        port === undefined
          ? `All ports from ${SANDBOX_PORTS[0]} to ${SANDBOX_PORTS.at(-1)} are taken.`
          : `Port ${port} is taken or reserved.`,
      advice: 'Set SANDBOX_PORT to another port, or to 0 for any that is free.',
      cause: error,
    });
  }
}

/** Each server of the sandbox has a folder of articles of its own, named as the server is. */
async function addSamples({ assistant }: App): Promise<void> {
  for (const { id, name } of DEFAULT_SEED.guilds) {
    const folder = join(SAMPLES, name.toLowerCase().replaceAll(' ', '-'));
    for await (const outcome of readFolder(folder)) {
      if (outcome.kind === 'problem') continue;
      await assistant.addArticle({ ...outcome.draft, library: `guild:${id}`, origin: outcome.name });
    }
    // The page asks for suggestions first; they are ready then.
    const library = `guild:${id}`;
    for (const article of assistant.listArticles({ library }))
      await assistant.suggest(article.id, { library });
  }
}

export function noToken(): AppError {
  return new AppError({
    code: 'discord/no-token',
    message: 'DISCORD_TOKEN is not set.',
    advice:
      'Put it into .env (README.md walks through it), or run npm run sandbox to try Footnote without Discord.',
  });
}
