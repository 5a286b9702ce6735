// Puts names in the place of pronouns as editors do, in brackets: "[Reyle] said …".
import { findAntecedent } from '../grounding/verifier/antecedents.js';
import { type ArticleContext, contextOf } from '../grounding/verifier/article-context.js';
import type { ParsedSentence, Token } from '../grounding/verifier/parse/token.js';
import type { Article, Span } from '../text/article.js';
import type { ExcerptPart } from '../text/excerpt-part.js';
import { findDanglingOpening, findDanglingReferences } from './dangling-references.js';

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
    return findDanglingOpening(words) === undefined ? { parts: [sentence], needs: [] } : undefined;
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
    // "He's" can't be taken apart.
    if (!name || /^['’]/u.test(text.slice(sentence.start + token.end))) return undefined;
    brackets.push({
      ...{ ...name, bracket: isPossessive(parsed.tokens, at) ? 'possessive' : 'name' },
      replaces: { start: sentence.start + token.start, end: sentence.start + token.end },
    });
  }
  return { parts: insert(text, sentence, brackets), needs };
}

/**
 * Whom "he said" or "she said" in a sentence means, outside its quotations.
 * @returns where the article last names them; undefined if that isn't certain
 */
export function findSpeakerName(article: Article, sentence: Span): Span | undefined {
  const context = contextOf(article);
  const parsed = parseInPlace(article.text.slice(sentence.start, sentence.end), context);
  const at = parsed.tokens.findIndex(({ text, isQuoted }) => !isQuoted && /^(?:he|she)$/i.test(text));
  return at < 0 ? undefined : findName(article, sentence, parsed, at, context);
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

function isPossessive(tokens: readonly Token[], at: number): boolean {
  const key = tokens[at]?.text.toLowerCase() ?? '';
  if (/^(?:his|its|their)$/.test(key)) return true;
  return key === 'her' && /^(?:NOUN|ADJ|PROPN|ADV|NUM)$/.test(tokens[at + 1]?.pos ?? '');
}

/** Where the article last names what a pronoun stands for; undefined if that isn't certain. */
function findName(
  article: Article,
  { start }: Span,
  { tokens }: ParsedSentence,
  at: number,
  context: ArticleContext,
): Span | undefined {
  const before = context.sentencesBefore(start);
  const found = findAntecedent(tokens, at, before, context);
  if (!found || found.length === 0) return undefined;
  const isPerson = /^(?:he|she|him|her|his)$/i.test(tokens[at]?.text ?? '');
  if (isPerson && !isCalledByLastName(found, article)) return undefined;
  // "The city raised the wall. It cost …": only a named subject is certain, and never one of several.
  if (!isPerson && (found.at(-1)?.pos !== 'PROPN' || /^the(?:y|ir|m)$/i.test(tokens[at]?.text ?? '')))
    return undefined;
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

/** News gives a full name once and only the last name after that. "Chest Hospital" is no person. */
function isCalledByLastName(name: readonly Token[], { text }: Article): boolean {
  const [first, last] = name.slice(-2).map((token) => token.text.replace(/[^\p{L}\p{N}-]/gu, ''));
  if (!first || !last) return false;
  return new RegExp(`(?<!\\p{Lu}[\\p{L}.'’-]* )\\b${last}\\b(?! \\p{Lu})`, 'u').test(text);
}

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
