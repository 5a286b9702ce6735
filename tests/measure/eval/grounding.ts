// Measures the check of statements: which sentences are shown as they were written, and which get a verdict.
//   npm run eval -- --grounding [DIR] [FILE…] [--show KIND] [--articles SLUG,SLUG]
// DIR has the layout of tests/measure/grounding, the default. FILEs are sets of claims labelled by people; without DIR
// and FILEs, those of ../shared/eval are measured too, where they exist.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { groundSentences } from '../../../src/core/ask/citation/cite.js';
import { cleanText } from '../../../src/core/grounding/clean-text.js';
import { verifySentence } from '../../../src/core/grounding/verifier/verify.js';
import type { Evidence } from '../../../src/core/writing-ports.js';
import { createAnalyzer } from '../../../src/engines/builtin/words/analyzer.js';
import { allEvidence, type Case, readClaimSet, readGroundingSet } from './grounding-set.js';

const ROOT = join(import.meta.dirname, '../../../..');
const OWN_SET = join(ROOT, 'tests/measure/grounding');
const SHARED = join(ROOT, '../shared/eval');
const analyzer = createAnalyzer();
/** Sentences nearest to a claim, as many as a search finds for one. */
const NEAREST = 24;

/** What became of the sentences of one kind. */
interface Tally {
  total: number;
  /** In answers. */
  shown: number;
  quoted: number;
  /** In checks of messages. */
  confirmed: number;
  contradicted: number;
}

/**
 * @param paths folders and files; none: the set of this repository, and the shared ones
 * @param options.articles slugs of a folder's articles, with commas between; undefined: all
 */
export async function measureGrounding(
  paths: readonly string[],
  { show, articles: only }: { readonly show?: string | undefined; readonly articles?: string | undefined },
): Promise<void> {
  const all = paths.length > 0 ? paths : [OWN_SET, ...sharedSets()];
  for (const folder of all.filter((path) => statSync(path).isDirectory())) {
    const wanted = only?.split(',');
    const cases = readGroundingSet(folder).filter(({ article }) => wanted?.includes(article.id) ?? true);
    const articles = new Set(cases.map(({ article }) => article.id)).size;
    print(`${basename(folder)}: ${cases.length} sentences on ${articles} articles`, await tally(cases, show));
  }
  for (const file of all.filter((path) => !statSync(path).isDirectory())) {
    const claims = readClaimSet(file);
    print(`${basename(file)}: ${claims.length} claims`, await tally(claims, undefined));
  }
}

function sharedSets(): readonly string[] {
  if (!existsSync(SHARED)) return [];
  return readdirSync(SHARED)
    .filter((file) => /^claims-.*\.jsonl(?:\.gz)?$/.test(file))
    .map((file) => join(SHARED, file));
}

async function tally(cases: readonly Case[], show: string | undefined): Promise<ReadonlyMap<string, Tally>> {
  const tallies = new Map<string, Tally>();
  for (const one of cases) {
    const { label, kind } = one;
    const near = nearest(one);
    const answer = await answerWith(one, one.evidence.length > 0 ? one.evidence : near.slice(0, 3));
    const verdict = verifySentence(cleanText(one.sentence), near).kind;
    for (const key of new Set([`${label} ${kind}`, `${label} (all)`])) {
      const counts = tallies.get(key) ?? { total: 0, shown: 0, quoted: 0, confirmed: 0, contradicted: 0 };
      counts.total += 1;
      if (answer === 'shown') counts.shown += 1;
      if (answer === 'quoted') counts.quoted += 1;
      if (verdict === 'same') counts.confirmed += 1;
      if (verdict === 'contradicts') counts.contradicted += 1;
      tallies.set(key, counts);
    }
    const isWrong =
      label === 'faithful'
        ? answer !== 'shown' || verdict === 'contradicts'
        : answer === 'shown' || verdict === 'same';
    if (show !== undefined && isWrong && `${label} ${kind}`.includes(show))
      console.log(`${one.id} ${label} ${kind}: ${answer}, ${verdict}\n  ${one.sentence}`);
  }
  return tallies;
}

/** What an answer shows for a model's sentence with these markers. */
async function answerWith(
  { sentence, question }: Case,
  evidence: readonly Evidence[],
): Promise<'shown' | 'quoted' | 'lost'> {
  async function* write() {
    yield `${sentence} ${evidence.map((_, index) => `[${index + 1}]`).join('')}`;
  }
  const numbered = evidence.map((source, index) => ({ ...source, number: index + 1 }));
  const asked =
    question === undefined ? undefined : { text: question, language: analyzer.detectLanguage(question) };
  for await (const { isReplaced } of groundSentences(write(), numbered, { analyzer, question: asked })) {
    return isReplaced ? 'quoted' : 'shown';
  }
  return 'lost';
}

/** The sentences of the article that share most words with the claim. */
function nearest({ sentence, article }: Case): readonly Evidence[] {
  const terms = new Set(analyzer.terms(sentence, article.language));
  return allEvidence(article)
    .map((source) => {
      const there = new Set(analyzer.terms(source.text, article.language));
      return { source, shared: [...terms].filter((term) => there.has(term)).length };
    })
    .sort((a, b) => b.shared - a.shared)
    .slice(0, NEAREST)
    .map(({ source }) => source);
}

function print(title: string, tallies: ReadonlyMap<string, Tally>): void {
  console.log(`\n${title}`);
  console.log(`${''.padEnd(26)}  shown as written   quoted        lost          ✓             ✗`);
  for (const [kind, { total, shown, quoted, confirmed, contradicted }] of [...tallies].sort(([a], [b]) =>
    a.localeCompare(b),
  )) {
    const cells = [shown, quoted, total - shown - quoted, confirmed, contradicted];
    console.log(`${kind.padEnd(26)}  ${cells.map((count) => share(count, total).padEnd(12)).join('  ')}`);
  }
}

function share(count: number, total: number): string {
  return `${((100 * count) / total).toFixed(1)} % (${count})`;
}
