// The phrases of all languages, compiled.
import { normalizeMessage } from '../normalize-message.js';
import { GERMAN } from './de.js';
import { ENGLISH } from './en.js';
import { SPANISH } from './es.js';
import { FRENCH } from './fr.js';
import type { Phrases } from './phrases.js';

/** {@link Phrases} as sets of words and regular expressions. */
export interface CompiledPhrases {
  readonly language: string;
  readonly articleNouns: ReadonlySet<string>;
  readonly functionWords: ReadonlySet<string>;
  readonly filler: RegExp;
  readonly more: RegExp;
  readonly why: RegExp;
  readonly whoSaid: RegExp;
  readonly check: RegExp;
  readonly continuation: RegExp;
  readonly backward: RegExp;
  readonly ellipsis: RegExp;
}

function compile(language: string, phrases: Phrases): CompiledPhrases {
  const { articleNouns, functionWords, filler } = phrases;
  const whole = (source: string) => new RegExp(`^(?:${source})$`, 'u');
  return {
    language,
    articleNouns: new Set(articleNouns.split(' ')),
    functionWords: new Set(functionWords.split(' ')),
    filler: new RegExp(`^(?:(?:${filler}) )+(?=\\S)|(?: (?:${filler}))+$`, 'gu'),
    more: whole(phrases.more),
    why: whole(phrases.why),
    whoSaid: whole(phrases.whoSaid),
    check: whole(phrases.check),
    continuation: new RegExp(`^(?:${phrases.continuation})(?: |$)`, 'u'),
    backward: new RegExp(`(?:^| )(?:${phrases.backward})(?: |$)`, 'u'),
    ellipsis: new RegExp(`^(?:${phrases.ellipsis}) `, 'u'),
  };
}

/** In English, German, Spanish and French. */
const PLEASE =
  /^(?:please|bitte|por favor) | (?:please|pls|plz|bitte|por favor|porfa|stp|svp|s il (?:te|vous) plait)$/u;

/** The languages with phrases, English first. */
export const COMPILED_PHRASES: readonly CompiledPhrases[] = [
  compile('en', ENGLISH),
  compile('de', GERMAN),
  compile('es', SPANISH),
  compile('fr', FRENCH),
];

/** Whether a message asks for more, for the reason or for who said it. */
export function continuesByPhrase(message: string): boolean {
  const normalized = normalizeMessage(message);
  return COMPILED_PHRASES.some(
    ({ why, whoSaid, ...phrases }) =>
      why.test(normalized) || whoSaid.test(normalized) || asksForMore(normalized, phrases),
  );
}

/** Whether a normalized message asks for what comes next: “longer, please”. */
export function asksForMore(normalized: string, { more }: Pick<CompiledPhrases, 'more'>): boolean {
  return more.test(normalized) || more.test(normalized.replace(PLEASE, ''));
}

/** Whether a message, in a reply to another one, asks if that one is true: "is this true?" */
export function asksForCheck(message: string): boolean {
  const normalized = normalizeMessage(message);
  return COMPILED_PHRASES.some(({ check, filler }) =>
    [normalized, normalized.replace(filler, '').trim()].some((text) => check.test(text)),
  );
}
