// Decides whether a pronoun of an English sentence refers to something in the same sentence.
import type { Token } from '../../grounding/verifier/parse/token.js';
import { EXPLETIVE_VERBS, TIME_NOUNS } from './dangling-words.js';

/** Nouns for people: by their ending, or because they are common. */
export function isPersonNoun(word: string): boolean {
  return /(?:er|or|ist|man|woman|ian|ant|ent|mate|father|mother|king|queen|ess|person|child|boy|girl|son|daughter|wife|husband|teen|adult|guest|chief|pilot|coach|judge|nurse|victim|star|ace|hero|pope|prince|senator|candidate|one|who|someone|everyone|anyone|somebody|nobody|brother|sister|friend|athlete|aide|captain|general|bride|groom|widow)s?$/u.test(
    word,
  );
}

/** "After he fell, Smith got up": the name follows. */
export function namesPersonLater(tokens: readonly Token[], at: number): boolean {
  return (
    at > 0 &&
    opensSubordinate(tokens[0]) &&
    tokens
      .slice(at + 1)
      .some(
        ({ pos, mark }, index, rest) =>
          pos === 'PROPN' &&
          rest.slice(0, index + 1).some((one) => one.mark.includes(',') || mark.includes(',')),
      )
  );
}

/** "When it rang, the bell …": what "it" is follows. */
export const namesThingLater = (tokens: readonly Token[], at: number): boolean =>
  at > 0 && opensSubordinate(tokens[0]) && tokens.slice(at + 1).some(({ mark }) => mark.includes(','));

const opensSubordinate = (token: Token | undefined): boolean =>
  token?.pos === 'ADP' ||
  token?.pos === 'SCONJ' ||
  /^(?:when|while|if|although|as|because|since|after|before|despite|during|in|on)$/.test(token?.key ?? '');

/** "Workers at the market depend on it", "The society gave her a medal": not the subject of the same clause. */
export function isObjectOfOwnSubject(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.text.toLowerCase() ?? '';
  const next = tokens[at + 1];
  const isOwner =
    word === 'her' &&
    next?.mark === '' &&
    next.article === undefined &&
    /^(?:NOUN|ADJ|PROPN|NUM|ADV|VERB)$/.test(next.pos);
  const verb = tokens.findLastIndex((token, index) => index < at && token.verb && !token.verb.isInfinitive);
  if (!/^(?:it|them|him|her)$/.test(word) || isOwner || verb < 1) return false;
  const isBorder = ({ mark, pos, key }: Token, index: number) =>
    mark !== '' ||
    pos === 'SCONJ' ||
    key === 'that' ||
    (pos === 'CCONJ' && !tokens.slice(index, verb).some(isThing));
  const border = tokens.findLastIndex((token, index) => index > 0 && index <= verb && isBorder(token, index));
  const outside = [...tokens.slice(0, Math.max(0, border)), ...tokens.slice(verb + 1, at)];
  const isPerson = /^h/.test(word);
  return !outside.some((token) =>
    isPerson ? token.pos === 'PROPN' || isPersonNoun(token.text) : isThing(token),
  );
}

const isThing = ({ pos, key, text }: Token): boolean =>
  (pos === 'NOUN' || pos === 'PROPN') && !TIME_NOUNS.has(key) && !TIME_NOUNS.has(text.toLowerCase());

/** "It is not clear whether …", "It takes …": stands for nothing. */
export function isExpletive(tokens: readonly Token[], at: number): boolean {
  const verb = tokens[at + 1];
  if (tokens[at]?.key !== 'it' || !verb?.verb || verb.verb.isPassive || !EXPLETIVE_VERBS.has(verb.key))
    return false;
  const next = tokens[at + 2];
  if (
    /^(?:rain|snow)$/.test(verb.key) ||
    (verb.key === 'be' && next?.pos === 'NUM' && !/^#/.test(tokens[at + 3]?.key ?? ''))
  )
    return true;
  if (verb.key === 'be' && next?.pos === 'NOUN' && next.article === 'a') return false;
  return tokens.slice(at + 2, at + 7).some(({ key }) => /^(?:that|whether|if|to|how|why)$/.test(key));
}

/** "No surprise, they …": the noun in front isn't what "they" are. */
export function isSubjectBehindPhrase(tokens: readonly Token[], at: number): boolean {
  const before = tokens.slice(0, at);
  const isPronoun = /^(?:it|they)$/.test(tokens[at]?.key ?? '');
  // "In later life it hung …"
  const isBehindPhrase = tokens[0]?.pos === 'ADP' && tokens[at + 1]?.verb !== undefined;
  const isSubject = isPronoun && (tokens[at]?.mark.includes(',') === true || isBehindPhrase);
  return isSubject && !before.some(({ verb, pos }) => verb || pos === 'PROPN');
}
