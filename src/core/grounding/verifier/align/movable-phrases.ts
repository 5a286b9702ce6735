// A time or place may stand in front of a sentence or behind it: "On Friday, …" and "… on Friday".
import type { Token } from '../parse/token.js';

export interface Moved {
  /** The sentence without the phrase. */
  readonly rest: readonly Token[];
  /** The evidence without it. */
  readonly cut: readonly Token[];
}

/** Ways to take one phrase out of a sentence and out of the same clause of the evidence. */
export function takeOutPhrase(claim: readonly Token[], evidence: readonly Token[]): readonly Moved[] {
  return phrasesOf(claim).flatMap(({ start, end }): Moved[] => {
    const phrase = claim.slice(start, end);
    const at = findRun(evidence, phrase);
    if (at < 0) return [];
    const verb = verbOf(claim, start, end);
    const other = verbOf(evidence, at, at + phrase.length);
    if (!verb || !other || verb.key !== other.key) return [];
    // "had been mayor until 2019 and was then a judge": which of them can't be told.
    if (evidence.filter((token) => token.verb && token.key === verb.key).length > 1) return [];
    const rest = [...claim.slice(0, start), ...claim.slice(end)];
    const after = evidence[at + phrase.length];
    const joined = after && { ...after, mark: at === 0 ? '' : after.mark };
    return [
      {
        rest,
        cut: [
          ...evidence.slice(0, at),
          ...(joined ? [joined] : []),
          ...evidence.slice(at + phrase.length + 1),
        ],
      },
    ];
  });
}

function phrasesOf(tokens: readonly Token[]): readonly { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  const comma = tokens.findIndex(({ mark }, index) => index > 0 && mark.includes(','));
  const isPhrase = (start: number, end: number) => {
    const span = tokens.slice(start, end);
    const isTime =
      span[0]?.pos === 'ADP' ||
      /^(?:since|until)$/.test(span[0]?.key ?? '') ||
      /^(?:each|every|last|next|this|now|then|at)$/.test(span[0]?.key ?? '') ||
      span[0]?.pos === 'ADV';
    return (
      isTime &&
      span.length > 0 &&
      !span.some(({ verb }) => verb) &&
      span[0]?.key !== 'by' &&
      span[0]?.key !== 'of'
    );
  };
  if (comma > 0 && isPhrase(0, comma)) found.push({ start: 0, end: comma });
  else if (tokens[0]?.pos === 'ADV' && tokens.length > 1) found.push({ start: 0, end: 1 });
  // Without a comma: "In 2030 they found …".
  const subject = tokens.findIndex(
    ({ article, pos }, index) =>
      index > 1 &&
      (article !== undefined || /^(?:PRON|PROPN)$/.test(pos)) &&
      /^(?:NOUN|NUM)$/.test(tokens[index - 1]?.pos ?? ''),
  );
  if (comma !== subject && subject > 0 && isPhrase(0, subject)) found.push({ start: 0, end: subject });
  for (let start = tokens.length - 1; start > Math.max(0, tokens.length - 7); start -= 1) {
    if (isPhrase(start, tokens.length)) found.push({ start, end: tokens.length });
  }
  // In front of the verb: "Tobias Renn now believes".
  const verb = tokens.findIndex((token) => token.verb);
  if (verb > 1 && tokens[verb - 1]?.pos === 'ADV') found.push({ start: verb - 1, end: verb });
  return found;
}

/** Where the phrase stands in the evidence, once and as a phrase of its own; -1 where it does not. */
function findRun(evidence: readonly Token[], phrase: readonly Token[]): number {
  const starts = evidence.flatMap((_, at) =>
    phrase.every(({ key }, index) => evidence[at + index]?.key === key) ? [at] : [],
  );
  const [at] = starts;
  if (at === undefined || starts.length > 1) return -1;
  const before = evidence[at - 1];
  const after = evidence[at + phrase.length];
  const isEnd =
    after?.mark !== '' ||
    /^(?:ADP|CCONJ|SCONJ|VERB|ADV|PRON)$/.test(after.pos) ||
    after.article !== undefined ||
    after.pos === 'PROPN';
  return isEnd && before?.pos !== 'ADP' ? at : -1;
}

/** The verb that a phrase belongs to: the last one before it, or the first one behind it at the start of a clause. */
function verbOf(tokens: readonly Token[], start: number, end: number): Token | undefined {
  const isAdverb = end === start + 1 && tokens[start]?.pos === 'ADV';
  if (isAdverb && tokens[end]?.verb) return tokens[end];
  // "…; in 221 of them, the map was right"
  const clause = tokens.slice(0, start + 1).findLastIndex(({ mark }) => /[;:]/.test(mark));
  const before = tokens.slice(Math.max(0, clause), start).findLast(({ verb }) => verb);
  return before ?? tokens.slice(end).find(({ verb }) => verb);
}
