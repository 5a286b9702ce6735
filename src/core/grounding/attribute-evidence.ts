// Attribution: decides which evidence a written sentence may cite. docs/checking.md has the rules.
import type { Analyzer, Evidence, Question } from '../ports.js';
import { missingWords, type Name, readNames } from './mentions/names.js';
import { chooseLanguage, type ParsedText, parseText, type Word } from './parsed-text.js';
import { opensWithPronoun, type Verification, verifySentence } from './verify-sentence.js';

/** Maximum number of markers on one sentence. */
const MAX_MARKERS = 3;
/** Minimum coverage for evidence that the writer didn't cite. Higher than for cited evidence. */
export const STRONG_COVERAGE = 0.8;
/** Minimum number of matching words and figures for evidence that the writer didn't cite. */
export const STRONG_ANCHORS = 3;
/** With a smaller share of identical terms, a sentence can't reach {@link STRONG_COVERAGE}. Saves full comparisons. */
const MIN_SHARED_TERMS = 0.4;
/** How many sentences back to look for a pronoun's antecedent. */
const MAX_ANTECEDENT_DISTANCE = 3;
/** A name can replace a pronoun only if it is among this many first words. */
const SUBJECT_WORDS = 6;

/** Attributes sentences to evidence. */
export interface Attributor {
  /** The evidence that supports the sentence, in the order of citation; empty if none does. */
  attribute(sentence: string, cited: readonly Evidence[]): readonly Evidence[];
  /** Compares the sentence with this evidence only. */
  verify(sentence: string, cited: readonly Evidence[]): Verification;
}

/** Creates an attributor that parses evidence and question once for all sentences of an answer. */
export function createAttributor(
  evidence: readonly Evidence[],
  {
    question,
    language,
    analyzer,
  }: {
    readonly question?: Question | undefined;
    /** Another language that the sentences may be in, in addition to those of evidence and question. */
    readonly language?: string | undefined;
    readonly analyzer: Analyzer;
  },
): Attributor {
  const parsedEvidence = new Map<Evidence, ParsedText>();
  const parseEvidence = (source: Evidence): ParsedText => {
    const cached = parsedEvidence.get(source);
    if (cached) return cached;
    const parsed = parseText(source.text, source.article.language, analyzer);
    parsedEvidence.set(source, parsed);
    return parsed;
  };
  // Parsed on first use: answers that quote word for word never need it.
  let parsedQuestion: ParsedText | undefined;
  const parseQuestion = () => {
    parsedQuestion ??= question && parseText(question.text, question.language, analyzer);
    return parsedQuestion;
  };
  const languages = [
    ...new Set([
      ...evidence.map(({ article }) => article.language),
      ...(question ? [question.language] : []),
      ...(language === undefined ? [] : [language]),
    ]),
  ];
  const parseClaim = (sentence: string) =>
    parseText(sentence, chooseLanguage(sentence, languages, analyzer), analyzer);
  const verifyClaim = (claim: ParsedText, cited: readonly Evidence[]) =>
    verifySentence(claim, cited.map(parseEvidence), parseQuestion(), analyzer);
  const isSupported = (claim: ParsedText, cited: readonly Evidence[]) =>
    verifyClaim(claim, cited).flaws.length === 0;

  function attribute(sentence: string, cited: readonly Evidence[]): readonly Evidence[] {
    const verbatim = (cited.length > 0 ? cited : evidence).find(({ text }) => text === sentence);
    if (verbatim && /[\p{L}\p{N}]/u.test(sentence)) return [verbatim];
    const claim = parseClaim(sentence);
    if (claim.words.length === 0) return [];
    if (cited.length > 0) {
      const pruned = prune(claim, cited);
      if (isSupported(claim, pruned)) return pruned;
      if (pruned.length < cited.length && cited.length <= MAX_MARKERS && isSupported(claim, cited))
        return cited;
      const withAntecedent = addAntecedent(claim, pruned);
      if (withAntecedent.length > 0) return withAntecedent;
    }
    const best = findStrongest(claim);
    return best ? [best] : [];
  }

  /** Keeps a cited sentence only if it adds words or figures of the claim, most supportive first. */
  function prune(claim: ParsedText, cited: readonly Evidence[]): readonly Evidence[] {
    if (cited.length < 2) return cited;
    const countAnchors = (sources: readonly Evidence[]) => verifyClaim(claim, sources).anchors;
    const byAnchors = cited
      .map((source) => ({ source, anchors: countAnchors([source]) }))
      .sort((a, b) => b.anchors - a.anchors);
    const selected: Evidence[] = [];
    for (const { source } of byAnchors) {
      if (selected.length === MAX_MARKERS) break;
      if (selected.length === 0 || countAnchors([...selected, source]) > countAnchors(selected))
        selected.push(source);
    }
    return cited.filter((source) => selected.includes(source));
  }

  /** Adds an earlier sentence if it names the person that a cited one calls "she", or gives a name in full. */
  function addAntecedent(claim: ParsedText, cited: readonly Evidence[]): readonly Evidence[] {
    const sources = cited.map(parseEvidence);
    if (cited.length >= MAX_MARKERS || !verifyClaim(claim, cited).flaws.includes('name')) return [];
    const inClaim = { analyzer, language: claim.language };
    const missing = readNames(claim).filter((name) => missingWords(name, sources, inClaim).length > 0);
    const isSubject = missing.every(({ words }) => claim.words.indexOf(words[0] as Word) < SUBJECT_WORDS);
    for (const [index, source] of cited.entries()) {
      const parsed = sources[index];
      const needsAntecedent =
        parsed !== undefined && isSubject && opensWithPronoun(parsed) && !opensWithPronoun(claim);
      const isBefore = ({ number }: Evidence) =>
        number < source.number && number >= source.number - MAX_ANTECEDENT_DISTANCE;
      for (const other of evidence) {
        if (other.article.id !== source.article.id || cited.includes(other)) continue;
        const namesMissing =
          (needsAntecedent && isBefore(other)) ||
          missing.every((name) => hasFullName(name, claim, sources, other));
        const both = [other, ...cited];
        if (namesMissing && isSupported(claim, both)) return both;
      }
    }
    return [];
  }

  /** Whether the other sentence contains the full name, and the sources its last word. */
  function hasFullName(
    { words }: Name,
    claim: ParsedText,
    sources: readonly ParsedText[],
    other: Evidence,
  ): boolean {
    const last = words.at(-1);
    const countLastName = (parsed: ParsedText) =>
      parsed.words.filter(({ folded, surface }) => folded === last?.folded && /^\p{Lu}/u.test(surface))
        .length;
    const fullName = words.map(({ surface }) => surface).join(' ');
    return (
      words.length > 1 &&
      other.text.includes(fullName) &&
      sources.some((source) => countLastName(source) >= countLastName(claim) && countLastName(source) > 0)
    );
  }

  /** The evidence sentence that covers most of the claim, if it covers enough. */
  function findStrongest(claim: ParsedText): Evidence | undefined {
    let best: Evidence | undefined;
    let highestCoverage = 0;
    for (const source of evidence) {
      const { terms } = parseEvidence(source);
      const shared = [...claim.terms].filter((term) => terms.has(term)).length;
      if (shared < claim.terms.size * MIN_SHARED_TERMS) continue;
      const { flaws, coverage, anchors, isComparable } = verifyClaim(claim, [source]);
      if (flaws.length > 0 || !isComparable || coverage < STRONG_COVERAGE || anchors < STRONG_ANCHORS)
        continue;
      if (coverage > highestCoverage) [best, highestCoverage] = [source, coverage];
    }
    return best;
  }

  return { attribute, verify: (sentence, cited) => verifyClaim(parseClaim(sentence), cited) };
}
