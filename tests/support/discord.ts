// The whole bot with the real discord.js client in a new sandbox.
import { onTestFinished } from 'vitest';
import { actions, answerQuestion, commands, renderHelp } from '../../commands/index.js';
import type { App, AppOptions } from '../../src/app.js';
import { type Bot, type BotOptions, openBot } from '../../src/discord/connection/client.js';
import { createLog } from '../../src/log.js';
import type { MessageView } from '../../src/sandbox/protocol.js';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/server.js';
import { IDS } from './sandbox-bot.js';
import { validateSentPayloads } from './sent-payloads.js';
import { HARBOUR } from './small-article.js';
import { openTestApp } from './temporary.js';

export { IDS };

export interface WholeBot {
  readonly app: App;
  readonly bot: Bot;
  readonly sandbox: Sandbox;
}

/** The first server has the small article. Closed after the test. */
export async function openWholeBot(
  options: {
    readonly app?: Partial<AppOptions>;
    readonly sandbox?: SandboxOptions;
    readonly bot?: Partial<BotOptions>;
  } = {},
): Promise<WholeBot> {
  const sandbox = await startSandbox(options.sandbox);
  onTestFinished(() => sandbox.close());
  validateSentPayloads(sandbox);
  const app = await openTestApp(options.app);
  await app.assistant.addArticle({ library: `guild:${IDS.gazette}`, ...HARBOUR });
  // Until then, the same question can get another answer.
  await app.embedded;
  const bot = await connect(app, sandbox, options.bot);
  return { app, bot, sandbox };
}

/** Connects a bot for an open app. Closed after the test. */
export async function connect(app: App, sandbox: Sandbox, options: Partial<BotOptions> = {}): Promise<Bot> {
  const { assistant, settings } = app;
  const bot = await openBot({
    ...{ token: sandbox.token, apiUrl: sandbox.apiUrl, assistant, settings },
    log: createLog('silent'),
    ...{ commands, actions, answerQuestion, renderHelp, pauseMs: 20 },
    ...options,
  });
  onTestFinished(() => bot.close());
  return bot;
}

/** All text of a message, as Markdown. */
export function textOf({ message }: MessageView): string {
  return collect(message.components ?? [], 'content').join('\n');
}

/** Custom ids of a message's buttons. */
export function buttonsOf({ message }: MessageView): readonly string[] {
  return collect(message.components ?? [], 'custom_id');
}

/** The custom id of the button with this action. @throws Error if there is none */
export function buttonOf(shown: MessageView, name: string): string {
  const found = buttonsOf(shown).find((id) => id.split(':')[0] === name);
  if (found === undefined)
    throw new Error(`there is no button “${name}” among ${buttonsOf(shown).join(', ')}`);
  return found;
}

/** Changes a button's custom id, as a manipulated client could. */
export function forgeButton({ world }: Sandbox, messageId: string, customId: string, forgedId: string): void {
  const record = world.findMessage(messageId);
  if (!record) throw new Error('there is no such message');
  const components = JSON.stringify(record.message.components).replace(
    JSON.stringify(customId),
    JSON.stringify(forgedId),
  );
  record.message = { ...record.message, components: JSON.parse(components) };
}

function collect(value: unknown, key: string): string[] {
  if (Array.isArray(value)) return value.flatMap((child) => collect(child, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, child]) =>
    name === key && typeof child === 'string' ? [child] : collect(child, key),
  );
}
