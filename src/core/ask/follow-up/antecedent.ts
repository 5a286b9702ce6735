// Finds the person whom "he", "she" or "her" in a follow-up question means.
import type { Turn } from '../../answer.js';

/** A run of capitalized words, joined by spaces, hyphens or particles. */
const NAME = /\p{Lu}[\p{L}\p{M}'’-]+(?:\s+(?:(?:de|der|van|von|of|the|la|al)\s+)?\p{Lu}[\p{L}\p{M}'’-]+)*/gu;
/** "EU" or "BBC". Nobody calls one "she". */
const ACRONYM = /^\P{Ll}+$/u;
/** "The Friends of the Lido", and names in the position of a place or a month. */
const NO_PERSON_NAME = /\s(?:of|the)\s/u;
const PLACE_BEFORE = /(?<!\p{L})(?:in|at|near|to|on|since|until|im|am|aus|en|à)\s$/iu;
/** Words that open sentences, also in front of a name. */
const OPENER =
  /^(?:an?|the|in|on|at|for|from|to|of|but|and|so|yet|or|as|by|if|when|while|after|before|under|with|last|this|that|these|those|his|her|its|their|our|my|your|what|who|how|why|where|mr|mrs|ms|dr|der|die|das|dem|den|ein|eine|im|am|seine?|ihre?|und|aber|nach|bei|mit|von|el|la|los|las|un|una|en|su|y|le|les|une|son|sa|et|à)\.?$/iu;
/** Pronouns by the gender of the person. */
const GENDERS: readonly RegExp[] = [
  /(?<![\p{L}\p{N}])(?:she|her|hers|sie|elle|ella|lei|она)(?![\p{L}\p{N}])/iu,
  /(?<![\p{L}\p{N}])(?:he|him|his|er|ihm|ihn|il|él|lui|он)(?![\p{L}\p{N}])/iu,
];
/** Asks for a person, who is then what the conversation is about. */
const ASKS_WHO = /(?<!\p{L})(?:who|whos|whose|whom|wer|wem|wen|wessen|quién|quiénes|qui|chi|кто)(?!\p{L})/iu;

/** "Who is Leonie Strand?" asks about a person. "Who leads the club?" asks which person. */
const WHO_IS =
  /^\W*(?:and |so |und |y |et )?(?:who(?:['’]?s| is| was)|wer (?:ist|war)|quién (?:es|era|fue)|qui (?:est|était))(?!\p{L})/iu;
/** Names with more words are rarely a person's. */
const MAX_NAME_WORDS = 2;

/** Whether a text has a pronoun for one person. */
export function hasPersonPronoun(text: string): boolean {
  return GENDERS.some((gender) => gender.test(text));
}

/**
 * The person whom the question's pronoun means. Someone whom a question was about comes before someone whom an answer
 * only mentions: a spokesman who is quoted isn't "she" after three questions about "her".
 * @returns undefined if it can't be told
 */
export function findAntecedent(question: string, turns: readonly Turn[]): string | undefined {
  const genders = GENDERS.filter((gender) => gender.test(question));
  let isAskedAbout = false;
  for (const turn of turns.toReversed()) {
    const named = findSubject(turn);
    const asksForPerson =
      ASKS_WHO.test(turn.question) && !(named !== undefined && WHO_IS.test(turn.question));
    // "Skarvik's oldest club": whoever the answer is, it isn't Skarvik.
    const isOwner = (name: string) => new RegExp(`${name}['’]s`, 'u').test(turn.answer);
    const person = (asksForPerson ? findPersons(turn).find((name) => !isOwner(name)) : undefined) ?? named;
    if (person !== undefined) return person;
    // An earlier "she" meant somebody, and we don't know whom.
    isAskedAbout ||= genders.some((gender) => gender.test(turn.question));
  }
  if (isAskedAbout) return undefined;
  return turns.toReversed().flatMap(findPersons)[0];
}

/** The person whom a question names, with the whole name if the answer has it. */
function findSubject({ question, answer }: Turn): string | undefined {
  const asked = new Set((question.toLowerCase().match(/[\p{L}\p{M}'’-]+/gu) ?? []).map(withoutGenitive));
  const isAsked = (name: string) => {
    const words = name.toLowerCase().split(/\s+/u);
    const isTyped = (word: string) => asked.has(withoutGenitive(word));
    return words.length > MAX_NAME_WORDS ? words.every(isTyped) : words.some(isTyped);
  };
  const [typed] = findNames(question).filter((name) => !ACRONYM.test(name));
  const known = findNames(answer).filter(
    (name) =>
      isPersonName(name) && (isAsked(name) || (typed !== undefined && name.split(' ').includes(typed))),
  );
  const whole = known.find((name) => name.includes(' ')) ?? known[0];
  return whole !== undefined && (typed === undefined || whole.includes(typed)) ? whole : typed;
}

/** The persons whom an answer names, first the one in the phrase that answers. */
function findPersons({ answer, citations = [] }: Turn): readonly string[] {
  const highlighted = citations.flatMap(({ quote, start, highlight }) =>
    highlight ? [quote.slice(highlight.start - start, highlight.end - start)] : [],
  );
  const all = findNames(answer).filter(isPersonName);
  // A full name is more likely a person's than a single word, above all in German.
  const names = [...all.filter((name) => name.includes(' ')), ...all];
  const answering = names.filter((name) => highlighted.some((phrase) => phrase.includes(name)));
  return [...answering, ...names];
}

function isPersonName(name: string): boolean {
  return !ACRONYM.test(name) && !NO_PERSON_NAME.test(name);
}

/**
 * Finds capitalized names. Skips names of places, and the first word of a sentence unless another name follows,
 * because every sentence starts with a capital.
 */
export function findNames(text: string): readonly string[] {
  return [...text.matchAll(NAME)].flatMap((match) => {
    const before = text.slice(0, match.index);
    const isOpening = /(?:^["“„«(]*|[.!?…]["”’)\]\s[\d]*)\s*$/u.test(before);
    if (PLACE_BEFORE.test(before)) return [];
    const words = match[0].replace(/['’]s$/u, '').split(/\s+/u);
    const name = isOpening && (words.length === 1 || OPENER.test(words[0] ?? '')) ? words.slice(1) : words;
    return name.length > 0 ? [name.join(' ')] : [];
  });
}

const withoutGenitive = (word: string): string => word.replace(/['’]s?$/u, '');
