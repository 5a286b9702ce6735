#!/usr/bin/env node
// The program: the first word picks what it does. Signals and exit codes are settled here.
import { parseArgs } from 'node:util';
import { type App, openApp } from './app.js';
import { readConfig } from './config.js';
import { AppError, explainError } from './core/errors.js';
import { createLog } from './log.js';
import { askInteractively, askOnce, EXIT, findArticle, TERMINAL_LIBRARY } from './terminal/ask.js';
import { printLine, printNotice, printResults } from './terminal/print.js';
import { createProgressBar } from './terminal/progress.js';

const USAGE = `footnote: answers questions about an article, and footnotes every sentence it says.

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

Exit codes: 0 answered, 3 not in the article, 1 error, 2 usage.`;

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
  const [word = 'ask', ...rest] = positionals;
  const text = rest.join(' ').trim();
  const limit = Number(flags.limit);
  if (flags.help || word === 'help') {
    printLine(USAGE);
    return 0;
  }
  if (!['ask', 'search', 'index'].includes(word)) return usage(`There is no “${word}”.`);
  if (word === 'ask' && rest.length > 0 && text === '') return usage('The question is empty. Ask in words.');
  if (word === 'search' && text === '') return usage('Say what to search for.');
  if (!Number.isInteger(limit) || limit < 1 || limit > 50)
    return usage('--limit takes a number from 1 to 50.');

  const startedAt = performance.now();
  const config = readConfig();
  const app = await openQuietly(config, signal);
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
      default:
        printSummary(app, performance.now() - startedAt);
        return 0;
    }
  } finally {
    await app.close();
  }
}

async function openQuietly(config: ReturnType<typeof readConfig>, signal: AbortSignal): Promise<App> {
  const bar = createProgressBar();
  try {
    return await openApp({
      ...{ dataDir: config.dataDir, corpusDir: config.corpusDir, models: config.models, signal },
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
  process.once(signal, () => stopping.abort(new Error(`stopped by ${signal}`)));
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
