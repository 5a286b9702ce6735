// One sentence as the rules of omission look at it.
import type { Token } from '../parse/token.js';
import { DATES } from '../words/dates.js';
import { ANAPHORIC, RELATIVE, REPORTING, SAYING, UNTRUE } from '../words/english.js';
import { isDenying, isNegative } from './context.js';

/** Tells whether tokens `[from, to)` may be left out. */
export type Rule = (from: number, to: number) => boolean;

export interface SentenceView {
  readonly tokens: readonly Token[];
  at(index: number): Token | undefined;
  /** Whether punctuation stands in front of a token, or the sentence ends. */
  isMarked(index: number): boolean;
  /** "but this is wrong", "which he denies": what says that the rest is untrue. */
  isUntrue: Rule;
  /** Whether a noun phrase with its verb begins here. */
  hasSubject(index: number): boolean;
}

export function viewSentence(tokens: readonly Token[]): SentenceView {
  return {
    tokens,
    at: (index) => tokens[index],
    isMarked: (index) => index >= tokens.length || /[,;:()–—]/u.test(tokens[index]?.mark ?? ''),
    isUntrue(from, to) {
      const span = tokens.slice(from, to);
      const isAbout = span
        .slice(0, 2)
        .some(({ key, pos }) => (ANAPHORIC.has(key) && pos !== 'SCONJ') || key === 'nothing');
      // "it does not replace the kit" denies nothing that was said.
      const verb = span.find((token) => token.verb);
      const isOfBeing = verb === undefined || /^(?:be|happen|occur|exist|do|apply|have)$/.test(verb.key);
      return (
        isAbout &&
        span.some(
          (token) =>
            (UNTRUE.has(token.key) && (isOfBeing || !isNegative(token))) ||
            (isNegative(token) && isOfBeing) ||
            isDenying(token),
        )
      );
    },
    hasSubject(index) {
      const verb = tokens.findIndex((token, place) => place >= index && token.verb);
      return (
        verb > index &&
        tokens
          .slice(index, verb)
          .every(({ pos, key }) => pos !== 'CCONJ' && pos !== 'SCONJ' && !RELATIVE.has(key))
      );
    },
  };
}

export const isNoun = (token: Token | undefined): boolean => token?.pos === 'NOUN' || token?.pos === 'PROPN';
export const isTime = (text: string): boolean => DATES.has(text.toLowerCase());
export const isReport = ({ verb, key }: Token): boolean =>
  verb !== undefined && (REPORTING.has(key) || SAYING.has(key));

export function isPlural(token: Token | undefined): boolean {
  if (!token) return false;
  const word = token.text.toLowerCase();
  return (
    (token.pos === 'NOUN' && word !== token.key && word.endsWith('s')) ||
    /^(?:people|children|men|women|police|staff)$/.test(word)
  );
}
