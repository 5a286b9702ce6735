// Names of countries and regions across languages ("Германия", "Deutschland", "Germany"), from the CLDR data in `Intl`.
import { foldName, sharedPrefix } from './romanize.js';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** Endings of cases are at most this long. */
const MAX_ENDING = 3;

const MAX_KEPT = 5_000;

const tables = new Map<string, ReadonlyMap<string, readonly string[]>>();
const found = new Map<string, readonly string[]>();

/** What the region of this name is called in another language, folded; empty where it names none. */
export function regionNamesFor(name: string, from: string, to: string): readonly string[] {
  const key = `${from} ${to} ${name}`;
  const known = found.get(key);
  if (known) return known;
  if (found.size >= MAX_KEPT) found.clear();
  const names = findNames(foldName(name), from, to);
  found.set(key, names);
  return names;
}

function findNames(wanted: string, from: string, to: string): readonly string[] {
  const target = regionsOf(to);
  for (const [code, names] of regionsOf(from)) {
    if (names.some((one) => isSame(one, wanted))) return target.get(code) ?? [];
  }
  return [];
}

function isSame(name: string, wanted: string): boolean {
  const shared = sharedPrefix(name, wanted);
  if (name === wanted) return true;
  return (
    shared >= 5 &&
    Math.max(name.length, wanted.length) - shared <= (/\p{sc=Latin}/u.test(name) ? 1 : MAX_ENDING)
  );
}

function regionsOf(language: string): ReadonlyMap<string, readonly string[]> {
  const known = tables.get(language);
  if (known) return known;
  const locale = language === 'und' ? 'en' : language;
  const styles = (['long', 'short'] as const).map(
    (style) => new Intl.DisplayNames(locale, { type: 'region', style, fallback: 'none' }),
  );
  const table = new Map<string, readonly string[]>();
  for (const first of LETTERS) {
    for (const second of LETTERS) {
      const names = styles.flatMap((style) => style.of(first + second) ?? []);
      if (names.length > 0) table.set(first + second, [...new Set(names.map(foldName))]);
    }
  }
  tables.set(language, table);
  return table;
}
