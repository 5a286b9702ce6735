// The columns of a table that a superlative can be about: all of their values are numbers with the same unit.
import type { Span } from '../../../../core/text/article.js';
import { hasTerm } from '../../writing/lists/list-question.js';
import { termsOf } from '../../writing/sentences.js';
import type { ComparableTable } from './comparable-tables.js';
import { type Measure, readMeasure } from './measures.js';
import type { ExtremeQuestion } from './read-extreme-question.js';
import { COLUMNS, type Property } from './superlatives.js';

export interface ValueColumn {
  readonly name: string;
  /** 1 if the highest value is asked for, -1 if the lowest is. */
  readonly sign: 1 | -1;
  readonly readValue: (row: Span) => number;
}

interface ReadColumn {
  readonly name: string;
  readonly dimension: Measure['dimension'];
  readonly values: ReadonlyMap<number, number>;
}

/** Superlatives that can be about anything with a name: "the biggest climb". */
const GENERAL: ReadonlySet<Property> = new Set(['size', 'length', 'height', 'amount']);

/** Empty if no column fits. All columns that fit equally well. */
export function findColumns(
  table: ComparableTable,
  { property, sign, terms }: ExtremeQuestion,
  language: string,
): readonly ValueColumn[] {
  const readable = readColumns(table, language);
  const isNamed = ({ name }: ReadColumn) => {
    const own = termsOf(name, language);
    return terms.some((term) => hasTerm(own, term, language));
  };
  const toColumn =
    (way: 1 | -1) =>
    ({ name, values }: ReadColumn): ValueColumn => ({
      ...{ name, sign: sign === way ? 1 : -1 },
      readValue: ({ start }) => values.get(start) ?? Number.NaN,
    });
  if (GENERAL.has(property)) {
    const named = readable.filter(isNamed);
    if (named.length > 0) return named.map(toColumn(1));
  }
  const { names, reversed, dimensions, reversedDimensions = [] } = COLUMNS[property];
  const tiers = [
    [readable.filter(({ name, dimension }) => names.test(name) && fits(property, dimension)), 1],
    [readable.filter(({ name }) => reversed?.test(name)), -1],
    [readable.filter(({ name, dimension }) => dimensions.includes(dimension) && !isOther(name, property)), 1],
    [readable.filter(({ dimension }) => reversedDimensions.includes(dimension)), -1],
  ] as const;
  const [columns = [], way = 1] = tiers.find(([found]) => found.length > 0) ?? [];
  return columns.map(toColumn(way));
}

/** Whether a table has such values, even if they can't be compared. */
export function mayHold({ rows }: ComparableTable, property: Property, language: string): boolean {
  const { names, reversed, dimensions } = COLUMNS[property];
  return rows.some(({ cells }) =>
    cells.some(({ column, value }) => {
      if (column !== '' && (names.test(column) || reversed?.test(column))) return true;
      const dimension = readMeasure(value, language)?.dimension;
      return dimension !== undefined && dimensions.includes(dimension);
    }),
  );
}

/** A column named "Rate" or "Time" may hold something else. */
function fits(property: Property, dimension: Measure['dimension']): boolean {
  if (property === 'price') return dimension === 'money' || dimension === 'plain';
  if (property === 'length')
    return dimension === 'length' || dimension === 'duration' || dimension === 'plain';
  return dimension !== 'money' && dimension !== 'clock';
}

/** Whether a column's name says that it holds another property. */
function isOther(name: string, property: Property): boolean {
  return Object.entries(COLUMNS).some(
    ([other, { names }]) =>
      other !== property && name !== '' && names.test(name) && !COLUMNS[property].names.test(name),
  );
}

function readColumns({ rows }: ComparableTable, language: string): readonly ReadColumn[] {
  // A list has one column of values without a name; a table's first column is the label.
  const isList = rows.every(({ cells }) => cells.length === 2 && cells.every(({ column }) => column === ''));
  const label = rows[0]?.cells[0]?.column;
  const names = new Set(rows.flatMap(({ cells }) => cells.map(({ column }) => column)));
  const columns = isList ? [''] : [...names].filter((name) => name !== label);
  return columns.flatMap((name) => {
    const measures = rows.map(({ start, cells }) => {
      const value = isList ? cells[1]?.value : cells.find(({ column }) => column === name)?.value;
      return [start, value === undefined ? undefined : readMeasure(value, language)] as const;
    });
    const known = measures.flatMap(([start, measure]) => (measure ? [[start, measure] as const] : []));
    const priced = known.find(([, { unit }]) => unit !== undefined)?.[1];
    const isSame = known.every(
      ([, { dimension, unit }]) =>
        dimension === priced?.dimension && (unit === undefined || unit === priced.unit),
    );
    if (!priced || !isSame || known.length < rows.length) return [];
    const values = new Map(known.map(([start, { value }]) => [start, value]));
    return [{ name, dimension: priced.dimension, values }];
  });
}
