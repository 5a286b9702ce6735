// Recognizes questions about a numbered list: "step 4", "what comes after booking?", "what's next?", "list all the steps".
import { normalizeMessage, normalizeText } from '../../../../core/conversation/normalize-message.js';
import { STEP_WORDS } from './step-words.js';

/** Which steps a question asks for. */
export type StepQuestion = {
  /** The noun, unless it is one that any numbered list has. */
  readonly noun?: string | undefined;
  /** The question's other words. They have to name the list. */
  readonly rest: string;
} & (
  | { readonly kind: 'all' | 'count' | 'next' | 'previous' }
  /** From 1; -1 is the last. */
  | { readonly kind: 'numbered'; readonly number: number; readonly shift: -1 | 0 | 1 }
  /** The step after or before the one that does `action`. `word` is the "after" or "before" in front of it. */
  | { readonly kind: 'beside'; readonly action: string; readonly word: string; readonly shift: -1 | 1 }
);

interface Patterns {
  readonly all: RegExp;
  readonly count: RegExp;
  readonly next: RegExp;
  readonly previous: RegExp;
  readonly start: RegExp;
  readonly finish: RegExp;
  readonly after: RegExp;
  readonly before: RegExp;
  readonly numbered: RegExp;
  readonly ordinal: RegExp;
  readonly step: RegExp;
  readonly filler: RegExp;
  /** The number that a word says, from 1; -1 is the last. */
  readonly numberOf: (word: string) => number;
}

const MAX_NUMBER = 99;
const compiled = new Map(
  Object.entries(STEP_WORDS).map(([language, words]) => [language, compile(words)] as const),
);
/** Matches the name of a step in any language, in a text without accents. */
export const STEP_NOUN = word(
  Object.values(STEP_WORDS)
    .map(({ step }) => step)
    .join('|'),
);
/** The same for the names that a list only has if it says so. */
export const ENTRY_NOUN = word(
  Object.values(STEP_WORDS)
    .map(({ entry }) => entry)
    .join('|'),
);

/** @param languages in the order in which they are tried; others are tried after them */
export function readStepQuestion(text: string, languages: readonly string[]): StepQuestion | undefined {
  const message = normalizeMessage(text).replace(/(?<!\p{L})whats(?!\p{L})/gu, 'what is');
  for (const language of new Set([...languages, ...compiled.keys()])) {
    const patterns = compiled.get(language);
    const found = patterns && read(message, patterns);
    if (found) return found;
  }
  return undefined;
}

/** Whether a text gives this number, in figures or in words. */
export function namesCount(text: string, count: number): boolean {
  const words = Object.values(STEP_WORDS).flatMap(({ cardinals }) => cardinals[count - 1] ?? []);
  return word([`${count}`, ...words].join('|')).test(normalizeText(text));
}

function read(message: string, patterns: Patterns): StepQuestion | undefined {
  if (patterns.next.test(message)) return { kind: 'next', rest: '' };
  if (patterns.previous.test(message)) return { kind: 'previous', rest: '' };
  for (const [pattern, number] of [
    [patterns.start, 1],
    [patterns.finish, -1],
  ] as const) {
    const rest = remainder(message, pattern, patterns);
    if (rest !== undefined) return { kind: 'numbered', number, shift: 0, rest };
  }
  return readBeside(message, patterns) ?? readNumbered(message, patterns, 0) ?? readAll(message, patterns);
}

function readBeside(message: string, patterns: Patterns): StepQuestion | undefined {
  for (const [pattern, shift] of [
    [patterns.after, 1],
    [patterns.before, -1],
  ] as const) {
    const { word: asked, action } = pattern.exec(message)?.groups ?? {};
    if (asked === undefined || action === undefined) continue;
    return readNumbered(action, patterns, shift) ?? { kind: 'beside', action, word: asked, shift, rest: '' };
  }
  return undefined;
}

function readNumbered(message: string, patterns: Patterns, shift: -1 | 0 | 1): StepQuestion | undefined {
  for (const pattern of [patterns.numbered, patterns.ordinal]) {
    const { noun = '', number = '' } = pattern.exec(message)?.groups ?? {};
    const rest = remainder(message, pattern, patterns);
    if (rest === undefined) continue;
    return {
      ...{ kind: 'numbered', number: patterns.numberOf(number), shift, rest },
      noun: patterns.step.test(noun) ? undefined : noun,
    };
  }
  return undefined;
}

function readAll(message: string, patterns: Patterns): StepQuestion | undefined {
  for (const [kind, pattern] of [
    ['count', patterns.count],
    ['all', patterns.all],
  ] as const) {
    const noun = pattern.exec(message)?.groups?.['noun'] ?? '';
    const rest = remainder(message, pattern, patterns);
    if (rest !== undefined) return { kind, rest, noun: patterns.step.test(noun) ? undefined : noun };
  }
  return undefined;
}

/** The message without what matches; undefined if nothing does. */
function remainder(message: string, pattern: RegExp, { filler }: Patterns): string | undefined {
  return pattern.test(message) ? message.replace(pattern, ' ').replace(filler, ' ').trim() : undefined;
}

function compile(words: (typeof STEP_WORDS)[string]): Patterns {
  const { step, entry, number, cardinals, ordinals, last, doing, filler } = words;
  const noun = `(?<noun>${step}|${entry})`;
  const stepNoun = `(?<noun>${step})`;
  const whole = (source: string) => new RegExp(`^(?:${source})$`, 'u');
  const opens = (source: string) =>
    new RegExp(`^(?:(?:please|bitte|por favor|and|und|y|et) )?(?:${source})(?= |$)`, 'u');
  const ordinalWords = [...ordinals, last].join('|');
  return {
    ...{ next: whole(words.next), previous: whole(words.previous) },
    ...{ start: opens(words.start), finish: opens(words.finish) },
    after: whole(`(?:${doing}) (?<word>${words.after}) (?<action>.+)`),
    before: whole(`(?:${doing}) (?<word>${words.before}) (?<action>.+)`),
    numbered: word(`${noun} (?:(?:${number}) )?(?<number>\\d{1,2}|${cardinals.join('|')})`),
    ordinal: word(`(?<number>\\d{1,2}(?: ?(?:st|nd|rd|th|e|er|ere|eme|o|a))?|${ordinalWords}) ${stepNoun}`),
    all: opens(`(?:(?:can|could) you |kannst du |puedes |peux tu )?(?:${words.all}) ${stepNoun}`),
    count: word(`(?:${words.howMany}) ?${stepNoun}`),
    step: whole(step),
    filler: new RegExp(word(filler).source, 'gu'),
    numberOf: (text) => {
      const digits = /^\d+/u.exec(text)?.[0];
      if (digits !== undefined) return Math.min(Number(digits), MAX_NUMBER);
      if (whole(last).test(text)) return -1;
      const at = [cardinals, ordinals]
        .map((list) => list.findIndex((one) => whole(one).test(text)))
        .find((found) => found >= 0);
      return (at ?? 0) + 1;
    },
  };
}

function word(source: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'u');
}
