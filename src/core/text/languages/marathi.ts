// Marathi: abbreviations, words that open sentences, and spelling habits.
import type { LanguageData } from './language-data.js';

export const marathi: LanguageData = {
  neverFinal: `
    डॉ श्री श्रीमती सौ कु प्रा पं कै ले इ.स इ रु क्र पृ उदा वि सं चि मा ह.भ.प न्या अ‍ॅड ए बी सी डी एफ जी एच
    आय जे एल एम एन ओ पी क्यू आर एस टी यू व्ही डब्ल्यू एक्स वाय झेड प म स न र क ग च त द ब भ ल व श ह अ आ उ कि
    कि.मी से मि`,
  beforeNumber: 'क्र पृ रु नं कलम इ.स',
  oftenFinal: 'इ इत्यादी वगैरे',
};
