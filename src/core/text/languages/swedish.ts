// Swedish: abbreviations, words that open sentences, and spelling habits.
import type { LanguageData } from './language-data.js';

export const swedish: LanguageData = {
  neverFinal: `
    hr fr frk dr prof kand lic s:t st bl.a t.ex d.v.s dvs t.o.m fr.o.m from p.g.a pga m.a.o s.k i.o.m f.d
    f.n d.y d.ä inkl exkl ca jfr jf resp ang enl eg el ev f fig förf föreg gm kap kgl kungl kl komp lat ty
    max mom obs sek sid spec stk str tel tfn tr uppl utg övers vol årg äv bitr red ordf civ.ing`,
  beforeNumber: 'nr kl s sid kap § art bd fig tel st p no tab vol mom pkt',
  afterNumber: 'km kg cm mm kr milj mdr tkr sek st inv tim',
  oftenFinal: 'osv o.s.v etc m.m mm m.fl mfl o.d o.dyl e.kr f.kr e.d',
  sometimesFinal: 'co ab inc ltd jr sr jan feb apr jun jul aug sept okt nov dec',
  openers: `
    den det de en ett han hon jag du vi ni man i där här denna detta dessa och men eller så då när om
    eftersom medan efter före sedan som att på till från med av för vid under över mellan genom utan mot
    enligt hans hennes deras min mitt vår sin vad vem var hur varför vilken inte ingen inget aldrig alltid
    ofta också nu senare tidigare idag igår dock därför därefter dessutom slutligen alla allt många några
    flera båda varje andra är har hade blev blir kan ska vill måste ja nej även`,
  prepositions: 'kl klockan i på om efter före från till vid mot omkring den',
  labels: `
    plan vitamin grupp typ klass sektion figur bilaga del lag block punkt version modell kategori nivå linje
    serie fas sal hepatit sida kapitel artikel nummer fråga`,
  months: `
    januari februari mars april maj juni juli augusti september oktober november december`,
};
