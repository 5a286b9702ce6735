// Corrects tags that their neighbours rule out: the tagger takes nouns for verbs, and verbs for nouns.
import { REPORTING, SAYING, UNCHANGED } from '../words/english.js';
import type { Tagged } from './tagger.js';
import type { PartOfSpeech } from './token.js';

const OPENERS = new Set(
  'that which who when where while because although if before after until since as'.split(' '),
);

/** The same words, some with another part of speech. */
export function repairTags(words: readonly Tagged[]): readonly Tagged[] {
  const fixed = [...words];
  const retag = (index: number, pos: PartOfSpeech, lemma?: string) => {
    const word = fixed[index];
    if (word) fixed[index] = { ...word, pos, lemma: lemma ?? word.lemma };
  };
  for (let index = 0; index < fixed.length; index += 1) {
    const other = otherTag(fixed, index);
    if (other) retag(index, other, other === 'NOUN' ? fixed[index]?.text.toLowerCase() : undefined);
  }
  const verb = findMissingVerb(fixed);
  if (verb >= 0) {
    retag(verb, 'VERB');
    const second = findSecondVerb(fixed, verb);
    if (second >= 0) retag(second, 'VERB');
  }
  return fixed;
}

function otherTag(words: readonly Tagged[], at: number): PartOfSpeech | undefined {
  const [before, word, after] = [words[at - 1], words[at] as Tagged, words[at + 1]];
  // "the new offshore farm"
  const isInside = isArticle(before) || (before?.pos === 'ADJ' && isArticle(words[at - 2]));
  if (word.pos === 'ADV' && isInside && /^(?:ADV|ADJ|NOUN|VERB)$/.test(after?.pos ?? ''))
    return startsPhrase(words, at) ? 'ADJ' : undefined;
  if (word.pos === 'PART' && isTo(word) && after?.pos === 'VERB' && !isBase(after)) return 'ADP';
  if (/^o['’]clock$/u.test(word.text)) return 'NOUN';
  if (word.text === 'costs' && (after?.pos === 'NUM' || after?.pos === 'SYM')) return 'VERB';
  // "the final in the arena", "a solvent that …"
  const isHead =
    isEndOrPreposition(after) || after?.text === 'that' || /^(?:AUX|VERB)$/.test(after?.pos ?? '');
  if (word.pos === 'ADJ' && isArticle(before) && isHead && !/(?:er|est)$/.test(word.text)) return 'NOUN';
  if (word.pos === 'NOUN' && isBase(word) && isOrder(words, at)) return 'VERB';
  if (word.pos === 'NOUN' && /s$/.test(word.text) && /^(?:who|which)$/.test(before?.text ?? ''))
    return 'VERB';
  // "which she disliked"
  const isObjectOrEnd = isEndOrPreposition(after) || /^(?:DET|PRON)$/.test(after?.pos ?? '');
  const isSecond =
    before?.text === 'and' && after?.pos === 'DET' && words.slice(0, at).some(({ pos }) => pos === 'VERB');
  if (word.pos === 'ADJ' && isParticiple(word) && ((isSubjectPronoun(before) && isObjectOrEnd) || isSecond))
    return 'VERB';
  if (word.pos !== 'VERB') return undefined;
  if (/^\p{Lu}/u.test(word.text) && at > 0 && after?.text === "'s") return 'PROPN';
  if (isTo(before) && before?.pos === 'ADP' && /s$/.test(word.text) && !isBase(word)) return 'NOUN';
  if (/ing$/.test(word.text) && before?.text === 'in' && isEndOrPreposition(after)) return 'NOUN';
  if (/ing$/.test(word.text) && isArticle(before) && after?.pos === 'NOUN') return 'ADJ';
  if (isParticiple(word) && after?.pos === 'NOUN' && (at === 0 || isArticle(before))) return 'ADJ';
  if (!isBase(word)) return undefined;
  if (before?.pos === 'PART' && before.text === "'s") return 'NOUN';
  if (/^(?:its|their|his|our|my)$/i.test(before?.text ?? '')) return 'NOUN';
  const auxiliary = words.slice(0, at).findLast(({ pos }) => pos !== 'ADV');
  if (auxiliary?.pos === 'AUX' && auxiliary.lemma === 'be' && !UNCHANGED.has(word.lemma)) return 'ADJ';
  if (isFollowedByName(words, at) && (at === 0 || (before?.pos === 'VERB' && SAYING.has(before.lemma))))
    return 'ADJ';
  return isInNounPhrase(words, at) ? 'NOUN' : undefined;
}

const isSubjectPronoun = (word: Tagged | undefined): boolean =>
  /^(?:he|she|they|we|i)$/i.test(word?.text ?? '');
const isArticle = (word: Tagged | undefined): boolean => /^(?:the|an?)$/i.test(word?.text ?? '');
const isTo = (word: Tagged | undefined): boolean => word?.text.toLowerCase() === 'to';
const isBase = ({ text, lemma }: Tagged): boolean => text.toLowerCase() === lemma.toLowerCase();
const isParticiple = ({ text }: Tagged): boolean => /(?:ed|en)$/.test(text);
const isEndOrPreposition = (word: Tagged | undefined): boolean =>
  word === undefined || word.pos === 'PUNCT' || word.pos === 'ADP';

/** An adverb behind an article, with a noun to come: "the nearby farm", not "the more so". */
function startsPhrase(words: readonly Tagged[], at: number): boolean {
  let index = at;
  while (/^(?:ADV|ADJ)$/.test(words[index]?.pos ?? '')) index += 1;
  const head = words[index];
  return head?.pos === 'NOUN' || (head?.pos === 'VERB' && isBase(head) && index - at > 1);
}

/** "Press the patch down", "…, and hook it to a spoke" */
function isOrder(words: readonly Tagged[], at: number): boolean {
  const [before, after] = [words[at - 1], words[at + 1]];
  const takes = /^(?:the|an?|it|them|its|your)$/i.test(after?.text ?? '');
  const isFirst = at === 0 || (before?.text === 'and' && /^(?:it|them)$/.test(after?.text ?? ''));
  const isAfterClause =
    before?.text === ',' && /^(?:if|before|when|after|once)$/i.test(words[0]?.text ?? '') && takes;
  return takes && (isFirst || isAfterClause);
}

/** "lead author Tove Sandell" */
function isFollowedByName(words: readonly Tagged[], at: number): boolean {
  return words[at + 1]?.pos === 'NOUN' && words[at + 2]?.pos === 'PROPN' && words[at]?.text !== undefined;
}

/** "the run", "the new farm", "to the tool shed on …" */
function isInNounPhrase(words: readonly Tagged[], at: number): boolean {
  let start = at - 1;
  while (start >= 0 && /^(?:ADJ|ADV|NUM)$/.test(words[start]?.pos ?? '')) start -= 1;
  if (isArticle(words[start])) return true;
  const noun = words[at - 1];
  const isSingular = noun?.pos === 'NOUN' && !/s$/.test(noun.text);
  const isAfterPreposition = isArticle(words[at - 2]) && /^(?:ADP|PART)$/.test(words[at - 3]?.pos ?? '');
  return (
    isSingular && isAfterPreposition && !/^(?:DET|PRON|PROPN|NOUN|NUM|ADJ)$/.test(words[at + 1]?.pos ?? '')
  );
}

/** A noun that stands where the first clause needs its verb: "the team links the recovery to …". */
function findMissingVerb(words: readonly Tagged[]): number {
  const finite = words.findIndex((word, index) => isFiniteVerb(words, word, index));
  const end = finite < 0 ? words.length : endOfFirstClause(words, finite);
  const trailing = words.findLastIndex(({ pos }) => pos !== 'PUNCT');
  const comma = words.findLastIndex(({ text }) => text === ',');
  const [speaker, verb] = [words[trailing - 1], words[trailing]];
  // "…, the authors state"
  const isSpeaker = comma > 0 && trailing - comma <= 4 && speaker?.pos === 'NOUN' && verb?.pos === 'NOUN';
  if (isSpeaker && SAYING.has(verb.lemma) && comma > finite && finite >= 0) return trailing;
  if (end < 2) return -1;
  const candidates = words.flatMap((_, index) => (index < end && isVerbLike(words, index) ? [index] : []));
  return candidates.find((index) => takesObject(words, index)) ?? -1;
}

/** "stores … and shelters young cod" */
function findSecondVerb(words: readonly Tagged[], first: number): number {
  if (!/[^s]s$/.test(words[first]?.text ?? '')) return -1;
  return words.findIndex(({ pos, text }, index) => {
    const [before, after] = [words[index - 1], words[index + 1]];
    const isVerb = pos === 'NOUN' && /[^s]s$/.test(text) && before?.text === 'and' && index > first + 1;
    return isVerb && (after?.pos === 'DET' || (after?.pos === 'ADJ' && words[index + 2]?.pos === 'NOUN'));
  });
}

function isFiniteVerb(words: readonly Tagged[], { pos, text }: Tagged, at: number): boolean {
  if (pos === 'AUX') return true;
  const before = words[at - 1];
  const isLoose = before?.pos === 'PUNCT' && /(?:ed|en|ing)$/.test(text);
  return pos === 'VERB' && !(before?.pos === 'PART' && isTo(before)) && !/ing$/.test(text) && !isLoose;
}

/** Where the words before a verb end that can't be its own subject. */
function endOfFirstClause(words: readonly Tagged[], verb: number): number {
  const before = words.slice(0, verb);
  if (before.at(-1)?.pos === 'CCONJ') return verb - 1;
  return before.findIndex(
    ({ text, pos }, index) => index > 1 && OPENERS.has(text.toLowerCase()) && pos !== 'PUNCT',
  );
}

/** "committee answers", "lines shade": agrees with the noun in front as a verb would. */
function isVerbLike(words: readonly Tagged[], at: number): boolean {
  const word = words[at] as Tagged;
  if (word.pos !== 'NOUN' || at === 0) return false;
  const subject = words.slice(0, at).findLast(({ pos }) => pos !== 'ADV');
  if (!subject) return false;
  const next = words[at + 1];
  const isAside = subject.text === ',' && isTo(next) && next?.pos === 'PART';
  if (isAside) return true;
  if (!/^(?:NOUN|PROPN)$/.test(subject.pos)) return false;
  // "the makers of foam claim": the head may be further in front.
  const isPluralNoun = ({ pos, text, lemma }: Tagged) =>
    pos === 'NOUN' && text.toLowerCase() !== lemma.toLowerCase();
  const first = words.find(({ pos }) => pos === 'NOUN' || pos === 'PROPN');
  const isPlural =
    isPluralNoun(subject) || (next?.text === 'that' && first !== undefined && isPluralNoun(first));
  return isPlural ? isBase(word) : /[^s]s$/.test(word.text) && !isBase(word);
}

function takesObject(words: readonly Tagged[], at: number): boolean {
  const [word, next, after] = words.slice(at, at + 3);
  if (!word || !next) return false;
  if (next.text === 'that') return SAYING.has(word.lemma) || REPORTING.has(word.lemma);
  if (isTo(next) && next.pos === 'PART') return after?.pos === 'VERB' || after?.pos === 'AUX';
  if (next.pos === 'DET' || next.pos === 'NUM') return true;
  if (next.text === 'up' && isTo(after)) return true;
  // "answers requests": nothing else can be the verb.
  return next.pos === 'NOUN' && !words.some((one, index) => isFiniteVerb(words, one, index));
}
