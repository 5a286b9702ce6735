// Hungarian: abbreviations, words that open sentences, and spelling habits.
import type { LanguageData } from './language-data.js';

export const hungarian: LanguageData = {
  neverFinal: `
    dr ifj id özv prof gr br pl ún kb ill vö ld bp u ut krt tér em fszt szül megh mt ford szerk lat ang ném
    fr min max sz i.m uo olv főisk egy ny áll évf kiad gimn hat közs kir ker köt kp vm`,
  beforeNumber: 'kr.e kr.u i.e i.sz sz o p old § kb tel kötet fej',
  afterNumber: 'km kg cm mm ft db fő óra min mp eft',
  oftenFinal: 'stb',
  sometimesFinal: `
    kft bt rt zrt nyrt co inc ltd jr sr jan febr márc ápr máj jún júl aug szept okt nov dec`,
  openers: `
    a az egy ez ezek azok ő ők én te mi ti és de vagy hogy ha mert mikor amikor míg bár így akkor most majd
    később korábban ma tegnap holnap itt ott nem sem senki semmi soha mindig gyakran is még már csak szintén
    továbbá végül ezért azért azonban mindenki minden sok sokan néhány több mindkét más mások van volt
    voltak lesz ki mit miért hol hogyan melyik`,
  prepositions: 'kb',
  labels: `
    terv vitamin csoport típus osztály ábra melléklet rész csapat pont változat modell kategória szint vonal
    sorozat fázis terem oldal fejezet cikk szám kérdés`,
  months: `
    január február március április május június július augusztus szeptember október november december`,
  hasDottedOrdinals: true,
};
