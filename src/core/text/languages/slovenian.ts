// Slovenian: abbreviations, words that open sentences, and spelling habits.
import type { LanguageData } from './language-data.js';

export const slovenian: LanguageData = {
  neverFinal: `
    g gdč gosp dr mag dipl inž ing prof doc akad sv npr tj t.i i.e oz gl prim ul trg št str čl odst faks
    prev izd angl nem fr lat it hrv srb ok ca vklj pok roj min max op cit red nam gen polk st pribl t.im`,
  beforeNumber: 'št str čl odst § tel pogl tab l t zv',
  afterNumber: 'km kg cm mm eur min sek mio mrd tis st',
  oftenFinal: 'itd ipd itn idr etc n.št pr.n.št pr.kr po.kr',
  sometimesFinal: 'd.o.o d.d co inc ltd jr sr ml st',
  openers: `
    in a ali ampak toda pa ker ko če čeprav medtem v na iz s z do od po pri pred nad pod za o ob brez skozi
    med on ona ono oni one jaz ti mi vi to ta te tisti njegov njen njihov moj naš svoj kdo kaj kje zakaj
    kako je so bil bila bilo bili ni niso ne nihče nič nikoli vedno pogosto tudi nato potem kasneje prej
    zdaj danes včeraj jutri tam tu tukaj poleg končno vsi vse mnogi nekateri nekaj vsak drugi ima leta že še
    samo`,
  prepositions: 'v na od do okoli ob za pred po leta',
  labels: `
    načrt vitamin skupina tip razred del točka različica model kategorija raven linija serija faza dvorana
    stran poglavje člen številka vprašanje`,
  months: `
    januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra januar
    februar marec april maj junij julij avgust september oktober november december`,
  hasDottedOrdinals: true,
  syllabic: 'r',
};
