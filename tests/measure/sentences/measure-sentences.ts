// `npm run eval -- --sentences [--show NAME]`: sentence splitters on a table of cases in many languages.
// Prints how many cases each splitter gets right, by class and by language, and how its time grows with the text's length.
import { readSentenceCases, type SentenceCase } from './sentence-cases.js';
import { openSplitters, type Splitter } from './splitters.js';

const LABEL = 22;
const CELL = 18;
/** UTF-16 units of the texts that are timed. */
const SIZES = [50_000, 200_000] as const;

/** @param show name of a splitter whose mistakes are printed */
export async function measureSentences(show?: string): Promise<void> {
  const cases = readSentenceCases();
  const splitters = await openSplitters();
  const rights = splitters.map((splitter) => new Set(cases.filter((one) => isRight(splitter, one))));
  const count = (of: readonly SentenceCase[]) =>
    rights.map((right) => `${of.filter((one) => right.has(one)).length}`);
  const byGroup = (key: 'class' | 'language') => {
    for (const name of [...new Set(cases.map((one) => one[key]))].sort()) {
      const of = cases.filter((one) => one[key] === name);
      row(`${name} (${of.length})`, count(of));
    }
  };

  row(
    'class (cases)',
    splitters.map(({ name }) => name),
  );
  byGroup('class');
  console.log('');
  row(
    'language (cases)',
    splitters.map(({ name }) => name),
  );
  byGroup('language');
  console.log('');
  row(`all (${cases.length})`, count(cases));
  row(
    'share',
    rights.map((right) => `${((100 * right.size) / cases.length).toFixed(1)} %`),
  );
  for (const size of SIZES)
    row(
      `ms, ${size} characters`,
      splitters.map((splitter) => `${timeProse(splitter, size)}`),
    );

  const shown = splitters.findIndex(({ name }) => name === show);
  const splitter = splitters[shown];
  if (!splitter) return;
  for (const one of cases.filter((each) => !rights[shown]?.has(each)))
    console.log(
      `\n${one.id} (${one.class})\n  ${split(splitter, one).join(' ‖ ')}\n  ${one.expect.join(' ‖ ')}`,
    );
}

function isRight(splitter: Splitter, one: SentenceCase): boolean {
  const found = split(splitter, one);
  return found.length === one.expect.length && found.every((sentence, at) => sentence === one.expect[at]);
}

function split(splitter: Splitter, { text, language }: SentenceCase): string[] {
  return splitter
    .split(text, language)
    .map((sentence) => sentence.replace(/\s+/gu, ' ').trim())
    .filter((sentence) => sentence !== '');
}

/** Time for prose with curly quotes: a character outside Latin-1 makes V8 hold two bytes for each, which slows ICU. */
function timeProse(splitter: Splitter, size: number): number {
  const sentence = 'She said “no” and left the old house by the river. ';
  // Joined anew, so that the string is flat, as one read from a file is.
  const text = Buffer.from(sentence.repeat(size / sentence.length)).toString();
  const from = performance.now();
  splitter.split(text, 'en');
  return Math.round(performance.now() - from);
}

function row(label: string, cells: readonly string[]): void {
  console.log([label.padEnd(LABEL), ...cells.map((cell) => cell.padEnd(CELL))].join('').trimEnd());
}
