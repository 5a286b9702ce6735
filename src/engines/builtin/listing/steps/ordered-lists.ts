// The numbered lists of an article, and headings that number its steps.

import { readListItem } from '../../../../core/excerpt/list-item.js';
import type { Article, Span } from '../../../../core/text/article.js';
import { findHeadings } from '../../../../core/text/headings.js';

export interface Step {
  readonly number: number;
  readonly sentences: readonly Span[];
  /** Also the heading that numbers it. */
  readonly text: string;
}

/** At least two steps, numbered from 1. */
export interface OrderedList {
  readonly steps: readonly Step[];
  /** The sentence that stands right before the first step. */
  readonly introduction: Span | undefined;
  /** What names the list: the introduction and the heading above. */
  readonly names: string;
}

/** "1. ", "2) ", "Step 3: ", "Schritt 4 – ". Letters aren't counted. */
const ITEM_NUMBER = /^\(?(\d{1,2})[.)]\s/u;
const LABEL = /^(?:step|stage|schritt|paso|etapa|étape|phase)\s+(\d{1,2})\s*(?:[.:)]|[–—-]\s|$)/iu;
/** Shown of one step. */
const MAX_STEP_SENTENCES = 8;

type Style = 'item' | 'label' | 'heading';

/** Something that opens a step. */
interface Opener extends Span {
  readonly number: number;
  readonly style: Style;
}

export function findOrderedLists(article: Article, sentences: readonly Span[]): readonly OrderedList[] {
  const lists: Opener[][] = [];
  for (const opener of findOpeners(article, sentences)) {
    const open = lists.findLast((list) => isNext(list.at(-1), opener, article));
    if (open) open.push(opener);
    else if (opener.number === 1) lists.push([opener]);
  }
  return lists
    .filter(({ length }) => length > 1)
    .map((openers) => toList(article, openers, sentences))
    .filter(({ steps }) => steps.every((step) => step.sentences.length > 0));
}

function findOpeners(article: Article, sentences: readonly Span[]): readonly Opener[] {
  const { text, structure = [] } = article;
  const found: Opener[] = [];
  for (const { start, end } of sentences) {
    const opening = text.slice(start, end);
    const item = readListItem(article, { start, end })?.isNumbered ? ITEM_NUMBER.exec(opening) : null;
    const number = Number((item ?? LABEL.exec(opening))?.[1]);
    if (number > 0) found.push({ start, end, number, style: item ? 'item' : 'label' });
  }
  for (const { kind, start, end } of structure) {
    if (kind !== 'heading') continue;
    const title = text.slice(start, end);
    const number = Number((LABEL.exec(title) ?? ITEM_NUMBER.exec(title))?.[1]);
    if (number > 0) found.push({ start, end, number, style: 'heading' });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Whether a step comes right after another: in the same section, or as a heading next to it. */
function isNext(before: Opener | undefined, after: Opener, article: Article): boolean {
  if (!before || before.style !== after.style || after.number !== before.number + 1) return false;
  const above = (opener: Opener) =>
    headingsAbove(article, opener)
      .map(({ start }) => start)
      .join();
  return above(before) === above(after);
}

/** The headings above a step, without the one that is the step. */
function headingsAbove(article: Article, { start, end, style }: Opener): readonly Span[] {
  return style === 'heading' ? findHeadings(article, end).slice(0, -1) : findHeadings(article, start);
}

function toList(article: Article, openers: readonly Opener[], sentences: readonly Span[]): OrderedList {
  const { text } = article;
  const [first] = openers;
  const start = first?.start ?? 0;
  const above = first ? headingsAbove(article, first).slice(-1) : [];
  const before = sentences.findLast((one) => one.end <= start && one.start >= (above[0]?.end ?? 0));
  const isIntroduced = before !== undefined && text.slice(before.end, start).trim() === '';
  const introduction = isIntroduced && first?.style !== 'heading' ? before : undefined;
  return {
    introduction,
    steps: openers.map((opener, at) => toStep(article, opener, openers[at + 1], sentences)),
    names: [...above, ...(introduction ? [introduction] : [])]
      .map((span) => text.slice(span.start, span.end))
      .join('\n'),
  };
}

function toStep(
  article: Article,
  opener: Opener,
  next: Opener | undefined,
  sentences: readonly Span[],
): Step {
  const { text, structure = [] } = article;
  const own: Span[] = [];
  const nextHeading = structure.find(({ kind, start }) => kind === 'heading' && start >= opener.end)?.start;
  const limit = next?.start ?? nextHeading ?? text.length;
  for (const sentence of sentences) {
    if (sentence.start < opener.start || sentence.end > limit) continue;
    // The last item of a list ends with its paragraph.
    const previous = own.at(-1);
    const isNewParagraph = previous && /\n\s*\n/u.test(text.slice(previous.end, sentence.start));
    if (isNewParagraph && !next && opener.style !== 'heading') break;
    own.push(sentence);
  }
  const title = opener.style === 'heading' ? [text.slice(opener.start, opener.end)] : [];
  return {
    number: opener.number,
    sentences: own.slice(0, MAX_STEP_SENTENCES),
    text: [...title, ...own.map(({ start, end }) => text.slice(start, end))].join('\n'),
  };
}
