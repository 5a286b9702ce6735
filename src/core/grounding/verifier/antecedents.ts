// Puts names in the place of pronouns, where only one can be meant.

import { frontSpeaker } from './align/speaker.js';
import { subjectStart } from './align/voice.js';
import type { ArticleContext } from './article-context.js';
import type { ParsedSentence, Token } from './parse/token.js';
import { RELATIVE } from './words/english.js';

const GENDERS: Readonly<Record<string, 'he' | 'she'>> = {
  he: 'he',
  him: 'he',
  his: 'he',
  she: 'she',
  her: 'she',
};
const THINGS = new Set(['it', 'its', 'they', 'their', 'them']);
/** Pronouns replaced in one sentence. */
const MAX_REPLACED = 3;

/** The sentence with full names for last names, and all ways to resolve its pronouns; the first has none resolved. */
export function resolveReferences(
  sentence: ParsedSentence,
  before: readonly ParsedSentence[],
  context: ArticleContext,
): readonly (readonly Token[])[] {
  const named = expandNames(sentence.tokens, context);
  const places = named.flatMap(({ key, isQuoted }, index) =>
    !isQuoted && (GENDERS[key] || THINGS.has(key)) ? [index] : [],
  );
  const variants: (readonly Token[])[] = [named];
  for (const place of places.slice(0, MAX_REPLACED)) {
    const antecedent = findAntecedent(named, place, before, context);
    if (!antecedent) continue;
    // Later places first would move; each variant is made from the end.
    for (const variant of [...variants]) {
      const shift = variant.length - named.length;
      const isMoved = variants.indexOf(variant) > 0;
      variants.push(replace(variant, isMoved ? place + shift : place, antecedent));
    }
  }
  return variants;
}

/** "Harker" as "Linus Harker": leaving out the first name is always right. */
export function expandNames(tokens: readonly Token[], context: ArticleContext): readonly Token[] {
  return tokens.flatMap((token, index) => {
    if (
      token.pos !== 'PROPN' ||
      (tokens[index - 1]?.pos === 'PROPN' && token.mark === '') ||
      (tokens[index + 1]?.pos === 'PROPN' && tokens[index + 1]?.mark === '')
    )
      return [token];
    const [first, last] = context.fullName(token.text) ?? [];
    if (first === undefined || last === undefined || token.article) return [token];
    return [
      { ...token, text: first, key: first.toLowerCase() },
      { ...token, mark: '' },
    ];
  });
}

function replace(tokens: readonly Token[], place: number, antecedent: readonly Token[]): readonly Token[] {
  const pronoun = tokens[place] as Token;
  const isPossessive =
    /^(?:his|its|their)$/.test(pronoun.key) ||
    (pronoun.key === 'her' && /^(?:NOUN|ADJ|PROPN|ADV)$/.test(tokens[place + 1]?.pos ?? ''));
  const { start, end } = pronoun;
  const name = antecedent.map(
    (token, index): Token => ({
      ...token,
      start,
      end,
      isQuoted: false,
      mark: index === 0 ? pronoun.mark : '',
    }),
  );
  const genitive: Token = { ...pronoun, text: "'s", key: "'s", pos: 'PART', mark: '' };
  return [
    ...tokens.slice(0, place),
    ...name,
    ...(isPossessive ? [genitive] : []),
    ...tokens.slice(place + 1),
  ];
}

/** The words that the pronoun at `place` stands for, from the sentences before; undefined if that isn't certain. */
export function findAntecedent(
  tokens: readonly Token[],
  place: number,
  before: readonly ParsedSentence[],
  context: ArticleContext,
): readonly Token[] | undefined {
  const pronoun = tokens[place] as Token;
  const gender = GENDERS[pronoun.key];
  const own = peopleIn(tokens, context);
  const isObject =
    pronoun.key === 'him' ||
    (pronoun.key === 'her' && !/^(?:NOUN|ADJ|PROPN|ADV)$/.test(tokens[place + 1]?.pos ?? ''));
  if (gender) {
    const earlier = own.filter(({ at }) => at < place);
    if (earlier.length > 0 && (!isObject || earlier.some(({ last }) => context.genderOf(last) === gender)))
      return undefined;
    return findPerson(gender, before, context, new Set(own.map(({ last }) => last)), isObject);
  }
  // What a thing is called in its own sentence cannot be told apart from other things there.
  const verb = tokens.findIndex((token) => token.verb);
  const isObjectOfFirst = verb > 0 && place === verb + 1 && !/^(?:its|their)$/.test(pronoun.key);
  return place <= verb || isObjectOfFirst
    ? findThing(before, /^(?:they|their|them)$/.test(pronoun.key))
    : undefined;
}

function findPerson(
  gender: 'he' | 'she',
  before: readonly ParsedSentence[],
  context: ArticleContext,
  exclude: ReadonlySet<string>,
  isObject: boolean,
): readonly Token[] | undefined {
  for (const sentence of before) {
    const tokens = expandNames(frontSpeaker(sentence.tokens) ?? sentence.tokens, context);
    const people = peopleIn(tokens, context).filter(
      ({ last }) => !exclude.has(last) && (context.genderOf(last) ?? gender) === gender,
    );
    const distinct = [...new Map(people.map((one) => [one.last, one])).values()];
    if (distinct.length === 1) return distinct[0]?.tokens;
    if (distinct.length > 1) {
      const known = distinct.filter(({ last }) => context.genderOf(last) === gender);
      return known.length === 1 && !isObject ? known[0]?.tokens : undefined;
    }
    // Somebody who is not named may be meant.
    if (!tokens.some(({ key }) => GENDERS[key] === gender) && sentence !== before[0]) return undefined;
  }
  return undefined;
}

/** The subject of the sentence before. */
function findThing(before: readonly ParsedSentence[], isPlural: boolean): readonly Token[] | undefined {
  for (const { tokens: all } of before.slice(0, 2)) {
    const tokens = frontSpeaker(all) ?? all;
    const verb = tokens.findIndex(
      (token, index) => token.verb && !RELATIVE.has(tokens[index - 1]?.key ?? ''),
    );
    if (verb < 1) return undefined;
    const subject = tokens.slice(subjectStart(tokens, verb), verb);
    if (subject.length === 1 && THINGS.has(subject[0]?.key ?? '')) continue;
    const end = subject.findIndex(
      ({ pos, mark, key }, index) =>
        index > 0 && (mark !== '' || pos === 'ADP' || pos === 'ADV' || RELATIVE.has(key)),
    );
    const head = end < 0 ? subject : subject.slice(0, end);
    const isNoun = head.length > 0 && head.every(({ pos }) => /^(?:NOUN|PROPN|ADJ|NUM|DET)$/.test(pos));
    const noun = head.at(-1);
    const hasPluralForm =
      noun?.pos === 'NOUN' && /s$/.test(noun.text) && noun.text.toLowerCase() !== noun.key;
    if (!isNoun || (isPlural && !hasPluralForm && noun?.pos === 'NOUN') || (!isPlural && hasPluralForm))
      return undefined;
    // "The museum opened an exhibition. It …": either may be meant.
    const object = tokens[verb + 1];
    const isNew = object?.article === 'a' || (object?.pos === 'DET' && /^(?:another|one)$/.test(object.key));
    return isNew && !isPlural && tokens[verb]?.key !== 'be' ? undefined : head;
  }
  return undefined;
}

interface Person {
  readonly at: number;
  readonly last: string;
  readonly tokens: readonly Token[];
}

/** Runs of two capitalised words that the article uses as a person's full name. */
function peopleIn(tokens: readonly Token[], context: ArticleContext): readonly Person[] {
  return tokens.flatMap((token, at): Person[] => {
    const first = tokens[at - 1];
    const full = context.fullName(token.text);
    if (first?.pos !== 'PROPN' || !full || full[0] !== first.text || token.mark !== '') return [];
    // Titles belong to the name: "Inspector Jonas Weil".
    let start = at - 1;
    while (start > 0 && tokens[start]?.mark === '' && tokens[start - 1]?.pos === 'PROPN') start -= 1;
    // "the Northern Observatory"
    if (tokens[start]?.article === 'the') return [];
    return [{ at, last: token.text, tokens: tokens.slice(start, at + 1) }];
  });
}
