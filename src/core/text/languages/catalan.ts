// Catalan: abbreviations, words that open sentences, and spelling habits.
import type { LanguageData } from './language-data.js';

export const catalan: LanguageData = {
  neverFinal: `
    sr sra srs sres srta dr dra prof eng arq st sta p.ex ex i.e cf vs aprox ed trad av avda c pl pg ctra núm
    tel dept gral`,
  beforeNumber: 'n núm pàg pàgs p pp art vol cap fig tel §',
  afterNumber: 'km kg cm mm h min seg hab',
  oftenFinal: 'etc a.c d.c a.m p.m',
  sometimesFinal: 's.a s.l cia ltda ee.uu inc co jr',
  openers: `
    el la els les l' un una uns unes ell ella ells elles jo tu vostè nosaltres però i o ni si quan mentre
    perquè en per amb sense sobre entre des fins segons després durant de del dels al als a com aquest
    aquesta això aquests aquestes aquell seu seva què qui on no sí també més llavors avui ahir demà ara així
    tot tots totes cada molts moltes alguns algunes ningú res altres és són era eren va van hi`,
  prepositions: 'a en al del de des fins cap per',
  labels: `
    pla vitamina grup tipus classe secció figura annex part equip bloc punt opció versió model categoria
    nivell porta línia sèrie fase sala pàgina capítol article número pregunta`,
  months: `
    gener febrer març abril maig juny juliol agost setembre octubre novembre desembre`,
};
