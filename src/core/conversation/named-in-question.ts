// Finds the article that a question about the text names: "what does the handbook say about noise?"

import { CONNECTORS, findNamed, isCompound, isInTitle, NOUNS } from './named-article.js';
import { normalizeText } from './normalize-message.js';
import { COMPILED_PHRASES } from './phrases/compiled-phrases.js';

/** A question that names an article. */
export interface QuestionToArticle<T> {
  readonly article: T;
  /** The question, without the article's name if that only says where to look. */
  readonly question: string;
}

/** A word of a message in the form that is compared, and its place in the message. */
interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const MIN_WORD = 3;
/** Titles of fewer words may be part of any question. */
const MIN_TITLE_WORDS = 3;
/** Too broad to name a text: "the thing in the pool", "the report on the bridge". */
const BROAD_NOUNS = new Set('thing file site news page column notice document text report'.split(' '));
const DETERMINER =
  '(?:the|a|an|this|that|your|der|die|das|dem|den|des|dieser?|diesem|diesen|el|la|los|las|un|una|este|esta|ese|esa|l|le|les|cet|cette|ce)';
const PREPOSITION =
  '(?:in|from|by|per|according to|as per|im|aus|vom|laut|nach|gemass|zufolge|en|segun|de|del|dans|selon|d apres|du|sur)';
/** Words in front of a name that only say where to look. */
const PLACE = new RegExp(`(?:^| )${PREPOSITION}(?: ${DETERMINER})* $`, 'u');
/** "What does the handbook say about noise?": the words before the name and after it. */
const WHAT_SAYS = new RegExp(
  `^(?:what|whats|was|que|qu est ce que|does|do|did|is|sagt|steht|gibt|dice|dit|hay|anything)(?: (?:does|do|did|is|s|anything|there|sagt|steht|schreibt|meint|etwas|es|dice|pone|cuenta|algo|dit|raconte|in|im|en|dans|${DETERMINER.slice(3, -1)}))* $`,
  'u',
);
const ABOUT =
  /^ (?:(?:say|says|said|mention|mentions|tell us|tells us) )?(?:(?:anything|something|etwas|algo|quelque chose) )?(?:about|on|regarding|uber|ubers|zu|zum|zur|sobre|acerca de|sur|a propos de)(?= )/u;

/**
 * Finds the one article that a question names by its kind and words of its title ("the lido piece", "the article about the
 * lido", "the handbook" if it is called so), or by its whole title.
 * @returns undefined if it names none, or if several articles fit
 */
export function findQuestionToArticle<T extends { readonly title: string }>(
  message: string,
  articles: readonly T[],
): QuestionToArticle<T> | undefined {
  const words = readWords(message);
  const titles = articles.map(({ title }) => ` ${normalizeText(title)} `);
  const whole = ` ${words.map(({ text }) => text).join(' ')} `;
  const quoted = articles.filter(
    (_, at) =>
      whole.includes(titles[at] ?? '') && (titles[at] ?? '').trim().split(' ').length >= MIN_TITLE_WORDS,
  );
  const [only] = quoted;
  if (only && quoted.length === 1) return { article: only, question: message };
  for (const { from, to } of findNames(words, titles)) {
    const article = findOnly(
      words.slice(from, to).map(({ text }) => text),
      articles,
    );
    if (article) return { article, question: withoutName(message, words, from, to) };
  }
  return undefined;
}

/** Runs of words that have a noun for an article and a word of a title. The noun may be that word. */
function findNames(
  words: readonly Word[],
  titles: readonly string[],
): readonly { readonly from: number; readonly to: number }[] {
  const titleWords = new Set(titles.flatMap((title) => title.trim().split(' ')));
  const isTitleWord = (word: string) =>
    word.length >= MIN_WORD && !isFunctionWord(word) && titles.some((title) => isInTitle(word, title));
  const isNoun = (word: string) => NOUNS.has(word) || isCompound(word, titleWords);
  const names: { from: number; to: number }[] = [];
  for (let from = 0; from < words.length; from += 1) {
    const isPart = (at: number) => {
      const word = words[at]?.text ?? '';
      return isTitleWord(word) || isNoun(word) || (word === 'one' && isTitleWord(words[at - 1]?.text ?? ''));
    };
    if (!isPart(from)) continue;
    let to = from + 1;
    for (let at = to; at < words.length; at += 1) {
      if (isPart(at)) to = at + 1;
      else if (!CONNECTORS.has(words[at]?.text ?? '')) break;
    }
    const name = words.slice(from, to).map(({ text }) => text);
    const hasNoun = name.some((word) => isNoun(word) && !BROAD_NOUNS.has(word)) || name.at(-1) === 'one';
    if (hasNoun && name.some((word) => isTitleWord(word) || isCompound(word, titleWords)))
      names.push({ from, to });
    from = to;
  }
  return names;
}

/** The one article whose title has most of the words; nouns such as "handbook" count if no other word is in a title. */
function findOnly<T extends { readonly title: string }>(
  name: readonly string[],
  articles: readonly T[],
): T | undefined {
  // In a compound such as "freibadartikel", the first part is the word of the title.
  const starts = name.flatMap((word) => {
    const noun = [...NOUNS].find((one) => one.length >= MIN_WORD && word !== one && word.endsWith(one));
    return noun === undefined ? [word] : [word, word.slice(0, -noun.length).replace(/s$/u, '')];
  });
  const named = findNamed(starts, articles);
  const candidates = named.length > 0 ? named : articles;
  const nouns = name.filter((word) => NOUNS.has(word));
  const narrowed = candidates.filter(({ title }) =>
    nouns.some((noun) => isInTitle(noun, ` ${normalizeText(title)} `)),
  );
  const found = named.length === 1 ? named : narrowed;
  return found.length === 1 ? found[0] : undefined;
}

/** Leaves out "in the lido piece" and "what does the handbook say about", if a question or a subject remains. */
function withoutName(message: string, words: readonly Word[], from: number, to: number): string {
  const [first, last] = [words[from], words[to - 1]];
  if (!first || !last) return message;
  const before = words
    .slice(0, from)
    .map(({ text }) => `${text} `)
    .join('');
  const after = words
    .slice(to)
    .map(({ text }) => ` ${text}`)
    .join('');
  const about = WHAT_SAYS.test(before) ? ABOUT.exec(after) : null;
  if (about) {
    const next = words[to + about[0].trim().split(' ').length];
    if (next) return message.slice(next.start);
  }
  const place = PLACE.exec(before);
  if (!place) return message;
  const at = words[from - place[0].trim().split(' ').length];
  if (!at) return message;
  if (at === words[0] && words.length - to > 1) return message.slice(words[to]?.start);
  return to === words.length && from > 2 ? message.slice(0, at.start).trim() : message;
}

function isFunctionWord(word: string): boolean {
  return COMPILED_PHRASES.some(({ functionWords }) => functionWords.has(word));
}

function readWords(message: string): readonly Word[] {
  return [...message.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].flatMap(({ 0: word, index }) => {
    const text = normalizeText(word);
    return text === '' ? [] : [{ text, start: index, end: index + word.length }];
  });
}
