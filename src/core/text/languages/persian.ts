// Persian: abbreviations, words that open sentences, and spelling habits.
import type { LanguageData } from './language-data.js';

export const persian: LanguageData = {
  neverFinal: 'د دکتر مهند ر.ک رک م ق ص ج ش ه ب ت پ س آ ا ع ف ک ل ن و',
  beforeNumber: 'ص ج ش شماره م',
  oftenFinal: 'ق.م ه.ق ه.ش غیره',
};
