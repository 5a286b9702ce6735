// Which evidence a written sentence may be footnoted with: what it cites, if that supports it, or what truly does.
import type { Analyzer, Evidence, Question } from '../ports.js';
import { type Judgement, judge, leansBack } from './judge.js';
import { readNames } from './names.js';
import { chooseLanguage, type Reading, readText } from './reading.js';

/** A sentence carries at most so many markers. */
const MAX_MARKERS = 3;
/** A sentence that cites nothing, or the wrong thing, is given a footnote only where so much of it stands there … */
const STRONG_COVERAGE = 0.8;
/** … and so many words, numbers and names of it. */
const STRONG_ANCHORS = 3;
/** How many sentences back a pronoun's name is looked for. */
const MAX_BACK = 3;

export interface Attributor {
  /** Evidence that supports the sentence, in the order in which it is cited; empty where none does. */
  attribute(sentence: string, cited: readonly Evidence[]): readonly Evidence[];
  /** The judgement by this evidence alone. */
  judge(sentence: string, cited: readonly Evidence[]): Judgement;
}

/** Reads evidence and question once, for all sentences of an answer. */
export function createAttributor(
  evidence: readonly Evidence[],
  { question, analyzer }: { readonly question?: Question | undefined; readonly analyzer: Analyzer },
): Attributor {
  const readings = new Map<Evidence, Reading>();
  const readEvidence = (source: Evidence): Reading => {
    const known = readings.get(source);
    if (known) return known;
    const reading = readText(source.text, source.article.language, analyzer);
    readings.set(source, reading);
    return reading;
  };
  const asked = question && readText(question.text, question.language, analyzer);
  const languages = [
    ...new Set([
      ...evidence.map(({ article }) => article.language),
      ...(question ? [question.language] : []),
    ]),
  ];
  const read = (sentence: string) =>
    readText(sentence, chooseLanguage(sentence, languages, analyzer), analyzer);
  const judgeBy = (claim: Reading, cited: readonly Evidence[]) =>
    judge(claim, cited.map(readEvidence), asked, analyzer);
  const isSupported = (claim: Reading, cited: readonly Evidence[]) =>
    judgeBy(claim, cited).flaws.length === 0;

  function attribute(sentence: string, cited: readonly Evidence[]): readonly Evidence[] {
    const verbatim = (cited.length > 0 ? cited : evidence).find(({ text }) => text === sentence);
    if (verbatim && /[\p{L}\p{N}]/u.test(sentence)) return [verbatim];
    const claim = read(sentence);
    if (claim.words.length === 0) return [];
    if (cited.length > 0) {
      const few = prune(claim, cited);
      if (isSupported(claim, few)) return few;
      if (few.length < cited.length && cited.length <= MAX_MARKERS && isSupported(claim, cited)) return cited;
      const helped = withNames(claim, few);
      if (helped.length > 0) return helped;
    }
    const best = strongest(claim);
    return best ? [best] : [];
  }

  /** Cited sentences that hold something of the claim that those before don't, best first in importance. */
  function prune(claim: Reading, cited: readonly Evidence[]): readonly Evidence[] {
    const held = (sources: readonly Evidence[]) => judgeBy(claim, sources).anchors;
    const alone = [...cited].sort((a, b) => held([b]) - held([a]));
    const kept: Evidence[] = [];
    for (const source of alone) {
      if (kept.length === MAX_MARKERS) break;
      if (kept.length === 0 || held([...kept, source]) > held(kept)) kept.push(source);
    }
    return cited.filter((source) => kept.includes(source));
  }

  /** The cited sentences with one before them, which names whom they call "she", or says a name in full. */
  function withNames(claim: Reading, cited: readonly Evidence[]): readonly Evidence[] {
    if (cited.length >= MAX_MARKERS) return [];
    const flaws = judgeBy(claim, cited).flaws;
    if (!flaws.includes('name')) return [];
    for (const source of cited) {
      const isLeaning = leansBack(readEvidence(source));
      for (const other of evidence) {
        if (other.article.id !== source.article.id || cited.includes(other)) continue;
        const back = source.number - other.number;
        const isBefore = back > 0 && back <= MAX_BACK;
        if ((isLeaning && isBefore) || saysInFull(claim, readEvidence(source), other)) {
          const both = [other, ...cited];
          if (isSupported(claim, both)) return both;
        }
      }
    }
    return [];
  }

  /** Whether a name of the claim that the source says in part stands in the other sentence, word beside word. */
  function saysInFull(claim: Reading, source: Reading, other: Evidence): boolean {
    return readNames(claim).some(({ words }) => {
      const full = words.map(({ surface }) => surface).join(' ');
      const last = words.at(-1)?.folded;
      return (
        words.length > 1 && other.text.includes(full) && source.words.some(({ folded }) => folded === last)
      );
    });
  }

  /** The one evidence sentence that holds nearly all of the claim. */
  function strongest(claim: Reading): Evidence | undefined {
    let best: Evidence | undefined;
    let most = 0;
    for (const source of evidence) {
      const shared = [...claim.terms].filter((term) => readEvidence(source).terms.has(term)).length;
      if (shared < Math.min(STRONG_ANCHORS, claim.terms.size) - 1) continue;
      const { flaws, coverage, anchors, isComparable } = judgeBy(claim, [source]);
      if (flaws.length > 0 || !isComparable || coverage < STRONG_COVERAGE || anchors < STRONG_ANCHORS)
        continue;
      if (coverage > most) [best, most] = [source, coverage];
    }
    return best;
  }

  return { attribute, judge: (sentence, cited) => judgeBy(read(sentence), cited) };
}
