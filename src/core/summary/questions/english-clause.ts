// Reads the main clause of an English sentence: subject, verb and what follows, as it is needed to turn it into a question.
import { type Tagged, tag } from '../../grounding/verifier/parse/tagger.js';

/** The main clause of a sentence. All parts are words as they stand. */
export interface Clause {
  /** The subject, in lower case at the start unless it is a name. */
  readonly subject: string;
  readonly subjectWords: readonly Tagged[];
  /** The verb with its auxiliaries: "will close", "was built", "opened". */
  readonly verb: string;
  /** The auxiliary that goes in front of the subject in a question: "will", "was", "did". */
  readonly auxiliary: string;
  /** The rest of the verb in a question: "close", "built", "open". */
  readonly mainVerb: string;
  /** The lemma of the last verb. */
  readonly lemma: string;
  readonly isPast: boolean;
  /** Up to the end of the clause, without the full stop. */
  readonly rest: string;
  readonly restWords: readonly Tagged[];
}

const MAX_SUBJECT_WORDS = 9;
const AUXILIARY =
  /^(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|shall|should|does|do|did)$/i;
/** "On Friday, …": goes behind the verb in a question. */
const LEADING_PHRASE = /^(?:On|In|At|Since|During|By|Until|From|Last|Early|Late) [^,"“”]{2,40},\s+(?=\S)/u;
const MODAL = /^(?:will|would|can|could|may|might|must|shall|should)$/i;
const CLAUSE_END = /^(?:,|;|:|—|–|\(|--|")$/;
const POINTING =
  /^(?:he|she|it|they|this|that|these|those|both|we|i|you|there|here|who|which|what|such|another|some|others|one)$/i;

/**
 * @param isName whether a capitalized word is a name: it has a capital inside sentences too
 * @returns undefined if the sentence has no simple main clause, or one that is negated, quoted or asks something
 */
export function readClause(sentence: string, isName: (word: string) => boolean): Clause | undefined {
  const whole = sentence.replace(/[[\]]/gu, '').replace(/[’‘]/gu, "'");
  const lead = LEADING_PHRASE.exec(whole)?.[0] ?? '';
  const plain = lead === '' ? whole : capitalize(whole.slice(lead.length));
  if (/["“”]/u.test(plain) || plain.endsWith('?')) return undefined;
  const words = tag(lowerFirst(plain, isName));
  const at = words.findIndex(({ pos }) => pos === 'AUX' || pos === 'VERB');
  if (at < 1 || at > MAX_SUBJECT_WORDS) return undefined;
  const subjectWords = words.slice(0, at);
  const opener = subjectWords[0];
  if (!opener || !isSubject(subjectWords)) return undefined;
  const group: Tagged[] = [];
  let next = at;
  for (; next < words.length; next += 1) {
    const word = words[next] as Tagged;
    const isVerb =
      word.pos === 'AUX' ||
      word.pos === 'VERB' ||
      (word.pos === 'PART' &&
        word.text === 'to' &&
        group.length > 0 &&
        /^(?:VERB|AUX)$/.test(words[next + 1]?.pos ?? ''));
    if (/^(?:not|n't|never)$/i.test(word.text)) return undefined;
    const isAdverbInside =
      word.pos === 'ADV' &&
      AUXILIARY.test(group.at(-1)?.text ?? '') &&
      /^(?:VERB|AUX)$/.test(words[next + 1]?.pos ?? '');
    const isBare =
      MODAL.test(group.at(-1)?.text ?? '') && /^(?:ADJ|NOUN)$/.test(word.pos) && /^[a-z]+$/.test(word.text);
    if (!isVerb && !isAdverbInside && !isBare) break;
    group.push(word);
  }
  const [first] = group;
  const last = group.at(-1);
  if (!first || !last || /^'/.test(first.text) || /ing$/i.test(first.text)) return undefined;
  const end = words.findIndex(
    ({ text, pos }, index) =>
      index >= next && (CLAUSE_END.test(text) || (pos === 'PUNCT' && /[.!?]/.test(text))),
  );
  if (/^[–—-]$/.test(words[end]?.text ?? '')) return undefined;
  const restWords = words.slice(next, end < 0 ? words.length : end);
  const textOf = (from: Tagged | undefined, to: Tagged | undefined) =>
    from && to ? plain.slice(from.start, to.end).trim() : '';
  const subject = lowerFirst(textOf(opener, subjectWords.at(-1)), isName);
  const verb = textOf(first, last);
  const inverted = invert(group, textOf);
  if (!inverted || (MODAL.test(first.text) && group.length === 1)) return undefined;
  return {
    ...{ subject, subjectWords, verb, lemma: last.lemma, restWords, ...inverted },
    rest: `${textOf(restWords[0], restWords.at(-1))}${lead === '' ? '' : ` ${decapitalize(lead.replace(/,\s*$/u, ''))}`}`.trim(),
  };
}

/** "The company", "the group": which one? */
export const isVague = ({ subject }: Clause): boolean =>
  /^(?:nobody|everyone|everybody|somebody|anyone|the (?:company|group|team|man|woman|others?|rest|results?|method|study|first|last|two|three|idea|plan|firm))$/iu.test(
    subject,
  );

/** What stands in front of the subject in a question, and what behind it. */
function invert(
  group: readonly Tagged[],
  textOf: (from: Tagged | undefined, to: Tagged | undefined) => string,
): Pick<Clause, 'auxiliary' | 'mainVerb' | 'isPast'> | undefined {
  const [first] = group;
  if (!first) return undefined;
  const word = first.text.toLowerCase();
  const isAuxiliary = /^(?:is|are|was|were)$/.test(word) || (AUXILIARY.test(word) && group.length > 1);
  if (isAuxiliary) {
    return {
      auxiliary: word,
      mainVerb: textOf(group[1], group.at(-1)),
      isPast: /^(?:was|were|had|did)$/.test(word),
    };
  }
  const tail = group.length > 1 ? ` ${textOf(group[1], group.at(-1))}` : '';
  const lemma = first.lemma.toLowerCase();
  if (word === lemma) return { auxiliary: 'do', mainVerb: `${lemma}${tail}`, isPast: false };
  if (/s$/.test(word) && !/ss$/.test(word))
    return { auxiliary: 'does', mainVerb: `${lemma}${tail}`, isPast: false };
  return { auxiliary: 'did', mainVerb: `${lemma}${tail}`, isPast: true };
}

/** A noun phrase that says what it is by itself. */
function isSubject(words: readonly Tagged[]): boolean {
  const [first] = words;
  const last = words.at(-1);
  if (!first || !last || POINTING.test(first.text)) return false;
  const isInside = ({ pos, text }: Tagged) =>
    /^(?:DET|NOUN|PROPN|ADJ|NUM|ADP|CCONJ)$/.test(pos) || /^(?:'s|'|&|-|\.)$/.test(text);
  const isOpener = /^(?:DET|NOUN|PROPN|ADJ|NUM)$/.test(first.pos);
  return (
    isOpener &&
    words.every(isInside) &&
    /^(?:NOUN|PROPN|NUM)$/.test(last.pos) &&
    words.some(({ pos }) => pos === 'NOUN' || pos === 'PROPN')
  );
}

const CALENDAR =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?$|^(?:January|February|March|April|June|July|August|September|October|November|December)$/u;
const FUNCTION_WORD =
  /^(?:The|A|An|Our|Its|Their|His|Her|In|On|At|All|Some|Most|Every|Each|Many|No|It|There)$/u;

const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const decapitalize = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** A capital at the start stays only if the word is a name. */
function lowerFirst(text: string, isName: (word: string) => boolean): string {
  const first = (/^[\p{L}\p{M}'-]+/u.exec(text)?.[0] ?? '').replace(/'s$/u, '');
  const isTwoNames = /^\p{Lu}[\p{L}'.-]* \p{Lu}/u.test(text);
  const isKept =
    !FUNCTION_WORD.test(first) &&
    (isName(first) ||
      CALENDAR.test(first) ||
      isTwoNames ||
      /^\p{Lu}\p{Ll}+['’]s /u.test(text) ||
      /^\p{Lu}{2}/u.test(text));
  return isKept ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
