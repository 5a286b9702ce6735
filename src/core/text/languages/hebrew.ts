// Hebrew: abbreviations, words that open sentences, and spelling habits.
import type { LanguageData } from './language-data.js';

export const hebrew: LanguageData = {
  neverFinal: 'פרופ ד גב מר רח שד טל עמ ר א ב ג ה ו ז ח ט י כ ל מ נ ס ע פ צ ק ש ת',
  beforeNumber: 'עמ מס סע כרך טל',
  oftenFinal: 'וכו וכד',
};
