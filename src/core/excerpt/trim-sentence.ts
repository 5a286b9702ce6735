// Shortens sentences to exact spans: clauses and asides that the verifier's rules allow to leave out, and brackets.
// docs/summaries.md lists the rules.

import { findOmissions } from '../grounding/verifier/omit/omissions.js';
import type { Token } from '../grounding/verifier/parse/token.js';
import { contextOf } from '../grounding/verifier/references/article-context.js';
import {
  OPTIONAL_ADVERBS,
  OPTIONAL_CLAUSES,
  RELATIVE,
  REPORTING,
  SAYING,
} from '../grounding/verifier/words/english.js';
import type { Article, Span } from '../text/article.js';
import { parseInPlace } from './editor-brackets.js';

/** A trimmed sentence keeps at least this many tokens. */
const MIN_TOKENS = 7;
/** Longer sentences take too long to read. */
const MAX_TOKENS = 80;
/** "(CNN)", "(born 1961)": brackets with few words. */
const BRACKETS = /(?<=[\p{L}\p{N}%”"])\s+\((?!\p{Lu}{2,6}\))[^()]{1,60}\)/gu;
/** When or where somebody said it, behind ", X said": "on Tuesday", "in a statement". */
const SAYING_CIRCUMSTANCE =
  /(?<=,["”’]? (?:[\p{L}\p{N}.'’-]+ ){1,8}(?:said|says|told reporters|told \p{Lu}\p{L}+))(?: on)?(?: (?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:morning|afternoon|evening|night))?| in an? (?:\p{L}+ ){0,2}(?:statement|interview|speech|report|letter|email|tweet)| (?:on|via) (?:its|his|her|their|the) (?:website|facebook page|twitter account))(?=[.!]$)/iu;

/** The sentence without clauses and asides that the verifier's rules allow to leave out, in exact spans. */
export function dropClauses(article: Article, sentence: Span): readonly Span[] {
  const words = article.text.slice(sentence.start, sentence.end);
  return keepRest(sentence, words, article.language === 'en' ? findDropped(article, words) : []);
}

/** The sentence without brackets and, in English, without when and where somebody said it. */
export function dropBrackets(article: Article, sentence: Span): readonly Span[] {
  const words = article.text.slice(sentence.start, sentence.end);
  const dropped = [...words.matchAll(BRACKETS)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
  const said = article.language === 'en' ? SAYING_CIRCUMSTANCE.exec(words) : null;
  if (said) dropped.push({ start: said.index, end: said.index + said[0].length });
  return keepRest(sentence, words, dropped);
}

/** Segments between punctuation marks that the rules of omission allow to leave out. */
function findDropped(article: Article, words: string): readonly Span[] {
  const { tokens } = parseInPlace(words, contextOf(article));
  if (tokens.length > MAX_TOKENS || tokens.length <= MIN_TOKENS || /["“”]/u.test(words)) return [];
  const mayOmit = findOmissions(tokens);
  const borders = tokens.flatMap(({ mark }, at) => (at > 0 && /[,;–—]|--/u.test(mark) ? [at] : []));
  const ends = [...borders, tokens.length];
  let left = tokens.length;
  const dropped: [number, number][] = [];
  const isFree = (from: number, to: number) =>
    dropped.every(([a, b]) => to <= a || from >= b) && left - (to - from) >= MIN_TOKENS;
  // Longest first, because a long aside may hold shorter ones.
  const segments = borders
    .flatMap((from) => ends.filter((to) => to > from).map((to) => [from, to] as const))
    .sort(([a, b], [c, d]) => d - c - (b - a));
  for (const [from, to] of segments) {
    if (!isFree(from, to) || !isDroppable(tokens, from, to) || !mayOmit(from, to)) continue;
    const rest = tokens.filter(
      (_, at) => ![...dropped, [from, to] as const].some(([a, b]) => at >= a && at < b),
    );
    if (!hasMainVerb(rest)) continue;
    dropped.push([from, to]);
    left -= to - from;
  }
  return dropped.map(([from, to]) => toSpan(words, tokens, from, to));
}

/** The rules compare statements. Here, what is left must also read well. */
function isDroppable(tokens: readonly Token[], from: number, to: number): boolean {
  const [first, last] = [tokens[from], tokens[to - 1]];
  if (!first || !last) return false;
  // A list, "a, b and c", and a name with its place, "Paris, France".
  if (to < tokens.length && (first.pos === 'CCONJ' || tokens[to]?.pos === 'CCONJ')) return false;
  const isAdverb = OPTIONAL_ADVERBS.has(first.key);
  if (to - from < 2 && first.pos !== 'NUM' && !isAdverb) return false;
  // A name in apposition is what the role in front needs: "the director, Rosa Huamán, …".
  if (tokens.slice(from, to).every(({ pos }) => pos === 'PROPN')) return false;
  const segment = tokens.slice(from, to);
  if (segment.some(({ isQuoted }) => isQuoted)) return false;
  // Another verb behind a comma is the main clause going on.
  if (segment.slice(1).some(({ mark, verb }) => mark !== '' && verb)) return false;
  if (to < tokens.length) {
    // Behind "In March, …" stands the subject.
    const isBehindOpening =
      (tokens[0]?.pos === 'ADP' || tokens[0]?.pos === 'SCONJ' || /^accord/.test(tokens[0]?.key ?? '')) &&
      !hasMainVerb(tokens.slice(0, from));
    return !isBehindOpening;
  }
  // Who says so belongs to what is said.
  if (segment.some(({ verb, key }) => verb && (SAYING.has(key) || REPORTING.has(key)))) return false;
  // At the end: a clause of its own or a participle, but not the rest of a list, "friends, fans and colleagues".
  const isClause = RELATIVE.has(first.key) || first.pos === 'SCONJ' || OPTIONAL_CLAUSES.has(first.key);
  const isJoined = first.pos === 'CCONJ' && hasMainVerb(segment);
  const isParticiple = first.verb?.isBare === true && first.verb.form === 'ing';
  const isAside = first.article !== undefined && !segment.some(({ verb, pos }) => verb || pos === 'CCONJ');
  return isClause || isJoined || isParticiple || isAside;
}

/** A finite verb outside a relative or subordinate clause, with a subject in front. */
function hasMainVerb(tokens: readonly Token[]): boolean {
  return tokens.some(({ verb, isQuoted }, at) => {
    if (!verb || at === 0 || isQuoted || verb.isInfinitive || (verb.isBare && verb.form === 'ing'))
      return false;
    const clause = tokens.slice(0, at).findLastIndex(({ mark }, index) => index > 0 && mark !== '');
    const before = tokens.slice(Math.max(0, clause), at);
    return (
      before.some(
        ({ pos }) => pos === 'NOUN' || pos === 'PROPN' || pos === 'PRON' || pos === 'NUM' || pos === 'ADJ',
      ) &&
      !before.some(
        ({ key, pos }, index) => (RELATIVE.has(key) && pos !== 'DET') || (pos === 'SCONJ' && index === 0),
      )
    );
  });
}

/** From the mark in front of the segment to the start of what follows. */
function toSpan(words: string, tokens: readonly Token[], from: number, to: number): Span {
  const start = (tokens[from - 1] as Token).end;
  const next = tokens[to];
  if (!next) return { start, end: words.length - (/[.!?…]["”’)]*$/u.exec(words)?.[0].length ?? 0) };
  const gapStart = (tokens[to - 1] as Token).end;
  const gap = words.slice(gapStart, next.start);
  const mark = /^.*[,;:)–—-]\s*/su.exec(gap)?.[0] ?? '';
  // "The rain, which was heavy, stopped" loses both commas; "It rained, which …, Ada said" keeps the second.
  const keepsComma =
    mark.startsWith(',') &&
    hasMainVerb(tokens.slice(0, from)) &&
    tokens.slice(to, to + 8).some(({ verb, key }) => verb && (SAYING.has(key) || REPORTING.has(key)));
  return { start, end: keepsComma ? gapStart : gapStart + mark.length };
}

/** Spans of the article that are left. */
function keepRest({ start: offset }: Span, words: string, dropped: readonly Span[]): readonly Span[] {
  const kept: Span[] = [];
  let from = 0;
  for (const { start, end } of dropped.toSorted((a, b) => a.start - b.start)) {
    if (start > from) push(from, start);
    from = Math.max(from, end);
  }
  push(from, words.length);
  return kept;

  function push(a: number, b: number): void {
    const slice = words.slice(a, b);
    const lead = slice.length - slice.trimStart().length;
    if (slice.trim() !== '')
      kept.push({ start: offset + a + lead, end: offset + a + slice.trimEnd().length });
  }
}
