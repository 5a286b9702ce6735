// Starts the bot on Discord or in the sandbox, with the same client and the same code.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { actions, answerQuestion, commands, renderHelp } from '../commands/index.js';
import type { App } from './app.js';
import type { Config } from './config.js';
import type { AppError } from './core/errors.js';
import { type Bot, openBot } from './discord/connection/client.js';
import { endpointOf } from './engines/langchain/open-models.js';
import { isModelFolder } from './engines/onnx/model-folder.js';
import type { Logger } from './log.js';
import { type Sandbox, startSandbox } from './sandbox/server.js';
import { isPortTaken } from './sandbox/web/listen.js';
import { DEFAULT_SEED } from './sandbox/world/seed.js';
import { readFolder } from './sources/file.js';
import { terminalErrors, terminalText } from './terminal/text.js';

/** The sandbox's articles, seen from the compiled `dist/src/start.js`. */
const SAMPLES = fileURLToPath(new URL('../../src/sandbox/articles', import.meta.url));

/** The same port every time, so that an open page reconnects and a bookmark works; the next one if it's taken. */
const SANDBOX_PORTS = Array.from({ length: 20 }, (_, index) => 4_380 + index);

export interface Started {
  /** A line for the person who started it. */
  readonly ready: string;
  /** Resolves if Discord closes the connection for good. */
  readonly ended: Promise<AppError>;
  /** Stops everything except the app. */
  close(): Promise<void>;
}

interface Parts {
  readonly config: Config;
  readonly app: App;
  readonly log: Logger;
  /** Aborts the start. */
  readonly signal: AbortSignal;
}

/** @throws AppError `discord/no-token`; as {@link openBot} */
export async function startOnDiscord(parts: Parts): Promise<Started> {
  const { token, ...discord } = parts.config.discord;
  if (token === undefined) throw terminalErrors.noToken();
  const bot = await openBot({ ...botParts(parts), ...discord, token });
  const digests = parts.app.startDigests(bot.publisher);
  return {
    ...{ ready: terminalText.readyOnDiscord(bot.name, bot.guilds), ended: bot.ended },
    async close() {
      await digests.close();
      await bot.close();
    },
  };
}

/** A local stand-in for Discord with two servers and a few articles. @throws AppError `sandbox/port-taken` */
export async function startInSandbox(parts: Parts): Promise<Started & { readonly sandbox: Sandbox }> {
  const { config, app, log } = parts;
  const sandbox = await openSandbox(config.sandboxPort, log);
  let bot: Bot | undefined;
  try {
    await addSampleArticles(app);
    bot = await openBot({ ...botParts(parts), token: sandbox.token, apiUrl: sandbox.apiUrl });
  } catch (error) {
    await sandbox.close();
    throw error;
  }
  const digests = app.startDigests(bot.publisher);
  return {
    ready: terminalText.readyInSandbox(sandbox.origin),
    ...{ sandbox, ended: bot.ended },
    async close() {
      await digests.close();
      await bot.close();
      await sandbox.close();
    },
  };
}

function botParts({
  config: { retention, models, isTraced },
  app: { assistant, settings },
  log,
  signal,
}: Parts) {
  const configured = [models.chat, models.embedding].filter((model) => model !== undefined);
  const remote = configured.filter(({ model }) => !isModelFolder(model));
  const endpoints = remote.map(endpointOf).map(({ model, host }) => ({ model, host }));
  const terms = { retention, models: endpoints, isTraced };
  return {
    assistant,
    settings,
    log,
    signal,
    terms,
    commands,
    actions,
    answerQuestion,
    renderHelp,
  };
}

/** @param port undefined: the first of {@link SANDBOX_PORTS} that is free */
async function openSandbox(port: number | undefined, log: Logger): Promise<Sandbox> {
  try {
    return await startSandbox({ port: port ?? SANDBOX_PORTS, log });
  } catch (error) {
    if (!isPortTaken(error)) throw error;
    throw terminalErrors.portTaken(port === undefined ? SANDBOX_PORTS : [port], error);
  }
}

/** Each server of the sandbox has its own folder of articles, named after the server. */
async function addSampleArticles({ assistant }: App): Promise<void> {
  for (const { id, name } of DEFAULT_SEED.guilds) {
    const folder = join(SAMPLES, name.toLowerCase().replaceAll(' ', '-'));
    for await (const outcome of readFolder(folder)) {
      if (outcome.kind === 'problem') continue;
      await assistant.addArticle({ ...outcome.draft, library: `guild:${id}`, origin: outcome.name });
    }
    // The page shows suggestions first, so they are computed before anyone opens it.
    const library = `guild:${id}`;
    for (const article of assistant.listArticles({ library }))
      await assistant.suggest(article.id, { library });
  }
}
