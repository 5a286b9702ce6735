// `footnote ask`: one question and its answer, or a prompt with history and follow-ups.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import {
  AppError,
  type ArticleReference,
  type Assistant,
  explainError,
  type NotInArticle,
} from '../index.js';
import { toJson } from './answer-json.js';
import { chooseCandidate } from './choose-candidate.js';
import { EXIT, findArticle, TERMINAL_LIBRARY } from './find-article.js';
import { printAnswer, printClosestPassages, printLine, printNotice } from './print.js';
import { summarizeAtPrompt } from './summary.js';
import { terminalText } from './text.js';

const HISTORY_LINES = 200;
/** Close the prompt, like an empty line. */
const STOP_WORDS: ReadonlySet<string> = new Set(['exit', 'quit', '/exit', '/quit']);

export interface AskFlags {
  /** An article's id, or the start of its title. */
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

/** Opens a prompt until the input ends. A question may be a follow-up to the ones before. @returns the exit code */
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
  const titles = assistant.listArticles({ library: TERMINAL_LIBRARY }).map(({ title }) => title);
  printNotice(terminalText.prompt(titles));
  let previousAnswerId: string | undefined;
  prompt.prompt();
  let lastRefusal: NotInArticle | undefined;
  let waiting: { readonly question: string; readonly candidates: readonly ArticleReference[] } | undefined;
  for await (const line of prompt) {
    const typed = line.trim();
    if (typed === '' || STOP_WORDS.has(typed.toLowerCase())) break;
    const choice = waiting && chooseCandidate(typed, waiting.candidates);
    if (waiting && choice?.kind === 'no-such-number') {
      printNotice(terminalText.noSuchNumber(waiting.candidates.length));
      prompt.prompt();
      continue;
    }
    const isChosen = choice?.kind === 'chosen';
    const question = waiting && isChosen ? waiting.question : typed;
    waiting = undefined;
    if (question.startsWith('/')) {
      if (/^\/summary(?:\s|$)/u.test(question)) {
        const options = { articleId, json: flags.json, previousAnswerId };
        const rest = question.slice('/summary'.length);
        previousAnswerId = await summarizeAtPrompt(assistant, rest, options, signal);
      } else if (question === '/closest') {
        if (lastRefusal) printClosestPassages(lastRefusal);
        else printNotice(terminalText.noClosest);
      } else {
        if (question !== '/help') printNotice(terminalText.unknownPromptCommand(question));
        printNotice(terminalText.promptHelp);
      }
      prompt.prompt();
      continue;
    }
    const answer = await askOrExplain(assistant, question, {
      articleId: isChosen ? choice.articleId : articleId,
      previousAnswerId,
      signal,
    });
    if (answer === undefined) {
      prompt.prompt();
      continue;
    }
    if (flags.json) printLine(JSON.stringify(toJson(answer)));
    else printAnswer(answer, { withClosest: flags.closest, isAtPrompt: true });
    lastRefusal = answer.kind === 'not-in-article' && answer.closest.length > 0 ? answer : undefined;
    if (answer.kind === 'choose-article') waiting = { question, candidates: answer.candidates };
    previousAnswerId = answer.id;
    prompt.prompt();
  }
  prompt.close();
  return EXIT.answered;
}

/** An answer. Undefined if there is none, for a reason that was printed; the prompt stays open then. */
async function askOrExplain(
  assistant: Assistant,
  question: string,
  options: Omit<Parameters<Assistant['ask']>[1], 'library'>,
) {
  try {
    return await assistant.ask(question, { library: TERMINAL_LIBRARY, ...options });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    printNotice(explainError(error));
    return undefined;
  }
}

function readHistory(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n').filter(Boolean);
  } catch {
    return [];
  }
}
