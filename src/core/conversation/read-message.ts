// The first step of a reply: what kind of message is this? Rules only, so that it costs nothing and never varies.
import type { MetadataField } from '../answer.js';
import type { Analyzer } from '../ports.js';
import { matchCues } from './match-cues.js';
import { COMPILED_PHRASES, matchPhrase, type PhraseMatch } from './match-phrases.js';
import { detectMessageLanguage } from './message-language.js';
import { asksForSummary, replaceArticleName } from './named-article.js';
import { normalizeMessage } from './normalize-message.js';

/** What a message wants. */
export type Intent =
  | {
      readonly kind:
        | 'greeting'
        | 'thanks'
        | 'small-talk'
        | 'help'
        | 'articles'
        | 'nothing'
        | 'new-conversation';
    }
  /** `named`: words by which the message names the article. */
  | { readonly kind: 'summary'; readonly named?: readonly string[] }
  | { readonly kind: 'metadata'; readonly field: MetadataField; readonly named?: readonly string[] }
  /** A question about the text. `text` is the message without a greeting in front. */
  | { readonly kind: 'question'; readonly text: string };

/** A message that has been understood. */
export interface ReadMessage {
  readonly intent: Intent;
  /** ISO 639-1 code of the message's language; `und` if it can't be told. */
  readonly language: string;
}

/** A message that has been read by rules. */
export interface ReadByRules extends ReadMessage {
  /**
   * Whether it is a known phrase other than of small talk, or has no word at all. If not, single words decided, or it is
   * a question because no rule matched.
   */
  readonly isCertain: boolean;
  /** The message without a greeting in front. */
  readonly rest: string;
}

/** What the meaning of a message depends on. */
export interface MessageContext {
  readonly analyzer: Analyzer;
  /** Whether the previous message was a question about the text, which this one may continue. */
  readonly continuesQuestion: boolean;
  /** Languages of the articles, for messages whose own language can't be told. */
  readonly articleLanguages: readonly string[];
  /** Whether a word occurs in the articles: then it is a keyword, however odd it looks. */
  readonly isKnownWord?: ((term: string) => boolean) | undefined;
  /** Titles of the articles that the message can be about. */
  readonly titles?: readonly string[] | undefined;
}

/** Neighbouring keys. A word that runs along them was typed to see what happens. */
const KEYBOARD_ROWS = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertzuiop',
  'yxcvbnm',
  'azertyuiop',
  '1234567890',
];
const MIN_KEY_RUN = 4;
const AMOUNT_QUESTION =
  /^(?:how (?:much|many|old|far|long|tall|big)|wie ?viele?|wie (?:alt|weit|lange?)|cuant[oa]s?|combien) \p{L}/u;
const QUESTION_OPENER =
  /^(?:what|who|when|where|why|how|which|was|wer|wann|wo|warum|wieso|wie|que|quien|cuando|donde|como|por que|qui|quand|ou|comment|pourquoi) /u;
/** A question that ends like this isn't finished. */
const OPEN_ENDING =
  / (?:the|a|an|is|are|was|of|to|or|and|in|for|der|die|das|ist|sind|und|oder|von|el|la|los|las|es|y|de|le|les|est|et|un|une|una)$/u;
const GREETING_PUNCTUATION = /^[\s,.!?:;–—\-~()\p{Extended_Pictographic}]+/u;

/** Reads a message by rules alone. Never fails: what is no known phrase is a question. */
export function readMessage(message: string, context: MessageContext): ReadByRules {
  const normalized = normalizeMessage(message);
  const language = detectMessageLanguage(message, context);
  const { rest, language: openingLanguage } = stripOpening(message, language);
  const certain = (read: ReadMessage): ReadByRules => ({ ...read, isCertain: true, rest });
  const likely = (read: ReadMessage): ReadByRules => ({ ...read, isCertain: false, rest });
  if (!/[\p{L}\p{N}]/u.test(message)) return certain({ intent: { kind: 'nothing' }, language });
  const whole = matchPhrase(normalized, language);
  if (whole && !(whole.isAmbiguous && context.continuesQuestion)) {
    return { ...likely(fromPhrase(whole)), isCertain: isCertainPhrase(whole) };
  }
  const byWords = whole ? undefined : readByWords(normalized, language, context);
  if (byWords) return likely(fromPhrase(byWords));
  if (rest !== message) {
    const phrase = matchPhrase(normalizeMessage(rest), openingLanguage);
    const own = phrase ?? readByWords(normalizeMessage(rest), openingLanguage, context);
    if (own && !(own.isAmbiguous && context.continuesQuestion)) {
      return { ...likely(fromPhrase(own)), isCertain: phrase !== undefined && isCertainPhrase(phrase) };
    }
  }
  const named = readNamed(normalizeMessage(rest), openingLanguage, context);
  if (named) return likely(named);
  if (!context.continuesQuestion && isEmpty(rest, normalizeMessage(rest), context)) {
    return likely({ intent: { kind: rest === message ? 'nothing' : 'greeting' }, language });
  }
  return likely({ intent: { kind: 'question', text: rest }, language });
}

/** Phrases of small talk are so broad that other kinds have them, too: "yay, thanks", "it's me". */
function isCertainPhrase({ intent }: PhraseMatch): boolean {
  return intent !== 'small-talk';
}

/** Reads a message by its words, unless it may continue a question. */
function readByWords(normalized: string, language: string, context: MessageContext): PhraseMatch | undefined {
  const found = matchCues(normalized, language, (word) => isInArticles(word, context));
  if (!found || (found.isAmbiguous && context.continuesQuestion)) return undefined;
  return found;
}

/** Whether a word occurs in the articles, in any of its forms. */
export function isInArticles(
  word: string,
  { analyzer, articleLanguages, isKnownWord }: MessageContext,
): boolean {
  return articleLanguages.some((language) =>
    analyzer.terms(word, language).some((term) => isKnownWord?.(term) ?? false),
  );
}

/** Reads a message about an article that it names: "sum up the ferry story". */
function readNamed(normalized: string, language: string, context: MessageContext): ReadMessage | undefined {
  const name = replaceArticleName(normalized, context.titles ?? [], (word) => isInArticles(word, context));
  if (!name) return undefined;
  const [found] = name.texts.flatMap(
    (text) => matchPhrase(text, language) ?? readByWords(text, language, context) ?? [],
  );
  const isSummary = found?.intent === 'summary';
  if (!found || !(isSummary || found.intent === 'metadata')) return undefined;
  // Without a noun, the name may be a thing: "what is in the museum?"
  if (!name.hasNoun && !(isSummary && asksForSummary(normalized))) return undefined;
  const { intent, language: replyLanguage } = fromPhrase(found);
  if (intent.kind !== 'summary' && intent.kind !== 'metadata') return undefined;
  return { intent: { ...intent, named: name.words }, language: replyLanguage };
}

function fromPhrase(phrase: PhraseMatch): ReadMessage {
  const { intent, field, language } = phrase;
  if (intent === 'metadata') return { intent: { kind: intent, field: field ?? 'title' }, language };
  return { intent: { kind: intent }, language };
}

/** Removes a greeting, thanks or a similar opening in front of a question: "hi, how much is it?" */
function stripOpening(message: string, language: string): { rest: string; language: string } {
  // Only at a punctuation mark or line break, because "good morning coffee" is no greeting.
  for (const { index, 0: mark } of message.matchAll(/[,.!?:;\n–—]+\s*|\s+-\s+|\s*\n\s*/gu)) {
    const head = message.slice(0, index);
    const tail = message.slice(index + mark.length).replace(GREETING_PUNCTUATION, '');
    if (tail.trim() === '' || head.length > 60) break;
    const opening = matchPhrase(normalizeMessage(head), language);
    if (!opening || !['greeting', 'thanks', 'small-talk'].includes(opening.intent)) {
      // "Two things. I work nights and wanted to know\nwhere does it stop?": the question is what comes last.
      continue;
    }
    return { rest: stripOpening(tail, opening.language).rest, language: opening.language };
  }
  const lead =
    /^\s*(?:hi|hey|hello|hallo|hola|bonjour|salut|moin)(?: (?:there|bot|footnote|again))?\s+(?=\p{L}+\s+\p{L})/iu.exec(
      message,
    );
  return lead ? { rest: message.slice(lead[0].length), language } : { rest: message, language };
}

/** Whether a message has no word to search for, or only random letters. */
function isEmpty(
  message: string,
  normalized: string,
  { analyzer, articleLanguages, isKnownWord }: MessageContext,
): boolean {
  const words = normalized.split(' ').filter(Boolean);
  if (words.length === 0) return !/[\p{L}\p{N}]/u.test(message);
  if (asksWithoutSubject(words)) return false;
  if (isKnownWord && /^[\d ]+$/.test(normalized)) return !words.some(isKnownWord);
  const isFunctionWord = (word: string) =>
    word.length < 3 && !/\p{N}/u.test(word) && !isKnownWord?.(word)
      ? true
      : COMPILED_PHRASES.some(({ functionWords }) => functionWords.has(word)) ||
        /^(?:h+m+|u+m*h*|e+h*|a+h+|o+h+|mm+|so|well|then|na|tja|pues)$/.test(word);
  if (words.every(isFunctionWord)) return true;
  const terms = [
    ...new Set([...articleLanguages, 'en'].flatMap((language) => analyzer.terms(message, language))),
  ];
  const hasNoTerms = (language: string) => analyzer.terms(message, language).length === 0;
  if (articleLanguages.length > 0 && articleLanguages.every(hasNoTerms)) return true;
  if (isKnownWord && terms.some(isKnownWord)) return false;
  // Next to random letters, three without a vowel are random too.
  const isRandom = (word: string) => isGibberish(word) || /^[^aeiouy]{3}$/u.test(word);
  return words.some(isGibberish) && words.every((word) => isFunctionWord(word) || isRandom(word));
}

/** Whether short words alone make a question: "how much is it", but not "what is the". */
function asksWithoutSubject(words: readonly string[]): boolean {
  const text = words.join(' ');
  return (
    AMOUNT_QUESTION.test(text) || (words.length > 2 && QUESTION_OPENER.test(text) && !OPEN_ENDING.test(text))
  );
}

function isGibberish(word: string): boolean {
  if (/^\p{N}+$/u.test(word)) return false;
  if (/^[a-z]{4,}$/.test(word) && !/[aeiouy]/.test(word)) return true;
  for (let at = 0; at + MIN_KEY_RUN <= word.length; at += 1) {
    const run = word.slice(at, at + MIN_KEY_RUN);
    const reversed = [...run].reverse().join('');
    if (word.length <= 12 && KEYBOARD_ROWS.some((row) => row.includes(run) || row.includes(reversed))) {
      return word.length - MIN_KEY_RUN <= MIN_KEY_RUN && !/(?:propert|tyui?p|poiu)/.test(word);
    }
  }
  return /^(.{1,3})\1{2,}$/.test(word);
}
