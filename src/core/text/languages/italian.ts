// Italian: abbreviations, words that open sentences, and spelling habits.
import type { LanguageData } from './language-data.js';

export const italian: LanguageData = {
  neverFinal: `
    sig sigg sig.ra sig.na sig.re sra dott dott.ssa dottssa dr dr.ssa avv ing prof prof.ssa proff arch geom
    rag psicol biol farm vet on sen cav comm mons rev s ss gen col ten cap magg serg cap.no amm st sta sto
    p.es es ad cfr vd cit op.cit ed eds trad v vs n.d.r ca circa c.so p.za p.zza p.le v.le l.go vic loc fraz
    spett egr gent.mo gent.ma gent preg chiar.mo ill.mo cell int prot rif dir ass segr min onn f.lli max dip
    sez dep cons pres lit ted ingl fr sp lat gr art.ti d.ssa`,
  beforeNumber: `
    n nn nr n° n.ro num pag pagg p pp art artt vol voll cap capp fig figg sez tab t par co § tel es lett`,
  afterNumber: 'km kg cm mm h min sec mln mld ab lit gr mq',
  oftenFinal: 'ecc etc a.c d.c a.m p.m ss segg sgg',
  sometimesFinal: `
    s.p.a s.r.l s.n.c s.a.s c.d.a inc ltd co jr u.s.a u.s genn febb mar apr magg giu lug ag sett ott nov dic`,
  openers: `
    il lo la i gli le l' d' c' all' dell' nell' dall' sull' un uno una un' egli ella lui lei loro noi voi io
    tu esso essa essi esse si ci ma e ed o oppure se quando mentre perché poiché in nel nella nei nelle
    negli nello a al alla ai alle allo di del della dei delle dello da dal dalla dai con per su sul sulla
    tra fra secondo dopo prima durante verso senza come questo questa questi queste quello quella quelli
    quelle suo sua suoi sue mio mia nostro nostra che chi cosa dove quanto quale quali non sì no anche
    inoltre tuttavia però quindi dunque allora poi oggi ieri domani ora ancora già qui lì tutto tutti tutte
    ogni molti molte alcuni alcune nessuno niente altro altri è sono era erano ha hanno fu furono c'è infine
    infatti così sempre mai più meno`,
  prepositions: 'a al alle in nel nella da dal dalle dopo prima verso di del il per entro con su',
  labels: `
    piano vitamina gruppo tipo classe sezione figura allegato parte squadra blocco punto opzione versione
    modello categoria livello porta linea serie fase sala epatite pagina capitolo articolo numero domanda
    girone`,
  months: `
    gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre`,
};
