// Finds references whose target is outside the sentence: "He", "the figure", "both", "replied".

import type { Token } from '../grounding/verifier/parse/token.js';
import type { ArticleContext } from '../grounding/verifier/references/article-context.js';
import {
  ANSWERING,
  ANYBODY,
  DEMONSTRATIVES,
  EXPLETIVE_VERBS,
  PERSON_PRONOUNS,
  POINTERS,
  QUANTIFIERS,
  SELF_NOUNS,
  SHELL_NOUNS,
  SPECIFYING,
  THING_PRONOUNS,
  TIME_NOUNS,
  TYING_ADVERBS,
} from './dangling-words.js';

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

const OPENING =
  /^["“„«»]?(?:he|she|it|they|him|her|his|its|their|this|these|those|such|er|sie|es|ihm|ihr|ihre[rnms]?|sein|seine[rnms]?|diese[rnms]?|jene[rnms]?|beide|beiden|dies|das (?:ist|war|sei|hat)|dabei|dazu|dafür|damit|dadurch|daraufhin|dort|deshalb|daher|dann|ebenso|ebenfalls|(?:für|mit|bei|von|zu|auf|an|gegen|ohne|nach|neben|vor|hinter) (?:ihn|ihm|sie|ihr|ihnen|beide|beiden)|darum|deswegen|trotzdem|dennoch|außerdem|zudem|allerdings|jedoch|dagegen|hingegen|stattdessen|danach|anschließend|inzwischen|il|elle|ils|elles|ce|cet|cette|ces|cela|ça|son|sa|ses|leur|leurs|celui|celle|ceux|él|ella|ellos|ellas|este|esta|estos|estas|ese|esa|esos|esas|esto|eso|aquel|su|sus|ambos|ambas|lui|lei|essi|loro|questo|questa|questi|queste|ele|ela|eles|elas|isso|isto|esse|essa|он|она|оно|они|это|эта|этот|эти)(?![\p{L}])/iu;

/** "Three years later, …", "Am nächsten Tag …": counts from something in the sentence before. */
const TIME_SHIFT =
  /^(?:(?:(?:about|some|only|just|nearly|almost|more than) )?(?:[\p{L}\p{N}-]+ ){1,3}(?:hours?|days?|weeks?|months?|years?|decades?|minutes?) (?:later|earlier|afterwards?|after that|before that)|later that \p{L}+|(?:on |at |in )?the (?:next|following|same|previous) (?:\p{L}+day|day|morning|afternoon|evening|night|week|month|year|time)|from then on|since then|until then|by then|at that (?:time|point|moment)|(?:[\p{L}\p{N}]+ ){1,3}(?:Stunden?|Tage?|Wochen?|Monate?|Jahre?|Jahrzehnte?) (?:später|zuvor|danach|vorher)|am (?:nächsten|folgenden|selben|gleichen) \p{L}+|seitdem|seither|bis dahin|von da an|(?:[\p{L}\p{N}]+ ){1,3}(?:horas?|días?|semanas?|mes|meses|años?) (?:después|más tarde|antes)(?! de)|al día siguiente|al año siguiente|desde entonces|hasta entonces|(?:[\p{L}\p{N}]+ ){1,3}(?:heures?|jours?|semaines?|mois|ans?|années?) (?:plus tard|après|auparavant)|le lendemain|l['’]année suivante|depuis lors|dès lors)(?!\p{L})/iu;

/** The first words of a sentence in any language, if they point at the sentence before. */
export function findDanglingOpening(sentence: string): string | undefined {
  return OPENING.exec(sentence)?.[0] ?? TIME_SHIFT.exec(sentence)?.[0];
}

/** "Aufgeschrieben hat sie das Rezept nie": no noun stands in front of the pronoun. A name at the start isn't what it means. */
export function hasGermanPronounAlone(sentence: string): boolean {
  const pronoun = /(?<![\p{L}„"])(?:er|sie|ihn|ihm|ihnen)(?!\p{L})/u.exec(sentence);
  return pronoun !== null && !/(?<=\s|[„"])\p{Lu}\p{L}/u.test(sentence.slice(0, pronoun.index));
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

/** The text at the start, without articles: tokens don't have them. */
function isTimeShift(tokens: readonly Token[]): boolean {
  const opening = tokens
    .slice(0, 7)
    .map(({ text, article }) => (article ? `${article} ${text}` : text))
    .join(' ');
  return TIME_SHIFT.test(opening);
}

/** "All four survived", "The first two are due in May", "Most of them left": nothing says what was counted. */
function isBareQuantifier(tokens: readonly Token[]): boolean {
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

/** A noun that stands for a person, by its ending or because it is common. */
function isPersonNoun(word: string): boolean {
  return /(?:er|or|ist|man|woman|ian|ant|ent|mate|father|mother|king|queen|ess|person|child|boy|girl|son|daughter|wife|husband|teen|adult|guest|chief|pilot|coach|judge|nurse|victim|star|ace|hero|pope|prince|senator|candidate|one|who|someone|everyone|anyone|somebody|nobody|brother|sister|friend|athlete|aide|captain|general|bride|groom|widow)s?$/u.test(
    word,
  );
}

/** "After he fell, Smith got up": the name follows. */
function namesPersonLater(tokens: readonly Token[], at: number): boolean {
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

const namesThingLater = (tokens: readonly Token[], at: number): boolean =>
  at > 0 && opensSubordinate(tokens[0]) && tokens.slice(at + 1).some(({ mark }) => mark.includes(','));

const opensSubordinate = (token: Token | undefined): boolean =>
  token?.pos === 'ADP' ||
  token?.pos === 'SCONJ' ||
  /^(?:when|while|if|although|as|because|since|after|before|despite|during|in|on)$/.test(token?.key ?? '');

/** "Workers at the market depend on it", "The society gave her a medal": not the subject of the same clause. */
function isObjectOfOwnSubject(tokens: readonly Token[], at: number): boolean {
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
function isExpletive(tokens: readonly Token[], at: number): boolean {
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
function isSubjectBehindPhrase(tokens: readonly Token[], at: number): boolean {
  const before = tokens.slice(0, at);
  const isPronoun = /^(?:it|they)$/.test(tokens[at]?.key ?? '');
  // "In later life it hung …"
  const isBehindPhrase = tokens[0]?.pos === 'ADP' && tokens[at + 1]?.verb !== undefined;
  const isSubject = isPronoun && (tokens[at]?.mark.includes(',') === true || isBehindPhrase);
  return isSubject && !before.some(({ verb, pos }) => verb || pos === 'PROPN');
}

/** "Then …", "Instead, …", but not "So far" and "Instead of". */
function isTyingAdverb(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.text.toLowerCase() ?? '';
  const next = tokens[at + 1]?.key;
  // "A film is shown instead."
  if (at > 0 && at === tokens.length - 1 && word === 'instead') return true;
  return at === 0 && TYING_ADVERBS.has(word) && next !== 'of' && !(word === 'so' && next === 'far');
}

function isDanglingDemonstrative(tokens: readonly Token[], at: number): boolean {
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

function isDanglingPointer(tokens: readonly Token[], at: number): boolean {
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

function isAnswerWithoutQuestion(tokens: readonly Token[], at: number): boolean {
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

function isShellNoun(tokens: readonly Token[], at: number): boolean {
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
