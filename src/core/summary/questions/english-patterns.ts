// Questions that come from the form of a whole English sentence: reasons, prices, sizes, places, intervals, asides.
import type { Tagged } from '../../grounding/verifier/parse/tagger.js';
import { findTimes } from '../styles/dates.js';
import { type Clause, isVague, readClause } from './english-clause.js';
import type { QuestionDraft } from './generated-question.js';

const MONEY = String.raw`(?:about |around |another |only )?(?:\p{Sc}\s?\d|\d[\d.,]* (?:(?:million|billion|thousand) )?(?:dollars|euros|pounds|crowns|cents|francs|yen|pesos)\b|(?:two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|forty|fifty) (?:dollars|euros|pounds|crowns|cents|francs)\b)`;
const PRICE = new RegExp(
  `^((?:An? |The )?\\p{L}[\\p{L}'-]*(?: (?!(?:and|or|to|it|that|will|would|can|could|may|might|must|should|has|had|who|which)\\b)[\\p{L}'-]+){0,3}?) (costs?|is|are) ${MONEY}`,
  'u',
);
const SIZE =
  /^(?:about |around |nearly |almost |more than )?[\d.,]+ (?:metres?|meters?|kilometres?|kilometers?|km|cm|feet|miles?|m) (long|wide|high|deep|tall)\b/u;
const INTERVAL =
  /(?:^| )(?:every (?:\p{L}+ )?(?:\d+ )?(?:minute|hour|day|night|week|month|year)s?|(?:once|twice) an? \p{L}+)\b/u;
const PER_PERIOD =
  /^(.*?)(?:up to |about |at least )?(?:\d+|two|three|four|five|six|seven) (days|hours|times|nights) an? (day|week|month|year)\b/u;
const PORTION =
  /^(?:about |up to |at least )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty) (weeks|months|days|hours|years) of (\p{Ll}+)\b/u;
/** "…, because the winding room is small" */
const REASON =
  /^(.{12,120}?)(?:,? because(?: of)?|, (?:since|as|so that)(?= (?:the|an?|its?|their|they|we|you|nobody|no|some|all|\p{Ll}+s) )) .{8,}$/u;
/** "The summit, which …, raised", "The chief diplomat, Kaja Kallas, has" */
const ASIDE = /^([^,"“”]{3,60}), ([^,"“”]{3,90}), (?=\p{Ll})(.+)$/u;
const PLACED = /^(?:in|on|at|near|beside|behind|next to|opposite|above|below) (?:the|an?|\p{Lu})/u;
const KEPT_SOMEWHERE =
  /^(?:lock|keep|hold|build|find|bury|base|locate|sell|store|display|show|borrow|buy|leave|park|collect|meet)$/;
/** Without their object, they say nothing. */
export const LIGHT_VERB =
  /^(?:be|have|do|make|take|get|give|go|put|raise|bear|bring|keep|come|say|tell|hold|set)$/;
/** Verbs with a preposition of their own, whose object "what" can ask for. */
const WITH_PREPOSITION: Readonly<Record<string, string>> = {
  ...{ lead: 'to', depend: 'on', consist: 'of', result: 'in', focus: 'on', point: 'to', complain: 'about' },
  ...{ agree: 'on', deal: 'with', insist: 'on', rely: 'on', warn: 'about', apply: 'for' },
};
const TIME_UNIT = /\b(?:day|week|month|year|hour|minute)s?\b/u;
const MAX_WORDS = 12;

export function askByPattern(
  sentence: string,
  isPerson: (name: string) => boolean,
  isName: (word: string) => boolean,
): readonly QuestionDraft[] {
  const plain = sentence.replace(/[[\]]/gu, '').replace(/[’‘]/gu, "'");
  const drafts: QuestionDraft[] = [...askPrice(plain)];
  const [, reported] = REASON.exec(plain) ?? [];
  const effect = reported === undefined ? undefined : readClause(`${reported}.`, isName);
  if (effect && isShort(effect.rest)) drafts.push(['why', ask('Why', effect, effect.rest)]);
  const [main = plain, aside] = withoutAside(plain, isPerson);
  const [clause, other] = [main, aside ?? ''].map((text) =>
    text === '' ? undefined : readClause(text, isName),
  );
  if (clause && !isVague(clause)) drafts.push(...askClause(clause));
  // "The summit, which featured talks about …"
  const isObject = /^(?:NOUN|DET|ADJ|NUM)$/.test(other?.restWords[0]?.pos ?? '');
  if (other && isObject && !LIGHT_VERB.test(other.lemma) && !/^(?:is|are|was|were)$/.test(other.auxiliary))
    drafts.push(['what', ask('What', other)]);
  return drafts;
}

const ask = (word: string, { auxiliary, subject, mainVerb }: Clause, tail = ''): string =>
  `${word} ${auxiliary} ${subject} ${mainVerb} ${tail}?`;

/** "Skate hire is €5 a pair", "Jerseys cost £38": the tagger takes "cost" for a noun. */
function askPrice(sentence: string): readonly QuestionDraft[] {
  const [, subject, verb] = PRICE.exec(sentence) ?? [];
  if (
    subject === undefined ||
    verb === undefined ||
    /^(?:It|They|This|That|These|Each|All|There|He|She)\b/u.test(subject)
  )
    return [];
  const thing =
    /^(?:\p{Lu}\p{Ll}+ )?\p{Lu}\p{Ll}*$/u.test(subject) && / /u.test(subject) ? subject : lowerFirst(subject);
  if (verb === 'is' || verb === 'are') return [['howMuch', `How much ${verb} ${thing}?`]];
  return [['howMuch', `How much ${verb === 'costs' ? 'does' : 'do'} ${thing} cost?`]];
}

/** The sentence without what stands between commas behind its subject, and what that says. */
function withoutAside(sentence: string, isPerson: (name: string) => boolean): readonly string[] {
  const [, subject = '', aside = '', rest = ''] = ASIDE.exec(sentence) ?? [];
  if (subject === '') return [sentence];
  const relative = /^which (.+)$/u.exec(aside)?.[1];
  const main = isPerson(aside) ? `${aside} ${rest}` : `${subject} ${rest}`;
  return relative === undefined ? [main] : [main, `${subject} ${relative}.`];
}

function askClause(clause: Clause): readonly QuestionDraft[] {
  const { rest, restWords, lemma, auxiliary, mainVerb } = clause;
  const drafts: QuestionDraft[] = [];
  const isBe = mainVerb === '' && /^(?:is|are|was|were)$/.test(auxiliary);
  const size = isBe ? SIZE.exec(rest)?.[1] : undefined;
  if (size) drafts.push(['howBig', ask(`How ${size}`, clause)]);
  const interval = INTERVAL.exec(rest);
  const before = interval ? rest.slice(0, interval.index) : '';
  if (interval && isShort(before) && !/ (?:and|or|that|which|who) /u.test(` ${before} `) && !isBe)
    drafts.push(['howOften', ask('How often', clause, before)]);
  const [, where = '', unit, period] = PER_PERIOD.exec(rest) ?? [];
  if (unit && isShort(where)) drafts.push(['howMany', ask(`How many ${unit} a ${period}`, clause, where)]);
  const [, units, portion] = PORTION.exec(rest) ?? [];
  if (units) drafts.push(['howMany', ask(`How many ${units} of ${portion}`, clause)]);
  const isPlaced =
    PLACED.test(rest) && findTimes(rest.split(' ').slice(0, 4).join(' '), { language: 'en' }).length === 0;
  if (isPlaced && restWords.length <= MAX_WORDS + 2 && (isBe || KEPT_SOMEWHERE.test(lemma)))
    drafts.push(['where', ask('Where', clause)]);
  drafts.push(...askObjectOfPreposition(clause, isBe));
  return drafts;
}

/** "has led to …" → "What has … led to?", "remains skeptical of …", "has issued a warning against …" */
function askObjectOfPreposition(clause: Clause, isBe: boolean): readonly QuestionDraft[] {
  const { restWords, lemma } = clause;
  const [first, second] = restWords;
  if (!first || !second) return [];
  if (WITH_PREPOSITION[lemma] === first.text && isNounPhrase(restWords.slice(1)))
    return [['about', ask('What', clause, first.text)]];
  const isCopula = isBe || /^(?:remain|seem|become)$/.test(lemma);
  if (
    isCopula &&
    first.pos === 'ADJ' &&
    /^(?:of|for|about|with)$/.test(second.text) &&
    isNounPhrase(restWords.slice(2))
  )
    return /^(?:full|next|close|free|more|less)$/.test(first.text) || TIME_UNIT.test(clause.rest)
      ? []
      : [['about', ask('What', clause, `${first.text} ${second.text}`)]];
  const at = restWords.findIndex(({ text }) => /^(?:against|about|into)$/.test(text));
  const object = restWords.slice(0, Math.max(0, at));
  const isObject =
    object.length >= 2 &&
    object.length <= 5 &&
    object[0]?.pos === 'DET' &&
    object.at(-1)?.pos === 'NOUN' &&
    object.every(({ pos }) => /^(?:DET|ADJ|NOUN)$/.test(pos));
  if (!isObject || !isNounPhrase(restWords.slice(at + 1))) return [];
  const words = restWords.slice(0, at + 1).map(({ text }) => text);
  return [['about', ask('What', clause, words.join(' '))]];
}

const isNounPhrase = ([first]: readonly Tagged[]): boolean =>
  first !== undefined && /^(?:DET|NOUN|PROPN|ADJ|NUM)$/.test(first.pos);

const isShort = (text: string): boolean => text.trim().split(/\s+/u).length <= MAX_WORDS;
const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
