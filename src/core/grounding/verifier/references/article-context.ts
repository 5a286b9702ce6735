// What an article says about its names: which words are names, who is called what in full, who is "he" or "she".
import type { Article, Span } from '../../../text/article.js';
import { listSentences } from '../../../text/article-sentences.js';
import { parseSentence } from '../parse/parse-sentence.js';
import type { ParsedSentence } from '../parse/token.js';
import { findModifiers } from './definite-nouns.js';
import { findGenders, type Gender } from './genders.js';

/** Text before a sentence that is searched for whom its pronouns mean. */
const LOOK_BACK_CHARS = 1500;
/** More text is not searched for names. */
const MAX_CHARS = 200_000;
/** Sentences before the one that is read. */
const MAX_BACK = 8;

export interface ArticleContext {
  isName(word: string): boolean;
  /** The full name that the article gives for a last name; undefined where there is none, or more than one. */
  fullName(lastName: string): readonly string[] | undefined;
  /** `he` or `she`, where the article tells. */
  genderOf(lastName: string): Gender | undefined;
  /** Whether a last name of two words may be somebody's: not "Tarn Island", where one says "on" or "the". */
  isPerson(lastName: string): boolean;
  /** Whether the article has one named person that it calls so. */
  isOnlyOne(gender: Gender): boolean;
  /** Words that the article puts right in front of a noun, in lower case. */
  modifiersOf(noun: string): ReadonlySet<string>;
  /** The sentences before an offset in the same section, nearest first. */
  sentencesBefore(offset: number): readonly ParsedSentence[];
  parse(text: string): ParsedSentence;
}

/** They open sentences in front of names. */
const OPENERS = new Set(
  'if when but and the a an in on at for as after before while although since because then now so yet or both is was did does has had will can could would should according to from with by how what why where who that this these those his her its their our my'.split(
    ' ',
  ),
);

/** Articles, and sentences of each, that are kept. */
const MAX_ARTICLES = 30;
const MAX_SENTENCES = 2_000;
const kept = new Map<string, ArticleContext>();

/** Reads an article's names once; an article keeps its context. */
export function contextOf(article: Article): ArticleContext {
  // By text, because a store returns a new object each time.
  const known = kept.get(article.text);
  if (known) return known;
  const context = readContext(article);
  for (const oldest of kept.keys()) {
    if (kept.size < MAX_ARTICLES) break;
    kept.delete(oldest);
  }
  kept.set(article.text, context);
  return context;
}

function readContext(article: Article): ArticleContext {
  // A blank line, so that the first word of the text doesn't look like a name inside a sentence.
  const text = `${article.title}\n\n${article.text.slice(0, MAX_CHARS)}`;
  const names = new Set(
    [...text.matchAll(/(?<=[\p{Ll}\p{N},;]\s)\p{Lu}[\p{L}\p{M}]+/gu)].map(([word]) => word),
  );
  const lower = new Set([...text.matchAll(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}\p{M}]+/gu)].map(([word]) => word));
  const full = new Map<string, readonly string[] | undefined>();
  for (const [run] of text.matchAll(/(?<!\p{L})\p{Lu}[\p{L}\p{M}]+(?: \p{Lu}[\p{L}\p{M}'’-]+){1,3}/gu)) {
    const words = run.split(' ').map((word) => word.replace(/['’]s$/u, ''));
    const person = words.slice(-2);
    // "If Harker": an ordinary word with a capital, because it opens a sentence.
    if (lower.has((person[0] ?? '').toLowerCase()) || OPENERS.has((person[0] ?? '').toLowerCase())) continue;
    const last = person[1] ?? '';
    const earlier = full.get(last);
    const isOther = full.has(last) && earlier?.join(' ') !== person.join(' ');
    full.set(last, isOther ? undefined : person);
  }
  const genders = findGenders(text, full);
  const places = new Set([...full.keys()].filter((last) => isPlace(text, full.get(last) ?? [last])));
  const isPerson = (last: string) => full.has(last) && (genders.has(last) || !places.has(last));
  const modifiers = new Map<string, ReadonlySet<string>>();
  const firstNames = new Set([...full.values()].map((person) => person?.[0]));
  const isName = (word: string) => names.has(word) || full.has(word) || firstNames.has(word);
  const parsed = new Map<string, ParsedSentence>();
  const parse = (sentence: string): ParsedSentence => {
    const known = parsed.get(sentence);
    if (known) return known;
    const fresh = parseSentence(sentence, isName);
    if (parsed.size >= MAX_SENTENCES) parsed.clear();
    parsed.set(sentence, fresh);
    return fresh;
  };
  return {
    isName,
    fullName: (last) => full.get(last),
    genderOf: (last) => genders.get(last),
    isPerson,
    isOnlyOne: (gender) => [...genders.values()].filter((one) => one === gender).length === 1,
    modifiersOf(noun) {
      const found = modifiers.get(noun) ?? findModifiers(text, noun);
      modifiers.set(noun, found);
      return found;
    },
    sentencesBefore: (offset) =>
      spansBefore(article, offset).map(({ start, end }) =>
        parse(article.text.slice(start, end).replace(/\s+/gu, ' ')),
      ),
    parse,
  };
}

/** "the Sea Thistle", "on Tarn Island" */
const isPlace = (text: string, name: readonly string[]): boolean =>
  new RegExp(`\\b(?:the|in|at|near|on|between) ${name.join(' ')}`, 'u').test(text);

function spansBefore(article: Article, offset: number): readonly Span[] {
  const { text, structure = [] } = article;
  const start = Math.max(0, offset - LOOK_BACK_CHARS);
  // A pronoun does not reach beyond the heading of its section.
  const marked = text.slice(start, offset).lastIndexOf('\n#');
  const heading = structure.findLast(({ kind, end }) => kind === 'heading' && end <= offset);
  const from = Math.max(start, heading?.end ?? 0, marked < 0 ? 0 : start + marked);
  const isRow = (span: Span) =>
    structure.some(({ kind, start: at, end }) => kind === 'row' && at <= span.start && span.end <= end);
  return listSentences(article, { start: from, end: offset })
    .filter((span) => !/^[|#]/.test(text.slice(span.start, span.end)) && !isRow(span))
    .slice(-MAX_BACK)
    .reverse();
}
