// Abbreviations that turn up in texts of every language: English and Latin ones, and international units.
import type { LanguageData } from './language-data.js';

export const COMMON: LanguageData = {
  neverFinal: 'mr mrs ms mx dr prof st e.g i.e cf vs viz resp al',
  beforeNumber: 'no nos nr nº n° no° № p pp pag s fig vol ca art vers ver v ch',
  afterNumber: 'km kg cm mm ml kw hz min sec mio mrd',
  oftenFinal: 'etc ph.d a.m p.m B.C A.D C.E B.C.E',
  sometimesFinal: 'inc ltd co corp jr sr u.s u.k u.n e.u u.s.a d.c',
  places: 'u.s u.k u.n e.u u.s.a',
};

/** Names that end in "!", in lower case: the mark ends a sentence only if a word follows that opens one. */
export const NAMES_WITH_MARKS: ReadonlySet<string> = new Set(
  'yahoo jeopardy yum joomla kahoot wham airplane oklahoma oliver mia panic ahoy dolly bing up'.split(' '),
);
