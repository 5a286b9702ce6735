// Prints answers, passages and checks: wrapped and coloured in a terminal, plain when piped.
import pc from 'picocolors';
import wrapAnsi from 'wrap-ansi';
import {
  type Answer,
  type Answered,
  type Citation,
  type ClosestPassage,
  highlightedPhrase,
  type NotInArticle,
  type SearchResult,
} from '../index.js';
import { doctorText, terminalText } from './text.js';

const MAX_WIDTH = 100;
/** Of a closest passage. */
const EXCERPT_CHARS = 320;

export function printLine(text = ''): void {
  process.stdout.write(`${text}\n`);
}

/** To standard error, so that piped output contains only results. */
export function printNotice(text: string): void {
  process.stderr.write(`${text}\n`);
}

/**
 * @param isAtPrompt whether the person can go on typing: hints name what to type, and candidates are numbered
 */
export function printAnswer(
  answer: Answer,
  {
    withClosest = false,
    isAtPrompt = false,
  }: { readonly withClosest?: boolean; readonly isAtPrompt?: boolean } = {},
): void {
  printLine();
  if (answer.kind === 'answered') {
    printAnswered(answer);
  } else if (answer.kind === 'reply') {
    printLine(wrap(answer.text));
    for (const question of answer.suggestions) printLine(wrap(pc.dim(`- ${question}`)));
  } else if (answer.kind === 'choose-article') {
    printLine(wrap(answer.text));
    for (const [index, { title }] of answer.candidates.entries())
      printLine(wrap(isAtPrompt ? `${index + 1}. ${title}` : pc.dim(`- ${title}`)));
    printLine(pc.dim(isAtPrompt ? terminalText.promptChooseHint : terminalText.chooseHint));
  } else {
    printLine(wrap(pc.yellow(answer.message ?? terminalText.notInArticle)));
    const closestHint = isAtPrompt ? terminalText.promptClosestHint : terminalText.closestHint;
    if (answer.closest.length > 0 && !withClosest) printLine(pc.dim(closestHint));
    if (withClosest) printClosestPassages(answer);
    printSuggestions(answer.suggestions ?? []);
  }
  if (answer.kind === 'answered' && answer.replaced) {
    printLine(`\n${wrap(pc.dim(terminalText.replaced(answer.replaced)))}`);
  }
  const notice = answer.notice && terminalText.notices[answer.notice];
  if (notice) printLine(`\n${wrap(pc.dim(notice))}`);
  printLine();
}

function printSuggestions(questions: readonly string[]): void {
  if (questions.length > 0) printLine(pc.dim(terminalText.suggestions));
  for (const question of questions) printLine(wrap(pc.dim(`- ${question}`)));
}

/** The closest passages of a question that the articles don't answer. */
export function printClosestPassages({ closest }: NotInArticle): void {
  for (const passage of closest) printClosest(passage);
}

function printAnswered(answer: Answered): void {
  const { remark, text, citations } = answer;
  const isAfter = remark?.kind === 'part-unanswered';
  const marked = highlight(answer).replace(/\[\d+\]/g, (marker) => pc.cyan(marker));
  printLine(
    wrap([...(remark && !isAfter ? [remark.text] : []), marked].join(text.includes('\n') ? '\n' : ' ')),
  );
  if (remark && isAfter) printLine(wrap(remark.text));
  const shown = bareWords(text);
  for (const citation of citations) printCitation(citation, !shown.includes(bareWords(citation.quote)));
}

/** Puts the first occurrence of each answer phrase in bold. */
function highlight({ text, citations }: Answered): string {
  const phrases = citations.flatMap((citation) => highlightedPhrase(citation) ?? []);
  return phrases.reduce((marked, phrase) => marked.replace(phrase, () => pc.bold(phrase)), text);
}

export function printResults(results: readonly SearchResult[]): void {
  if (results.length === 0) printLine(terminalText.nothingFound);
  for (const [index, { title, text, sentence, start, page, similarity }] of results.entries()) {
    const offset = sentence.start - start;
    const marked = `${text.slice(0, offset)}${pc.bold(sentence.text)}${text.slice(offset + sentence.text.length)}`;
    printLine();
    const details = [page && terminalText.page(page), terminalText.similarity(similarity)].filter(
      (part) => part !== undefined,
    );
    printLine(`${pc.cyan(`${index + 1}.`)} ${pc.bold(title)} ${pc.dim(details.join(' · '))}`);
    for (const paragraph of marked.split(/\n{2,}/u)) printLine(wrap(oneLine(paragraph), 3));
  }
  printLine();
}

/** One line per check, then a summary. @returns whether all checks passed */
export function printChecks(
  checks: readonly {
    readonly name: string;
    readonly ok: boolean;
    readonly detail: string;
    readonly advice?: string | undefined;
  }[],
): boolean {
  for (const { name, ok, detail, advice } of checks) {
    printLine(`${ok ? pc.green('✓') : pc.red('✗')} ${pc.bold(name)}: ${detail}`);
    if (!ok && advice !== undefined) printLine(`  ${advice}`);
  }
  const failed = checks.filter(({ ok }) => !ok).length;
  printLine(failed === 0 ? doctorText.passed : doctorText.failed(failed, checks.length));
  return failed === 0;
}

/** @param withQuote false if the answer has the quote word for word */
function printCitation({ marker, quote, title, url, page, start, end }: Citation, withQuote: boolean): void {
  const label = pc.cyan(`[${marker}]`);
  const place = [title, page && terminalText.page(page), terminalText.span(start, end), url];
  const source = pc.dim(place.filter((part) => part !== undefined).join(' · '));
  printLine();
  printLine(wrap(withQuote ? `${label} “${oneLine(quote)}”` : `${label} ${source}`, 4, 0));
  if (withQuote) printLine(wrap(source, 4));
}

function printClosest({ text, title, page, similarity }: ClosestPassage): void {
  const excerpt = oneLine(text);
  const shortened =
    excerpt.length > EXCERPT_CHARS ? `${excerpt.slice(0, EXCERPT_CHARS).replace(/\s\S*$/u, '')} …` : excerpt;
  printLine();
  printLine(wrap(shortened, 2));
  const place = [title, page && terminalText.page(page), terminalText.similarity(similarity)];
  printLine(wrap(pc.dim(place.filter((part) => part !== undefined).join(' · ')), 2));
}

/** Without what showing a sentence alone changes about it: a list marker, marks, case. */
function bareWords(text: string): string {
  return text
    .replace(/^(?:[-*+•‣◦–]|\(?\d{1,3}[.)])\s/u, '')
    .replace(/\[\d+\]/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}\s-]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase();
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** In a terminal, wrapped at its width; unchanged when piped. */
export function wrap(text: string, indent = 0, firstIndent = indent): string {
  const columns = process.stdout.isTTY ? Math.min(MAX_WIDTH, process.stdout.columns || MAX_WIDTH) : 0;
  const lines = columns > 0 ? wrapAnsi(text, Math.max(20, columns - indent)).split('\n') : [text];
  return lines.map((line, index) => ' '.repeat(index === 0 ? firstIndent : indent) + line).join('\n');
}
