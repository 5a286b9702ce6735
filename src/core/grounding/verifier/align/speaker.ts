// The speaker in front: "X said …" for "…, X said", "“…,” says X" and "according to X".
import type { Token, VerbForm } from '../parse/token.js';
import { RELATIVE, SAYING } from '../words/english.js';
import { isNominal, withMark } from './word-order.js';

/** `X say …` for "…, X said", "“…,” says X" and "According to X, …"; undefined where there is none. */
export function frontSpeaker(tokens: readonly Token[]): readonly Token[] | undefined {
  return fromAccordingTo(tokens) ?? fromInside(tokens) ?? fromTrailing(tokens);
}

function fromAccordingTo(tokens: readonly Token[]): readonly Token[] | undefined {
  const at = tokens.findIndex(({ key, text }) => /^accord/.test(key) || /^according$/i.test(text));
  if (at < 0 || tokens[at + 1]?.key !== 'to') return undefined;
  if (at !== 0 && !tokens[at]?.mark.includes(',')) return undefined;
  const from = at + 2;
  const end = at === 0 ? endOfSpeaker(tokens, from) : tokens.length;
  const relative = tokens.findIndex(
    ({ key, mark }, index) => index > from && mark.includes(',') && RELATIVE.has(key),
  );
  const speaker = tokens.slice(from, at === 0 && relative > 0 && relative < end ? relative : end);
  // "according to a study published in May"
  const isParticiple = ({ verb }: Token) => verb === undefined || (verb.isBare && verb.form === 'ed');
  if (speaker.length === 0 || !speaker.every(isParticiple)) return undefined;
  const rest = at === 0 ? tokens.slice(end) : tokens.slice(0, at);
  const [first, ...others] = rest;
  if (!first) return undefined;
  return [
    ...withMark(speaker[0], ''),
    ...speaker.slice(1),
    sayToken(tokens[at] as Token),
    { ...first, mark: first.mark.replace(',', '') },
    ...others,
  ];
}

/** Behind the speaker of "According to X, the Y, …": at the last comma before the first verb's own subject. */
function endOfSpeaker(tokens: readonly Token[], from: number): number {
  const verb = tokens.findIndex((token, index) => index > from && token.verb);
  const commas = tokens.flatMap(({ mark }, index) =>
    index > from && mark.includes(',') && index <= verb ? [index] : [],
  );
  const [first, second] = commas;
  if (first === undefined) return tokens.length;
  // "According to the union, which …, …": the clause is left out.
  if (RELATIVE.has(tokens[first]?.key ?? '')) return endOfClause(tokens, first) ?? second ?? first;
  // "According to prosecutor A B, …" and "According to his barrister, A B, …"
  const isApposed = tokens[first]?.pos === 'PROPN' && tokens[first - 1]?.pos === 'NOUN' && commas.length > 1;
  return isApposed ? (commas[1] as number) : first;
}

/** The comma behind a relative clause. */
function endOfClause(tokens: readonly Token[], from: number): number | undefined {
  const end = tokens.findIndex(({ mark }, index) => index > from && mark.includes(','));
  return end < 0 ? undefined : end;
}

function sayToken(token: Token): Token {
  const verb: VerbForm = {
    ...{ isNegated: false, isPerfect: false, isProgressive: false, isPassive: false, isPast: false },
    ...{ isInfinitive: false, form: 's', isBare: true },
  };
  return { ...token, key: 'say', pos: 'VERB', mark: '', article: undefined, verb };
}

/** "Diesel, she admits, gave her headaches" */
function fromInside(tokens: readonly Token[]): readonly Token[] | undefined {
  const at = tokens.findIndex(
    (token, index) =>
      index > 1 && isSpeech(token) && tokens[index + 1]?.mark.trim() === ',' && token.mark === '',
  );
  const verb = tokens[at];
  const start = tokens.findLastIndex(({ mark }, index) => index > 0 && index < at && mark === ',');
  const speaker = tokens.slice(Math.max(0, start), at);
  const [before, after] = [tokens.slice(0, Math.max(0, start)), tokens.slice(at + 1)];
  const isSpeaker = speaker.length > 0 && speaker.every(isNominal);
  const isOne = !before.some((token) => token.verb) && after.some((token) => token.verb);
  if (!verb?.verb || verb.verb.isNegated || start < 1 || !isSpeaker || !isOne) return undefined;
  if (tokens.some(({ isQuoted }) => isQuoted)) return undefined;
  return assemble(speaker, verb, [], [...before, ...withMark(after[0], ''), ...after.slice(1)]);
}

function fromTrailing(tokens: readonly Token[]): readonly Token[] | undefined {
  const verbs = tokens.flatMap((token, index) => (token.verb && isSpeech(token) ? [index] : []));
  for (const at of verbs) {
    const verb = tokens[at] as Token;
    // "“…,” says X, the Y": the verb stands right behind the quotation.
    if (/["“”]/u.test(verb.mark) && !verb.isQuoted && at > 0) {
      const resumed = tokens.findIndex((token, index) => index > at && token.isQuoted);
      const end = resumed < 0 ? tokens.length : resumed;
      const speaker = tokens.slice(at + 1, end);
      if (speaker.length === 0 || speaker.some((token) => token.verb && !RELATIVE.has(token.key))) continue;
      return assemble(speaker, verb, [], [...tokens.slice(0, at), ...tokens.slice(end)]);
    }
    // "…, X said on Tuesday": behind the last statement, with no statement of its own.
    const start = startOfTrailing(tokens, at);
    if (start === undefined || start === 0) continue;
    const resumed = tokens.findIndex((token, index) => index > at && token.isQuoted);
    const end = resumed < 0 ? tokens.length : resumed;
    const all = tokens.slice(at + 1, end);
    // "…, X says, and laughs": what the speaker does besides is left out.
    const more = all.findIndex(({ pos }, index) => pos === 'CCONJ' && all[index + 1]?.verb !== undefined);
    const after = more < 0 ? all : all.slice(0, more);
    const isClosed = after.every(
      (token, index) => (!token.verb || isInRelative(after, index)) && token.key !== 'that',
    );
    const isQuote = /["“”]/u.test(tokens[start]?.mark ?? '');
    const isFree =
      isQuote || after.length === 0 || /^(?:ADP|ADV)$/.test(after[0]?.pos ?? '') || verb.key === 'tell';
    if (!isClosed || !isFree) continue;
    return assemble(tokens.slice(start, at), verb, after, [...tokens.slice(0, start), ...tokens.slice(end)]);
  }
  return undefined;
}

const isInRelative = (tokens: readonly Token[], at: number) => RELATIVE.has(tokens[at - 1]?.key ?? '');

function isSpeech({ key }: Token): boolean {
  return (
    SAYING.has(key) ||
    /^(?:testify|claim|allege|insist|argue|warn|believe|think|admit|confirm|announce|emphasi[sz]e|joke|laugh|complain|promise|shout)$/.test(
      key,
    )
  );
}

/** The comma before the subject of a verb at the end, where what precedes is a statement of its own. */
function startOfTrailing(tokens: readonly Token[], at: number): number | undefined {
  for (let index = 1; index < at; index += 1) {
    if (!/[,"“”]/u.test(tokens[index]?.mark ?? '') || tokens[index]?.isQuoted) continue;
    const subject = tokens.slice(index, at);
    const before = tokens.slice(0, index);
    const isNoun = /^(?:NOUN|PROPN|PRON|DET|ADJ|NUM)$/.test(subject[0]?.pos ?? '');
    if (
      isNoun &&
      before.some(({ verb }) => verb) &&
      !subject.some(({ verb, pos }) => verb || pos === 'CCONJ' || pos === 'SCONJ')
    )
      return index;
  }
  return undefined;
}

function assemble(
  speaker: readonly Token[],
  verb: Token,
  after: readonly Token[],
  statement: readonly Token[],
): readonly Token[] {
  return [
    ...withMark(speaker[0], ''),
    ...speaker.slice(1),
    { ...verb, mark: speaker.some(({ mark }) => mark.includes(',')) ? ',' : '' },
    ...withMark(after[0], ''),
    ...after.slice(1),
    ...withMark(statement[0], statement[0]?.mark.replace(/,/g, '') ?? ''),
    ...statement.slice(1),
  ];
}

/** "X, the Z's Y, …" for "The Z's Y, X, …"; undefined where there is none. */
export function frontName(tokens: readonly Token[]): readonly Token[] | undefined {
  const at = tokens.findIndex(({ mark, pos }, index) => index > 0 && mark === ',' && pos === 'PROPN');
  if (at < 1) return undefined;
  let end = at;
  while (tokens[end]?.pos === 'PROPN' && (end === at || tokens[end]?.mark === '')) end += 1;
  const [role, name] = [tokens.slice(0, at), tokens.slice(at, end)];
  const isRole = role.every(
    (token, index) =>
      (isNominal(token) || /^(?:of|for|at|in)$/.test(token.key)) && (index === 0 || token.mark === ''),
  );
  if (!isRole || role.at(-1)?.pos !== 'NOUN' || name.length < 2 || !tokens[end]?.mark.includes(','))
    return undefined;
  return [
    ...withMark(name[0], role[0]?.mark ?? ''),
    ...name.slice(1),
    ...withMark(role[0], ','),
    ...role.slice(1),
    ...tokens.slice(end),
  ];
}

/** "the Y, X, …" for "X, the Y, …"; undefined where there is none. */
export function swapApposition(tokens: readonly Token[]): readonly Token[] | undefined {
  for (let at = 1; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    if (token.mark !== ',' || token.article === undefined || tokens[at - 1]?.pos !== 'PROPN') continue;
    let start = at - 1;
    while (start > 0 && tokens[start]?.mark === '' && tokens[start - 1]?.pos === 'PROPN') start -= 1;
    let end = at + 1;
    const isInside = (one: Token | undefined) =>
      one !== undefined && one.mark === '' && (isNominal(one) || /^(?:of|for|at|in)$/.test(one.key));
    while (isInside(tokens[end])) end += 1;
    const after = tokens[end];
    if (after && !/[,"]/.test(after.mark) && after.key !== 'who') continue;
    const [name, role] = [tokens.slice(start, at), tokens.slice(at, end)];
    // "X, the Y who V …, …": without the clause.
    const isClause = after?.key === 'who' && after.mark === '';
    const closing = tokens.findIndex(({ mark }, index) => index > end && mark.includes(','));
    const rest = isClause && closing > 0 ? closing : end;
    return [
      ...tokens.slice(0, start),
      ...withMark(role[0], name[0]?.mark ?? ''),
      ...role.slice(1),
      ...withMark(name[0], ','),
      ...name.slice(1),
      ...tokens.slice(rest),
    ];
  }
  return undefined;
}
