// Shorter ways to name a column: "rent" and "per year" for "Rent per year".
import type { Token } from '../parse/token.js';

export interface HeaderName {
  readonly column: number;
  readonly words: readonly Token[];
  /** Whether it only names the column behind its value, as a unit does: "60 square metres". */
  readonly isUnit: boolean;
}

/** All names of the columns, without those that two columns share. */
export function nameColumns(header: readonly (readonly Token[])[]): readonly HeaderName[] {
  const names = header.flatMap((words, column): HeaderName[] => {
    const at = words.findIndex(({ pos }) => pos === 'ADP');
    const whole = { column, words, isUnit: false };
    if (at < 1) return [whole];
    const unit = words.slice(at + 1);
    return [
      whole,
      { column, words: words.slice(0, at), isUnit: false },
      { column, words: unit, isUnit: true },
    ];
  });
  const keyOf = ({ words }: HeaderName) => words.map(({ key }) => key).join(' ');
  return names.filter(
    (name) =>
      name.words.length > 0 &&
      !names.some((other) => other.column !== name.column && keyOf(other) === keyOf(name)),
  );
}
