// `footnote summary`: an article in a few lines, each with a citation.
import pc from 'picocolors';
import {
  type Answered,
  AppError,
  type Assistant,
  explainError,
  SUMMARY_LENGTHS,
  SUMMARY_STYLES,
  type SummarizeOptions,
  type SummaryLength,
  type SummaryStyle,
} from '../index.js';
import { toJson } from './answer-json.js';
import { EXIT, findArticle, TERMINAL_LIBRARY } from './find-article.js';
import { printLine, printNotice, wrap } from './print.js';
import { summaryErrors, summaryText, usageErrors } from './text.js';

export interface SummaryFlags {
  readonly style?: string | undefined;
  readonly length?: string | undefined;
  readonly json: boolean;
}

/** What is wrong with the flags; undefined if nothing is. */
export function checkSummaryUsage({ style, length }: Omit<SummaryFlags, 'json'>): string | undefined {
  if (style !== undefined && readStyle(style) === undefined) return usageErrors.style(style);
  if (length !== undefined && readLength(length) === undefined) return usageErrors.length(length);
  return undefined;
}

/**
 * Summarizes one article.
 * @param title an id or words of a title. May be empty if there is only one article
 * @returns the exit code
 * @throws AppError `terminal/no-such-article`, `terminal/which-article`
 */
export async function summarizeOnce(
  assistant: Assistant,
  title: string,
  flags: SummaryFlags,
  signal: AbortSignal,
): Promise<number> {
  await printSummaryOf(assistant, title, flags, { signal });
  return EXIT.answered;
}

/** @returns the summary's id */
async function printSummaryOf(
  assistant: Assistant,
  title: string,
  flags: SummaryFlags,
  options: Pick<SummarizeOptions, 'previousAnswerId' | 'signal'>,
): Promise<string> {
  const articles = assistant.listArticles({ library: TERMINAL_LIBRARY });
  const articleId = title === '' ? undefined : findArticle(assistant, title);
  const [only] = articles;
  if (articleId === undefined && (articles.length > 1 || !only)) throw summaryErrors.whichArticle(articles);
  const summary = await assistant.summarize(articleId ?? only?.id ?? '', {
    ...{ library: TERMINAL_LIBRARY, ...options },
    ...{ style: readStyle(flags.style), length: readLength(flags.length) },
  });
  if (flags.json) printLine(JSON.stringify({ ...toJson(summary), summary: summary.summary }, null, 2));
  else printSummary(summary);
  return summary.id;
}

/**
 * `/summary [style] [title]` at the prompt, which stays open if no article is found.
 * @returns the id of the last answer of the conversation
 */
export async function summarizeAtPrompt(
  assistant: Assistant,
  typed: string,
  {
    articleId,
    json,
    previousAnswerId,
  }: {
    readonly articleId: string | undefined;
    readonly json: boolean;
    readonly previousAnswerId: string | undefined;
  },
  signal: AbortSignal,
): Promise<string | undefined> {
  const [first = '', ...rest] = typed.split(/\s+/u).filter(Boolean);
  const style = readStyle(first);
  const title = (style === undefined ? [first, ...rest] : rest).join(' ');
  try {
    const flags = { style, json };
    return await printSummaryOf(assistant, title || (articleId ?? ''), flags, { previousAnswerId, signal });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    printNotice(explainError(error));
    return previousAnswerId;
  }
}

function printSummary({ summary, citations }: Answered): void {
  printLine();
  if (summary?.requestedStyle) {
    printLine(wrap(pc.dim(summaryText.otherStyle(nameOf(summary.requestedStyle)))));
    printLine();
  }
  for (const { label, text, markers } of summary?.lines ?? []) {
    const marked = `${text} ${markers.map((marker) => pc.cyan(`[${marker}]`)).join('')}`;
    printLine(wrap(label === undefined ? `- ${marked}` : `- ${pc.bold(label)}: ${marked}`, 2, 0));
  }
  printLine();
  const sources = new Map(citations.map(({ articleId, title, url }) => [articleId, { title, url }]));
  for (const { title, url } of sources.values())
    printLine(wrap(pc.dim([title, url].filter((part) => part !== undefined).join(' · '))));
  printLine();
}

/** "key-points", "keyPoints", "Key Points" */
function readStyle(typed: string | undefined): SummaryStyle | undefined {
  return SUMMARY_STYLES.find((style) => fold(style) === fold(typed ?? ''));
}

function readLength(typed: string | undefined): SummaryLength | undefined {
  return SUMMARY_LENGTHS.find((length) => length === typed?.toLowerCase());
}

const fold = (name: string): string => name.toLowerCase().replace(/[^a-z]/gu, '');

/** As it is typed: "key-points". */
function nameOf(style: SummaryStyle): string {
  return style.replace(/\p{Lu}/gu, (letter) => `-${letter.toLowerCase()}`);
}
