// Input and counts of the grounding evaluation: articles as evidence, and tallies of what grounding accepted.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { groundSentences } from '../../../src/core/ask/cite.js';
import { evidenceText } from '../../../src/core/ask/evidence.js';
import { createAttributor } from '../../../src/core/grounding/attribute-evidence.js';
import type { Evidence, Question } from '../../../src/core/ports.js';
import { type Article, canonicalText } from '../../../src/core/text/article.js';
import { splitIntoSentences } from '../../../src/core/text/split-sentences.js';
import { createAnalyzer } from '../../../src/engines/builtin/words/analyzer.js';

export interface Item {
  readonly id: string;
  readonly title?: string;
  readonly paragraphs: readonly string[];
  readonly questions?: readonly { readonly question: string }[];
  readonly summary?: readonly string[];
  readonly claims?: readonly { readonly claim: string; readonly label: string }[];
}

/** A sentence to check, and its evidence. */
export interface Written {
  /** Includes its markers. */
  readonly text: string;
  readonly evidence: readonly Evidence[];
  readonly question?: Question | undefined;
  /** If the sentence is shown with this citation, it counts as true. */
  readonly truth?: Evidence | undefined;
}

/** The maximum number of evidence sentences in an answer. */
const EVIDENCE = 48;
const CITED = 3;

export const analyzer = createAnalyzer();

/** Counts, by kind, how many sentences were accepted. */
export class Tallies {
  readonly #counts = new Map<string, { shown: number; total: number }>();

  constructor(
    readonly areTrue: boolean,
    /** Failures of kinds that contain this text are printed. */
    readonly shownKind: string | undefined,
    readonly sum?: Tallies,
  ) {}

  async count(kind: string, written: Written): Promise<void> {
    const isShown = await isAccepted(written);
    this.#add(kind, isShown);
    if (this.sum) this.sum.#add(kind, isShown);
    if (isShown !== this.areTrue && this.shownKind !== undefined && kind.includes(this.shownKind))
      explain(kind, written);
  }

  print(title: string): void {
    if (this.#counts.size === 0) return;
    console.log(`\n${title}: ${this.areTrue ? 'true sentences dropped' : 'false sentences caught'}`);
    for (const [kind, { shown, total }] of this.#counts) {
      console.log(`  ${kind.padEnd(44)} ${share(total - shown, total)}`);
    }
  }

  #add(kind: string, isShown: boolean): void {
    const tally = this.#counts.get(kind) ?? { shown: 0, total: 0 };
    this.#counts.set(kind, { shown: tally.shown + (isShown ? 1 : 0), total: tally.total + 1 });
  }
}

async function isAccepted({ text, evidence, question, truth }: Written): Promise<boolean> {
  async function* stream() {
    yield text;
  }
  let isShown = false;
  for await (const sentence of groundSentences(stream(), evidence, { analyzer, question })) {
    isShown ||= !truth || !sentence.evidence.some((source) => source.text === truth.text);
  }
  return isShown;
}

function explain(kind: string, { text, evidence, question }: Written): void {
  const numbers = [...text.matchAll(/\[(\d+)\]/g)].map(([, number]) => Number(number));
  const cited = evidence.filter(({ number }) => numbers.includes(number));
  const support = createAttributor(evidence, { analyzer, question }).verify(
    text.replace(/\s*\[\d+\]/g, ''),
    cited,
  );
  console.log(`-- ${kind}: ${support.flaws.join(', ')} (${support.coverage.toFixed(2)})\n   ${text}`);
  for (const source of cited) console.log(`   = ${source.text}`);
}

export function evidenceOf({ id, title = '', paragraphs }: Item, most = EVIDENCE): readonly Evidence[] {
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
export function nearest(text: string, evidence: readonly Evidence[]): readonly Evidence[] {
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

export function readItems(file: string): readonly Item[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Item);
}

export function share(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1).padStart(5)} %  (${part} of ${whole})`;
}
