// Tokens of an English sentence: what is compared, with articles, punctuation and auxiliaries folded in.

import { PHRASES, SYNONYMS } from '../words/english.js';
import { numberWordsOf } from '../words/number-words.js';
import { joinDates } from './dates.js';
import { repairTags } from './repair-tags.js';
import { type Tagged, tag } from './tagger.js';
import type { ParsedSentence, Token, VerbForm } from './token.js';
import { readVerbGroup } from './verb-groups.js';

const QUOTES = /["“”«»„]/u;
const ORDINAL = /(?:st|nd|rd|th|first|second|third)$/;
const groups = new Map(SYNONYMS.flatMap((group) => group.map((word) => [word, group[0] as string])));

/**
 * Offsets of tokens are offsets into the sentence as it was given.
 * @param sentence one line of plain text
 * @param isName whether a capitalised word at the sentence's start is a name: it has a capital elsewhere too
 */
export function parseSentence(raw: string, isName: (word: string) => boolean): ParsedSentence {
  const text = raw.replace(/[’‘]/gu, "'").replace(/``|''/g, ' "').replace(/[`*]/g, ' ').replace(/_/g, ' ');
  const words = repairTags(tag(lowerOpening(text, isName)));
  const tokens: Token[] = [];
  let [mark, article, isQuoted] = ['', undefined as Token['article'], false];
  const push = (word: Tagged, key: string, rest: Partial<Token> = {}) => {
    tokens.push({
      ...{ text: word.text, key: groups.get(key) ?? key, pos: word.pos, start: word.start, end: word.end },
      ...{ mark, article, isQuoted, ...rest },
    });
    [mark, article] = ['', undefined];
  };
  for (let index = 0; index < words.length; ) {
    const word = words[index] as Tagged;
    const lower = word.text.toLowerCase();
    if (word.pos === 'PUNCT' && !/^['’]s?$/.test(word.text)) {
      if (QUOTES.test(word.text)) isQuoted = !isQuoted;
      mark += word.text;
      index += 1;
      continue;
    }
    if (word.pos === 'DET' && /^(?:the|an?)$/.test(lower)) {
      article = lower === 'the' ? 'the' : 'a';
      index += 1;
      continue;
    }
    const number = readNumber(words, index);
    if (number) {
      push(
        { ...word, pos: 'NUM', end: number.end, text: text.slice(word.start, number.end) },
        `#${number.value}`,
      );
      index = number.next;
      continue;
    }
    const group = readVerbGroup(words, index);
    if (group) {
      for (const adverb of group.adverbs) push(adverb, adverb.text.toLowerCase());
      const { main, start, end, form } = group;
      // The tagger takes nouns for verbs: "the stop", "leave of ten days", "skipper Bettina Crowe".
      if (isMistagged(words, index, group.next, form, article)) {
        push({ ...main, pos: 'NOUN' }, main.lemma.toLowerCase());
        index = group.next;
        continue;
      }
      // "best-known": part of an adjective.
      if (form.isBare && /-$/.test(mark)) {
        push({ ...main, pos: 'ADJ' }, main.text.toLowerCase());
        index = group.next;
        continue;
      }
      push({ ...main, pos: 'VERB' }, main.lemma, { text: text.slice(start, end), start, end, verb: form });
      index = group.next;
      continue;
    }
    // "the traders' association"
    const isOwner = /^['’]$/u.test(word.text) && /s$/.test(words[index - 1]?.text ?? '');
    push(isOwner ? { ...word, pos: 'PART' } : word, isOwner ? "'s" : keyOf(word, lower));
    index += 1;
  }
  return {
    text,
    tokens: withSource(joinDates(joinPhrases(tokens.filter(({ key }) => key !== ''))), text),
    isQuestion: /\?["”'’)]*\s*$/u.test(text),
  };
}

function isMistagged(
  words: readonly Tagged[],
  at: number,
  next: number,
  { form, isBare }: VerbForm,
  article: Token['article'],
): boolean {
  if (!isBare || form !== 'base' || next !== at + 1 || words[at]?.pos === 'AUX') return false;
  const [before, after] = [words[at - 1], words[next]];
  const isNoun = article !== undefined && after?.pos !== 'NOUN' && after?.pos !== 'ADJ';
  return (
    isNoun ||
    (after?.text === 'of' && before === undefined) ||
    (after?.pos === 'PROPN' && before?.pos === 'PUNCT')
  );
}

/** Words that were joined get their text from the sentence. */
function withSource(tokens: readonly Token[], text: string): readonly Token[] {
  return tokens.map((token) =>
    token.key.startsWith('@') ? { ...token, text: text.slice(token.start, token.end) } : token,
  );
}

/** "at once" as "immediately". */
function joinPhrases(tokens: readonly Token[]): readonly Token[] {
  const joined: Token[] = [];
  for (let index = 0; index < tokens.length; ) {
    const found = PHRASES.find(([words]) =>
      words.every((word, offset) => isPlain(tokens[index + offset], word, offset)),
    );
    const first = tokens[index] as Token;
    const size = found?.[0].length ?? 1;
    joined.push(
      found
        ? {
            ...first,
            key: found[1],
            pos: found[2],
            text: found[1],
            end: tokens[index + size - 1]?.end ?? first.end,
          }
        : first,
    );
    index += size;
  }
  return joined;
}

const isPlain = (token: Token | undefined, word: string, offset: number): boolean =>
  token !== undefined && token.key === word && !token.verb && (offset === 0 || token.mark === '');

function keyOf({ pos, lemma }: Tagged, lower: string): string {
  if (lower === '%') return 'percent';
  return pos === 'NOUN' || pos === 'PROPN' ? (pos === 'PROPN' ? lower : lemma.toLowerCase()) : lower;
}

/** A capital at the start would make any word a name. */
function lowerOpening(text: string, isName: (word: string) => boolean): string {
  return text.replace(
    /^(["“«„(\s]*)(\p{Lu}[\p{Ll}\p{M}]*)(?![\p{Lu}\p{N}])/u,
    (all, open: string, word: string) =>
      isName(word) || word === 'I' ? all : `${open}${word.toLowerCase()}`,
  );
}

/** A number in figures or words: "2.6 million", "thirty-one". Ordinals stay words. */
function readNumber(words: readonly Tagged[], at: number) {
  const table = numberWordsOf('en');
  const amountOf = ({ text }: Tagged) => {
    const lower = text.toLowerCase();
    if (/^\d[\d,]*(?:\.\d+)?$/.test(lower))
      return { value: Number(lower.replaceAll(',', '')), kind: 'whole' };
    if (ORDINAL.test(lower)) return undefined;
    const word = table.get(lower);
    return word?.kind === 'whole' ? undefined : word;
  };
  const first = words[at] && amountOf(words[at]);
  if (!first) return undefined;
  let { value } = first;
  let next = at + 1;
  const hyphen = words[next]?.text === '-' ? 1 : 0;
  const small = words[next + hyphen] && amountOf(words[next + hyphen] as Tagged);
  if (first.kind === 'ten' && small?.kind === 'small' && small.value > 0 && small.value < 10) {
    value += small.value;
    next += hyphen + 1;
  }
  for (let scale = words[next]; scale; scale = words[next]) {
    const one = amountOf(scale);
    if (one?.kind !== 'scale') break;
    value *= one.value;
    next += 1;
  }
  return { value, next, end: (words[next - 1] as Tagged).end };
}
