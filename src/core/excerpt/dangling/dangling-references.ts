// Finds references whose target is outside the sentence: "He", "the figure", "both", "replied".
import type { Token } from '../../grounding/verifier/parse/token.js';
import type { ArticleContext } from '../../grounding/verifier/references/article-context.js';
import { isTimeShift } from './dangling-openings.js';
import { ANYBODY, PERSON_PRONOUNS, THING_PRONOUNS, TIME_NOUNS } from './dangling-words.js';
import {
  isAnswerWithoutQuestion,
  isBareQuantifier,
  isDanglingDemonstrative,
  isDanglingPointer,
  isShellNoun,
  isTyingAdverb,
} from './pointing-words.js';
import {
  isExpletive,
  isObjectOfOwnSubject,
  isPersonNoun,
  isSubjectBehindPhrase,
  namesPersonLater,
  namesThingLater,
} from './pronouns.js';

/** A word that points outside its sentence. */
export interface DanglingReference {
  /** Index of the token. */
  readonly at: number;
  readonly word: string;
  /**
   * - `pronoun`: a name in brackets can stand for it.
   * - `noun`: "the figure", which is fine after a line that has this noun.
   * - `other`: nothing helps.
   */
  readonly kind: 'pronoun' | 'noun' | 'other';
  /** Only for nouns: the lemma. */
  readonly lemma?: string | undefined;
}

/** References of an English sentence to something outside it, in order. */
export function findDanglingReferences(
  tokens: readonly Token[],
  context: Pick<ArticleContext, 'fullName'>,
): readonly DanglingReference[] {
  const found: DanglingReference[] = [];
  // A name in a quotation doesn't say who "she" is in "…," she said.
  const plain = { person: false, thing: false };
  const quoted = { person: false, thing: false };
  if (isTimeShift(tokens) || isBareQuantifier(tokens))
    found.push({ at: 0, word: tokens[0]?.text ?? '', kind: 'other' });
  for (const [at, token] of tokens.entries()) {
    const { key, text, pos } = token;
    const word = text.toLowerCase();
    const add = (kind: DanglingReference['kind'], lemma?: string) =>
      found.push({ at, word: text, kind, lemma });
    const known = token.isQuoted ? quoted : plain;
    const note = (kind: 'person' | 'thing') => {
      quoted[kind] = true;
      if (!token.isQuoted) plain[kind] = true;
    };
    if (PERSON_PRONOUNS.has(word)) {
      const isKnown = known.person && !isObjectOfOwnSubject(tokens, at);
      if (!isKnown && (token.isQuoted || !namesPersonLater(tokens, at)))
        add(token.isQuoted ? 'other' : 'pronoun');
      note('person');
    } else if (THING_PRONOUNS.has(word)) {
      const isKnown = known.thing && !isSubjectBehindPhrase(tokens, at) && !isObjectOfOwnSubject(tokens, at);
      if (!isKnown && !isExpletive(tokens, at) && (token.isQuoted || !namesThingLater(tokens, at)))
        add(token.isQuoted ? 'other' : 'pronoun');
      note('thing');
    } else if (isDanglingDemonstrative(tokens, at)) add('other');
    else if (isDanglingPointer(tokens, at) || isTyingAdverb(tokens, at)) add('other');
    else if (isAnswerWithoutQuestion(tokens, at)) add('other');
    else if (isShellNoun(tokens, at)) add('noun', key);
    if ((pos === 'PROPN' && !TIME_NOUNS.has(word)) || ANYBODY.has(word)) {
      note('person');
      note('thing');
    } else if (pos === 'NOUN' && !TIME_NOUNS.has(key)) {
      note('thing');
      const isPerson = isPersonNoun(word) || context.fullName(text) !== undefined;
      if (isPerson && (!token.article || token.article === 'a' || at > 0)) note('person');
    }
  }
  return found;
}
