// Words of an English sentence, other than pronouns, that point outside it: "both", "the figure", "replied".
import type { Token } from '../../grounding/verifier/parse/token.js';
import {
  ANSWERING,
  DEMONSTRATIVES,
  POINTERS,
  QUANTIFIERS,
  SELF_NOUNS,
  SHELL_NOUNS,
  SPECIFYING,
  TIME_NOUNS,
  TYING_ADVERBS,
} from './dangling-words.js';

/** "All four survived", "The first two are due in May", "Most of them left": nothing says what was counted. */
export function isBareQuantifier(tokens: readonly Token[]): boolean {
  const verb = tokens.findIndex((token) => token.verb);
  const [opener] = tokens;
  if (!opener || verb < 1) return false;
  const subject = tokens.slice(0, verb).filter(({ pos, key }) => pos !== 'ADV' || QUANTIFIERS.has(key));
  const isCounted = subject.every(
    ({ pos, key, text }) =>
      pos === 'NUM' || QUANTIFIERS.has(key) || QUANTIFIERS.has(text.toLowerCase()) || pos === 'ADP',
  );
  const isOfThem = subject.some(({ text }) => /^(?:them|these|those|whom)$/i.test(text));
  return (isCounted && subject.length > 0 && subject[0]?.pos !== 'ADP') || (isOfThem && isQuantifier(opener));
}

const isQuantifier = ({ pos, key, text }: Token): boolean =>
  pos === 'NUM' || QUANTIFIERS.has(key) || QUANTIFIERS.has(text.toLowerCase());

/** "Then …", "Instead, …", but not "So far" and "Instead of". */
export function isTyingAdverb(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.text.toLowerCase() ?? '';
  const next = tokens[at + 1]?.key;
  // "A film is shown instead."
  if (at > 0 && at === tokens.length - 1 && word === 'instead') return true;
  return at === 0 && TYING_ADVERBS.has(word) && next !== 'of' && !(word === 'so' && next === 'far');
}

/** "This was new", "those people", but not "this week" and "those who …". */
export function isDanglingDemonstrative(tokens: readonly Token[], at: number): boolean {
  const [token, next, after] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!token || !DEMONSTRATIVES.has(token.key) || (token.pos !== 'DET' && token.pos !== 'PRON' && at > 0))
    return false;
  if (token.key === 'such') return at === 0 && next?.key !== 'as';
  const isLast = next === undefined || next.mark !== '';
  // "After that", "From that"
  if (at === 1 && token.key === 'that' && tokens[0]?.pos === 'ADP') return true;
  if (token.key === 'that' && isLast && at > 0)
    return tokens[at - 1]?.pos === 'ADP' || tokens[at - 1]?.verb !== undefined;
  if (token.key === 'that') return at === 0;
  const noun = next?.pos === 'ADJ' || next?.pos === 'NUM' ? after : next;
  if (noun && (TIME_NOUNS.has(noun.key) || (token.key === 'this' && SELF_NOUNS.has(noun.key)))) return false;
  // "those who …", "those in need"
  if (token.key === 'those' && next && (SPECIFYING.has(next.key) || next.verb))
    return at === 0 && next.verb !== undefined;
  const isKnown = tokens
    .slice(0, at)
    .some(({ key, pos }) => (pos === 'NOUN' && key === noun?.key) || (at > 4 && pos === 'NOUN'));
  return !isKnown;
}

/** "Both left", "the former", but not "both men and women". */
export function isDanglingPointer(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (!token || !POINTERS.has(token.key)) return false;
  const isSubject = at < 2 || token.article === 'the';
  if (token.key === 'both' || token.key === 'either' || token.key === 'neither')
    return (
      at < 2 &&
      !tokens.slice(at + 1, at + 8).some(({ key }) => key === 'and' || key === 'or' || key === 'nor')
    );
  if (token.key === 'another') return at === 0;
  if (token.key === 'former')
    return token.article === 'the' && next?.pos !== 'NOUN' && next?.pos !== 'PROPN' && next?.pos !== 'ADJ';
  if (token.key === 'same')
    return at < 2 && token.article === 'the' && !tokens.slice(at).some(({ key }) => key === 'as');
  return isSubject && !(next && SPECIFYING.has(next.key));
}

/** "Smith replied", "he agreed": to what? */
export function isAnswerWithoutQuestion(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (
    !token?.verb ||
    !ANSWERING.has(token.key) ||
    token.isQuoted ||
    token.verb.isInfinitive ||
    token.verb.isPassive
  )
    return false;
  const next = tokens[at + 1];
  // "agreed to pay", "agreed on a budget", "responded to the fire"
  return (
    !(next && (next.key === 'to' || next.key === 'on' || next.key === 'that' || next.key === 'with')) &&
    token.verb.modal === undefined
  );
}

/** "The figure has doubled", but not "the figure of last year": which one? */
export function isShellNoun(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token?.article !== 'the' || token.isQuoted || (token.pos !== 'NOUN' && token.pos !== 'NUM'))
    return false;
  if (!SHELL_NOUNS.has(token.text.toLowerCase()) && !SHELL_NOUNS.has(token.key)) return false;
  if (token.pos === 'NUM')
    return (
      at < 3 &&
      !/-/.test(next?.mark ?? '') &&
      !tokens.slice(at + 1, at + 6).some(({ key }) => SPECIFYING.has(key))
    );
  // "the decision of the court", "the attack that …", "the plan Smith presented", but not "the figure in May"
  const isSpecified =
    next !== undefined &&
    next.mark === '' &&
    !isTime(next) &&
    (SPECIFYING.has(next.key) ? !isTime(tokens[at + 2]) : /^(?:PROPN|NOUN|NUM)$/.test(next.pos));
  if (isSpecified) return false;
  return !tokens.slice(0, at).some(({ key, pos }) => pos === 'NOUN' && key === token.key);
}

const isTime = (token: Token | undefined): boolean =>
  token !== undefined && TIME_NOUNS.has(token.text.toLowerCase());
