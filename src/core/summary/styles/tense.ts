// Whether a time in a sentence belongs to something that has happened or to something that will.
import { parseSentence } from '../../grounding/verifier/parse/parse-sentence.js';

export type Tense = 'past' | 'future';

/** In the present, these words speak of the future: "is due on Monday". */
const COMING =
  /(?<!\p{L})(?:due|set to|scheduled|expected|planned|plans? to|about to|hopes? to|(?:is|are) to|(?:is|are) going to)(?!\p{L})/iu;

interface TenseWords {
  readonly past: RegExp;
  readonly future: RegExp;
}

const word = (pattern: string): RegExp => new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, 'u');

/** Verb forms that are clear. A form that may be the present isn't listed. */
const TENSES: Readonly<Record<string, TenseWords>> = {
  de: {
    past: word(
      String.raw`wurden?|waren?|hatten?|kam|kamen|ging|gingen|begann|gab|nahm|fand|fanden|blieb|traf|trafen|fiel|starb|starben|gewann|verlor|rief|trat|lief|zog|beschloss|beschlossen|entschied|sprach|stand|schloss|brach|(?:hat|haben|ist|sind) (?:\p{L}+\.? ){1,8}(?!geöffnet|geschlossen)\p{Ll}*ge\p{Ll}{2,}(?:t|en)|\p{Ll}{2,}ten?(?! \p{Lu})(?<!(?:letz|ers|zwei|drit|bes|nächs|heu|mit|bit|un|hin)ten?)`,
    ),
    future: word('wird|werden|soll|sollen'),
  },
  fr: {
    past: word(
      String.raw`(?:a|ont|avait|avaient|s['’]est|est|sont) (?!fermé|ouvert)(?:été )?\p{Ll}+(?:é|i|u|is|it|ert)(?:e?s?)`,
    ),
    future: word(String.raw`(?:va|vont|doit|doivent)|\p{Ll}+(?:era|eront|ira|iront|dra|dront)`),
  },
  es: {
    past: word(
      String.raw`\p{Ll}{2,}(?:ó|aron|ieron)|fue|fueron|hizo|hicieron|dijo|dijeron|hubo|puso|vino|tuvo|tuvieron|dio|(?:ha|han) (?:sido )?\p{Ll}+(?:ado|ido|to|cho)`,
    ),
    future: word(String.raw`(?:va|van) a|\p{Ll}{2,}(?:ará|arán|erá|erán|irá|irán|drá|drán)|habrá`),
  },
};

/**
 * The tense of the clause that a time belongs to.
 * @param at offset of the time in `text`
 * @returns undefined for the present, for what may or should happen, and if it isn't certain
 */
export function readTense(text: string, language: string, at: number): Tense | undefined {
  if (language === 'en') return readEnglish(text, at);
  const words = TENSES[language];
  if (!words) return undefined;
  const [isPast, isFuture] = [words.past.test(text), words.future.test(text)];
  if (isPast === isFuture) return undefined;
  return isPast ? 'past' : 'future';
}

/** By the last verb in front of the time, or else by the first behind it. */
function readEnglish(text: string, at: number): Tense | undefined {
  const { tokens } = parseSentence(text, () => false);
  const finite = tokens.filter(
    ({ verb, isQuoted }) => verb && !isQuoted && !verb.isInfinitive && !(verb.isBare && verb.form === 'ing'),
  );
  const governing = finite.findLast(({ start }) => start < at) ?? finite[0];
  if (!governing?.verb) return undefined;
  const { modal, isPast, isPerfect, form, isBare } = governing.verb;
  if (modal === 'will' || modal === 'shall') return 'future';
  if (modal !== undefined) return undefined;
  const between = text.slice(governing.start, Math.max(governing.start, at));
  // "decided to close the bridge on Monday": either may be on Monday.
  const hasInfinitive = tokens.some(
    ({ verb, start }) => verb?.isInfinitive && start > governing.start && start < at,
  );
  if (isPast || isPerfect || (isBare && form === 'ed'))
    return hasInfinitive || COMING.test(between) ? undefined : 'past';
  return COMING.test(between) ? 'future' : undefined;
}
