// Estonian: abbreviations, words that open sentences, and spelling habits.
import type { LanguageData } from './language-data.js';

export const estonian: LanguageData = {
  neverFinal: `
    hr pr prl dr prof mag dots nt näit vt vrd s.o st s.t t.k l k lk nr tn pst mnt u ca õp sünd surn tlk toim
    ingl sks lad vn`,
  beforeNumber: 'nr lk tel § ptk kd p',
  afterNumber: 'km kg cm mm kr eur milj mld tuh min sek tk a saj',
  oftenFinal: 'jne jms jm jt e.m.a m.a.j e.kr p.kr',
  sometimesFinal: 'as oü co inc ltd jr sr',
  openers: `
    see need ta tema nad nemad ma mina sa sina me te ja aga kuid või ning kui sest et kuigi siis samuti ka
    ei pole on oli olid seal siin nüüd hiljem varem siiski lõpuks kõik paljud mõned keegi miski mis kes kus
    miks kuidas millal selle oma aastal`,
  months: `
    jaanuar jaanuaril veebruar veebruaril märts märtsil aprill aprillil mai mail juuni juunil juuli juulil
    august augustil september septembril oktoober oktoobril november novembril detsember detsembril`,
  hasDottedOrdinals: true,
};
