// Arabic: abbreviations, words that open sentences, and spelling habits.
import type { LanguageData } from './language-data.js';

export const arabic: LanguageData = {
  neverFinal: `
    د أ م أ.د ا.د ا ب ت ص هـ ه ج ط ق س ع ر ف ك ل ن و ي ش غ ح خ أ.م م.م د.م ا.ع ر.ض صلعم`,
  beforeNumber: 'ص ج رقم ط م ع ق',
  afterNumber: 'م ه هـ كم سم مم كجم كغ',
  oftenFinal: 'إلخ الخ ق.م ب.م م.ح',
};
