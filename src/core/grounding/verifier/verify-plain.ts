// Sentences in languages without a tagger: the same words in the same order, with nothing but asides left out.
import { NEGATIONS } from './words/negations.js';
import { OPTIONAL_WORDS, RELATIVE_WORDS, TRAILING_WORDS } from './words/relative-words.js';

/** Longer sentences are not compared. */
const MAX_WORDS = 70;
/** Words that say who somebody is, in front of a name. */
const MAX_ROLE_WORDS = 7;
const WORD = /[\p{L}\p{M}\p{N}]+(?:[.,:'’-][\p{L}\p{M}\p{N}]+)*|[%€$£°]/gu;

interface Word {
  readonly key: string;
  readonly isCapitalised: boolean;
  readonly mark: string;
}

export function comparePlainly(
  sentence: string,
  evidence: string,
  language: string,
): { readonly kind: 'same' | 'unknown' } {
  const [claim, source] = [readWords(sentence), readWords(evidence)];
  const isTooLong = claim.length > MAX_WORDS || source.length > MAX_WORDS || claim.length === 0;
  // Scripts without spaces have no words here.
  if (isTooLong || /\?\s*$/u.test(evidence) || /\p{sc=Han}|\p{sc=Thai}|\p{sc=Hiragana}/u.test(evidence))
    return { kind: 'unknown' };
  if (/["“”«»„]/u.test(sentence) && !/["“”«»„]/u.test(evidence)) return { kind: 'unknown' };
  const rest = withoutAsides(source, claim, language);
  const isSame = rest.length === claim.length && rest.every(({ key }, index) => key === claim[index]?.key);
  return { kind: isSame ? 'same' : 'unknown' };
}

/** The evidence without the asides that the sentence does not have. */
function withoutAsides(source: readonly Word[], claim: readonly Word[], language: string): readonly Word[] {
  const relative = new Set(RELATIVE_WORDS[language] ?? []);
  const negations = new Set(NEGATIONS[language] ?? []);
  const endings = new Set(TRAILING_WORDS[language] ?? []);
  const adverbs = new Set(OPTIONAL_WORDS[language] ?? []);
  const hasNegation = source.some(({ key }) => negations.has(key));
  const kept: Word[] = [];
  let place = 0;
  for (let index = startOfName(source, claim, negations); index < source.length; ) {
    const word = source[index] as Word;
    if (word.key === claim[place]?.key) {
      kept.push(word);
      place += 1;
      index += 1;
      continue;
    }
    const end = endOfAside(source, index);
    const span = source.slice(index, end);
    const isEnd = place === claim.length && word.mark.includes(',') && endings.has(word.key);
    if (isEnd && kept.length > 0 && !source.slice(index).some(({ key }) => negations.has(key))) return kept;
    const isAdverb = adverbs.has(word.key) && !hasNegation;
    if (isAdverb && kept.length > 0) {
      index += 1;
      continue;
    }
    const isAside =
      word.mark.includes(',') &&
      (relative.has(word.key) || isApposition(span)) &&
      !span.some(({ key }) => negations.has(key));
    if (!isAside || kept.length === 0) return source;
    index = end;
  }
  return kept;
}

/** Behind "Die Vorsitzende des Vereins, " where a name between commas follows and the sentence begins with it. */
function startOfName(
  source: readonly Word[],
  claim: readonly Word[],
  negations: ReadonlySet<string>,
): number {
  const comma = source.findIndex(({ mark }, index) => index > 0 && mark !== '');
  const [first, last, after] = source.slice(Math.max(0, comma), comma + 3);
  const isName = first?.isCapitalised && last?.isCapitalised && last.mark === '' && after?.mark === ',';
  const isRole = comma > 1 && comma <= MAX_ROLE_WORDS && first?.mark === ',';
  const isAt = claim[0]?.key === first?.key && claim[1]?.key === last?.key;
  return isName && isRole && isAt && !source.slice(0, comma).some(({ key }) => negations.has(key))
    ? comma
    : 0;
}

/** Up to the next comma. */
function endOfAside(source: readonly Word[], from: number): number {
  let end = from + 1;
  while (end < source.length && !/[,;:]/.test(source[end]?.mark ?? '')) end += 1;
  return end;
}

/** A short aside without capitals or verbs can't be told from a clause: only ages and years are taken for one. */
function isApposition(span: readonly Word[]): boolean {
  return span.length === 1 && /^\d+$/.test(span[0]?.key ?? '');
}

function readWords(text: string): readonly Word[] {
  let last = 0;
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => {
    const mark = text.slice(last, index).trim();
    last = index + word.length;
    return { key: word.toLowerCase(), mark, isCapitalised: /^\p{Lu}/u.test(word) };
  });
}
