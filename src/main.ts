#!/usr/bin/env node
// Runs what the command line asks for. Also handles signals and exit codes. What talks to Discord is imported only by the
// commands that need it, because loading it takes as long as answering a question.
import { type App, openApp, readRelease } from './app.js';
import { type Config, readConfig } from './config.js';
import { AppError, explainError } from './core/errors.js';
import type { CorpusReport } from './corpus.js';
import { createLog } from './log.js';
import { openSettings } from './store/settings.js';
import { runArticles } from './terminal/articles.js';
import { askInteractively, askOnce } from './terminal/ask.js';
import { EXIT, findArticle, TERMINAL_LIBRARY } from './terminal/find-article.js';
import { printChecks, printLine, printNotice, printResults } from './terminal/print.js';
import { createProgressBar } from './terminal/progress.js';
import { readCommandLine } from './terminal/read-command-line.js';
import { summarizeOnce } from './terminal/summary.js';
import { terminalErrors, terminalText } from './terminal/text.js';

/** If stopping takes longer, the process exits: a supervisor would kill it anyway. */
const STOP_MS = 10_000;
const EXIT_MS = 3_000;

async function run(args: readonly string[], signal: AbortSignal): Promise<number> {
  const commandLine = readCommandLine(args);
  if (commandLine.kind === 'usage-error') {
    printNotice(commandLine.problem);
    return EXIT.usage;
  }
  if (commandLine.kind === 'information') {
    printLine(commandLine.text ?? readRelease());
    return 0;
  }
  const { word, isBot, rest, flags, limit } = commandLine;
  const text = rest.join(' ').trim();
  const startedAt = performance.now();
  const config = readConfig();
  if (word === 'doctor') return await examine(config, signal);
  if (word === 'register') {
    await register(config, signal);
    return 0;
  }
  if (word === 'bot' && config.discord.token === undefined) throw terminalErrors.noToken();
  const app = await openWithProgress(config, isBot, signal);
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
      case 'summary':
        return await summarizeOnce(assistant, text, flags, signal);
      case 'articles': {
        const bar = createProgressBar();
        try {
          const options = { signal, onProgress: bar.update };
          return (await runArticles(app, rest, flags, options)) ? 0 : EXIT.error;
        } finally {
          bar.stop();
        }
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

async function examine(config: Config, signal: AbortSignal): Promise<number> {
  const [{ runDoctor }, { commands }] = await Promise.all([
    import('./doctor.js'),
    import('../commands/index.js'),
  ]);
  return printChecks(await runDoctor(config, commands, signal)) ? 0 : EXIT.error;
}

/** Registers the slash commands with Discord. @throws AppError `terminal/no-token`, `discord/*` */
async function register(config: Config, signal: AbortSignal): Promise<void> {
  const { token, ...discord } = config.discord;
  if (token === undefined) throw terminalErrors.noToken();
  const [{ applicationIdOf, registerCommands }, { commands }] = await Promise.all([
    import('./discord/connection/register-commands.js'),
    import('../commands/index.js'),
  ]);
  const applicationId = await applicationIdOf(token, discord.apiUrl, signal);
  const settings = openSettings(config.dataDir);
  try {
    const outcome = await registerCommands({ ...discord, token, applicationId, commands, settings, signal });
    printLine(outcome === 'unchanged' ? terminalText.unchanged : terminalText.registered(commands.length));
  } finally {
    settings.close();
  }
}

/** Runs the bot until a signal arrives, then stops it in order. @throws AppError `discord/disconnected` */
async function serve(word: string, parts: { config: Config; app: App }, signal: AbortSignal): Promise<void> {
  const log = createLog(parts.config.logLevel);
  const { startInSandbox, startOnDiscord } = await import('./start.js');
  const isOnDiscord = word !== 'sandbox' && parts.config.discord.token !== undefined;
  const started = await (isOnDiscord ? startOnDiscord : startInSandbox)({ ...parts, log, signal });
  printLine(started.ready);
  if (!isOnDiscord) printLine(terminalText.howToStop);
  const isStopped = new Promise<undefined>((resolve) => {
    if (signal.aborted) resolve(undefined);
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
  const failure = await Promise.race([isStopped, started.ended]);
  await started.close();
  if (failure) throw failure;
}

/** @param isBot a bot answers while articles are embedded again, and does scheduled work; other commands wait */
async function openWithProgress(config: Config, isBot: boolean, signal: AbortSignal): Promise<App> {
  const bar = createProgressBar();
  try {
    return await openApp({
      ...config,
      ...{ embedsMeanwhile: isBot, runsScheduledWork: isBot, signal },
      onProgress: (progress) => bar.update(progress),
      onCorpusChange: (report) => printNotice(terminalText.corpusChanged(countChanges(report))),
      onWarning: (warning) => {
        bar.stop();
        printNotice(terminalText.warning(warning));
      },
    });
  } finally {
    bar.stop();
  }
}

function printSummary({ assistant, corpus }: App, ms: number): void {
  printLine(
    terminalText.indexed({
      articles: assistant.listArticles({ library: TERMINAL_LIBRARY }).length,
      ...countChanges(corpus),
      passages: corpus.ingested.reduce((sum, { passages }) => sum + passages, 0),
      ms: Math.round(ms),
    }),
  );
}

function countChanges({ ingested, removed, skipped }: CorpusReport) {
  const count = (change: string) => ingested.filter((article) => article.change === change).length;
  return {
    added: count('added'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    removed,
    skipped,
  };
}

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stopping.abort(new Error(`stopped by ${signal}`));
    setTimeout(() => process.exit(EXIT.error), STOP_MS).unref();
  });
}
// `| head` closes standard output early, which is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});
try {
  process.exitCode = await run(process.argv.slice(2), stopping.signal);
} catch (error) {
  if (stopping.signal.aborted) printNotice(terminalText.stopped);
  else {
    printNotice(explainError(error));
    if (!(error instanceof AppError)) createLog('error').error({ err: error }, 'unexpected error');
  }
  process.exitCode = EXIT.error;
}
// A connection that hangs must not keep a finished process alive, or no supervisor would start it again.
setTimeout(() => process.exit(), EXIT_MS).unref();
