// Evaluates grounding: sentences of real articles and faithful paraphrases must pass, corrupted sentences
// must not. Run `npm run eval -- --check [--sample ARTICLES] [--show KIND] FILE…`. If files have the same
// questions in several languages, answers in other languages are evaluated too.
import { basename } from 'node:path';
import type { Evidence } from '../../../src/core/ports.js';
import { createRandom } from '../report/statistics.js';
import { measureClaims } from './claim-sets.js';
import { type Change, CORRUPTIONS, PARAPHRASES } from './corrupt-sentences.js';
import { evidenceOf, type Item, nearest, readItems, Tallies } from './grounding-items.js';
import { sampleEvenly } from './question-set.js';

const SENTENCES_PER_ARTICLE = 6;
/** Only these errors can be detected across languages, because words can't be compared. */
const CROSS_LANGUAGE_CORRUPTIONS = ['changed number', 'changed date', 'swapped name', 'unrelated sentence'];

const random = createRandom(5);

/** Prints, for each file, how many false sentences were caught and how many true ones were dropped. */
export async function evaluateGrounding(
  files: readonly string[],
  { limit, show }: { readonly limit: number; readonly show?: string | undefined },
): Promise<void> {
  const sums = { corrupted: new Tallies(false, undefined), faithful: new Tallies(true, undefined) };
  const across = { corrupted: new Tallies(false, show), faithful: new Tallies(true, show) };
  let first: readonly Item[] | undefined;
  for (const file of files) {
    const name = basename(file).replace(/\.jsonl(\.gz)?$/, '');
    const items = readItems(file);
    if (items.some(({ claims }) => claims)) {
      await measureClaims(name, items);
      continue;
    }
    const own = {
      corrupted: new Tallies(false, show, sums.corrupted),
      faithful: new Tallies(true, show, sums.faithful),
    };
    await measureSet(sampleEvenly(items, limit), own);
    own.corrupted.print(name);
    own.faithful.print(name);
    if (!/^xquad-/.test(name)) continue;
    if (first) await measureAcross(first, items, across);
    else first = items;
  }
  sums.corrupted.print('All files');
  sums.faithful.print('All files');
  across.corrupted.print('In another language');
  across.faithful.print('In another language');
}

interface TallyPair {
  readonly corrupted: Tallies;
  readonly faithful: Tallies;
}

async function measureSet(items: readonly Item[], { corrupted, faithful }: TallyPair): Promise<void> {
  const articles = items
    .map((item) => ({ item, evidence: evidenceOf(item) }))
    .filter(({ evidence }) => evidence.length > 3);
  for (const [index, { item, evidence }] of articles.entries()) {
    const language = evidence[0]?.article.language ?? 'und';
    const others = articles[(index + 1) % articles.length]?.evidence ?? [];
    const proper = evidence.filter(({ text }) => text.length > 40 && /[.!?。।]["”»']?$/u.test(text));
    for (const source of sampleEvenly(proper, SENTENCES_PER_ARTICLE)) {
      const marked = (text: string, number = source.number) => ({ text: `${text} [${number}]`, evidence });
      await faithful.count("the article's own sentence", marked(source.text));
      const paraphrases = [source.text];
      for (const [kind, change] of Object.entries(PARAPHRASES) as [string, Change][]) {
        const text = change(source.text, { sentences: [] }, random, language);
        if (text === undefined) continue;
        paraphrases.push(text);
        await faithful.count(kind, marked(text));
      }
      await corrupted.count('fabricated marker', {
        ...marked(source.text, evidence.length + 7),
        truth: source,
      });
      const wrong = pickOther(evidence, source);
      if (wrong)
        await corrupted.count('marker to the wrong sentence', {
          ...marked(source.text, wrong.number),
          truth: source,
        });
      // Also corrupts paraphrases, so that an exact match with the evidence isn't what gives a true sentence
      // away.
      const base = paraphrases[Math.floor(random() * paraphrases.length)] ?? source.text;
      for (const [kind, change] of Object.entries(CORRUPTIONS) as [string, Change][]) {
        const text = change(base, { sentences: donorsOf(kind, evidence, others) }, random, language);
        if (text !== undefined && !evidence.some((one) => one.text.includes(text)))
          await corrupted.count(kind, marked(text));
      }
    }
    for (const highlight of item.summary ?? []) {
      const marks = nearest(highlight, evidence).map(({ number }) => `[${number}]`);
      const text = `${/[.!?]["”]?$/.test(highlight) ? highlight : `${highlight}.`} ${marks.join('')}`;
      await faithful.count("a person's summary", { text, evidence });
    }
  }
}

/** Uses translations, sentence by sentence, as answers to a question in their language. */
async function measureAcross(
  items: readonly Item[],
  translated: readonly Item[],
  { corrupted, faithful }: TallyPair,
): Promise<void> {
  for (const [index, item] of items.entries()) {
    const other = translated[index];
    const question = other?.questions?.[0]?.question;
    if (!other || question === undefined) continue;
    const evidence = evidenceOf(item);
    for (const [place, paragraph] of item.paragraphs.entries()) {
      const own = evidenceOf({ ...item, paragraphs: [paragraph] });
      const theirs = evidenceOf({ ...other, paragraphs: [other.paragraphs[place] ?? ''] });
      if (own.length !== theirs.length) continue;
      const language = theirs[0]?.article.language ?? 'und';
      for (const [at, { text }] of theirs.entries()) {
        const source = evidence.find((one) => one.text === own[at]?.text);
        if (!source) continue;
        const query = { text: question, language };
        await faithful.count(`a translation (${language})`, {
          text: `${text} [${source.number}]`,
          evidence,
          question: query,
        });
        for (const kind of CROSS_LANGUAGE_CORRUPTIONS) {
          const change = CORRUPTIONS[kind as keyof typeof CORRUPTIONS] as Change;
          const foreign = evidenceOf(translated[(index + 1) % translated.length] ?? other);
          const corruptedText = change(text, { sentences: foreign.map((one) => one.text) }, random, language);
          if (corruptedText !== undefined)
            await corrupted.count(kind, {
              text: `${corruptedText} [${source.number}]`,
              evidence,
              question: query,
            });
        }
      }
    }
  }
}

/**
 * Names and phrases come from the same article half of the time, clauses and sentences always from another.
 */
function donorsOf(kind: string, own: readonly Evidence[], others: readonly Evidence[]): readonly string[] {
  const isForeign = kind === 'added clause' || kind === 'unrelated sentence' || random() < 0.5;
  return (isForeign ? others : own).map(({ text }) => text);
}

function pickOther(evidence: readonly Evidence[], source: Evidence): Evidence | undefined {
  const others = evidence.filter(({ text }) => text !== source.text);
  return others[Math.floor(random() * others.length)];
}
