// Norwegian: abbreviations, words that open sentences, and spelling habits.
import type { LanguageData } from './language-data.js';

export const norwegian: LanguageData = {
  neverFinal: `
    hr fr frk dr prof cand st bl.a f.eks d.v.s dvs p.g.a pga m.h.t mht i.h.t iht jf jfr ca inkl ekskl hhv
    ang vedr vha v.h.a ifm i.f.m maks kgl fhv tidl evt red utg overs kap fig resp pr gl forf nåv gj.sn s.k
    avd adm dir kl`,
  beforeNumber: 'nr kl s pkt kap § art bd fig tlf st no avsn tab',
  afterNumber: 'km kg cm mm kr mill mrd sek pst stk t',
  oftenFinal: 'osv o.s.v etc m.m mm m.v mv o.l m.fl e.kr f.kr o.a e.l',
  sometimesFinal: 'co a/s as inc ltd jr sr jan feb mar apr jun jul aug sep sept okt nov des',
  openers: `
    den det de en et ei han hun jeg du vi dere man i der her denne dette disse og men eller så da når hvis
    fordi mens etter før siden som at på til fra med om av for ved under over mellom gjennom uten mot ifølge
    hans hennes deres min mitt vår sin hva hvem hvor hvordan hvorfor hvilken ikke ingen ingenting aldri
    alltid ofte også nå senere tidligere dag går likevel derfor deretter dessuten endelig alle alt mange
    noen flere begge hver andre er var har hadde ble blir kan skal vil må ja nei`,
  prepositions: 'kl klokka klokken i på om etter før fra til ved mot rundt den',
  labels: `
    plan vitamin gruppe type klasse seksjon figur vedlegg del lag blokk punkt versjon modell kategori nivå
    linje serie fase sal hepatitt side kapittel artikkel nummer spørsmål`,
  months: `
    januar februar mars april mai juni juli august september oktober november desember`,
  hasDottedOrdinals: true,
};
