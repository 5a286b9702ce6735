// Decides whether a sentence says "yes" or "no". If there is any doubt, it is only quoted.
//
// A verdict needs a clause that says exactly what was asked, or exactly denies it: the same content words behind the same
// prepositions and in the same order, the same tense, and nothing else that could narrow it. A word that isn't known to
// be harmless forbids a verdict. docs/conversation.md explains the rule.
import type { Analyzer } from '../../ports.js';
import { type MatchOptions, matchContent } from './match-content.js';
import { type Clause, readClause } from './read-clause.js';
import { type Role, YES_NO_WORDS, type YesNoWords } from './words.js';

export type Polarity = 'yes' | 'no';

/** Options for {@link readPolarity}. Languages are ISO 639-1 codes. */
export interface PolarityOptions {
  readonly analyzer: Analyzer;
  readonly language: string;
  readonly sentenceLanguage: string;
}

/** What a question asks. */
type Asked = 'permission' | 'need' | 'fact';

const LIST_NUMBER = /^\s*(?:\d{1,3}[.)]|[-•*–])\s+/u;
/** Quotations, parentheses, dashes, rows of tables and questions get no verdict. */
const UNCERTAIN_FORM = /["“”„«»()[\]:?…]|\s[-–—]\s|—|(?<!\p{L})no\.\s?\d/iu;
/** A comma in a list of single words: "kitchen, yard and garden". */
const LIST_COMMA =
  /(?<=[\p{L}\p{N}]), (?=(?:\p{L}{1,3} )?[\p{L}-]+(?:, (?:\p{L}{1,3} )?[\p{L}-]+)*,? (?:and|und|y|et) )/gu;
/** A time at the end doesn't narrow what happened: "reopened in May 2026". */
const TIME_AT_END =
  /\s(?:in|on|im|am|en|el|le)(?:\s\d{1,2}\.?)?(?:\s(?:de\s)?\p{L}{3,10})?(?:\sde)?\s(?:1\d|20)\d\d$/u;
const ALTERNATIVE = /(?<!\p{L})(?:or|oder|o|ou)(?!\p{L})/iu;

/** What the sentence says to a yes-no question as it was typed; undefined unless it is certain. */
export function readPolarity(
  question: string,
  sentence: string,
  { analyzer, language, sentenceLanguage }: PolarityOptions,
): Polarity | undefined {
  const words = YES_NO_WORDS[language];
  if (!words || language !== sentenceLanguage) return undefined;
  const asked = readQuestion(question, words);
  if (!asked) return undefined;
  const body = sentence
    .replace(LIST_NUMBER, '')
    .trim()
    .replace(/[.!]+$/u, '');
  const particle = words.yes.test(body) ? 'yes' : words.no.test(body) ? 'no' : undefined;
  const plain = particle ? body.replace(words.yes, '').replace(words.no, '') : body;
  if (UNCERTAIN_FORM.test(plain) || words.hedge.test(plain)) return undefined;
  const nouns = new Set((plain.match(/\p{Lu}[\p{L}\p{M}-]*/gu) ?? []).map((noun) => noun.toLowerCase()));
  // German moves its verbs around, and "open" is never who does something.
  const isOrdered = (word: string) =>
    (language !== 'de' || nouns.has(word)) && !words.opposites.some((pair) => pair.includes(word));
  const said = judgeSentence(asked, plain, { analyzer, language, words, isOrdered });
  // "No, dogs are welcome" contradicts itself: the "no" answers another question.
  return particle === undefined || particle === said ? said : undefined;
}

interface Question {
  readonly clause: Clause;
  readonly kind: Asked;
}

type Context = Omit<MatchOptions, 'dropsLight' | 'asksPast'>;

/** Reads a yes-no question. Undefined for other questions, and for negated, hedged and double ones. */
function readQuestion(question: string, words: YesNoWords): Question | undefined {
  const typed = question.trim().replace(/[?？!.\s]+$/u, '');
  if (/[?.;:,"“„(]/u.test(typed) || ALTERNATIVE.test(typed) || words.hedge.test(typed)) return undefined;
  const text = rewrite(typed.replace(/^[\s¿]+/u, ''), words);
  const [first = ''] = text.split(' ');
  if (!words.openers.has(first)) return undefined;
  const clause = readClause(text, words);
  const count = counter(clause);
  if (count('negation') > 0 || count('forbid') > 0 || count('universal') > 0) return undefined;
  const kind = count('permit') > 0 ? 'permission' : count('must') + count('need') > 0 ? 'need' : 'fact';
  return kind === 'permission' && count('must') + count('need') > 0 ? undefined : { clause, kind };
}

/** One clause decides. It must be certain that the others don't change what it says. */
function judgeSentence(asked: Question, sentence: string, context: Context): Polarity | undefined {
  const { words } = context;
  const [main = '', ...others] = splitClauses(rewrite(sentence, words));
  const tail = others.findIndex((clause) => words.reason.test(clause));
  const besides = tail < 0 ? others : others.slice(0, tail);
  if ([main, ...besides].some((clause) => words.pronoun.test(clause))) return undefined;
  if (besides.length === 0) return judgeClause(asked, main, context);
  const [only, ...more] = besides;
  if (only === undefined || more.length > 0) return undefined;
  return judgeContrast(asked, main, only, context);
}

/** "Dogs are welcome in the yard, never in the hall": a place with the opposite of what holds elsewhere. */
function judgeContrast(asked: Question, main: string, other: string, context: Context): Polarity | undefined {
  const { words } = context;
  const [first = '', second = '', ...rest] = other.split(' ');
  const isNegated = words.roles.get(first) === 'negation';
  const place = words.prepositions.get(second);
  if (!isNegated || place === undefined || rest.length === 0) return undefined;
  const start = main.split(' ').findIndex((word) => words.prepositions.get(word) === place);
  if (start < 0 || counter(readClause(main, words))('negation') > 0) return undefined;
  // The verb may stand behind the place: "sind im Garten erlaubt".
  const verbs = main
    .split(' ')
    .slice(start)
    .filter((word) => !/^(?:neutral|and|light)?$/.test(words.roles.get(word) ?? ''));
  const elsewhere = [...main.split(' ').slice(0, start), second, ...rest, ...verbs].join(' ');
  const here = judgeClause(asked, main, context);
  const there = judgeClause(asked, elsewhere, context);
  if (here !== undefined && there === undefined) return here;
  return here === undefined && there === 'yes' ? 'no' : undefined;
}

function judgeClause(
  { clause: asked, kind }: Question,
  text: string,
  context: Context,
): Polarity | undefined {
  const { words } = context;
  const isPast = counter(asked)('did') > 0;
  const whole = readClause(text, words);
  const isPositive = counter(whole)('negation') === 0;
  const isEvent = kind === 'fact' && counter(asked)('be') === 0 && isPositive;
  const said = isEvent ? readClause(text.replace(TIME_AT_END, ''), words) : whole;
  const options: MatchOptions = { ...context, dropsLight: kind !== 'fact', asksPast: isPast };
  const match = matchContent(asked, said, options) ?? matchContent(asked, whole, options);
  if (!match || !isSameSubject(asked, said, kind)) return undefined;
  const isAffirmed =
    kind === 'permission' ? readPermission(asked, said) : readFact(kind, asked, said, match.hasPastVerb);
  if (isAffirmed === undefined) return undefined;
  return isAffirmed === match.isOpposite ? 'no' : 'yes';
}

/** Whether the clause grants what was asked. */
function readPermission(asked: Clause, said: Clause): boolean | undefined {
  const count = counter(said);
  const negations = count('negation');
  if (negations > 1 || !isNeutralScope(count, negations) || !agreeOnTime(asked, said)) return undefined;
  if (count('need') > 0) return undefined;
  if (count('forbid') > 0)
    return negations === 0 && count('permit') + count('must') === 0 ? false : undefined;
  if (count('must') > 0) return negations === 1 && count('permit') === 0 ? false : undefined;
  // "Dogs may be allowed" only says that they might be.
  if (count('permit') > 0) return count('permit') === 1 ? negations === 0 : undefined;
  // A rule without a verb: "No spray paint indoors."
  const hasVerb = count('be') + count('do') + count('have') + count('will') > 0;
  return said.opensNegated && !hasVerb ? false : undefined;
}

/** Whether the clause states the fact, or the need, that was asked for. */
function readFact(kind: Asked, asked: Clause, said: Clause, hasPastVerb: boolean): boolean | undefined {
  const [inQuestion, count] = [counter(asked), counter(said)];
  const negations = count('negation');
  if (negations > 1 || !isNeutralScope(count, negations) || !agreeOnTime(asked, said, hasPastVerb))
    return undefined;
  if (count('permit') + count('forbid') > 0) return undefined;
  if (kind === 'need') {
    if (count('need') > 0) return negations === 0;
    if (count('must') > 0) return negations === 0 ? true : undefined;
    // Children pay no fee, so they don't have to. "No helmets" doesn't say that.
    const isStatement = asked.content.length > 1 && !said.opensNegated && count('be') + count('have') === 0;
    return negations === 1 && isStatement ? false : undefined;
  }
  if (count('must') + count('need') > 0) return undefined;
  const isSame = (...roles: readonly Role[]) =>
    roles.some((role) => inQuestion(role) > 0) === roles.some((role) => count(role) > 0);
  return isSame('be', 'was') && isSame('have', 'had') ? negations === 0 : undefined;
}

/** "Not always" isn't "no", and "any" isn't "all". */
function isNeutralScope(count: (role: Role) => number, negations: number): boolean {
  return negations === 0 ? count('any') === 0 : count('universal') === 0;
}

/** Both speak of the past, of the future or of now. */
function agreeOnTime(asked: Clause, said: Clause, hasPastVerb = false): boolean {
  const [inQuestion, count] = [counter(asked), counter(said)];
  const isPast = (has: typeof count) => has('was') + has('did') + has('had') > 0;
  const isFuture = (has: typeof count) => has('will') > 0;
  if (hasPastVerb && isPast(count) && count('did') > 0) return false;
  return isPast(inQuestion) === (isPast(count) || hasPastVerb) && isFuture(inQuestion) === isFuture(count);
}

/** Whether "you" in one and "I", "we" or nobody in the other are the same people. */
function isSameSubject(asked: Clause, said: Clause, kind: Asked): boolean {
  const [inQuestion, count] = [counter(asked), counter(said)];
  // In an article, "I" is the author or the person who is quoted.
  if (count('first-person') > 0) return false;
  const isAsker = inQuestion('first-person') + inQuestion('second-person') + inQuestion('plural-person') > 0;
  if (kind !== 'fact') return count('plural-person') === 0;
  if (inQuestion('first-person') > 0 || count('second-person') > 0) return false;
  return isAsker === count('plural-person') > 0;
}

function rewrite(text: string, { rewrites }: YesNoWords): string {
  const plain = text.toLowerCase().replace(/[’‘`]/gu, "'");
  return rewrites
    .reduce((result, [pattern, words]) => result.replace(pattern, words), plain)
    .replace(/\s+/gu, ' ')
    .trim();
}

function splitClauses(sentence: string): readonly string[] {
  const joined = sentence.replace(LIST_COMMA, ' and ').replace(/, (?=(?:and|und|y|et) )/gu, ' ');
  return joined.split(/[,;]\s*/u).map((clause) => clause.trim());
}

function counter({ roles }: Clause): (role: Role) => number {
  return (role) => roles.get(role) ?? 0;
}
