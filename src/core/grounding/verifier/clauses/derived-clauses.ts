// Statements of their own inside a sentence: "X, a Y, …" says that X is a Y, "X, which V, …" that X V.

import { frontSpeaker } from '../align/speaker.js';
import { withMark } from '../align/word-order.js';
import { isReport } from '../omit/sentence-view.js';
import type { Token, VerbForm } from '../parse/token.js';
import { FICTION, SAYING } from '../words/english.js';
import {
  clauseBehind,
  endOfPhrase,
  isBound,
  isDefinite,
  isInPhrase,
  isName,
  isNoun,
  startOfPhrase,
} from './noun-phrases.js';
import { fromObjectRelative, fromRelative } from './relative-clauses.js';

/** Sentences made from one; more are not looked at. */
const MAX_DERIVED = 12;

/** What appositions and relative clauses say, each as a sentence. */
export function deriveClauses(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const report = tokens.findIndex((token, index) => isReport(token) && hasContent(tokens, index));
  // What somebody says isn't said by the article, and what happens in a story didn't happen.
  const end = report < 0 ? tokens.length : report;
  const isTold =
    tokens.slice(0, end).some(({ key, isQuoted }) => FICTION.has(key) || isQuoted) ||
    frontSpeaker(tokens) !== undefined;
  const found: (readonly Token[])[] = isTold ? [] : invertCopula(tokens);
  // "According to the union, which …, …"
  const comma = tokens.findIndex(({ mark }, index) => index > 0 && mark.includes(','));
  if (isTold && /^according$/i.test(tokens[0]?.text ?? '') && comma > 0)
    found.push(...fromRelative(tokens, comma));
  for (let at = 1; at < end && !isTold && found.length < MAX_DERIVED; at += 1) {
    found.push(
      ...fromApposition(tokens, at),
      ...fromRelative(tokens, at),
      ...fromObjectRelative(tokens, at),
      ...fromRoleInFront(tokens, at),
    );
  }
  // "“…,” says her last apprentice, X."
  const speaker = tokens.findIndex((token) => isReport(token) && /["”]/u.test(token.mark) && !token.isQuoted);
  if (speaker > 0 && !tokens.slice(speaker + 1).some(({ verb, isQuoted }) => verb || isQuoted)) {
    found.push(...fromRoleInFront(tokens, speaker + 1, speaker + 1));
    for (let at = speaker + 2; at < tokens.length; at += 1) found.push(...fromApposition(tokens, at));
  }
  return found.slice(0, MAX_DERIVED);
}

/** Whether a clause follows that is only reported: not in "hopes to open a shop, but …". */
function hasContent(tokens: readonly Token[], report: number): boolean {
  const rest = tokens.slice(report + 1);
  const isSaying =
    SAYING.has(tokens[report]?.key ?? '') || rest.slice(0, 3).some(({ key }) => key === 'that');
  const end = rest.findIndex(
    ({ mark, pos }) => mark.includes(';') || (mark.includes(',') && (pos === 'CCONJ' || !isSaying)),
  );
  const span = rest.slice(0, end < 0 ? rest.length : end);
  return span.some(({ key, verb, isQuoted }) => isQuoted || key === 'that' || (verb && !verb.isInfinitive));
}

/** `at`: the token behind the comma. */
function fromApposition(tokens: readonly Token[], at: number): readonly (readonly Token[])[] {
  const token = tokens[at] as Token;
  if (token.mark !== ',') return [];
  const end = endOfPhrase(tokens, at);
  const closing = tokens[end];
  const isClosed =
    closing === undefined ||
    (closing.mark.includes(',') && closing.pos !== 'CCONJ') ||
    /^(?:who|which|that)$/.test(closing.key) ||
    (closing.verb?.isBare === true &&
      closing.verb.form === 'ed' &&
      closing.key !== 'be' &&
      closing.mark === '' &&
      tokens[end + 1]?.pos === 'ADP');
  if (!isClosed || hasList(tokens, end)) return [];
  const phrase = tokens.slice(at, end);
  const start = startOfPhrase(tokens, at);
  const head = tokens.slice(start, at);
  if (head.length === 0 || phrase.length === 0 || head.some(isBound)) return [];
  const isAge = phrase.length === 1 && token.pos === 'NUM' && head.at(-1)?.pos === 'PROPN';
  const isRole = isDefinite(phrase) && isNoun(phrase.at(-1));
  const name = head.slice(head.findLastIndex(({ pos }) => pos !== 'PROPN') + 1);
  if (isAge || (isRole && name.length > 0)) {
    const names = name.length < head.length ? [head, name] : [head];
    const more = closing?.verb && closing.mark === '' ? clauseBehind(tokens, end - 1) : [];
    return names.flatMap((one) => [
      ...(more.length > 0
        ? [...join(tokens, one, [...phrase, ...more]), ...joinParticiple(tokens, one, more)]
        : []),
      ...join(tokens, one, phrase),
      ...(isAge ? [] : join(tokens, phrase, one)),
    ]);
  }
  if (!isDefinite(head) || !(isRole || isName(phrase))) return [];
  return [...join(tokens, head, phrase), ...join(tokens, phrase, head)];
}

/** "X, a firm founded in 1872, …": X was founded in 1872. */
function joinParticiple(
  tokens: readonly Token[],
  head: readonly Token[],
  [participle, ...rest]: readonly Token[],
): readonly (readonly Token[])[] {
  if (!participle?.verb) return [];
  return join(tokens, head, []).map((sentence) => {
    const isPast = sentence.at(-1)?.text === 'was';
    const verb: VerbForm = { ...(participle.verb as VerbForm), isPassive: true, isBare: false, isPast };
    return [...sentence.slice(0, -1), { ...participle, mark: '', verb }, ...rest];
  });
}

/** "[the] watchmaker Emil Roth" */
function fromRoleInFront(tokens: readonly Token[], at: number, from = 0): readonly (readonly Token[])[] {
  const isStart = tokens[at]?.pos === 'PROPN' && tokens[at]?.mark === '' && !tokens[at]?.article;
  let end = at;
  while (tokens[end]?.pos === 'PROPN' && (end === at || tokens[end]?.mark === '')) end += 1;
  let start = at;
  while (start > from && tokens[start]?.mark === '' && /^(?:NOUN|ADJ)$/.test(tokens[start - 1]?.pos ?? ''))
    start -= 1;
  // "her brother Rafe"
  const isOwn =
    /^(?:his|her|its|their|my)$/.test(tokens[start - 1]?.key ?? '') &&
    start < at &&
    tokens[start]?.mark === '';
  if (isOwn) start -= 1;
  const role = tokens.slice(start, at);
  if (from > 0 && tokens[from]?.pos !== 'PROPN') return behindVerb(tokens, from);
  if (!isStart || end - at < (isOwn ? 1 : 2) || !isNoun(role.at(-1)) || role.some(isBound)) return [];
  return join(tokens, tokens.slice(at, end), role);
}

/** "said | lead author Tove Sandell" */
function behindVerb(tokens: readonly Token[], from: number): readonly (readonly Token[])[] {
  const name = tokens.findIndex(({ pos }, index) => index >= from && pos === 'PROPN');
  const role = tokens.slice(from, name);
  const isRole =
    name > from && role.every(({ pos, mark }) => /^(?:NOUN|ADJ)$/.test(pos) && mark.trim() === '');
  if (!isRole || !isNoun(role.at(-1))) return [];
  let end = name;
  while (tokens[end]?.pos === 'PROPN' && (end === name || tokens[end]?.mark === '')) end += 1;
  return end - name < 2 ? [] : join(tokens, tokens.slice(name, end), role);
}

/** "X is the Y" for "The Y is X", where both are one certain thing. */
function invertCopula(tokens: readonly Token[]): (readonly Token[])[] {
  const at = tokens.findIndex(({ verb }) => verb);
  const be = tokens[at];
  const comma = tokens.findIndex(({ mark }, index) => index > at + 1 && mark.includes(','));
  const [subject, predicate] = [
    tokens.slice(0, Math.max(0, at)),
    tokens.slice(at + 1, comma < 0 ? tokens.length : comma),
  ];
  const isPlain = be?.key === 'be' && be.verb?.isBare === true && !be.verb.isNegated && !be.verb.isInfinitive;
  const isPhrase = (span: readonly Token[]) =>
    span.length > 0 &&
    span.every((token, index) => isInPhrase(token) && (index === 0 || token.mark === '')) &&
    (isDefinite(span) || isName(span)) &&
    span[0]?.article !== 'a' &&
    !span.some(isBound);
  if (!be || !isPlain || !isPhrase(subject) || !isPhrase(predicate)) return [];
  return [
    [
      ...withMark(predicate[0], ''),
      ...predicate.slice(1),
      be,
      ...withMark(subject[0], ''),
      ...subject.slice(1),
    ],
  ];
}

/** "A, B and C" */
const hasList = (tokens: readonly Token[], end: number): boolean => tokens[end]?.pos === 'CCONJ';

function join(
  sentence: readonly Token[],
  subject: readonly Token[],
  predicate: readonly Token[],
): readonly (readonly Token[])[] {
  const main = sentence.find(
    ({ verb }) => verb && !verb.isInfinitive && !(verb.isBare && verb.form === 'ing'),
  );
  const isPast = main?.verb?.isPast === true;
  const [first] = subject;
  if (!first || !main) return [];
  return (isPast ? [true, false] : [false]).map((past) => [
    ...withMark(first, ''),
    ...subject.slice(1),
    beToken(first, past),
    ...withMark(predicate[0], ''),
    ...predicate.slice(1),
  ]);
}

function beToken(token: Token, isPast: boolean): Token {
  const verb: VerbForm = {
    ...{ isNegated: false, isPerfect: false, isProgressive: false, isPassive: false, isPast },
    ...{ isInfinitive: false, form: isPast ? 'ed' : 's', isBare: true },
  };
  return {
    ...token,
    text: isPast ? 'was' : 'is',
    key: 'be',
    pos: 'VERB',
    mark: '',
    article: undefined,
    verb,
  };
}
