// Everyday words for the same thing. People ask about kids, bikes and pay; articles write of children, bicycles and
// wages. Word vectors know many of these pairs, but not that they mean the same.
import { tokenize } from '../words/analyzer.js';
import { GERMAN_GROUPS } from './everyday/de.js';
import { ENGLISH_GROUPS } from './everyday/en.js';
import { SPANISH_GROUPS } from './everyday/es.js';

/** One group a line. Words in a group are interchangeable in questions, though not in texts. */
const GROUPS: Readonly<Record<string, string>> = {
  en: ENGLISH_GROUPS,
  de: GERMAN_GROUPS,
  es: SPANISH_GROUPS,
};

const compiled = new Map<string, ReadonlyMap<string, readonly string[]>>();

/** Terms that mean the same as a term in everyday language; empty in languages without a list. */
export function everydayWordsFor(term: string, language: string): readonly string[] {
  let groups = compiled.get(language);
  if (!groups) {
    groups = compile(language);
    compiled.set(language, groups);
  }
  return groups.get(term) ?? [];
}

function compile(language: string): ReadonlyMap<string, readonly string[]> {
  const byTerm = new Map<string, readonly string[]>();
  for (const line of (GROUPS[language] ?? '').split('\n')) {
    const terms = [...new Set(tokenize(line, language).map(({ term }) => term))];
    for (const term of terms) {
      const others = terms.filter((other) => other !== term);
      byTerm.set(term, [...new Set([...(byTerm.get(term) ?? []), ...others])]);
    }
  }
  return byTerm;
}
