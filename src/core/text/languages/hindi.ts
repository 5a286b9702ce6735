// Hindi: abbreviations, words that open sentences, and spelling habits.
import type { LanguageData } from './language-data.js';

export const hindi: LanguageData = {
  neverFinal: `
    डॉ डा श्री श्रीमती सुश्री कु पं प्रो स्व मि इं रु रू सं क्र पृ उदा जैसे ले कर्नल ई.पू ए बी सी डी एफ जी
    एच आई जे एल एम एन ओ पी क्यू आर एस टी यू वी डब्ल्यू एक्स वाई जेड प म स न र क ग च त द ब भ ल व श ह अ आ इ उ
    मि.मी कि.मी मो`,
  beforeNumber: 'सं क्र पृ रु रू नं अनु धारा',
  oftenFinal: 'आदि इत्यादि ई.पू ई',
};
