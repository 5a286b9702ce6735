// Finds out what a message wants by its words, in any order, where it is no known phrase.
import type { Cues } from './cues/cues.js';
import { GERMAN_CUES } from './cues/de.js';
import { ENGLISH_CUES } from './cues/en.js';
import { SPANISH_CUES } from './cues/es.js';
import { FRENCH_CUES } from './cues/fr.js';
import { COMPILED_PHRASES, type PhraseMatch } from './match-phrases.js';
import { expandShorthand } from './normalize-message.js';

/** Longer messages have a subject of their own. */
const MAX_WORDS = 16;
/** A word of this length may have one wrong, missing, additional or swapped letter. */
const MIN_TYPO_LENGTH = 6;
/** Words after an opening such as "do you like". */
const MAX_TO_BOT_WORDS = 7;

interface CompiledRule {
  readonly match: Pick<PhraseMatch, 'intent' | 'field' | 'isAmbiguous'>;
  readonly groups: readonly ReadonlySet<string>[];
  readonly without: ReadonlySet<string>;
}

interface CompiledCues {
  readonly language: string;
  readonly known: ReadonlySet<string>;
  readonly reactions: ReadonlySet<string>;
  readonly asking: ReadonlySet<string>;
  readonly others: ReadonlySet<string>;
  readonly rules: readonly CompiledRule[];
  /** Words of the rules that may be misspelled. */
  readonly spelled: readonly string[];
  readonly toBot: RegExp;
}

const COMPILED: readonly CompiledCues[] = (
  [
    ['en', ENGLISH_CUES],
    ['de', GERMAN_CUES],
    ['es', SPANISH_CUES],
    ['fr', FRENCH_CUES],
  ] as const
).map(([language, cues]) => compile(language, cues));

/** Nouns for an article in all languages. */
export const ARTICLE_NOUNS: readonly string[] = [
  ENGLISH_CUES,
  GERMAN_CUES,
  SPANISH_CUES,
  FRENCH_CUES,
].flatMap(({ article }) => toWords(article));

/** Words that thank or greet in one language are used in all of them. */
const SHARED = new Set(
  COMPILED.flatMap(({ rules }) =>
    rules
      .filter(({ match }) => match.intent === 'thanks' || match.intent === 'greeting')
      .flatMap(({ groups }) => groups.flatMap((group) => [...group])),
  ),
);

/**
 * What a normalized message wants, if each of its words is known to say nothing about the subject of an article.
 * @param preferred the language that is tried first
 * @param isKnownWord whether the articles have the word: then it is no misspelled cue
 */
export function matchCues(
  normalized: string,
  preferred: string,
  isKnownWord: (word: string) => boolean,
): PhraseMatch | undefined {
  if (normalized === '') return undefined;
  const inOrder = [...COMPILED].sort(
    (a, b) => Number(b.language === preferred) - Number(a.language === preferred),
  );
  for (const cues of inOrder) {
    const found = matchIn(cues, normalized, isKnownWord);
    if (found) return { ...found, language: cues.language };
  }
  return undefined;
}

function matchIn(
  cues: CompiledCues,
  normalized: string,
  isKnownWord: (word: string) => boolean,
): CompiledRule['match'] | undefined {
  const text = cues.language === 'en' ? expandShorthand(normalized) : normalized;
  const typed = text.split(' ');
  if (typed.length > MAX_WORDS) return undefined;
  if (typed.length <= MAX_TO_BOT_WORDS && cues.toBot.test(text)) {
    return { intent: 'small-talk', isAmbiguous: false };
  }
  const words = typed.map((word) =>
    cues.known.has(word) || isKnownWord(word)
      ? word
      : (cues.spelled.find((one) => isTypo(word, one)) ?? word),
  );
  if (words.some((word) => cues.others.has(word))) return undefined;
  const isSmallTalk =
    words.every((word) => cues.reactions.has(word)) &&
    words.some((word) => word.length > 2 && !cues.known.has(word)) &&
    !words.some((word) => cues.asking.has(word));
  const hasOnlyKnown = words.every(
    (word) => cues.known.has(word) || cues.reactions.has(word) || SHARED.has(word),
  );
  if (!hasOnlyKnown) return undefined;
  const rule = cues.rules.find(
    ({ groups, without }) =>
      groups.every((group) => words.some((word) => group.has(word))) &&
      !words.some((word) => without.has(word)),
  );
  if (rule) return rule.match;
  return isSmallTalk ? { intent: 'small-talk', isAmbiguous: true } : undefined;
}

function compile(language: string, cues: Cues): CompiledCues {
  const fill = (words: string) =>
    toWords(words.replaceAll('{articles}', cues.articles).replaceAll('{article}', cues.article));
  const rules = cues.rules.map(({ intent, field, groups, without = '', isAmbiguous = false }) => ({
    match: { intent, field, isAmbiguous },
    groups: groups.map((group) => new Set(fill(group))),
    without: new Set(toWords(without)),
  }));
  const cueWords = rules.flatMap(({ groups }) => groups.flatMap((group) => [...group]));
  const others = new Set(toWords(cues.others));
  const functionWords =
    COMPILED_PHRASES.find((phrases) => phrases.language === language)?.functionWords ?? new Set<string>();
  const known = [...cueWords, ...toWords(cues.neutral), ...functionWords, ...toWords(cues.article)];
  return {
    ...{ language, rules, others },
    known: new Set(known.filter((word) => !others.has(word))),
    reactions: new Set(toWords(cues.reactions)),
    asking: new Set(toWords(cues.asking)),
    spelled: [...new Set(cueWords)].filter((word) => word.length >= MIN_TYPO_LENGTH),
    toBot: new RegExp(`^(?:${cues.toBot})`, 'u'),
  };
}

function toWords(words: string): readonly string[] {
  return words.split(' ').filter(Boolean);
}

/** Whether two words differ by one letter or by two neighbouring letters that are swapped. */
function isTypo(word: string, correct: string): boolean {
  if (word.length < MIN_TYPO_LENGTH - 1 || Math.abs(word.length - correct.length) > 1) return false;
  let at = 0;
  while (at < word.length && word[at] === correct[at]) at += 1;
  if (at === 0) return false;
  const rest = (text: string, from: number) => text.slice(from);
  const isSwapped =
    word[at] === correct[at + 1] &&
    word[at + 1] === correct[at] &&
    rest(word, at + 2) === rest(correct, at + 2);
  return (
    isSwapped ||
    rest(word, at + 1) === rest(correct, at + 1) ||
    rest(word, at + 1) === rest(correct, at) ||
    rest(word, at) === rest(correct, at + 1)
  );
}
