// Which evidence a written sentence may be footnoted with: what it cites, if that supports it, or what truly does.
import type { Analyzer, Evidence, Question } from '../ports.js';
import { missingWords, type Name, readNames } from './mentions/names.js';
import { chooseLanguage, type ParsedText, parseText, type Word } from './parsed-text.js';
import { refersBack, type Verification, verifySentence } from './verify-sentence.js';

/** A sentence carries at most so many markers. */
const MAX_MARKERS = 3;
/** A sentence that cites nothing, or the wrong thing, is given a footnote only where so much of it stands there … */
export const STRONG_COVERAGE = 0.8;
/** … and so many words, numbers and names of it. */
export const STRONG_ANCHORS = 3;
/** Share of its words, exactly as they are, without which a sentence cannot reach {@link STRONG_COVERAGE}. */
const HOPEFUL_SHARE = 0.4;
/** How many sentences back a pronoun's name is looked for. */
const MAX_BACK = 3;
/** A name that stands for a pronoun is among so many first words. */
const SUBJECT_WORDS = 6;

export interface Attributor {
  /** Evidence that supports the sentence, in the order in which it is cited; empty where none does. */
  attribute(sentence: string, cited: readonly Evidence[]): readonly Evidence[];
  /** The judgement by this evidence alone. */
  verify(sentence: string, cited: readonly Evidence[]): Verification;
}

/** Reads evidence and question once, for all sentences of an answer. */
export function createAttributor(
  evidence: readonly Evidence[],
  {
    question,
    language,
    analyzer,
  }: {
    readonly question?: Question | undefined;
    /** What the sentences may be written in, beside the languages of evidence and question. */
    readonly language?: string | undefined;
    readonly analyzer: Analyzer;
  },
): Attributor {
  const readings = new Map<Evidence, ParsedText>();
  const readEvidence = (source: Evidence): ParsedText => {
    const known = readings.get(source);
    if (known) return known;
    const reading = parseText(source.text, source.article.language, analyzer);
    readings.set(source, reading);
    return reading;
  };
  // A sentence that stands in the evidence word for word needs no reading, of itself or of the question.
  let asked: ParsedText | undefined;
  const readQuestion = () => {
    asked ??= question && parseText(question.text, question.language, analyzer);
    return asked;
  };
  const languages = [
    ...new Set([
      ...evidence.map(({ article }) => article.language),
      ...(question ? [question.language] : []),
      ...(language === undefined ? [] : [language]),
    ]),
  ];
  const read = (sentence: string) =>
    parseText(sentence, chooseLanguage(sentence, languages, analyzer), analyzer);
  const judgeBy = (claim: ParsedText, cited: readonly Evidence[]) =>
    verifySentence(claim, cited.map(readEvidence), readQuestion(), analyzer);
  const isSupported = (claim: ParsedText, cited: readonly Evidence[]) =>
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
  function prune(claim: ParsedText, cited: readonly Evidence[]): readonly Evidence[] {
    if (cited.length < 2) return cited;
    const held = (sources: readonly Evidence[]) => judgeBy(claim, sources).anchors;
    const alone = cited
      .map((source) => ({ source, anchors: held([source]) }))
      .sort((a, b) => b.anchors - a.anchors);
    const kept: Evidence[] = [];
    for (const { source } of alone) {
      if (kept.length === MAX_MARKERS) break;
      if (kept.length === 0 || held([...kept, source]) > held(kept)) kept.push(source);
    }
    return cited.filter((source) => kept.includes(source));
  }

  /** The cited sentences with one before them, which names whom they call "she", or says a name in full. */
  function withNames(claim: ParsedText, cited: readonly Evidence[]): readonly Evidence[] {
    const sources = cited.map(readEvidence);
    if (cited.length >= MAX_MARKERS || !judgeBy(claim, cited).flaws.includes('name')) return [];
    const inClaim = { analyzer, language: claim.language };
    const missing = readNames(claim).filter((name) => missingWords(name, sources, inClaim).length > 0);
    const isSubject = missing.every(({ words }) => claim.words.indexOf(words[0] as Word) < SUBJECT_WORDS);
    for (const [index, source] of cited.entries()) {
      const reading = sources[index];
      const isLeaning = reading !== undefined && isSubject && refersBack(reading) && !refersBack(claim);
      const isBefore = ({ number }: Evidence) => number < source.number && number >= source.number - MAX_BACK;
      for (const other of evidence) {
        if (other.article.id !== source.article.id || cited.includes(other)) continue;
        const isHelping =
          (isLeaning && isBefore(other)) || missing.every((name) => saysInFull(name, claim, sources, other));
        const both = [other, ...cited];
        if (isHelping && isSupported(claim, both)) return both;
      }
    }
    return [];
  }

  /** Whether the other sentence says in full, word beside word, what the sources say the end of. */
  function saysInFull(
    { words }: Name,
    claim: ParsedText,
    sources: readonly ParsedText[],
    other: Evidence,
  ): boolean {
    const last = words.at(-1);
    const times = (reading: ParsedText) =>
      reading.words.filter(({ folded, surface }) => folded === last?.folded && /^\p{Lu}/u.test(surface))
        .length;
    const full = words.map(({ surface }) => surface).join(' ');
    return (
      words.length > 1 &&
      other.text.includes(full) &&
      sources.some((source) => times(source) >= times(claim) && times(source) > 0)
    );
  }

  /** The one evidence sentence that holds nearly all of the claim. */
  function strongest(claim: ParsedText): Evidence | undefined {
    let best: Evidence | undefined;
    let most = 0;
    for (const source of evidence) {
      const { terms } = readEvidence(source);
      const shared = [...claim.terms].filter((term) => terms.has(term)).length;
      // The full judgement costs more, and cannot turn out well without these.
      if (shared < claim.terms.size * HOPEFUL_SHARE) continue;
      const { flaws, coverage, anchors, isComparable } = judgeBy(claim, [source]);
      if (flaws.length > 0 || !isComparable || coverage < STRONG_COVERAGE || anchors < STRONG_ANCHORS)
        continue;
      if (coverage > most) [best, most] = [source, coverage];
    }
    return best;
  }

  return { attribute, verify: (sentence, cited) => judgeBy(read(sentence), cited) };
}
