// Armenian: abbreviations, words that open sentences, and spelling habits.
import type { LanguageData } from './language-data.js';

export const armenian: LanguageData = {
  neverFinal: 'թ թթ պրոֆ դոկտ ակադ օր տես հմմտ փող պող հ տ պ-ն տկն',
  beforeNumber: 'էջ հ տ գլ նկ թիվ',
  afterNumber: 'դ կմ մ սմ կգ գ մլն մլրդ հազ դր ժ',
  oftenFinal: 'և.այլն այլն և.այլք ն.մ.թ մ.թ.ա',
};
