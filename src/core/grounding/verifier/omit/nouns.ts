// Words of a noun phrase that may be left out: first names, roles, possessors, adjectives.
import {
  FIXED_ADJECTIVES,
  NAME_PARTS,
  OPTIONAL_ADVERBS,
  POSSESSIVE,
  REPORTING,
  SAYING,
} from '../words/english.js';
import { isLimiting, isNegative, isSafeAfterVerb, isSafeBeforeVerb } from './context.js';
import { isNoun, isPlural, type Rule, type SentenceView } from './sentence-view.js';

export function createNounRules({ tokens, at }: SentenceView): readonly Rule[] {
  const firstVerb = tokens.findIndex(({ verb }) => verb !== undefined);

  /** "told the jury that": `that` opens what was said. */
  const isSpeechObject = (index: number) =>
    tokens
      .slice(Math.max(0, index - 5), index)
      .some(({ verb, key }) => verb && (SAYING.has(key) || REPORTING.has(key)));

  /** Words that say nothing that could be wrong without them. */
  function isMinorWord(from: number, to: number): boolean {
    const token = at(from);
    if (!token || to !== from + 1) return false;
    if (token.key === 'that' && (at(from - 1)?.verb || isSpeechObject(from))) return true;
    if (token.pos === 'ADV' || token.pos === 'CCONJ' || token.pos === 'SCONJ') {
      if (from === 0 && /^(?:but|and|so|yet)$/.test(token.key)) return true;
      const before = tokens.slice(0, from);
      return OPTIONAL_ADVERBS.has(token.key) && !before.some(isNegative) && !at(from + 1)?.verb?.isNegated;
    }
    // "There the biologist …"
    const isPlain = at(to)?.article !== undefined || at(to)?.pos === 'PROPN';
    if (from === 0 && /^(?:there|here)$/.test(token.key)) return isPlain;
    // "Toll's own son"
    if (token.key === 'own' && (at(from - 1)?.key === "'s" || POSSESSIVE.has(at(from - 1)?.key ?? '')))
      return true;
    return POSSESSIVE.has(token.key) && isNoun(at(to)) && token.mark === '';
  }

  /** The first name before the last one, and titles: "Professor Imke Haas". */
  function isStartOfName(from: number, to: number): boolean {
    const next = at(to);
    if (next?.pos !== 'PROPN' || next.mark !== '' || !isNoun(next)) return false;
    return (
      tokens
        .slice(from, to)
        .every(
          ({ pos, mark, key }, index) =>
            pos === 'PROPN' && (index === 0 || mark === '') && !NAME_PARTS.has(key),
        ) && at(from - 1)?.pos !== 'PROPN'
    );
  }

  /** "The chairman of the trust, Piers Aldous": who somebody is, in front of the name. */
  function isRoleBeforeName(from: number, to: number): boolean {
    const next = at(to);
    const span = tokens.slice(from, to);
    const last = span.at(-1);
    // "16-year-old Milo Hess"
    const isAge = span.some(({ key, mark }) => key === 'old' && mark === '-');
    if (next?.pos !== 'PROPN' || next.article || !/^,?$/.test(next.mark) || (last?.pos !== 'NOUN' && !isAge))
      return false;
    const isOpened =
      span[0]?.article !== undefined ||
      POSSESSIVE.has(span[0]?.key ?? '') ||
      span.some(({ key }) => key === "'s") ||
      span[0]?.key === 'another' ||
      from === 0;
    return (
      isOpened &&
      span.every(
        ({ pos, key, mark, article, verb }, index) =>
          (/^(?:NOUN|ADJ|PROPN)$/.test(pos) ||
            (verb?.isBare === true && verb.form === 'ing') ||
            key === 'of' ||
            key === 'for' ||
            key === "'s" ||
            POSSESSIVE.has(key) ||
            key === 'another' ||
            key === 'then' ||
            (isAge && (pos === 'NUM' || key === 'old')) ||
            article !== undefined) &&
          (index === 0 ||
            mark === '' ||
            (mark === ',' && (pos === 'NOUN' || isAge)) ||
            (isAge && mark === '-')),
      )
    );
  }

  /** "the [20-year-old] winger" */
  function isAge(from: number, to: number): boolean {
    const [number, year, old] = tokens.slice(from, to);
    return (
      to === from + 3 && number?.pos === 'NUM' && year?.key === 'year' && old?.key === 'old' && isNoun(at(to))
    );
  }

  /** "told [the jury] that", "told [us]: “…”" */
  function isListener(from: number, to: number): boolean {
    const span = tokens.slice(from, to);
    const next = at(to);
    return (
      /^(?:tell|remind|inform)$/.test(at(from - 1)?.key ?? '') &&
      at(from - 1)?.verb?.isNegated === false &&
      span.every(({ pos, mark }) => /^(?:NOUN|PROPN|PRON|ADJ|NUM)$/.test(pos) && mark === '') &&
      (next?.key === 'that' || /["“]/u.test(next?.mark ?? ''))
    );
  }

  /** "her neighbour, [the baker X]", "a fishing boat, [the Marigold]": another name for what follows. */
  function isNameInFront(from: number, to: number): boolean {
    const span = tokens.slice(from, to);
    const next = at(to);
    let end = to;
    const isInName = (index: number) =>
      /^(?:NOUN|ADJ|PROPN|CCONJ)$/.test(at(index)?.pos ?? '') &&
      (index === to || /^-?$/.test(at(index)?.mark ?? ''));
    while (isInName(end)) end += 1;
    const isName = at(end - 1)?.pos === 'PROPN' && (next?.article === 'the' || next?.pos === 'PROPN');
    const isPhrase = span.every(
      ({ pos, key, mark }, index) =>
        (/^(?:NOUN|ADJ|NUM|PROPN)$/.test(pos) ||
          POSSESSIVE.has(key) ||
          /^(?:of|for|at|'s|they|them)$/.test(key)) &&
        (index === 0 || mark === '' || mark === '-'),
    );
    const isOneOf = span[0]?.key === '#1' && span[1]?.key === 'of';
    const isAmong = span.at(-1)?.key === 'them' && span.at(-2)?.key === 'of';
    const isRole =
      (isNoun(span.at(-1)) || isAmong) &&
      !span.some(({ key }) => /^(?:only|no|every|each|any|most|all)$/.test(key));
    return (
      from === 0 &&
      /^,\s*["“]?$/u.test(next?.mark ?? '') &&
      isName &&
      isPhrase &&
      (isOneOf || isRole) &&
      /,/.test(at(end)?.mark ?? '')
    );
  }

  /** "that figure" as "the figure" */
  function isDemonstrative(from: number, to: number): boolean {
    const token = at(from);
    return (
      to === from + 1 &&
      token?.pos === 'DET' &&
      /^(?:this|that)$/.test(token.key) &&
      isNoun(at(to)) &&
      !isPlural(at(to))
    );
  }

  /** "The mine's manager": whose it is, where one certain thing is meant. */
  function isPossessor(from: number, to: number): boolean {
    const [first, genitive] = tokens.slice(from, to);
    if (to !== from + 2 || genitive?.key !== "'s" || first?.article !== 'the' || !isNoun(first)) return false;
    const head = tokens.slice(to).find(({ pos }) => pos !== 'ADJ' && pos !== 'ADV');
    return isNoun(head) && !isPlural(head);
  }

  /** Adjectives and nouns in front of a noun, where that noun is one certain thing. */
  function isModifier(from: number, to: number): boolean {
    const next = at(to);
    const span = tokens.slice(from, to);
    if (!isNoun(next) || next?.mark !== '' || next.article) return false;
    if (
      !span.every(
        ({ pos, mark, key }, index) =>
          /^(?:ADJ|NOUN)$/.test(pos) && (index === 0 || mark === '') && !FIXED_ADJECTIVES.has(key),
      )
    )
      return false;
    if (span.some((token) => isLimiting(token) || isNegative(token))) return false;
    if (/(?:er|est)$/.test(span[0]?.key ?? '') && span[0]?.pos === 'ADJ') return false;
    // "forty crowns": the noun behind a number is what it counts.
    if (at(from - 1)?.pos === 'NUM' || at(from - 1)?.pos === 'SYM') return false;
    if (span.some(({ pos }) => pos === 'NOUN') && next?.pos === 'PROPN') return false;
    const isDefinite =
      span[0]?.article === 'the' || POSSESSIVE.has(at(from - 1)?.key ?? '') || at(from - 1)?.key === "'s";
    return firstVerb >= 0 && from > firstVerb
      ? isSafeAfterVerb(tokens, from) || (isDefinite && !isPlural(next))
      : isDefinite
        ? !isPlural(next)
        : isSafeBeforeVerb(tokens, from) && !isPlural(next);
  }

  return [
    isMinorWord,
    isStartOfName,
    isAge,
    isRoleBeforeName,
    isListener,
    isNameInFront,
    isDemonstrative,
    isPossessor,
    isModifier,
  ];
}
