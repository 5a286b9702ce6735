// Puts names in the place of pronouns as editors do, in brackets: "[Reyle] said …".

import type { ParsedSentence, Token } from '../grounding/verifier/parse/token.js';
import { findAntecedent } from '../grounding/verifier/references/antecedents.js';
import { type ArticleContext, contextOf } from '../grounding/verifier/references/article-context.js';
import type { Article, Span } from '../text/article.js';
import type { ExcerptPart } from '../text/excerpt-part.js';
import { isCalledByLastName, isCertainPerson } from './certain-person.js';
import { findDanglingOpening, hasGermanPronounAlone } from './dangling/dangling-openings.js';
import { findDanglingReferences } from './dangling/dangling-references.js';

/** A sentence that can be read without the ones before it. */
export interface ClearExcerpt {
  readonly parts: readonly ExcerptPart[];
  /** Lemmas of nouns such as "figure" in "the figure", which an earlier line must have. */
  readonly needs: readonly string[];
}

/**
 * The sentence with bracketed names for the pronouns that point outside it. Names are exact spans of the article too.
 * In languages other than English, nothing is replaced.
 * @param sentence a span of the article, without a connective in front
 * @returns undefined if it points at something that isn't certain
 */
export function bracketPronouns(article: Article, sentence: Span): ClearExcerpt | undefined {
  const { text, language } = article;
  const words = text.slice(sentence.start, sentence.end);
  if (language !== 'en') {
    return findDanglingOpening(words) === undefined && !(language === 'de' && hasGermanPronounAlone(words))
      ? { parts: [sentence], needs: [] }
      : undefined;
  }
  const context = contextOf(article);
  const parsed = parseInPlace(words, context);
  const references = findDanglingReferences(parsed.tokens, context);
  if (references.some(({ kind }) => kind === 'other')) return undefined;
  const needs = [
    ...references.flatMap(({ lemma }) => lemma ?? []),
    ...recentNouns(article, sentence, parsed, context),
  ];
  const brackets: ExcerptPart[] = [];
  for (const { at, kind } of references) {
    if (kind !== 'pronoun') continue;
    const token = parsed.tokens[at] as Token;
    const name = findName(article, sentence, parsed, at, context);
    const owns = isPossessive(parsed.tokens, at);
    // "He's" can't be taken apart.
    if (!name || owns === undefined || /^['’]/u.test(text.slice(sentence.start + token.end)))
      return undefined;
    brackets.push({
      ...{ ...name, bracket: owns ? 'possessive' : 'name' },
      replaces: { start: sentence.start + token.start, end: sentence.start + token.end },
    });
  }
  return { parts: insert(text, sentence, brackets), needs };
}

/**
 * Whom "he said" or "she said" in a sentence means, outside its quotations.
 * @param isKnownPerson whether something else in the article shows that a last name is a person's
 * @returns where the article last names them; undefined if that isn't certain
 */
export function findSpeakerName(
  article: Article,
  sentence: Span,
  isKnownPerson: (lastName: string) => boolean,
): Span | undefined {
  const context = contextOf(article);
  const parsed = parseInPlace(article.text.slice(sentence.start, sentence.end), context);
  const at = parsed.tokens.findIndex(({ text, isQuoted }) => !isQuoted && /^(?:he|she)$/i.test(text));
  return at < 0 ? undefined : findName(article, sentence, parsed, at, context, isKnownPerson);
}

/** The sentence in pieces, with brackets in the places of pronouns. */
function insert(
  text: string,
  { start, end }: Span,
  brackets: readonly ExcerptPart[],
): readonly ExcerptPart[] {
  const parts: ExcerptPart[] = [];
  let from = start;
  for (const bracket of brackets) {
    const { start: at, end: to } = bracket.replaces ?? bracket;
    push(from, at);
    parts.push(bracket);
    from = to;
  }
  push(from, end);
  return parts;

  function push(a: number, b: number): void {
    const slice = text.slice(a, b);
    const lead = slice.length - slice.trimStart().length;
    if (slice.trim() !== '') parts.push({ start: a + lead, end: a + slice.trimEnd().length });
  }
}

/** Parses words of the article so that offsets stay those of `words`. */
export function parseInPlace(words: string, context: ArticleContext): ParsedSentence {
  return context.parse(words.replace(/\s/gu, ' '));
}

/** Whether a pronoun owns what follows; undefined for a "her" that may do either: "gave her two books". */
function isPossessive(tokens: readonly Token[], at: number): boolean | undefined {
  const key = tokens[at]?.text.toLowerCase() ?? '';
  const [before, next, after] = [tokens[at - 1], tokens[at + 1], tokens[at + 2]];
  if (/^(?:his|its|their)$/.test(key)) return true;
  if (key !== 'her' || !next || next.mark !== '' || next.article !== undefined) return false;
  // "above her drawing table", but "saw her drawing a map"
  if (next.verb || (next.pos === 'ADV' && /^(?:NOUN|ADJ)$/.test(after?.pos ?? ''))) return undefined;
  if (!/^(?:NOUN|ADJ|PROPN|NUM)$/.test(next.pos)) return false;
  return before?.verb && TAKES_PERSON.has(before.key) ? undefined : true;
}

/** Where the article last names what a pronoun stands for; undefined if that isn't certain. */
function findName(
  article: Article,
  { start }: Span,
  { tokens }: ParsedSentence,
  at: number,
  context: ArticleContext,
  isKnownPerson: (lastName: string) => boolean = () => false,
): Span | undefined {
  const before = context.sentencesBefore(start);
  const found = findAntecedent(tokens, at, before, context);
  if (!found || found.length === 0) return undefined;
  const isNamedPerson = isKnownPerson(found.at(-1)?.text ?? '');
  const isPerson = /^(?:he|she|him|her|his)$/i.test(tokens[at]?.text ?? '');
  if (isPerson && !isNamedPerson && !isCalledByLastName(found, article)) return undefined;
  if (isPerson && !isCertainPerson(found, article, start, tokens[at] as Token, context)) return undefined;
  // "The city raised the wall. It cost …": only a named subject is certain, and never one of several.
  if (!isPerson && (found.at(-1)?.pos !== 'PROPN' || /^the(?:y|ir|m)$/i.test(tokens[at]?.text ?? '')))
    return undefined;
  if (!isPerson && isPersonName(found, context)) return undefined;
  // Without titles: "Marek Oduya" of "chief engineer Marek Oduya".
  const kept = isPerson ? found.slice(-2) : found;
  const first = kept[0] as Token;
  const name = kept.map(({ text }) => text).join(' ');
  const candidates = [...(first.article === 'the' ? [`the ${name}`, `The ${name}`] : []), name];
  for (const candidate of candidates) {
    const earlier = article.text.lastIndexOf(candidate, start);
    const place = earlier >= article.bodyStart ? earlier : article.text.indexOf(candidate, article.bodyStart);
    if (place >= article.bodyStart) return { start: place, end: place + candidate.length };
  }
  if (first.article !== undefined) return undefined;
  const last = kept.at(-1)?.text ?? '';
  const place = article.text.lastIndexOf(last, start);
  return place < article.bodyStart || last === '' ? undefined : { start: place, end: place + last.length };
}

/** "Ada Brandt" isn't "it". "The Old Mill Bridge" may be. */
function isPersonName(name: readonly Token[], context: ArticleContext): boolean {
  const last = name.at(-1)?.text ?? '';
  if (context.genderOf(last) !== undefined) return true;
  return name[0]?.article === undefined && context.fullName(last) !== undefined && context.isPerson(last);
}

/** "gave her two books": verbs with a person as their object. */
const TAKES_PERSON: ReadonlySet<string> = new Set(
  'give tell send show ask pay offer teach lend hand cost buy make call name grant award bring find keep leave owe promise write get'.split(
    ' ',
  ),
);
/** How far back a noun was introduced for "the" to point there. In characters. */
const RECENT_CHARS = 700;

/** Nouns after "the" that the article introduced shortly before as something new: "a ship … The ship". */
function recentNouns(
  { text, bodyStart }: Article,
  { start }: Span,
  { tokens }: ParsedSentence,
  context: ArticleContext,
): readonly string[] {
  const earlier = text.slice(Math.max(bodyStart, start - RECENT_CHARS), start).toLowerCase();
  return tokens.flatMap((token, at) => {
    const [before, next] = [tokens[at - 1], tokens[at + 1]];
    const isBare =
      token.pos === 'NOUN' &&
      token.article === 'the' &&
      !token.isQuoted &&
      before?.key !== token.key &&
      (next === undefined ||
        next.mark !== '' ||
        next.verb !== undefined ||
        (next.pos === 'ADP' && /^(?:in|on|at|from|by|into|after|before|during)$/.test(next.key)));
    if (!isBare || context.isName(token.text)) return [];
    const isKnown = tokens.slice(0, at).some(({ key, pos }) => pos === 'NOUN' && key === token.key);
    const noun = token.text.toLowerCase().replace(/[^\p{L}-]/gu, '');
    if (isKnown || noun === '') return [];
    const singular = token.key.replace(/[^\p{L}-]/gu, '');
    // "a ship", "the safety course": afterwards, "the ship" and "the course".
    const introduced = new RegExp(
      `\\b(?:an?|one|two|three|some|several|another) (?:[\\p{L}-]+ ){0,3}?(?:${noun}|${singular})\\b|\\bthe (?:[\\p{L}-]+ ){1,2}(?:${noun}|${singular})\\b`,
      'u',
    );
    return introduced.test(earlier) ? [token.key] : [];
  });
}
