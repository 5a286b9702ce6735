// Judges whether a written sentence is supported by its evidence. Rules and limits: docs/checking.md.
import type { Analyzer } from '../ports.js';
import { type Coverage, measureCoverage, swapsRoles } from './compare-content.js';
import { compareFigures } from './compare-figures.js';
import { flipsNegation, usesAntonym } from './compare-polarity.js';
import { isLikelyName, missingWords, type Name, readNames } from './mentions/names.js';
import { holdsQuote, readLinks } from './mentions/quotes.js';
import type { ParsedText, Word } from './parsed-text.js';

/** What is wrong with a sentence. */
type Flaw =
  | 'number'
  | 'date'
  | 'name'
  | 'quote'
  | 'link'
  | 'negation'
  | 'opposite'
  | 'roles'
  /** Too little of what it says stands in the evidence. */
  | 'content'
  /** A part of it says what the evidence doesn't. */
  | 'added';

export interface Verification {
  /** Empty: the evidence supports the sentence. */
  readonly flaws: readonly Flaw[];
  /** Those of the flaws where the evidence says something else in that place. */
  readonly conflicts: readonly Flaw[];
  /** 0…1: share of its content words that the evidence holds; 1 across languages, where they cannot be compared. */
  readonly coverage: number;
  /** Words, numbers and names that the evidence holds: what the judgement rests on. */
  readonly anchors: number;
  /** False across languages: then only numbers, dates, names, quotes and links were compared. */
  readonly isComparable: boolean;
}

/** Less of a sentence's content must not stand in its evidence. Measured: docs/checking.md. */
const MIN_COVERAGE = 0.6;
/** Share of all content words that the evidence itself holds, those of the question counted. */
const MIN_HELD = 0.5;
/** So many content words in a row that the evidence doesn't hold are an addition. */
const MAX_GAP = 3;
/** A clause of more words that the evidence holds nothing of is an addition. */
const MAX_BARE_CLAUSE = 1;

/**
 * Judges a sentence by all of its evidence together. Numbers, dates and names may stand in the question instead, where
 * the evidence names no other in their place.
 */
export function verifySentence(
  claim: ParsedText,
  evidence: readonly ParsedText[],
  question: ParsedText | undefined,
  analyzer: Analyzer,
): Verification {
  const flaws = new Set<Flaw>();
  const comparable = evidence.filter(({ language }) => language === claim.language);
  const isComparable = comparable.length > 0;
  const figures = compareFigures(claim, evidence, question);
  for (const flaw of figures.flaws) flaws.add(flaw);
  const names = checkNames(claim, evidence, question, analyzer);
  const conflicts: Flaw[] = [...figures.conflicts, ...(names.isInConflict ? (['name'] as const) : [])];
  if (names.isMissing) flaws.add('name');
  const quoted = [...evidence, ...(question ? [question] : [])];
  if (!claim.quotes.every((phrase) => quoted.some(({ text }) => holdsQuote(text, phrase))))
    flaws.add('quote');
  const isLinked = (link: string) =>
    evidence.some(({ text }) => text.toLowerCase().includes(link.toLowerCase()));
  if (!readLinks(claim.text).every(isLinked)) flaws.add('link');
  if (!isComparable) {
    const cognates = measureCoverage(claim, evidence, undefined).held;
    const anchors = figures.held + names.held + cognates;
    // Words of another language cannot be compared; without anything that can be, nothing supports the sentence.
    if (anchors === 0) flaws.add('content');
    return { flaws: [...flaws], conflicts, coverage: 1, anchors, isComparable };
  }
  const content = measureCoverage(claim, comparable, question);
  for (const flaw of checkContent(content, figures.held)) flaws.add(flaw);
  const isFlipped = flipsNegation(claim, comparable);
  // "Not allowed" says the same as "banned": turned around twice.
  const isOpposite = usesAntonym(claim, comparable);
  if (isFlipped && !isOpposite) flaws.add('negation');
  if (isOpposite && !isFlipped) flaws.add('opposite');
  if (swapsRoles(claim, comparable)) flaws.add('roles');
  if (isFlipped !== isOpposite) conflicts.push(isFlipped ? 'negation' : 'opposite');
  return {
    flaws: [...flaws],
    conflicts,
    coverage: content.share,
    anchors: content.held + figures.held,
    isComparable,
  };
}

function* checkContent(
  { share, held, total, longestGap, bareClause }: Coverage,
  figures: number,
): Iterable<Flaw> {
  const isShort = total === 0 && figures > 0;
  // What the question says counts on neither side, but must not make up most of the sentence.
  const isAskedMostly = (held + figures) / Math.max(1, total + figures) < MIN_HELD;
  if (!isShort && (share < MIN_COVERAGE || isAskedMostly)) yield 'content';
  if (longestGap >= MAX_GAP || bareClause > MAX_BARE_CLAUSE) yield 'added';
}

/** Names: each must stand in the evidence, or in the question where the evidence names nobody that is left out. */
function checkNames(
  claim: ParsedText,
  evidence: readonly ParsedText[],
  question: ParsedText | undefined,
  analyzer: Analyzer,
) {
  const language = { analyzer, language: claim.language };
  let held = 0;
  let [isMissing, isInConflict] = [false, false];
  for (const name of readNames(claim)) {
    const missing = missingWords(name, evidence, language);
    if (missing.length === 0) {
      held += 1;
      continue;
    }
    if (name.isOpening && missing.every((word) => !isLikelyName(word, claim))) continue;
    // A German noun is taken for a name where it stands in the place of another.
    if (name.isNoun && !standsForAnother(name, claim, evidence, analyzer)) continue;
    const isAsked = question && missingWords(name, [...evidence, question], language).length === 0;
    const isAnother = leavesOutName(claim, evidence, analyzer);
    if (!isAsked || isAnother) isMissing = true;
    isInConflict ||=
      missing.length === name.words.length && leftOutNames(claim, evidence, analyzer).length > 0;
  }
  return { held, isMissing, isInConflict };
}

/** Whether a word of the evidence that the sentence leaves out stands beside the same word as this one. */
function standsForAnother(
  { words }: Name,
  claim: ParsedText,
  evidence: readonly ParsedText[],
  analyzer: Analyzer,
): boolean {
  const place = claim.words.indexOf(words[0] as Word);
  const beside = (all: readonly Word[], at: number) => [all[at - 1]?.folded, all[at + 1]?.folded];
  const [before, after] = beside(claim.words, place);
  return evidence.some((source) => {
    const leftOut = new Set(leftOutNames(claim, [source], analyzer).flatMap((name) => name.words));
    if (source.language !== claim.language) return leftOut.size > 0;
    return source.words.some((word, at) => {
      const [theirBefore, theirAfter] = beside(source.words, at);
      const isSamePlace =
        (before !== undefined && before === theirBefore) || (after !== undefined && after === theirAfter);
      return isSamePlace && leftOut.has(word);
    });
  });
}

/** Whether the evidence names others alone, and leans on no name before it. */
function leavesOutName(claim: ParsedText, evidence: readonly ParsedText[], analyzer: Analyzer): boolean {
  return evidence.every((source) => {
    const names = likelyNames(source);
    return (
      !refersBack(source) &&
      names.length > 0 &&
      leftOutNames(claim, [source], analyzer).length === names.length
    );
  });
}

/** Names of the evidence of which the sentence says no word. */
function leftOutNames(
  claim: ParsedText,
  evidence: readonly ParsedText[],
  analyzer: Analyzer,
): readonly Name[] {
  return evidence.flatMap((source) =>
    likelyNames(source).filter(({ words }) =>
      words.every(
        (word) =>
          missingWords({ words: [word], isOpening: false }, [claim], { analyzer, language: source.language })
            .length > 0,
      ),
    ),
  );
}

function likelyNames(source: ParsedText): readonly Name[] {
  return readNames(source).filter(
    ({ isOpening, words }) => !isOpening || words.some((word) => isLikelyName(word, source)),
  );
}

const PRONOUNS = new Set(
  'he she it they his her their its him them this that these those er sie es ihr sein ihre seine il elle ils elles son sa ses él ella ellos ellas su sus lui lei loro он она оно они его её ее их ο η αυτός αυτή ta o el ea'.split(
    ' ',
  ),
);
/** A sentence leans on what came before where one of so many first words is a pronoun. */
const OPENING_WORDS = 3;

/** Whether a sentence opens with a pronoun for someone or something that an earlier one names. */
export function refersBack({ words }: ParsedText): boolean {
  return words.slice(0, OPENING_WORDS).some(({ surface }) => PRONOUNS.has(surface.toLowerCase()));
}
