// `footnote doctor`: everything that must be right before people can ask, each with what to do where it is not.
import type { Config } from './config.js';
import { AppError } from './core/errors.js';
import type { Command } from './discord/command.js';
import { type Check, checkDiscord } from './discord/connection/check-discord.js';
import { checkEngine } from './engines/langchain/check-models.js';
import { inspectStore } from './store/inspect.js';

/** Asks everything there is to ask; a part that fails is told like the others. */
export async function runDoctor(
  config: Config,
  commands: readonly Command[],
  signal: AbortSignal,
): Promise<readonly Check[]> {
  const { token, ...discord } = config.discord;
  const onDiscord =
    token === undefined
      ? [{ name: 'token', ok: true, detail: 'DISCORD_TOKEN is not set; npm start opens the sandbox' }]
      : await checkDiscord({ ...discord, token }, commands, signal);
  const engine = await checkEngine(config.models, { signal });
  return [
    { name: 'node', ok: true, detail: process.version },
    ...onDiscord,
    ...engine,
    checkStore(config.dataDir),
  ];
}

function checkStore(dataDir: string): Check {
  const name = 'store';
  try {
    const inventory = inspectStore(dataDir);
    if (!inventory) return { name, ok: true, detail: `${dataDir} is empty; the first start fills it` };
    const { articles, passages, fingerprints } = inventory;
    const vectors = fingerprints.length === 0 ? 'no vectors' : `vectors by ${fingerprints.join(' and ')}`;
    return { name, ok: true, detail: `${articles} articles, ${passages} passages, ${vectors} in ${dataDir}` };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { name, ok: false, detail: error.message, advice: error.advice };
  }
}
