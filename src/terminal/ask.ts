// `footnote ask`: one question and its answer, or a prompt with history and follow-ups.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { Answer, Assistant, Turn } from '../app.js';
import { AppError } from '../app.js';
import { printAnswer, printLine, printNotice } from './print.js';

/** Exit codes of the program. */
export const EXIT = { answered: 0, error: 1, usage: 2, notInArticle: 3 } as const;

/** The library of what is asked at this machine's terminal. */
export const TERMINAL_LIBRARY = 'terminal';

const HISTORY_LINES = 200;

export interface AskFlags {
  /** An article's id, or the beginning of its title. */
  readonly article?: string | undefined;
  readonly json: boolean;
  readonly closest: boolean;
}

/** Answers one question. @returns the exit code */
export async function askOnce(assistant: Assistant, question: string, flags: AskFlags, signal: AbortSignal) {
  const articleId = findArticle(assistant, flags.article);
  const answer = await assistant.ask(question, { library: TERMINAL_LIBRARY, articleId, signal });
  if (flags.json) printLine(JSON.stringify(toJson(answer), null, 2));
  else printAnswer(answer, { withClosest: flags.closest });
  return answer.kind === 'not-in-article' ? EXIT.notInArticle : EXIT.answered;
}

/** Asks until the input ends; each question may lean on those before. */
export async function askInteractively(
  assistant: Assistant,
  flags: AskFlags,
  dataDir: string,
  signal: AbortSignal,
) {
  const articleId = findArticle(assistant, flags.article);
  const historyFile = join(dataDir, 'history');
  const prompt = createInterface({
    ...{
      input: process.stdin,
      output: process.stderr,
      historySize: HISTORY_LINES,
      removeHistoryDuplicates: true,
    },
    history: readHistory(historyFile),
    prompt: '? ',
  });
  prompt.on('history', (lines: string[]) => writeFileSync(historyFile, lines.join('\n'), { mode: 0o600 }));
  signal.addEventListener('abort', () => prompt.close(), { once: true });
  const titles = assistant.listArticles({ library: TERMINAL_LIBRARY }).map(({ title }) => `  ${title}`);
  printNotice(['Ask about:', ...titles, 'An empty line or Ctrl+D ends.', ''].join('\n'));
  const conversation: Turn[] = [];
  prompt.prompt();
  for await (const line of prompt) {
    const question = line.trim();
    if (question === '') break;
    const answer = await assistant.ask(question, {
      library: TERMINAL_LIBRARY,
      articleId,
      conversation,
      signal,
    });
    if (flags.json) printLine(JSON.stringify(toJson(answer)));
    else printAnswer(answer, { withClosest: flags.closest });
    if (answer.kind === 'reply' || answer.kind === 'choose-article') {
      if (answer.kind === 'reply' && answer.intent === 'new-conversation') conversation.length = 0;
      prompt.prompt();
      continue;
    }
    const isAnswered = answer.kind === 'answered';
    conversation.push({
      ...{ question, answer: isAnswered ? answer.text : '', citations: isAnswered ? answer.citations : [] },
    });
    prompt.prompt();
  }
  prompt.close();
  return EXIT.answered;
}

/** The stable form that `--json` prints; docs/json.md describes it. */
function toJson(answer: Answer) {
  if (answer.kind === 'answered') {
    const { kind, text, citations, confidence, engine, notice } = answer;
    return { kind, text, citations, confidence, engine, ...(notice ? { notice } : {}) };
  }
  if (answer.kind !== 'not-in-article') return answer;
  const { kind, closest, confidence, engine, notice } = answer;
  return {
    kind,
    closest: closest.map(({ articleId, start, end, text, similarity }) => ({
      ...{ articleId, start, end, text, similarity },
    })),
    ...{ confidence, engine },
    ...(notice ? { notice } : {}),
  };
}

/** @throws AppError `terminal/no-such-article`, with the articles there are */
export function findArticle(assistant: Assistant, wanted: string | undefined): string | undefined {
  if (wanted === undefined) return undefined;
  const articles = assistant.listArticles({ library: TERMINAL_LIBRARY });
  const name = wanted.toLowerCase();
  const found =
    articles.find(({ id }) => id === wanted) ??
    articles.find(({ title }) => title.toLowerCase().startsWith(name));
  if (found) return found.id;
  throw new AppError({
    code: 'terminal/no-such-article',
    message: `No article is called “${wanted}”.`,
    advice: `There ${articles.length === 1 ? 'is' : 'are'}: ${articles.map(({ id, title }) => `“${title}” (${id})`).join(', ') || 'none'}.`,
  });
}

function readHistory(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n').filter(Boolean);
  } catch {
    return [];
  }
}
