// Translates names of countries and regions ("Германия", "Deutschland", "Germany") with CLDR data from `Intl`.
import { foldName, sharedPrefix } from './romanize.js';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** Maximum length of a case ending. */
const MAX_ENDING = 3;
const MAX_CACHED_NAMES = 5_000;

const tables = new Map<string, ReadonlyMap<string, readonly string[]>>();
const cache = new Map<string, readonly string[]>();

/** The names of a region in another language, folded; empty if `name` isn't a region. */
export function regionNamesFor(name: string, from: string, to: string): readonly string[] {
  const key = `${from} ${to} ${name}`;
  const cached = cache.get(key);
  if (cached) return cached;
  if (cache.size >= MAX_CACHED_NAMES) cache.clear();
  const names = findNames(foldName(name), from, to);
  cache.set(key, names);
  return names;
}

function findNames(foldedName: string, from: string, to: string): readonly string[] {
  const target = regionNamesIn(to);
  for (const [code, names] of regionNamesIn(from)) {
    if (names.some((one) => isSameRegion(one, foldedName))) return target.get(code) ?? [];
  }
  return [];
}

function isSameRegion(name: string, foldedName: string): boolean {
  const shared = sharedPrefix(name, foldedName);
  if (name === foldedName) return true;
  return (
    shared >= 5 &&
    Math.max(name.length, foldedName.length) - shared <= (/\p{sc=Latin}/u.test(name) ? 1 : MAX_ENDING)
  );
}

function regionNamesIn(language: string): ReadonlyMap<string, readonly string[]> {
  const cached = tables.get(language);
  if (cached) return cached;
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
