// Answers and passages as a terminal shows them: wrapped and coloured on one, plain when piped.
import pc from 'picocolors';
import wrapAnsi from 'wrap-ansi';
import {
  type Answer,
  type Answered,
  type Citation,
  type ClosestPassage,
  highlightedPhrase,
  type Notice,
  type SearchResult,
} from '../app.js';

const MAX_WIDTH = 100;
/** Of a passage that is only shown for orientation. */
const EXCERPT_CHARS = 320;

/** The one quiet line under an answer. */
const NOTICES: Partial<Record<Notice, string>> = {
  'model-unavailable': 'The model could not be asked; the built-in engine answered.',
  'budget-reached': "Today's budget is spent; the built-in engine answered.",
  'cut-short': 'The model stopped before it had finished.',
};

export function printLine(text = ''): void {
  process.stdout.write(`${text}\n`);
}

/** To standard error, so that what is piped stays clean. */
export function printNotice(text: string): void {
  process.stderr.write(`${text}\n`);
}

export function printAnswer(answer: Answer, { withClosest = false } = {}): void {
  printLine();
  if (answer.kind === 'answered') {
    printLine(wrap(emphasise(answer).replace(/\[\d+\]/g, (marker) => pc.cyan(marker))));
    for (const citation of answer.citations) printCitation(citation);
  } else if (answer.kind !== 'not-in-article') {
    printLine(wrap(answer.text));
    const lines = answer.kind === 'reply' ? answer.suggestions : answer.candidates.map(({ title }) => title);
    for (const line of lines) printLine(wrap(pc.dim(`- ${line}`)));
  } else {
    printLine(wrap(pc.yellow("The article doesn't say.")));
    if (answer.closest.length > 0 && !withClosest) {
      printLine(pc.dim('The closest passages: add --closest to see them.'));
    }
    if (withClosest) for (const passage of answer.closest) printClosest(passage);
  }
  const notice = answer.notice && NOTICES[answer.notice];
  if (notice) printLine(`\n${wrap(pc.dim(notice))}`);
  printLine();
}

/** The text with the phrases that answer by themselves in bold, each where it first stands. */
function emphasise({ text, citations }: Answered): string {
  const phrases = citations.flatMap((citation) => highlightedPhrase(citation) ?? []);
  return phrases.reduce((sofar, phrase) => sofar.replace(phrase, () => pc.bold(phrase)), text);
}

export function printResults(results: readonly SearchResult[]): void {
  if (results.length === 0) printLine('Nothing matches. Try other words.');
  for (const [index, { title, text, sentence, start, similarity }] of results.entries()) {
    const at = sentence.start - start;
    const marked = `${text.slice(0, at)}${pc.bold(sentence.text)}${text.slice(at + sentence.text.length)}`;
    printLine();
    printLine(`${pc.cyan(`${index + 1}.`)} ${pc.bold(title)} ${pc.dim(similarity.toFixed(2))}`);
    printLine(wrap(oneLine(marked), 3));
  }
  printLine();
}

/** One line a thing that was checked. @returns whether all is well */
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
  return checks.every(({ ok }) => ok);
}

function printCitation({ marker, quote, title, url, start, end }: Citation): void {
  printLine();
  printLine(wrap(`${pc.cyan(`[${marker}]`)} “${oneLine(quote)}”`, 4, 0));
  printLine(wrap(pc.dim(`${title} · ${start}–${end}${url === undefined ? '' : ` · ${url}`}`), 4));
}

function printClosest({ text, title, similarity }: ClosestPassage): void {
  const excerpt = oneLine(text);
  const shown =
    excerpt.length > EXCERPT_CHARS ? `${excerpt.slice(0, EXCERPT_CHARS).replace(/\s\S*$/u, '')} …` : excerpt;
  printLine();
  printLine(wrap(shown, 2));
  printLine(wrap(pc.dim(`${title} · similarity ${similarity.toFixed(2)}`), 2));
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function wrap(text: string, indent = 0, firstIndent = indent): string {
  const columns = process.stdout.isTTY ? Math.min(MAX_WIDTH, process.stdout.columns || MAX_WIDTH) : 0;
  const lines = columns > 0 ? wrapAnsi(text, Math.max(20, columns - indent)).split('\n') : [text];
  return lines.map((line, index) => ' '.repeat(index === 0 ? firstIndent : indent) + line).join('\n');
}
