// Croatian: abbreviations, words that open sentences, and spelling habits.
import type { LanguageData } from './language-data.js';

export const croatian: LanguageData = {
  neverFinal: `
    g gđa gđica gosp dr mr dipl ing prof doc akad sv vlč fra npr tj tzv odn usp vidi v ul trg br str čl st
    sl fax ur prev izd ured engl njem fr lat tal hrv srp cca ca uklj pok rođ min max op cit red zam pred gen
    puk bojn sat đak ravn`,
  beforeNumber: 'br str čl st sl sv § tel pogl tab god t knj',
  afterNumber: 'km kg cm mm kn eur min sek mil mlrd tis st god',
  oftenFinal: 'itd sl i.sl dr i.dr etc n.e pr.n.e pr.kr po.kr',
  sometimesFinal: 'd.o.o d.d co inc ltd jr sr ml st',
  openers: `
    a i ali ili pa te ni no dok kad kada ako jer iako premda u na iz s sa do od po pri pred nad pod za o bez
    kroz među tijekom prema on ona ono oni one ja ti mi vi to taj ta ove ovi ovaj ova ovo njegov njezin
    njihov moj naš svoj tko što gdje zašto kako kakav je su bio bila bilo bili nije nisu ne nitko ništa
    nikad uvijek često također zatim poslije kasnije ranije sada danas jučer sutra tamo tu ovdje osim
    konačno svi sve mnogi neki nekoliko svaki drugi ima da već još samo`,
  prepositions: 'u na od do oko za prije poslije nakon',
  labels: `
    plan vitamin skupina tip razred dio točka verzija model kategorija razina linija serija faza dvorana
    stranica poglavlje članak broj pitanje`,
  months: `
    siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca
    januara februara marta aprila maja juna jula augusta septembra oktobra novembra decembra`,
  hasDottedOrdinals: true,
  syllabic: 'r',
};
