// Finds the columns of a row that a sentence is about.
import type { Token } from '../parse/token.js';
import type { Mention } from './mentions.js';

/** The columns that are told; undefined where a value does not stand with the name of its own column. */
export function pairColumns(
  all: readonly Mention[],
  values: readonly (readonly Token[])[],
  isTelling: (column: number) => boolean,
): readonly number[] | undefined {
  const named = new Set(all.filter(({ kind }) => kind === 'header').map(({ column }) => column));
  const alone = all.filter(({ kind, column }) => kind === 'value' && !named.has(column) && isTelling(column));
  const mentions = all.filter(
    ({ kind, start }) => kind === 'header' || !alone.some((one) => one.start === start),
  );
  if (mentions.length === 0) return alone.map(({ column }) => column);
  const textOf = (column: number) => values[column]?.map(({ key }) => key).join(' ');
  // "gets security fixes": the cell is a plain yes.
  const isYes = ({ kind, column }: Mention) => kind === 'header' && textOf(column) === 'yes';
  const headers = mentions.filter((one) => one.kind === 'header' && !isYes(one));
  if (headers.length === 0 && mentions.every(isYes)) return mentions.map(({ column }) => column);
  const places = [...new Set(mentions.filter(({ kind }) => kind === 'value').map(({ start }) => start))];
  if (
    headers.length === 0 ||
    places.length === 0 ||
    new Set(headers.map(({ start }) => start)).size !== headers.length
  )
    return undefined;
  // One value for several columns: "the main pool and the sauna are closed".
  if (places.length === 1) {
    const value = mentions.find(({ kind, start }) => kind === 'value' && start === places[0]);
    const isShared = headers.every(({ column }) => value && textOf(column) === textOf(value.column));
    return isShared ? headers.map(({ column }) => column) : undefined;
  }
  if (places.length !== headers.length) return undefined;
  // Names and values alternate, in the same order throughout.
  const isNameFirst = (headers[0]?.start ?? 0) < (places[0] ?? 0);
  for (const [index, header] of headers.entries()) {
    const place = places[index] ?? -1;
    if (header.start < place !== isNameFirst) return undefined;
    const next = isNameFirst
      ? (headers[index + 1]?.start ?? Number.POSITIVE_INFINITY)
      : (places[index + 1] ?? Number.POSITIVE_INFINITY);
    if ((isNameFirst ? place : header.start) > next) return undefined;
    const isOwn = mentions.some(
      ({ kind, start, column }) =>
        kind === 'value' && start === place && textOf(column) === textOf(header.column),
    );
    if (!isOwn) return undefined;
  }
  return headers.map(({ column }) => column);
}

/**
 * Columns whose value tells by itself which column it is from: "10 days per year", "half pay". It names the column, or
 * is a quantity in units that no other column has, or one adjective that no other column has.
 */
export function findTellingColumns(
  values: readonly (readonly Token[])[],
  header: readonly (readonly Token[])[],
  rows: readonly (readonly (readonly Token[])[])[],
): (column: number) => boolean {
  return (column) => {
    const value = values[column] ?? [];
    const names = new Set(
      (header[column] ?? []).filter(({ pos }) => pos !== 'ADP' && pos !== 'DET').map(({ key }) => key),
    );
    if (value.length > 1 && value.some(({ key }) => names.has(key))) return true;
    // "of Lakeside": the only column with names.
    const hasName = (cell: readonly Token[]) => cell.length > 0 && cell.every(({ pos }) => pos === 'PROPN');
    const isOnlyName = [...rows, values].every((row) =>
      row.every((cell, other) => other === 0 || other === column || !hasName(cell)),
    );
    if (hasName(value) && isOnlyName) return true;
    const words = value.filter(({ pos, verb }) => pos === 'NOUN' || pos === 'ADJ' || verb?.form === 'ed');
    const hasNumber = value.some(({ pos }) => pos === 'NUM');
    const isAdjective = value.length === 1 && (value[0]?.pos === 'ADJ' || value[0]?.verb?.form === 'ed');
    if (words.length === 0 || (!hasNumber && !isAdjective)) return false;
    const own = new Set(words.map(({ key }) => key));
    return [...rows, values].every((row) =>
      row.every((cell, other) => other === column || !cell.some(({ key }) => own.has(key))),
    );
  };
}
