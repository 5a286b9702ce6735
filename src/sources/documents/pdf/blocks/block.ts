// The parts that a PDF file's text is made of.
import type { PageLine } from '../page/reading-order.js';

/** A part of the text. */
export type Block =
  | { readonly kind: 'paragraph'; readonly lines: readonly PageLine[] }
  /** `marker`: the bullet or number as printed. */
  | { readonly kind: 'item'; readonly marker: string; readonly lines: readonly PageLine[] }
  | { readonly kind: 'heading'; readonly level: number; readonly lines: readonly PageLine[] }
  | TableBlock;

export interface TableBlock {
  readonly kind: 'table';
  readonly lines: readonly PageLine[];
  /** The cells of each row, by column. */
  readonly rows: readonly (readonly string[])[];
}
