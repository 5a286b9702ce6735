// Whether the article calls somebody "he" or "she".

export type Gender = 'he' | 'she';

const FEMALE = 'woman|women|Mrs|Ms|Miss|daughter|sister|wife|mother|widow|aunt|actress|queen|princess';
const MALE = 'man|men|Mr|son|brother|husband|father|widower|uncle|actor|king|prince';

/**
 * By last name; without those that the article calls both, or neither.
 * @param people full names by last name
 */
export function findGenders(
  text: string,
  people: ReadonlyMap<string, readonly string[] | undefined>,
): ReadonlyMap<string, Gender> {
  const sure = new Map<string, Set<Gender>>();
  const likely = new Map<string, Set<Gender>>();
  const vote = (votes: Map<string, Set<Gender>>, last: string, gender: Gender) =>
    votes.set(last, (votes.get(last) ?? new Set()).add(gender));
  let previous: readonly string[] = [];
  let hasPronoun = false;
  for (const whole of text.split(/(?<=[.!?]["”]?)\s/u)) {
    const sentence = whole.replace(/["“„][^"“”]*["”]?/gu, ' ');
    const words = new Set(sentence.match(/\p{L}[\p{L}\p{M}-]*/gu));
    const named = [...people.keys()].filter((last) => words.has(last));
    for (const last of named) {
      const gender = genderOfRole(sentence, people.get(last) ?? [last]);
      if (gender) vote(sure, last, gender);
    }
    // "Lorne would like him to …" tells nothing of Lorne: only who does something counts.
    const pronouns = new Set([...sentence.matchAll(/\b(he|she)\b/giu)].map(([word]) => word.toLowerCase()));
    const [pronoun] = pronouns as Set<Gender>;
    const [person] = named.length > 0 ? named : previous;
    const isOne = (named.length > 0 ? named : previous).length === 1 && pronouns.size === 1;
    if (isOne && person && pronoun) {
      // "She worked for Emil Roth": somebody else.
      const isFirst =
        sentence.search(new RegExp(`\\b${person}\\b`, 'u')) < sentence.search(/\b(?:he|she)\b/iu);
      const isOwner = new RegExp(`\\b${person}['’]s`, 'u').test(sentence);
      if (named.length === 1 && isFirst && !isOwner) vote(sure, person, pronoun);
      else if (named.length === 0 && /^\W*(?:he|she)\b/iu.test(sentence) && !hasPronoun)
        vote(likely, person, pronoun);
    }
    // "Renn asked her to stay. She …": not Renn.
    hasPronoun =
      /\b(?:he|she|him)\b/iu.test(sentence) ||
      /(?<!\b(?:of|in|with|for|from|at|to|by|on) )\b(?:her|his)\b/iu.test(sentence);
    if (named.length > 0 || pronouns.size === 0) previous = named;
  }
  return new Map(
    [...people.keys()].flatMap((last): [string, Gender][] => {
      const votes = sure.get(last) ?? likely.get(last) ?? new Set();
      const [gender] = votes;
      return votes.size === 1 && gender ? [[last, gender]] : [];
    }),
  );
}

/** "chairwoman Runa Feld", "a spokesman for the club, Dario Finch" */
function genderOfRole(sentence: string, name: readonly string[]): Gender | undefined {
  const at = sentence.indexOf(name.join(' '));
  if (at < 0) return undefined;
  const before = sentence.slice(Math.max(0, at - 60), at);
  const role = (words: string, prefix: string) =>
    new RegExp(`(?:^|[^\\p{L}])${prefix}(?:${words})\\.?(?: (?:for|of) [^,.;:]{1,40},|,)? $`, 'iu').test(
      before,
    );
  if (role(FEMALE, '\\p{L}*')) return 'she';
  return role(MALE, '(?!\\p{L}*wom[ae]n)\\p{L}*') ? 'he' : undefined;
}
