// What a sentence may leave out of its evidence without saying more than it.
import type { Token } from '../parse/token.js';
import { DATES } from '../words/dates.js';
import {
  AMOUNT,
  ANAPHORIC,
  CONDITIONAL,
  FICTION,
  FIXED_ADJECTIVES,
  FIXED_PREPOSITIONS,
  OPTIONAL_ADVERBS,
  OPTIONAL_CLAUSES,
  POSSESSIVE,
  RELATIVE,
  REPORTING,
  SAYING,
  UNTRUE,
} from '../words/english.js';
import {
  isConditional,
  isDenying,
  isLimiting,
  isNegative,
  isSafeAfterVerb,
  isSafeBeforeVerb,
} from './context.js';

/** Tells whether tokens `[from, to)` may be left out; remembers what it was asked. */
export type Omissions = (from: number, to: number) => boolean;

/** More tokens in a row are left out by no rule but those for whole clauses. */
export function findOmissions(tokens: readonly Token[]): Omissions {
  const known = new Map<number, boolean>();
  const rule = createRules(tokens);
  function mayOmit(from: number, to: number): boolean {
    if (from >= to) return true;
    // "Pashley's wife" is not Pashley.
    if (tokens[from]?.key === "'s") return false;
    const key = from * (tokens.length + 1) + to;
    const cached = known.get(key);
    if (cached !== undefined) return cached;
    let isAllowed = rule(from, to);
    // Two pieces in a row: each must stand without the other.
    for (let middle = to - 1; middle > from && !isAllowed; middle -= 1) {
      isAllowed = rule(from, middle) && mayOmit(middle, to);
    }
    known.set(key, isAllowed);
    return isAllowed;
  }
  return mayOmit;
}

function createRules(tokens: readonly Token[]): Omissions {
  const at = (index: number): Token | undefined => tokens[index];
  const marked = (index: number) => index >= tokens.length || /[,;:()–—]/u.test(at(index)?.mark ?? '');
  const isNoun = (token: Token | undefined) => token?.pos === 'NOUN' || token?.pos === 'PROPN';
  const firstVerb = tokens.findIndex(({ verb }) => verb !== undefined);

  function _isQuantified(from: number, to: number): boolean {
    return tokens
      .slice(from, to)
      .some((token) => token.pos === 'NUM' || isLimiting(token) || AMOUNT.has(token.key));
  }

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
    return POSSESSIVE.has(token.key) && isNoun(at(to)) && token.mark === '';
  }

  /** "told the jury that": `that` opens what was said. */
  const isSpeechObject = (index: number) =>
    tokens
      .slice(Math.max(0, index - 5), index)
      .some(({ verb, key }) => verb && (SAYING.has(key) || REPORTING.has(key)));

  /** The first name before the last one, and titles: "Professor Imke Haas". */
  function isStartOfName(from: number, to: number): boolean {
    const next = at(to);
    if (next?.pos !== 'PROPN' || next.mark !== '' || !isNoun(next)) return false;
    return (
      tokens
        .slice(from, to)
        .every((token, index) => token.pos === 'PROPN' && (index === 0 || token.mark === '')) &&
      at(from - 1)?.pos !== 'PROPN'
    );
  }

  /** "The chairman of the trust, Piers Aldous": who somebody is, in front of the name. */
  function isRoleBeforeName(from: number, to: number): boolean {
    const next = at(to);
    const span = tokens.slice(from, to);
    const last = span.at(-1);
    if (next?.pos !== 'PROPN' || next.article || !/^,?$/.test(next.mark) || last?.pos !== 'NOUN')
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
            article !== undefined) &&
          (index === 0 || mark === '' || (mark === ',' && pos === 'NOUN')),
      )
    );
  }

  /** "The mine's manager": whose it is, where one certain thing is meant. */
  function isPossessor(from: number, to: number): boolean {
    const [first, genitive] = tokens.slice(from, to);
    if (to !== from + 2 || genitive?.key !== "'s" || first?.article !== 'the' || !isNoun(first)) return false;
    const head = tokens.slice(to).find(({ pos }) => pos !== 'ADJ' && pos !== 'ADV');
    return isNoun(head) && !isPlural(head);
  }

  /** "which he had claimed": a relative clause at the end, behind a thing that was something. */
  function isRelativeAtEnd(from: number, to: number): boolean {
    const [first, second] = tokens.slice(from, to);
    if (to !== tokens.length || !first || !isNoun(at(from - 1)) || isPlural(at(from - 1))) return false;
    const isRelative =
      RELATIVE.has(first.key) && first.pos !== 'SCONJ' && first.key !== 'when' && first.key !== 'where';
    const isPhrased = first.pos === 'ADP' && /^(?:which|whom)$/.test(second?.key ?? '');
    return (isRelative || isPhrased) && isSafeAfterVerb(tokens, from) && !isUntrue(from, to);
  }

  /** "It was reported by Ottoline Marr, who …": the main clause in front of whom a relative clause is about. */
  function isMainClauseBeforeAside(from: number, to: number): boolean {
    if (from !== 0 || at(to)?.pos !== 'PROPN') return false;
    let end = to;
    while (at(end)?.pos === 'PROPN' && (end === to || at(end)?.mark === '')) end += 1;
    const opener = at(end);
    if (!opener || !/^(?:who|which)$/.test(opener.key) || !opener.mark.includes(',')) return false;
    return !tokens
      .slice(0, to)
      .some(
        (token) =>
          isConditional(token) || isNegative(token) || isDenying(token) || isReport(token) || token.isQuoted,
      );
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

  /** A prepositional phrase. */
  function isPhrase(from: number, to: number): boolean {
    const [first, ...rest] = tokens.slice(from, to);
    if (first?.pos !== 'ADP' || FIXED_PREPOSITIONS.has(first.key) || rest.length === 0) return false;
    if (
      rest.some(
        (token) => token.verb || isConditional(token) || isNegative(token) || /[,;:"(]/.test(token.mark),
      )
    )
      return false;
    if (rest.some(({ pos, key }) => !/^(?:NOUN|PROPN|ADJ|NUM|PRON|SYM|DET|ADP)$/.test(pos) && key !== "'s"))
      return false;
    if (!/^(?:NOUN|PROPN|NUM|PRON)$/.test(rest.at(-1)?.pos ?? '') && first.key !== 'at') return false;
    const next = at(to);
    // The next word must not belong to the phrase: "in lower | Ashcombe".
    const isEnded =
      next === undefined ||
      next.verb ||
      next.pos === 'ADP' ||
      next.pos === 'CCONJ' ||
      next.pos === 'SCONJ' ||
      marked(to) ||
      RELATIVE.has(next.key) ||
      next.pos === 'ADV';
    if (!isEnded || (next && RELATIVE.has(next.key) && next.mark === '')) return false;
    if (next?.pos === 'CCONJ' && next.mark === '' && !at(to + 1)?.verb) return false;
    const before = at(from - 1);
    if (before?.pos === 'ADJ' || before?.pos === 'ADV' || before?.key === 'be') return false;
    const verb = tokens.findIndex((token, index) => token.verb && index < from && !token.verb.isInfinitive);
    if (verb < 0) return !isPlural(hostOf(from)) && isSafeBeforeVerb(tokens, from);
    return isSafeAfterVerb(tokens, from) || isPlaceOfOne(from, to, verb);
  }

  /** "… from Gant to Oosterveld", "… of the town": where one certain subject does something, in the present. */
  function isPlaceOfOne(from: number, to: number, verb: number): boolean {
    const [first, ...rest] = tokens.slice(from, to);
    const isPlace =
      rest.some(({ pos, text }) => pos === 'PROPN' && !isTime(text)) &&
      !rest.some(({ pos, text }) => pos === 'NUM' || isTime(text));
    const before = tokens.slice(0, from);
    const subject = tokens.slice(0, verb);
    const isOne =
      subject.some(({ pos, article }) => article === 'the' || pos === 'PROPN') && !isPlural(subject.at(-1));
    const isFree = !before.some(
      (token) => isNegative(token) || isDenying(token) || isLimiting(token) || isConditional(token),
    );
    const kind = tokens[verb];
    const isAction =
      kind?.verb !== undefined && kind.key !== 'be' && !kind.verb.modal && !kind.verb.isPassive;
    return isOne && isFree && isAction && isPlace && /^(?:of|from|in|at|to)$/.test(first?.key ?? '');
  }

  const hostOf = (from: number): Token | undefined => at(from - 1);

  /** "In June, …": in front of the sentence. */
  function isLeadingPhrase(from: number, to: number): boolean {
    if (from !== 0 || !at(to)?.mark.includes(',')) return false;
    const span = tokens.slice(0, to);
    if (
      span[0]?.pos !== 'ADP' ||
      span.some((token) => token.verb || isConditional(token) || FICTION.has(token.key) || isLimiting(token))
    )
      return false;
    if (FIXED_PREPOSITIONS.has(span[0].key) || span[0].text.toLowerCase() === 'according') return false;
    const verb = tokens.slice(to).find((token) => token.verb)?.verb;
    return verb !== undefined && !verb.isNegated && (verb.isPast || verb.isPerfect);
  }

  /** Between commas or brackets: who somebody is, or a relative clause. */
  function isAside(from: number, to: number): boolean {
    const first = at(from);
    if (!first || from === 0 || !/[,(–—]/u.test(first.mark) || !marked(to)) return false;
    if (/[;:]/.test(first.mark)) return false;
    const span = tokens.slice(from, to);
    if (span.slice(1).some(({ mark }) => /[;:]/.test(mark))) return false;
    if (
      first.pos === 'CCONJ' ||
      first.pos === 'SCONJ' ||
      isConditional(first) ||
      CONDITIONAL.has(first.text.toLowerCase())
    )
      return false;
    if (/^(?:given|said|provided|supposed|except|without|unless)$/.test(first.text.toLowerCase()))
      return false;
    const isRelative = RELATIVE.has(first.key) && first.key !== 'that';
    if (isRelative) return !isUntrue(from, to) && span[1] !== undefined;
    if (first.key === 'when') return false;
    const isParticiple = first.verb?.isBare && (first.verb.form === 'ed' || first.verb.form === 'ing');
    if (isParticiple)
      return (
        !span.slice(1).some((token) => token.verb && !token.verb.isInfinitive && !token.verb.isBare) &&
        !SAYING.has(first.key) &&
        !REPORTING.has(first.key)
      );
    const isList =
      first.pos === 'ADP' && !/^(?:among|along|after|before|over|with|at|in|on)$/.test(first.key);
    if (isList || first.pos === 'ADV' || first.pos === 'PRON') return false;
    return (
      !span.some((token, index) => token.verb && !isInsideRelative(from, from + index)) &&
      !span.some(isNegative)
    );
  }

  function isInsideRelative(from: number, index: number): boolean {
    return tokens.slice(from, index).some(({ key }) => RELATIVE.has(key));
  }

  /** "but this is wrong", "which he denies". */
  function isUntrue(from: number, to: number): boolean {
    const span = tokens.slice(from, to);
    const isAbout = span
      .slice(0, 2)
      .some(({ key, pos }) => (ANAPHORIC.has(key) && pos !== 'SCONJ') || key === 'nothing');
    return isAbout && span.some((token) => UNTRUE.has(token.key) || isNegative(token) || isDenying(token));
  }

  /** What follows the statement: "…, but buses may use it", "… because …", "…; …". */
  function isTrailingClause(from: number, to: number): boolean {
    const first = at(from);
    if (!first || from === 0 || to !== tokens.length || isUntrue(from, to)) return false;
    const before = tokens.slice(0, from);
    if (!before.some(({ verb }) => verb) && !OPTIONAL_CLAUSES.has(first.key)) return false;
    if (first.mark.includes(';')) return !isConditional(first) && first.key !== 'or';
    if (OPTIONAL_CLAUSES.has(first.key))
      return first.mark.includes(',') || !before.some((token) => isNegative(token) || isLimiting(token));
    if (first.pos !== 'CCONJ' || first.key === 'or' || first.key === 'nor') return false;
    const span = tokens.slice(from, to);
    // A condition at the end may belong to both clauses.
    if (span.some(({ key }) => /^(?:if|unless|provided|providing|otherwise)$/.test(key))) return false;
    const verb = span.findIndex((token) => token.verb);
    if (verb < 0)
      return (
        !before.some((token) => isNegative(token) || isDenying(token) || isLimiting(token)) &&
        isSafeAfterVerb(tokens, from)
      );
    return first.key === 'and' || first.key === 'but' || first.key === 'so' || first.key === 'yet';
  }

  /** A statement of its own in front: "No one was killed, but …". */
  function isLeadingClause(from: number, to: number): boolean {
    const next = at(to);
    if (from !== 0 || !next || to < 3) return false;
    const last = at(to - 1) as Token;
    const isSplit =
      next.mark.includes(';') ||
      (/[,;]/.test(last.mark) && /^(?:and|but|while|whereas|although)$/.test(last.key));
    const span = tokens.slice(0, next.mark.includes(';') ? to : to - 1);
    // "When the car stopped, three people got out": both happened.
    const main = tokens.slice(to).find(({ verb }) => verb)?.verb;
    const isTime =
      /^(?:when|after|before|as|once)$/.test(tokens[0]?.key ?? '') && main?.isPast && !main.isNegated;
    if (
      isTime &&
      next.mark.includes(',') &&
      !isSplit &&
      span.every(({ verb }) => !verb || verb.isPast || !verb.isBare)
    )
      return span.some(({ verb }) => verb?.isPast) && isSubject(to);
    if (OPTIONAL_CLAUSES.has(tokens[0]?.key ?? '') && next.mark.includes(',') && !isSplit)
      return span.some(({ verb }) => verb) && isSubject(to);
    if (!isSplit || !span.some(({ verb }) => verb) || !isSubject(to)) return false;
    return !span.some(
      (token) =>
        isConditional(token) ||
        (token.verb && (REPORTING.has(token.key) || SAYING.has(token.key))) ||
        token.isQuoted,
    );
  }

  const isReport = ({ verb, key }: Token) => verb !== undefined && (REPORTING.has(key) || SAYING.has(key));

  const isSubject = (index: number): boolean => {
    const verb = tokens.findIndex((token, place) => place >= index && token.verb);
    return (
      verb > index &&
      tokens
        .slice(index, verb)
        .every(({ pos, key }) => pos !== 'CCONJ' && pos !== 'SCONJ' && !RELATIVE.has(key))
    );
  };

  /** "asked crews to pay and | kept": the first of two things that the same subject does. */
  function isFirstPredicate(from: number, to: number): boolean {
    const [first, last, next] = [at(from), at(to - 1), at(to)];
    if (!first?.verb || last?.pos !== 'CCONJ' || last.key === 'or' || !next?.verb || from === 0) return false;
    const [a, b] = [first.verb, next.verb];
    const hasTense = !a.isInfinitive && a.form !== 'ing' && a.modal === undefined && b.modal === undefined;
    const span = tokens.slice(from + 1, to - 1);
    if (
      span.some(
        (token) =>
          token.pos === 'SCONJ' ||
          isConditional(token) ||
          (token.verb && !token.verb.isInfinitive) ||
          /[;:]/.test(token.mark),
      )
    )
      return false;
    return (
      hasTense &&
      a.isPast === b.isPast &&
      !b.isInfinitive &&
      (a.isPerfect === b.isPerfect || !b.isBare) &&
      b.form !== 'ing' &&
      (isNoun(at(from - 1)) || at(from - 1)?.pos === 'PRON')
    );
  }

  /** "is expected to cost little and | to last long". */
  function isFirstInfinitive(from: number, to: number): boolean {
    const [first, verb] = tokens.slice(from, to);
    const last = at(to - 1);
    const isPair =
      first?.key === 'to' && verb?.verb?.isInfinitive && last?.key === 'and' && at(to)?.key === 'to';
    return isPair === true && at(to + 1)?.verb !== undefined && !tokens.slice(from, to).some(isNegative);
  }

  /** `who` behind a name or noun that stays: "Priya Vell, who measured the gallery". */
  function isRelativePronoun(from: number, to: number): boolean {
    const token = at(from);
    return (
      to === from + 1 &&
      token !== undefined &&
      /^(?:who|which)$/.test(token.key) &&
      token.mark.includes(',') &&
      at(to)?.verb !== undefined &&
      (isNoun(at(from - 1)) || at(from - 1)?.pos === 'PRON')
    );
  }

  /** The main clause behind a relative clause that stays. */
  function isMainClauseAfterAside(from: number, to: number): boolean {
    const first = at(from);
    if (to !== tokens.length || !first?.verb || !first.mark.includes(',')) return false;
    const opener = tokens
      .slice(0, from)
      .findLastIndex(
        ({ key, mark, verb }) =>
          mark.includes(',') && (/^(?:who|which)$/.test(key) || (verb?.isBare && verb.form === 'ed')),
      );
    return (
      opener > 0 &&
      !tokens.slice(opener, from).some(({ mark }, index) => index > 0 && mark.includes(',')) &&
      !isUntrue(from, to)
    );
  }

  const rules = [
    isMinorWord,
    isStartOfName,
    isRoleBeforeName,
    isPossessor,
    isRelativeAtEnd,
    isMainClauseBeforeAside,
    isModifier,
    isPhrase,
    isLeadingPhrase,
    isAside,
    isTrailingClause,
    isLeadingClause,
    isFirstPredicate,
    isFirstInfinitive,
    isRelativePronoun,
    isMainClauseAfterAside,
  ];
  return (from, to) => rules.some((rule) => rule(from, to));
}

const isTime = (text: string): boolean => DATES.has(text.toLowerCase());

function isPlural(token: Token | undefined): boolean {
  return (
    (token !== undefined &&
      token.pos === 'NOUN' &&
      token.text.toLowerCase() !== token.key &&
      /s$/.test(token.text)) ||
    /^(?:people|children|men|women|police|staff)$/.test(token?.text.toLowerCase() ?? '')
  );
}
