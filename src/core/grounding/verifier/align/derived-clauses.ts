// Statements of their own inside a sentence: "X, a Y, …" says that X is a Y, "X, which V, …" that X V.
import { isReport } from '../omit/sentence-view.js';
import type { Token, VerbForm } from '../parse/token.js';
import { FICTION, RELATIVE, SAYING } from '../words/english.js';
import { frontSpeaker } from './speaker.js';
import { isNominal, withMark } from './word-order.js';

/** Sentences made from one; more are not looked at. */
const MAX_DERIVED = 12;
const ROLE_WORDS = /^(?:of|for|at|in|on|from)$/;

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

/** "NP, which S V …" as "S V NP …": `at` is the relative pronoun. */
function fromObjectRelative(tokens: readonly Token[], at: number): readonly (readonly Token[])[] {
  const pronoun = tokens[at];
  if (!pronoun?.mark.includes(',') || !/^(?:which|whom)$/.test(pronoun.key) || tokens[at + 1]?.verb)
    return [];
  const verb = tokens.findIndex((token, index) => index > at && token.verb);
  const subject = tokens.slice(at + 1, verb);
  const start = startOfPhrase(tokens, at);
  const head = tokens.slice(start, at);
  const isPlain = verb > at + 1 && subject.every((token) => isInPhrase(token) && token.mark === '');
  if (!isPlain || isReport(tokens[verb] as Token) || outerPhrase(tokens, start) !== undefined) return [];
  if (head.length === 0 || head.some(isBound)) return [];
  let end = verb + 1;
  while (end < tokens.length && !/[,;:]/.test(tokens[end]?.mark ?? '')) end += 1;
  const rest = tokens.slice(verb + 1, end);
  if (rest.some((token) => token.verb)) return [];
  return [
    [
      ...withMark(subject[0], ''),
      ...tokens.slice(at + 2, verb + 1),
      ...withMark(head[0], ''),
      ...head.slice(1),
      ...rest,
    ],
  ];
}

/** "NP, which V …": `at` is the relative pronoun. */
function fromRelative(tokens: readonly Token[], at: number): readonly (readonly Token[])[] {
  const [pronoun, next] = tokens.slice(at, at + 2);
  if (!pronoun || !/^(?:which|who|that)$/.test(pronoun.key) || !next?.verb) return [];
  if (!pronoun.mark.includes(',')) return fromRoleClause(tokens, at);
  if (tokens[at - 1]?.pos === 'PROPN' && pronoun.key === 'who') return aboutName(tokens, at);
  let start = startOfPhrase(tokens, at);
  const outer = outerPhrase(tokens, start);
  const isPlace = isName(tokens.slice(start, at)) && tokens[start - 1]?.pos === 'ADP';
  if (isPlace && outer === undefined && isNoun(tokens[start - 2])) return [];
  if (outer !== undefined) {
    // "the farm near Skarn Point, which …": the farm. In "the fine for the delay, which …", either may be meant.
    if (!isName(tokens.slice(start, at)) || outerPhrase(tokens, outer) !== undefined) return [];
    start = outer;
  }
  const head = tokens.slice(start, at);
  // "the director of the museum, which …": either may be meant.
  if (
    head.length === 0 ||
    head.some((token) => isBound(token) || token.pos === 'ADP') ||
    isDenied(tokens, start)
  )
    return [];
  return [[...withMark(head[0], ''), ...head.slice(1), ...clauseBehind(tokens, at)]];
}

/** "…, X, who V …": about X. */
function aboutName(tokens: readonly Token[], at: number): readonly (readonly Token[])[] {
  let start = at - 1;
  while (start > 0 && tokens[start]?.mark === '' && tokens[start - 1]?.pos === 'PROPN') start -= 1;
  let role = start;
  while (
    role > 0 &&
    tokens[role]?.mark === '' &&
    tokens[role]?.article === undefined &&
    /^(?:NOUN|ADJ)$/.test(tokens[role - 1]?.pos ?? '')
  )
    role -= 1;
  const from = tokens[role]?.article || role === 0 ? role : start;
  // "the son of Ann Lee, who …": either may be meant.
  if ((tokens[from - 1]?.pos === 'ADP' && isNoun(tokens[from - 2])) || isDenied(tokens, from)) return [];
  const head = tokens.slice(from, at);
  return [[...withMark(head[0], ''), ...head.slice(1), ...clauseBehind(tokens, at)]];
}

/** "X, the N who V …, …": X V. */
function fromRoleClause(tokens: readonly Token[], at: number): readonly (readonly Token[])[] {
  const comma = tokens.slice(0, at).findLastIndex(({ mark }) => mark !== '');
  const role = tokens.slice(comma, at);
  const isRole =
    comma > 0 && tokens[comma]?.mark === ',' && role[0]?.article !== undefined && role.every(isInPhrase);
  const clause = clauseBehind(tokens, at);
  const end = tokens[at + 1 + clause.length];
  if (!isRole || (end && !end.mark.includes(',')) || tokens[comma - 1]?.pos !== 'PROPN') return [];
  let start = comma - 1;
  while (start > 0 && tokens[start]?.mark === '' && tokens[start - 1]?.pos === 'PROPN') start -= 1;
  const name = tokens.slice(start, comma);
  return [[...withMark(name[0], ''), ...name.slice(1), ...clause]];
}

function clauseBehind(tokens: readonly Token[], at: number): readonly Token[] {
  let end = at + 1;
  while (end < tokens.length && !/[,;:]/.test(tokens[end]?.mark ?? '')) end += 1;
  return tokens.slice(at + 1, end);
}

/** Where the noun phrase begins that a preposition ties to the one at `start`; undefined where it ties it to a verb. */
function outerPhrase(tokens: readonly Token[], start: number): number | undefined {
  if (tokens[start - 1]?.pos !== 'ADP') return undefined;
  const outer = startOfPhrase(tokens, start - 1);
  const phrase = tokens.slice(outer, start - 1);
  return phrase.length > 0 && (isDefinite(phrase) || isName(phrase)) ? outer : undefined;
}

/** "not the mayor, who …" */
const isDenied = (tokens: readonly Token[], at: number): boolean =>
  /^(?:not|no|nor|never|than|like|unlike|except)$/.test(tokens[at - 1]?.key ?? '');

/** No certain thing: "no one", "neither". */
const isBound = ({ key, mark }: Token): boolean =>
  /^(?:no|none|neither|nobody|nothing|any|every|each|all|both|some|most|few|many|if|unless)$/.test(key) ||
  /["“”;:(]/u.test(mark);
const isNoun = (token: Token | undefined): boolean => token?.pos === 'NOUN' || token?.pos === 'PROPN';
const isName = (tokens: readonly Token[]): boolean => tokens.every(({ pos }) => pos === 'PROPN');
const isDefinite = (tokens: readonly Token[]): boolean =>
  tokens[0]?.article !== undefined ||
  /^(?:his|her|its|their|my|our)$/.test(tokens[0]?.key ?? '') ||
  tokens.some(({ key }) => key === "'s");

/** Where the noun phrase in front of `at` begins. */
function startOfPhrase(tokens: readonly Token[], at: number): number {
  let start = at;
  while (
    start > 0 &&
    isInPhrase(tokens[start - 1]) &&
    (start === at || /^-?$/.test(tokens[start]?.mark ?? ''))
  ) {
    start -= 1;
    if (tokens[start]?.article !== undefined && tokens[start - 1]?.key !== 'of') break;
  }
  while (start < at && ROLE_WORDS.test(tokens[start]?.key ?? '')) start += 1;
  return start;
}

function endOfPhrase(tokens: readonly Token[], at: number): number {
  let end = at;
  while (
    end < tokens.length &&
    isInPhrase(tokens[end]) &&
    (end === at || /^-?$/.test(tokens[end]?.mark ?? ''))
  )
    end += 1;
  return end;
}

const isInPhrase = (token: Token | undefined): boolean =>
  token !== undefined &&
  !token.verb &&
  !RELATIVE.has(token.key) &&
  (isNominal(token) || ROLE_WORDS.test(token.key));

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
