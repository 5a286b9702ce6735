// Turns of an interview or a transcript that start with who speaks: "Ada Brandt: …", "BRANDT: …", "AB: …", "Q: …".
import type { Article, Span } from '../text/article.js';

type Structured = Pick<Article, 'text' | 'bodyStart' | 'structure'>;

/** What one person says, from the label up to the next one or to the end of the section. */
export interface LabelledTurn extends Span {
  /** Without the colon. */
  readonly label: Span;
  /** Whether its speaker is the one who asks. */
  readonly isAsking: boolean;
}

const MIN_TURNS = 4;
/** Turns of each of at least two speakers. */
const MIN_OWN_TURNS = 2;
/** Who asks, ends most turns with a question. */
const MIN_ASKING_SHARE = 0.6;
/** A name of up to four words, initials, or a single letter. */
const LABEL =
  /^(?:[[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?[ \t]*)?(?<label>\p{Lu}[\p{L}\p{M}.'’-]*(?: (?:(?:de|la|von|van|der|di|da|del|du) )?\p{Lu}[\p{L}\p{M}.'’-]*){0,3})(?: \([^)\n]{1,30}\))?:[ \t]+(?=\S)/gmu;
const QUESTION_END = /[?？]["”’»)]*\s*$/u;

const known = new WeakMap<object, readonly LabelledTurn[]>();

/** In order. Empty if there are no labels of two people who take turns, one of whom asks. */
export function findLabelledTurns(article: Structured): readonly LabelledTurn[] {
  const found = known.get(article) ?? readTurns(article);
  known.set(article, found);
  return found;
}

function readTurns({ text, bodyStart, structure = [] }: Structured): readonly LabelledTurn[] {
  const spans = structure.filter(({ kind }) => kind === 'row' || kind === 'list-marker' || kind === 'code');
  const headings = structure.filter(({ kind }) => kind === 'heading').map(({ start }) => start);
  const labels = [...text.slice(bodyStart).matchAll(LABEL)].flatMap(({ 0: all, index, groups }) => {
    const name = groups?.['label'] ?? '';
    const start = bodyStart + index + all.indexOf(name);
    return [{ name, turn: bodyStart + index, start, end: start + name.length }];
  });
  if (labels.length < MIN_TURNS) return [];
  const counts = new Map<string, number>();
  for (const { name } of labels) counts.set(name, (counts.get(name) ?? 0) + 1);
  const isInside = createInsideTest(spans);
  const kept = labels.filter(
    ({ name, start }) => (counts.get(name) ?? 0) >= MIN_OWN_TURNS && !isInside(start),
  );
  const ends = createNextFinder([...kept.map(({ turn }) => turn), ...headings], text.length);
  const turns = kept.map((label) => ({ ...label, turnEnd: ends(label.end) }));
  const asking = new Map<string, number>();
  for (const { name, end, turnEnd } of turns) {
    if (QUESTION_END.test(text.slice(end, turnEnd))) asking.set(name, (asking.get(name) ?? 0) + 1);
  }
  const asks = (name: string) => (asking.get(name) ?? 0) >= MIN_ASKING_SHARE * (counts.get(name) ?? 0);
  const names = new Set(kept.map(({ name }) => name));
  const hasBoth = [...names].some(asks) && [...names].some((name) => !asks(name));
  if (!hasBoth || kept.length < MIN_TURNS) return [];
  return turns.map(({ name, turn, start, end, turnEnd }) => ({
    start: turn,
    end: turnEnd,
    label: { start, end },
    isAsking: asks(name),
  }));
}

/** @param spans in order of their starts @returns whether an offset, asked for in order, is inside one of them */
function createInsideTest(spans: readonly Span[]): (offset: number) => boolean {
  let next = 0;
  let reach = 0;
  return (offset) => {
    for (let span = spans[next]; span && span.start <= offset; span = spans[next]) {
      reach = Math.max(reach, span.end);
      next += 1;
    }
    return offset < reach;
  };
}

/** @returns the first of the offsets after another one, asked for in order */
function createNextFinder(offsets: readonly number[], end: number): (after: number) => number {
  const sorted = offsets.toSorted((a, b) => a - b);
  let next = 0;
  return (after) => {
    while (next < sorted.length && (sorted[next] ?? end) <= after) next += 1;
    return sorted[next] ?? end;
  };
}
