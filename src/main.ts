#!/usr/bin/env node
// The program: the first word picks what it does. Signals and exit codes are settled here.
import { parseArgs } from 'node:util';
import { commands } from '../commands/index.js';
import { type App, openApp } from './app.js';
import { type Config, readConfig } from './config.js';
import { AppError, explainError } from './core/errors.js';
import { applicationIdOf, registerCommands } from './discord/connection/register-commands.js';
import { runDoctor } from './doctor.js';
import { createLog } from './log.js';
import { noToken, startInSandbox, startOnDiscord } from './start.js';
import { askInteractively, askOnce, EXIT, findArticle, TERMINAL_LIBRARY } from './terminal/ask.js';
import { printChecks, printLine, printNotice, printResults } from './terminal/print.js';
import { createProgressBar } from './terminal/progress.js';

const USAGE = `footnote: answers questions about an article, and footnotes every sentence it says.

  footnote                   starts the bot: on Discord with DISCORD_TOKEN, else in the sandbox
  footnote bot               starts it on Discord
  footnote sandbox           starts it in the sandbox, a stand-in for Discord in your browser
  footnote register          registers the commands with Discord, and nothing else
  footnote doctor            checks token, install link, servers, store and models, and says what to do
  footnote ask [QUESTION]    answers; without a question, a prompt with history and follow-ups
      --article ID-OR-TITLE  only this article
      --json                 the answer as JSON (docs/json.md)
      --closest              where the article doesn't say, show the closest passages
  footnote search WORDS      the passages that match best
      --article ID-OR-TITLE  only this article
      --limit N              how many, 1 to 50; default 5
      --json                 the passages as JSON
  footnote index             brings the index in line with the corpus folder
  footnote help

Exit codes: 0 done or answered, 3 not in the article, 1 error, 2 usage.`;

const BOT_WORDS = ['start', 'bot', 'sandbox'];
const WORDS = [...BOT_WORDS, 'register', 'doctor', 'ask', 'search', 'index'];
/** A stop that takes longer is ended: whoever stops us would kill us anyway. */
const STOP_MS = 10_000;

const FLAGS = {
  article: { type: 'string' },
  json: { type: 'boolean', default: false },
  closest: { type: 'boolean', default: false },
  limit: { type: 'string', default: '5' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

async function run(args: readonly string[], signal: AbortSignal): Promise<number> {
  const parsed = readArguments(args);
  if (typeof parsed === 'string') return usage(parsed);
  const { values: flags, positionals } = parsed;
  const [word = 'start', ...rest] = positionals;
  const text = rest.join(' ').trim();
  const limit = Number(flags.limit);
  if (flags.help || word === 'help') {
    printLine(USAGE);
    return 0;
  }
  if (!WORDS.includes(word)) return usage(`There is no “${word}”.`);
  if (word === 'ask' && rest.length > 0 && text === '') return usage('The question is empty. Ask in words.');
  if (word === 'search' && text === '') return usage('Say what to search for.');
  if (!Number.isInteger(limit) || limit < 1 || limit > 50)
    return usage('--limit takes a number from 1 to 50.');

  const startedAt = performance.now();
  const config = readConfig();
  if (word === 'doctor') return printChecks(await runDoctor(config, commands, signal)) ? 0 : EXIT.error;
  if (word === 'bot' && config.discord.token === undefined) throw noToken();
  const app = await openQuietly(config, BOT_WORDS.includes(word), signal);
  try {
    const { assistant } = app;
    switch (word) {
      case 'ask':
        if (rest.length > 0) return await askOnce(assistant, text, flags, signal);
        return await askInteractively(assistant, flags, config.dataDir, signal);
      case 'search': {
        const articleId = findArticle(assistant, flags.article);
        const results = await assistant.search(text, { library: TERMINAL_LIBRARY, articleId, limit, signal });
        if (flags.json) printLine(JSON.stringify(results, null, 2));
        else printResults(results);
        return results.length > 0 ? EXIT.answered : EXIT.notInArticle;
      }
      case 'register': {
        const { token, ...discord } = config.discord;
        if (token === undefined) throw noToken();
        const applicationId = await applicationIdOf(token, discord.apiUrl, signal);
        const given = { ...discord, token, applicationId, commands, settings: app.settings, signal };
        const outcome = await registerCommands(given);
        printLine(
          outcome === 'unchanged'
            ? 'Nothing changed since the commands were registered.'
            : `${commands.length} commands are registered.`,
        );
        return 0;
      }
      case 'start':
      case 'bot':
      case 'sandbox':
        await serve(word, { config, app }, signal);
        return 0;
      default:
        printSummary(app, performance.now() - startedAt);
        return 0;
    }
  } finally {
    await app.close();
  }
}

/** Answers until a signal comes, then stops in order. @throws AppError `discord/disconnected` */
async function serve(word: string, parts: { config: Config; app: App }, signal: AbortSignal): Promise<void> {
  const log = createLog(parts.config.logLevel);
  const isOnDiscord = word !== 'sandbox' && parts.config.discord.token !== undefined;
  const started = await (isOnDiscord ? startOnDiscord : startInSandbox)({ ...parts, log, signal });
  printLine(started.ready);
  if (!isOnDiscord) printLine('Ctrl+C stops it.');
  const isStopped = new Promise<undefined>((resolve) => {
    if (signal.aborted) resolve(undefined);
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
  const failure = await Promise.race([isStopped, started.ended]);
  await started.close();
  if (failure) throw failure;
}

/** @param embedsMeanwhile a bot answers while a new embedding model is at work; a command in the terminal waits */
async function openQuietly(config: Config, embedsMeanwhile: boolean, signal: AbortSignal): Promise<App> {
  const bar = createProgressBar();
  try {
    return await openApp({
      ...config,
      ...{ embedsMeanwhile, signal },
      onProgress: (progress) => bar.update(progress),
      onWarning: (warning) => {
        bar.stop();
        printNotice(`! ${warning}`);
      },
    });
  } finally {
    bar.stop();
  }
}

function printSummary({ assistant, corpus }: App, ms: number): void {
  const count = (change: string) => corpus.ingested.filter((one) => one.change === change).length;
  const passages = corpus.ingested.reduce((sum, one) => sum + one.passages, 0);
  const total = assistant.listArticles({ library: TERMINAL_LIBRARY }).length;
  printLine(
    `${total} ${total === 1 ? 'article' : 'articles'}: ${count('added')} added, ${count('changed')} changed, ` +
      `${count('unchanged')} unchanged, ${corpus.removed} removed, ${corpus.skipped} skipped; ` +
      `${passages} ${passages === 1 ? 'passage' : 'passages'} indexed in ${Math.round(ms)} ms.`,
  );
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: FLAGS, allowPositionals: true });
  } catch (error) {
    return (error as Error).message;
  }
}

function usage(problem: string): number {
  printNotice(`${problem}\n\n${USAGE}`);
  return EXIT.usage;
}

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stopping.abort(new Error(`stopped by ${signal}`));
    setTimeout(() => process.exit(EXIT.error), STOP_MS).unref();
  });
}
// `| head` closes our output early: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});
try {
  process.exitCode = await run(process.argv.slice(2), stopping.signal);
} catch (error) {
  if (stopping.signal.aborted) printNotice('Stopped.');
  else {
    printNotice(explainError(error));
    if (!(error instanceof AppError)) createLog('error').error({ err: error }, 'unexpected error');
  }
  process.exitCode = EXIT.error;
}
