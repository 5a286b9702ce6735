// `npm run eval -- --extraction [--show PAGE]`: how much of each sample page's article is kept, and how much of the text
// around it is dropped, next to plain extractors. `--show` prints what Footnote makes of a page, and its mistakes.
import { EXTRACTORS, type Extract } from './extractors.js';
import { readSamplePages, type SamplePage } from './page-set.js';

const NAME_CELL = 34;
const CELL = 15;
/** A shorter piece, such as "OK", may stand anywhere by chance. */
const MIN_CHARS = 3;

/** Shares of a page's text, from 0 to 1. */
export interface PageScore {
  readonly kept: number;
  readonly dropped: number;
  readonly missing: readonly string[];
  readonly intruding: readonly string[];
}

/** Prints both shares for each page and extractor, their means, and what happens to pages without an article. */
export async function measureExtraction(show?: string): Promise<void> {
  const pages = readSamplePages().filter(({ name }) => show === undefined || name.includes(show));
  const articles = pages.filter(({ expected }) => expected.refused === undefined);
  const others = pages.filter(({ expected }) => expected.refused !== undefined);
  console.log(
    `${articles.length} pages with an article: body kept / other text dropped, in percent of characters\n`,
  );
  row(
    '',
    EXTRACTORS.map(({ name }) => name),
  );
  const sums = EXTRACTORS.map(() => ({ kept: 0, dropped: 0, titles: 0, clean: 0 }));
  for (const page of articles) {
    const cells: string[] = [];
    for (const [index, { extract }] of EXTRACTORS.entries()) {
      const extracted = await extract(page);
      const score = scorePage(page, extracted);
      const sum = sums[index];
      if (sum) {
        sum.kept += score.kept;
        sum.dropped += score.dropped;
        sum.titles += Number(extracted.title === page.expected.title);
        sum.clean += Number(score.kept >= 0.995 && score.dropped >= 0.995);
      }
      cells.push(extracted.refused ?? `${percent(score.kept)} / ${percent(score.dropped)}`);
      if (index === 0 && show !== undefined) showMistakes(extracted, score);
    }
    row(page.name, cells);
  }
  const count = Math.max(1, articles.length);
  console.log();
  row(
    'mean',
    sums.map(({ kept, dropped }) => `${percent(kept / count)} / ${percent(dropped / count)}`),
  );
  row(
    'both at least 99.5 %',
    sums.map(({ clean }) => `${clean} of ${articles.length}`),
  );
  row(
    'right title',
    sums.map(({ titles }) => `${titles} of ${articles.length}`),
  );
  console.log(
    `\n${others.length} pages without an article: the reason for refusing it, or the characters returned\n`,
  );
  for (const page of others) {
    const cells: string[] = [];
    for (const { extract } of EXTRACTORS) {
      const { text, refused } = await extract(page);
      cells.push(refused?.replace('sources/', '') ?? String(text.trim().length));
    }
    row(page.name, cells);
  }
}

/** Compares the text with the page's pieces, by letters and digits alone. */
export function scorePage({ body, boilerplate, expected }: SamplePage, { text }: Extract): PageScore {
  const output = simplify(text);
  const article = simplify(`${body.join(' ')} ${expected.title ?? ''}`);
  const pieces = body.filter((piece) => simplify(piece).length >= MIN_CHARS);
  const others = boilerplate.filter((piece) => {
    const simple = simplify(piece);
    return simple.length >= MIN_CHARS && !article.includes(simple);
  });
  const missing = pieces.filter((piece) => !output.includes(simplify(piece)));
  const intruding = others.filter((piece) => output.includes(simplify(piece)));
  return {
    kept: 1 - lengthOf(missing) / Math.max(1, lengthOf(pieces)),
    dropped: 1 - lengthOf(intruding) / Math.max(1, lengthOf(others)),
    missing,
    intruding,
  };
}

function showMistakes({ text }: Extract, { missing, intruding }: PageScore): void {
  console.log(text);
  console.log(`\nmissing: ${JSON.stringify(missing)}\nintruding: ${JSON.stringify(intruding)}\n`);
}

function lengthOf(pieces: readonly string[]): number {
  return pieces.reduce((sum, piece) => sum + simplify(piece).length, 0);
}

function simplify(text: string): string {
  // Marks of footnotes aren't text.
  return text
    .toLowerCase()
    .replace(/\[\d+\]|\p{Variation_Selector}/gu, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
}

function percent(share: number): string {
  return (100 * share).toFixed(share === 1 ? 0 : 1);
}

function row(label: string, cells: readonly string[]): void {
  console.log(label.padEnd(NAME_CELL) + cells.map((cell) => cell.padEnd(CELL)).join(''));
}
