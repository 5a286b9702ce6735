// Sentences that belong together: the items of a list or the rows of a table, with what names them.

import { findHeadings } from '../../../../core/text/headings.js';
import type { Evidence } from '../../../../core/writing-ports.js';
import { termsOf } from '../sentences.js';
import { hasTerm, type ListQuestion } from './list-question.js';

/** A heading says less about the items than their introduction or column name. */
const HEADING_SHARE = 0.9;

export interface Group {
  readonly kind: 'list' | 'table';
  /** The sentence that introduces the items, such as "Bring:". */
  readonly introduction: Evidence | undefined;
  /** In document order; at least two. */
  readonly items: readonly Evidence[];
  /** What names the items, as terms: the introduction or each column name. */
  readonly names: readonly (readonly string[])[];
  /** The terms of the heading above. It may name more than the items. */
  readonly heading: readonly string[];
  /** The terms of each item, without column names. */
  readonly itemTerms: readonly (readonly string[])[];
}

/** Terms of everything that names the items. */
export function frameOf({ names, heading }: Pick<Group, 'names' | 'heading'>): readonly string[] {
  return [...names.flat(), ...heading];
}

/** How much of the best name is asked for, 0 to 1: "Plot" answers "which plots?" better than "Getting a plot". */
export function namePrecision({ names, heading }: Group, { terms, language }: ListQuestion): number {
  const share = (name: readonly string[]) =>
    name.length === 0
      ? 0
      : name.filter((own) => terms.some((term) => hasTerm([own], term, language))).length / name.length;
  return Math.max(HEADING_SHARE * share(heading), ...names.map(share));
}

/** The items with every term of the question that only some items have: "which courses are on Monday?" */
export function filterItems(group: Group, { terms, language }: ListQuestion): readonly Evidence[] {
  const { items, itemTerms } = group;
  const frame = frameOf(group);
  const particular = terms.filter(
    (term) =>
      !hasTerm(frame, term, language) &&
      itemTerms.some((own) => own.includes(term)) &&
      !itemTerms.every((own) => own.includes(term)),
  );
  return items.filter((_, at) => particular.every((term) => itemTerms[at]?.includes(term)));
}

/** Terms of the innermost heading above a sentence. */
export function headingTerms({ article, start }: Evidence): readonly string[] {
  const heading = findHeadings(article, start).at(-1);
  return heading ? termsOf(article.text.slice(heading.start, heading.end), article.language) : [];
}
