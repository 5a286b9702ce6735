// Active for passive.
import { isDenying, isLimiting, isNegative } from '../omit/context.js';
import { isReport } from '../omit/sentence-view.js';
import type { Token, VerbForm } from '../parse/token.js';
import { RELATIVE, UNITS } from '../words/english.js';
import { isNominal, withMark } from './word-order.js';

/** The sentence with each "A was V-ed by B" as "B V-ed A"; undefined where there is none. */
export function toActive(tokens: readonly Token[]): readonly Token[] | undefined {
  const at = tokens.findIndex(
    ({ verb }, index) => verb?.isPassive === true && agentOf(tokens, index) !== undefined,
  );
  const verb = tokens[at];
  const agent = agentOf(tokens, at);
  if (!verb?.verb || !agent) return undefined;
  if (RELATIVE.has(tokens[at - 1]?.key ?? '')) return undefined;
  const start = subjectStart(tokens, at);
  const lead = tokens.slice(start, at).findLastIndex(({ pos }) => pos !== 'ADV') + start + 1;
  const subject = changeCase(tokens.slice(start, lead), OBJECT);
  if (subject.length === 0 || subject.some((token) => token.verb)) return undefined;
  const first = tokens[start];
  const by = changeCase(
    tokens.slice(agent.start, agent.end).filter(({ key }) => key !== 'by'),
    SUBJECT,
  );
  // "was paid for by the foundation": the preposition goes with the verb.
  const between = tokens.slice(at + 1, agent.start - 1);
  const particle = between.length === 1 && between[0]?.pos === 'ADP' ? between : [];
  const active = { ...verb, verb: activeForm(verb) };
  return [
    ...tokens.slice(0, start),
    ...withMark(by[0], first?.mark ?? ''),
    ...by.slice(1),
    ...tokens.slice(lead, at),
    active,
    ...particle,
    ...withMark(subject[0], ''),
    ...subject.slice(1),
    ...(particle.length > 0 ? [] : between),
    ...tokens.slice(agent.end),
  ];
}

/** "A was V-ed" for "B V-ed A", where B may be left out; undefined where there is none. */
export function toAgentlessPassive(tokens: readonly Token[]): readonly Token[] | undefined {
  const at = tokens.findIndex(({ verb }) => verb && !verb.isInfinitive);
  const verb = tokens[at];
  if (!verb?.verb || verb.verb.isPassive || verb.verb.isProgressive || verb.verb.form === 'ing')
    return undefined;
  if (isReport(verb) || isDenying(verb) || /^(?:be|have|become|seem|remain)$/.test(verb.key))
    return undefined;
  const start = subjectStart(tokens, at);
  const subject = tokens.slice(start, at);
  const isBound = (token: Token) =>
    isNegative(token) || isLimiting(token) || token.pos === 'ADV' || token.verb;
  const lead = tokens.slice(0, start);
  if (subject.length === 0 || subject.some(isBound) || lead.some(({ verb, pos }) => verb || pos === 'SCONJ'))
    return undefined;
  if (start > 0 && lead[0]?.pos !== 'ADP') return undefined;
  let end = at + 1;
  while (end < tokens.length && isInObject(tokens, at + 1, end)) end += 1;
  const object = tokens.slice(at + 1, end);
  if (object.length === 0 || !/^(?:NOUN|PROPN)$/.test(object.at(-1)?.pos ?? '')) return undefined;
  const passive = { ...verb, verb: { ...verb.verb, isPassive: true, isBare: false, form: 'ed' as const } };
  return [
    ...lead,
    ...withMark(object[0], subject[0]?.mark ?? ''),
    ...object.slice(1),
    passive,
    ...tokens.slice(end),
  ];
}

function isInObject(tokens: readonly Token[], start: number, at: number): boolean {
  const token = tokens[at] as Token;
  if (token.mark !== '' || (at > start && token.article !== undefined && tokens[at - 1]?.key !== 'of'))
    return false;
  return token.key === 'of' ? at > start : isNominal(token) && token.pos !== 'PRON';
}

const activeForm = (token: Token): VerbForm | undefined =>
  token.verb && {
    ...token.verb,
    isPassive: false,
    isBare: !hasAuxiliary(token),
    form: token.verb.isProgressive ? 'ing' : token.verb.form,
  };

const hasAuxiliary = ({ verb }: Token): boolean =>
  verb !== undefined && (verb.modal !== undefined || verb.isPerfect || verb.isProgressive);

function agentOf(tokens: readonly Token[], at: number): { start: number; end: number } | undefined {
  for (let index = at + 1; index < tokens.length; index += 1) {
    const token = tokens[index] as Token;
    if ((token.verb && !token.verb.isInfinitive) || /[;,:]/.test(token.mark)) return undefined;
    if (token.key !== 'by') continue;
    const start = index + 1;
    let end = start;
    while (end < tokens.length && isInAgent(tokens, start, end)) end += 1;
    while (end > start && tokens[end - 1]?.pos === 'ADP') end -= 1;
    // "by hand", "by law": nobody.
    const isManner = end === start + 1 && tokens[start]?.pos === 'NOUN' && !tokens[start]?.article;
    if (isManner && tokens[start]?.text.toLowerCase() === tokens[start]?.key) continue;
    const head = tokens[end - 1];
    const next = tokens[end];
    // "… by the family, which holds 38 percent": the relative clause goes with it.
    if (next?.mark === ',' && /^(?:who|which)$/.test(next.key)) end = endOfRelative(tokens, end);
    return end > start && head && isNominal(head) && !isAmount(tokens, start) ? { start, end } : undefined;
  }
  return undefined;
}

/** "by 6 percent": how much, not who. */
function isAmount(tokens: readonly Token[], start: number): boolean {
  const at = tokens.findIndex(
    ({ key }, index) => index >= start && !/^(?:more|than|about|nearly|at|least)$/.test(key),
  );
  return (
    tokens[at]?.pos === 'NUM' && (tokens[at + 1]?.pos !== 'NOUN' || UNITS.has(tokens[at + 1]?.key ?? ''))
  );
}

/** "her" for "she", where it moves behind the verb. */
function changeCase(tokens: readonly Token[], cases: Readonly<Record<string, string>>): readonly Token[] {
  const [only, more] = tokens;
  const other = only?.pos === 'PRON' && !more ? cases[only.key] : undefined;
  return only && other ? [{ ...only, key: other, text: other }] : tokens;
}

const OBJECT: Readonly<Record<string, string>> = { he: 'him', she: 'her', they: 'them', i: 'me', we: 'us' };
const SUBJECT = Object.fromEntries(Object.entries(OBJECT).map(([subject, object]) => [object, subject]));

function endOfRelative(tokens: readonly Token[], from: number): number {
  const end = tokens.findIndex(({ mark }, index) => index > from && /[,;:]/.test(mark));
  return end < 0 ? tokens.length : end;
}

function isInAgent(tokens: readonly Token[], start: number, at: number): boolean {
  const token = tokens[at] as Token;
  if (/[;:]/.test(token.mark)) return false;
  // "by more than 8,200 people"
  if (token.mark === '' && /^(?:more|than|about|nearly|at|least)$/.test(token.key) && at - start < 3)
    return tokens.slice(at + 1, start + 4).some(({ pos }) => pos === 'NUM');
  // "by A and B", "by A and by B"
  const isMore = (token.pos === 'CCONJ' || token.key === 'by') && token.mark === '' && at > start;
  if (isMore) return token.key === 'and' || tokens[at - 1]?.key === 'and' ? !isPredicate(tokens, at) : false;
  if (token.mark.includes(',')) return token.pos === 'PROPN' && tokens[at - 1]?.pos === 'NOUN' && at > start;
  if (token.pos === 'ADP') return token.key === 'of' && at > start;
  if (
    at > start &&
    tokens[at - 1]?.key !== 'and' &&
    tokens[at - 1]?.key !== 'by' &&
    (token.article !== undefined || token.key === 'each' || token.key === 'last') &&
    tokens[at - 1]?.pos !== 'ADP'
  )
    return false;
  return isNominal(token);
}

/** "by A and | opened …", "by A and B | left": what follows is no second agent. */
function isPredicate(tokens: readonly Token[], at: number): boolean {
  const rest = tokens.slice(at + 1);
  const end = rest.findIndex(({ mark }) => mark !== '');
  return rest.slice(0, end < 0 ? rest.length : end).some((token) => token.verb && !token.verb.isInfinitive);
}

/** Where the noun phrase in front of a verb begins. */
export function subjectStart(tokens: readonly Token[], at: number): number {
  for (let index = beforeAside(tokens, at); index > 0; index -= 1) {
    const token = tokens[index] as Token;
    const before = tokens[index - 1] as Token;
    if (/[;:"“”(–—]/u.test(token.mark)) return index;
    // "A and B were …": the subject has two parts, where no verb stands in front.
    const isList = before.pos === 'CCONJ' && !tokens.slice(0, index).some((one) => one.verb);
    if (before.pos === 'SCONJ' || (before.pos === 'CCONJ' && !isList) || (before.key === 'that' && index > 1))
      return index;
    if (before.verb) return index;
    if (token.mark.includes(',')) {
      const left = tokens.slice(0, index);
      const opener = left.findLastIndex(({ mark, pos }) => mark !== '' || pos === 'CCONJ');
      const segment = left.slice(Math.max(0, opener));
      if (segment[0]?.pos === 'ADP' || segment[0]?.pos === 'ADV' || segment.some((one) => one.verb))
        return index;
    }
  }
  return behindLead(tokens, at);
}

/** "The club, which has two employees, | must …": the last word in front of the aside. */
function beforeAside(tokens: readonly Token[], verb: number): number {
  if (tokens[verb]?.mark !== ',') return verb - 1;
  const opener = tokens.findLastIndex(({ mark }, index) => index < verb && mark !== '');
  const isAside = opener > 0 && tokens[opener]?.mark === ',' && RELATIVE.has(tokens[opener]?.key ?? '');
  return isAside ? opener - 1 : verb - 1;
}

/** "In 2029 | a storm …": the subject begins behind a time or place in front. */
function behindLead(tokens: readonly Token[], verb: number): number {
  if (tokens[0]?.pos !== 'ADP') return 0;
  const start = tokens.findIndex(
    ({ article, pos }, index) =>
      index > 1 &&
      (article !== undefined || pos === 'PRON' || pos === 'PROPN') &&
      /^(?:NOUN|NUM)$/.test(tokens[index - 1]?.pos ?? ''),
  );
  return start > 0 && start < verb ? start : 0;
}
