// Urdu: abbreviations, words that open sentences, and spelling habits.
import type { LanguageData } from './language-data.js';

export const urdu: LanguageData = {
  neverFinal: 'ڈاکٹر ڈاکٹ پروفیسر م ص ج د ا ب پ ت ع ک ل ن س ش',
  beforeNumber: 'ص ج نمبر',
};
