// Finds the quotation marks that a sentence lacks because it begins or ends inside a quotation.
import type { Article, Span } from '../text/article.js';

/** A quotation in an article, from its opening to its closing mark. */
interface Quotation {
  /** Offset of the opening mark. */
  readonly start: number;
  /** Offset of the closing mark; the paragraph's end if it has none there. */
  readonly end: number;
  readonly opening: string;
  readonly closing: string;
}

/** The closing marks for each opening mark. The German closing mark is the English opening one. */
const CLOSING: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '「': '」',
  '『': '』',
};
const MARK = /["“”„«»「」『』]/gu;

/** Marks that a sentence lacks: those of the quotation that it begins and ends in. */
export interface MissingMarks {
  /** The quotation that the sentence begins inside, and its opening mark. */
  readonly before?: Quotation | undefined;
  /** The quotation that the sentence ends inside, and its closing mark. */
  readonly after?: Quotation | undefined;
}

/** The marks that a sentence lacks on its own. None if the marks of its paragraph don't pair. */
export function findMissingMarks({ text }: Pick<Article, 'text'>, { start, end }: Span): MissingMarks {
  const before = text.lastIndexOf('\n\n', start);
  const after = text.indexOf('\n\n', end);
  const paragraph = { start: before < 0 ? 0 : before + 2, end: after < 0 ? text.length : after };
  const quotations = pairMarks(text, paragraph);
  return {
    before: quotations.find((one) => one.start < start && one.end > start),
    after: quotations.find((one) => one.start < end && one.end >= end),
  };
}

/** The quotations of a paragraph, outermost only; empty if a mark closes nothing or can't be read. */
function pairMarks(text: string, { start, end }: Span): readonly Quotation[] {
  const found: Quotation[] = [];
  let open: { readonly at: number; readonly mark: string } | undefined;
  for (const { index, 0: mark } of text.slice(start, end).matchAll(MARK)) {
    const at = start + index;
    const isAfterWord = /[^\s([{–—-]/u.test(text[at - 1] ?? ' ') && at > start;
    const isBeforeWord = /[^\s)\]}.,;:!?–—-]/u.test(text[at + 1] ?? ' ') && at + 1 < end;
    if (!open) {
      // Inches and marks that close nothing.
      if (isAfterWord || !(mark === '"' || mark in CLOSING)) return [];
      open = { at, mark };
      continue;
    }
    const closes = open.mark === '"' ? mark === '"' : (CLOSING[open.mark] ?? '').includes(mark);
    // A quotation in a quotation has other marks, and the outer one counts.
    if (!closes) continue;
    if (isBeforeWord) return [];
    found.push({ start: open.at, end: at, opening: open.mark, closing: mark });
    open = undefined;
  }
  if (open) {
    // A long quotation opens every paragraph, and closes only in the last.
    if (open.at > start) return [];
    const closing = CLOSING[open.mark]?.[0] ?? open.mark;
    found.push({ start: open.at, end, opening: open.mark, closing });
  }
  return found;
}
