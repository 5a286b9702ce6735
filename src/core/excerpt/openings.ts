// What may be left out in front of a sentence: datelines, speaker labels, list markers and connectives.
import type { Span } from '../text/article.js';

/** Things in front of a sentence that aren't part of it, in any language. */
const FRONT_MATTER: readonly RegExp[] = [
  // "LONDON, England (CNN) -- ", "(CNN)", "BERLIN (dpa) – "
  /^(?:\p{Lu}[\p{L}.'’-]+(?:,? \p{Lu}[\p{L}.'’-]+){0,4},? )?\(\p{Lu}[\p{L}. &-]{1,24}\)\s*(?:[-–—]+\s*)?/u,
  // "LONDON — "
  /^\p{Lu}{3,}(?:[ ,]+[\p{L}.]+){0,4}\s+(?:--|[–—])\s+/u,
  // "[00:12:31] ", "12:31 "
  /^[[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?[\s:–-]+/u,
  // "1. ", "- ", "• "
  /^(?:[-*+•‣◦–]|\(?\d{1,3}[.)])\s+/u,
];
/** "Ada Brandt: …" in a transcript or interview. */
const SPEAKER_LABEL =
  /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3}(?: \([^)]{1,30}\))?:\s+(?=["“„«\p{Lu}¿¡])/u;

/** Adverbs that tie a sentence to the one before it and stand in front of a comma. */
const WITH_COMMA =
  /^(?:meanwhile|however|even so|moreover|furthermore|in addition|additionally|besides|also|nevertheless|nonetheless|still|indeed|in fact|for example|for instance|of course|then|again|finally|as a result|therefore|thus|consequently|on the other hand|by contrast|in contrast|at the same time|that said|so far|overall|in short|now|además|sin embargo|también|no obstante|por otra parte|por otro lado|mientras tanto|asimismo|en cambio|así|de hecho|por ejemplo|cependant|toutefois|en outre|de plus|par ailleurs|en revanche|néanmoins|pourtant|ainsi|en effet|par exemple|enfin|inoltre|tuttavia|infatti|intanto|além disso|no entanto|entretanto),\s+/iu;
/** Conjunctions that open a sentence. Dropping them changes no word order. */
const CONJUNCTIONS: Readonly<Record<string, RegExp>> = {
  en: /^(?:(?:but|and|yet|plus)(?:,)?\s+(?=\S)|so(?:,\s+|\s+(?=(?:the|a|an|he|she|they|we|it|in|on|for)\s)))/iu,
  de: /^(?:und|aber|denn|oder|sondern)\s+(?=\S)/iu,
  fr: /^(?:et|mais|or|car|donc)(?:,)?\s+(?=\S)/iu,
  es: /^(?:y|e|pero|o|pues)(?:,)?\s+(?=\S)/iu,
};

/** The sentence without what is in front of it: the start may move, the end stays. */
export function skipOpening(text: string, sentence: Span, language: string): Span {
  return skipConnective(text, skipFrontMatter(text, sentence), language);
}

/** The sentence without a connective in front, such as "However," or "But". */
export function skipConnective(text: string, { start: from, end }: Span, language: string): Span {
  const rest = text.slice(from, end);
  const connective = WITH_COMMA.exec(rest) ?? CONJUNCTIONS[language]?.exec(rest);
  const skipped = connective?.[0] ?? '';
  // "So far this year", "Yet to be named": part of the sentence.
  if (/^(?:yet) (?:to|another)\b/iu.test(rest)) return { start: from, end };
  return { start: from + skipped.length, end };
}

/** The sentence without its dateline, time, list marker or the label of who speaks. */
export function skipFrontMatter(text: string, { start, end }: Span): Span {
  let from = start;
  for (const pattern of FRONT_MATTER) from += pattern.exec(text.slice(from, end))?.[0].length ?? 0;
  from += SPEAKER_LABEL.exec(text.slice(from, end))?.[0].length ?? 0;
  return from < end ? { start: from, end } : { start, end };
}
