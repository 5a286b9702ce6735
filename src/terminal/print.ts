// Prints answers, passages and checks: wrapped and coloured in a terminal, plain when piped.
import pc from 'picocolors';
import wrapAnsi from 'wrap-ansi';
import {
  type Answer,
  type Answered,
  type Citation,
  type ClosestPassage,
  highlightedPhrase,
  type SearchResult,
} from '../app.js';
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

export function printAnswer(answer: Answer, { withClosest = false } = {}): void {
  printLine();
  if (answer.kind === 'answered') {
    printLine(wrap(highlight(answer).replace(/\[\d+\]/g, (marker) => pc.cyan(marker))));
    for (const citation of answer.citations) printCitation(citation);
  } else if (answer.kind !== 'not-in-article') {
    printLine(wrap(answer.text));
    const lines = answer.kind === 'reply' ? answer.suggestions : answer.candidates.map(({ title }) => title);
    for (const line of lines) printLine(wrap(pc.dim(`- ${line}`)));
  } else {
    printLine(wrap(pc.yellow(terminalText.notInArticle)));
    if (answer.closest.length > 0 && !withClosest) {
      printLine(pc.dim(terminalText.closestHint));
    }
    if (withClosest) for (const passage of answer.closest) printClosest(passage);
  }
  if (answer.kind === 'answered' && answer.replaced) {
    printLine(`\n${wrap(pc.dim(terminalText.replaced(answer.replaced)))}`);
  }
  const notice = answer.notice && terminalText.notices[answer.notice];
  if (notice) printLine(`\n${wrap(pc.dim(notice))}`);
  printLine();
}

/** Puts the first occurrence of each answer phrase in bold. */
function highlight({ text, citations }: Answered): string {
  const phrases = citations.flatMap((citation) => highlightedPhrase(citation) ?? []);
  return phrases.reduce((marked, phrase) => marked.replace(phrase, () => pc.bold(phrase)), text);
}

export function printResults(results: readonly SearchResult[]): void {
  if (results.length === 0) printLine(terminalText.nothingFound);
  for (const [index, { title, text, sentence, start, similarity }] of results.entries()) {
    const offset = sentence.start - start;
    const marked = `${text.slice(0, offset)}${pc.bold(sentence.text)}${text.slice(offset + sentence.text.length)}`;
    printLine();
    printLine(`${pc.cyan(`${index + 1}.`)} ${pc.bold(title)} ${pc.dim(similarity.toFixed(2))}`);
    printLine(wrap(oneLine(marked), 3));
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

function printCitation({ marker, quote, title, url, start, end }: Citation): void {
  printLine();
  printLine(wrap(`${pc.cyan(`[${marker}]`)} “${oneLine(quote)}”`, 4, 0));
  printLine(wrap(pc.dim(`${title} · ${start}–${end}${url === undefined ? '' : ` · ${url}`}`), 4));
}

function printClosest({ text, title, similarity }: ClosestPassage): void {
  const excerpt = oneLine(text);
  const shortened =
    excerpt.length > EXCERPT_CHARS ? `${excerpt.slice(0, EXCERPT_CHARS).replace(/\s\S*$/u, '')} …` : excerpt;
  printLine();
  printLine(wrap(shortened, 2));
  printLine(wrap(pc.dim(`${title} · ${terminalText.similarity(similarity)}`), 2));
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function wrap(text: string, indent = 0, firstIndent = indent): string {
  const columns = process.stdout.isTTY ? Math.min(MAX_WIDTH, process.stdout.columns || MAX_WIDTH) : 0;
  const lines = columns > 0 ? wrapAnsi(text, Math.max(20, columns - indent)).split('\n') : [text];
  return lines.map((line, index) => ' '.repeat(index === 0 ? firstIndent : indent) + line).join('\n');
}
