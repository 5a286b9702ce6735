// A check of the checker: sentences of real articles and faithful rewordings must pass, lies made of them must not.
//   npm run eval -- --check [--limit N] FILE…
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Article, canonicalText } from '../../src/core/article.js';
import { checkSentences } from '../../src/core/citation.js';
import { evidenceText } from '../../src/core/evidence.js';
import type { Evidence } from '../../src/core/ports.js';
import { splitIntoSentences } from '../../src/core/sentence.js';
import { createAttributor } from '../../src/core/support/attribute.js';
import { createAnalyzer } from '../../src/engines/builtin/analyze.js';
import { type Change, CORRUPTIONS, PARAPHRASES } from './corrupt.js';
import { thin } from './question-set.js';
import { areaUnderRoc, createRandom } from './statistics.js';

interface Item {
  readonly id: string;
  readonly title?: string;
  readonly paragraphs: readonly string[];
  readonly summary?: readonly string[];
  readonly claims?: readonly { readonly claim: string; readonly label: string }[];
}

/** Of one kind of sentence. */
interface Tally {
  shown: number;
  total: number;
}

/** As many as an answer's evidence has at most. */
const EVIDENCE = 48;
const SENTENCES_PER_ARTICLE = 6;
const CITED = 3;

const analyzer = createAnalyzer();
const random = createRandom(5);
const isVerbose = process.env['SHOW'] !== undefined;

/** Prints, by file, how many lies were caught and how many true sentences were dropped. */
export async function checkTheChecker(files: readonly string[], limit: number): Promise<void> {
  const lies = new Map<string, Tally>();
  const truths = new Map<string, Tally>();
  for (const file of files) {
    const name = basename(file).replace(/\.jsonl(\.gz)?$/, '');
    const items = readItems(file);
    if (items.some(({ claims }) => claims)) measureClaims(name, items);
    else await measureSet(name, thin(items, limit), { lies, truths });
  }
  print('All files: lies caught', lies, ({ shown, total }) => total - shown);
  print('All files: true sentences dropped', truths, ({ shown, total }) => total - shown);
}

async function measureSet(
  name: string,
  items: readonly Item[],
  sums: { readonly lies: Map<string, Tally>; readonly truths: Map<string, Tally> },
): Promise<void> {
  const lies = new Map<string, Tally>();
  const truths = new Map<string, Tally>();
  const articles = items
    .map((item) => ({ item, evidence: evidenceOf(item) }))
    .filter(({ evidence }) => evidence.length > 3);
  for (const [index, { item, evidence }] of articles.entries()) {
    const other = articles[(index + 1) % articles.length]?.evidence ?? [];
    const language = evidence[0]?.article.language ?? 'und';
    const donors = [
      { sentences: evidence.map(({ text }) => text) },
      { sentences: other.map(({ text }) => text) },
    ];
    const proper = evidence.filter(({ text }) => text.length > 40 && /[.!?。।]["”»']?$/u.test(text));
    for (const source of thin(proper, SENTENCES_PER_ARTICLE)) {
      const mark = ` [${source.number}]`;
      await count(truths, "the article's own sentence", source.text + mark, evidence);
      for (const [kind, change] of Object.entries(PARAPHRASES) as [string, Change][]) {
        const text = change(source.text, { sentences: [] }, random, language);
        if (text !== undefined) await count(truths, kind, text + mark, evidence);
      }
      const wrong = pickOther(evidence, source);
      await count(lies, 'fabricated marker', `${source.text} [${evidence.length + 7}]`, evidence, source);
      if (wrong)
        await count(
          lies,
          'marker to the wrong sentence',
          `${source.text} [${wrong.number}]`,
          evidence,
          source,
        );
      for (const [kind, change] of Object.entries(CORRUPTIONS) as [string, Change][]) {
        const isForeign = kind === 'added clause' || kind === 'unrelated sentence' || random() < 0.5;
        const text = change(source.text, donors[isForeign ? 1 : 0] ?? { sentences: [] }, random, language);
        if (text !== undefined && !evidence.some((one) => one.text.includes(text))) {
          await count(lies, kind, text + mark, evidence);
        }
      }
    }
    for (const highlight of item.summary ?? []) {
      const marks = nearest(highlight, evidence).map(({ number }) => `[${number}]`);
      await count(truths, "a person's summary", `${withStop(highlight)} ${marks.join('')}`, evidence);
    }
  }
  print(`${name}: lies caught`, lies, ({ shown, total }) => total - shown);
  print(`${name}: true sentences dropped`, truths, ({ shown, total }) => total - shown);
  add(sums.lies, lies);
  add(sums.truths, truths);
}

/** A lie that is shown with the sentence that makes it true is none. */
async function count(
  tallies: Map<string, Tally>,
  kind: string,
  written: string,
  evidence: readonly Evidence[],
  truth?: Evidence,
): Promise<void> {
  const tally = tallies.get(kind) ?? { shown: 0, total: 0 };
  tallies.set(kind, tally);
  tally.total += 1;
  async function* stream() {
    yield written;
  }
  let isShown = false;
  for await (const { evidence: sources } of checkSentences(stream(), evidence, { analyzer })) {
    isShown ||= !truth || !sources.some(({ text }) => text === truth.text);
  }
  if (isShown) tally.shown += 1;
  if (isVerbose) explain(kind, written, evidence, isShown);
}

function explain(kind: string, written: string, evidence: readonly Evidence[], isShown: boolean): void {
  const wanted = process.env['SHOW'];
  const isTruth =
    kind in PARAPHRASES || kind === "a person's summary" || kind === "the article's own sentence";
  if (isTruth === isShown || (wanted !== 'all' && !kind.includes(wanted ?? ''))) return;
  const cited = [...written.matchAll(/\[(\d+)\]/g)].flatMap(([, n]) =>
    evidence.filter(({ number }) => number === Number(n)),
  );
  const { flaws, coverage } = createAttributor(evidence, { analyzer }).judge(
    written.replace(/\s*\[\d+\]/g, ''),
    cited,
  );
  console.log(`-- ${kind}: ${flaws.join(', ')} ${coverage.toFixed(2)}\n   ${written}`);
  if (isTruth || flaws.length === 0) for (const { text } of cited) console.log(`   = ${text}`);
}

/** Claims of people and models about an article: judged by the evidence nearest to each. */
function measureClaims(name: string, items: readonly Item[]): void {
  const supported: number[] = [];
  const unsupported: number[] = [];
  const right = { supported: 0, unsupported: 0 };
  for (const item of items) {
    const evidence = evidenceOf(item, Number.POSITIVE_INFINITY);
    for (const { claim, label } of item.claims ?? []) {
      const cited = nearest(claim, evidence);
      const { flaws, coverage } = createAttributor(evidence, { analyzer }).judge(claim, cited);
      const score = coverage - flaws.length / 4;
      const isSupported = label === 'supported' || label === 'supports';
      (isSupported ? supported : unsupported).push(score);
      if ((flaws.length === 0) === isSupported) right[isSupported ? 'supported' : 'unsupported'] += 1;
      if (process.env['SHOW'] === 'claims' && (flaws.length === 0) !== isSupported)
        console.log(
          `-- ${label}: ${flaws.join(', ')} ${coverage.toFixed(2)}\n   ${claim}\n   = ${cited.map(({ text }) => text).join('\n   = ')}`,
        );
    }
  }
  console.log(`\n${name}: ${supported.length} supported, ${unsupported.length} others`);
  console.log(`  AUROC                      ${areaUnderRoc(supported, unsupported).toFixed(3)}`);
  console.log(`  supported let through      ${share(right.supported, supported.length)}`);
  console.log(`  others dropped             ${share(right.unsupported, unsupported.length)}`);
}

function evidenceOf({ id, title = '', paragraphs }: Item, most = EVIDENCE): readonly Evidence[] {
  const text = paragraphs.map(canonicalText).join('\n\n');
  const language = analyzer.detectLanguage(text);
  const article: Article = { id, library: 'l', title, text, bodyStart: 0, language, digest: id };
  return splitIntoSentences(text, language)
    .slice(0, most)
    .map(({ start, end }, index) => ({
      ...{ number: index + 1, article, start, end, relevance: 0.5 },
      text: evidenceText(text.slice(start, end)),
    }));
}

/** The sentences that a careful writer would cite: together they share most words with the text. */
function nearest(text: string, evidence: readonly Evidence[]): readonly Evidence[] {
  const language = evidence[0]?.article.language ?? 'und';
  const missing = new Set(analyzer.terms(text, language));
  const cited: Evidence[] = [];
  while (cited.length < CITED) {
    const scored = evidence.map((source) => {
      const terms = new Set(analyzer.terms(source.text, language));
      const shared = [...missing].filter((term) => terms.has(term));
      return { source, shared, score: shared.length - terms.size / 1000 };
    });
    const best = scored.sort((a, b) => b.score - a.score)[0];
    if (!best || best.shared.length === 0) break;
    cited.push(best.source);
    for (const term of best.shared) missing.delete(term);
  }
  return cited;
}

function pickOther(evidence: readonly Evidence[], source: Evidence): Evidence | undefined {
  const others = evidence.filter(({ text }) => text !== source.text);
  return others[Math.floor(random() * others.length)];
}

function withStop(text: string): string {
  return /[.!?]["”]?$/.test(text) ? text : `${text}.`;
}

function readItems(file: string): readonly Item[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Item);
}

function print(title: string, tallies: ReadonlyMap<string, Tally>, value: (tally: Tally) => number): void {
  if (tallies.size === 0) return;
  console.log(`\n${title}`);
  for (const [kind, tally] of tallies)
    console.log(`  ${kind.padEnd(40)} ${share(value(tally), tally.total)}`);
}

function share(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1).padStart(5)} %  (${part} of ${whole})`;
}

function add(sums: Map<string, Tally>, tallies: ReadonlyMap<string, Tally>): void {
  for (const [kind, { shown, total }] of tallies) {
    const sum = sums.get(kind) ?? { shown: 0, total: 0 };
    sums.set(kind, { shown: sum.shown + shown, total: sum.total + total });
  }
}
