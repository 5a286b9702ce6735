// Finds out which phrase a message is, in any of the languages that have phrases.
import type { MetadataField } from '../answer.js';
import { expandShorthand, normalizeMessage } from './normalize-message.js';
import { GERMAN } from './phrases/de.js';
import { ENGLISH } from './phrases/en.js';
import { SPANISH } from './phrases/es.js';
import { FRENCH } from './phrases/fr.js';
import type { PhraseIntent, Phrases } from './phrases/phrases.js';

/** A whole message that is a phrase. */
export interface PhraseMatch {
  readonly intent: PhraseIntent | 'metadata';
  /** Only for `metadata`. */
  readonly field?: MetadataField | undefined;
  /** Whether it could also continue a conversation about something else: "how long is it?" */
  readonly isAmbiguous: boolean;
  readonly language: string;
}

interface CompiledPhrase extends Omit<PhraseMatch, 'language'> {
  readonly pattern: RegExp;
}

/** The phrases of a language, compiled. */
export interface CompiledPhrases {
  readonly language: string;
  readonly phrases: readonly CompiledPhrase[];
  /** Matches a greeting or thanks at the start of a longer message. */
  readonly opening: RegExp;
  readonly filler: RegExp;
  readonly functionWords: ReadonlySet<string>;
  readonly more: RegExp;
  readonly why: RegExp;
  readonly whoSaid: RegExp;
  readonly check: RegExp;
  readonly continuation: RegExp;
  readonly backward: RegExp;
  /** Matches "and", "what about" and the like at the start. */
  readonly ellipsis: RegExp;
}

/** In the order in which intents are tried: the specific ones come before small talk. */
const ORDER: readonly PhraseIntent[] = [
  'greeting',
  'thanks',
  'new-conversation',
  'articles',
  'help',
  'summary',
  'small-talk',
];

const LANGUAGES: readonly (readonly [string, Phrases])[] = [
  ['en', ENGLISH],
  ['de', GERMAN],
  ['es', SPANISH],
  ['fr', FRENCH],
];

function compile(language: string, phrases: Phrases): CompiledPhrases {
  const { article, determiner, filler, followUp } = phrases;
  const fill = (source: string) =>
    source
      .replaceAll('{article}', `(?:${article})`)
      .replaceAll('{determiner}', `(?:${determiner})`)
      .replaceAll('{this}', `(?:${phrases.this})`);
  const whole = (sources: readonly string[]) => new RegExp(`^(?:${fill(sources.join('|'))})$`, 'u');
  const metadata = Object.entries(phrases.metadata).map(([field, sources]) => ({
    ...{ intent: 'metadata' as const, field: field as MetadataField, isAmbiguous: false },
    pattern: whole(sources),
  }));
  const ambiguous = Object.entries(phrases.ambiguous).map(([name, sources]) => ({
    ...(name === 'summary' || name === 'help'
      ? { intent: name as PhraseIntent }
      : { intent: 'metadata' as const, field: name as MetadataField }),
    isAmbiguous: true,
    pattern: whole(sources),
  }));
  const others = ORDER.map((intent) => ({
    ...{ intent, isAmbiguous: false },
    pattern: whole(phrases.intents[intent]),
  }));
  return {
    language,
    phrases: [...others.slice(0, 3), ...metadata, ...others.slice(3, -1), ...ambiguous, ...others.slice(-1)],
    opening: new RegExp(
      `^(?:${fill([...phrases.intents.greeting, ...phrases.intents.thanks].join('|'))}) (?=\\S)`,
      'u',
    ),
    filler: new RegExp(`^(?:(?:${filler}) )+(?=\\S)|(?: (?:${filler}))+$`, 'gu'),
    functionWords: new Set(phrases.functionWords.split(' ')),
    more: whole(followUp.more),
    why: whole(followUp.why),
    whoSaid: whole(followUp.whoSaid),
    check: whole(followUp.check),
    continuation: new RegExp(`^(?:${followUp.continuation})(?: |$)`, 'u'),
    backward: new RegExp(`(?:^| )(?:${followUp.backward})(?: |$)`, 'u'),
    ellipsis: new RegExp(`^(?:${followUp.question}) `, 'u'),
  };
}

/** The languages with phrases, English first. */
export const COMPILED_PHRASES: readonly CompiledPhrases[] = LANGUAGES.map(([language, phrases]) =>
  compile(language, phrases),
);

/**
 * Matches a normalized message as a whole, with and without polite words around it.
 * @param preferred the language that is tried first, if it has phrases
 */
export function matchPhrase(normalized: string, preferred: string): PhraseMatch | undefined {
  if (normalized === '') return undefined;
  const languages = [...COMPILED_PHRASES].sort(
    (a, b) => Number(b.language === preferred) - Number(a.language === preferred),
  );
  for (const isStripped of [false, true]) {
    for (const language of languages) {
      // Shorthand may also be spelled out in a phrase as people type it.
      const typed = language.language === 'en' ? [expandShorthand(normalized), normalized] : [normalized];
      const stripped = typed.map((text) => stripFiller(text, language));
      // Each text is matched once, because compiling the expressions for a first question takes 0.1 seconds.
      const texts = isStripped ? stripped.filter((text) => text !== '' && !typed.includes(text)) : typed;
      for (const text of new Set(texts)) {
        const found = language.phrases.find(({ pattern }) => pattern.test(text));
        if (!found) continue;
        const { intent, field, isAmbiguous } = found;
        return { intent, field, isAmbiguous, language: language.language };
      }
    }
  }
  return undefined;
}

/** Whether a message, in a reply to another one, asks if that one is true: "is this true?" */
export function asksForCheck(message: string): boolean {
  const normalized = normalizeMessage(message);
  return COMPILED_PHRASES.some((language) =>
    [normalized, stripFiller(normalized, language)].some((text) => language.check.test(text)),
  );
}

function stripFiller(text: string, { filler }: CompiledPhrases): string {
  return text.replace(filler, '').trim();
}
