// Slovak: abbreviations, words that open sentences, and spelling habits.
import type { LanguageData } from './language-data.js';

export const slovak: LanguageData = {
  neverFinal: `
    p pí sl dr ing mgr bc mudr judr phdr rndr paeddr prof doc akad arch mjr gen plk pplk kpt por sv napr tj
    t.j tzn t.z.n tzv t.zv mj resp popr príp event cca ca porov viď vrát ul nám č čís str obr tab ods písm
    kap roč red ed prel pozn angl nem fr lat gréc poľ čes cit op zast vyd hl najm spec max min fax ev okr kr
    im odd odst hist pribl stor súkr zák zb špec ústr združ par odb t.č o.i ľud`,
  beforeNumber: 'č čís nr s str obr tab ods písm kap čl § roč zv tel odd diel',
  afterNumber: 'km kg cm mm eur hod min sek ks mil mld tis stor obyv',
  oftenFinal: 'atď atd apod ap a.i etc n.l pred.n.l pr.n.l po.kr pred.kr a.pod',
  sometimesFinal: 's.r.o a.s spol v.o.s co inc ltd jr sr st ml o.z',
  openers: `
    a i aj ale alebo však teda preto keď ak pretože hoci v vo na z zo do od po pri pred nad pod za o u s so
    k ku pre bez cez medzi počas podľa on ona ono oni ony ja ty my vy to ten tá tí tieto táto tento toto
    jeho jej ich môj moje náš naše svoj kto čo kde prečo ako aký či nie nikto nič nikdy vždy často tiež
    potom neskôr skôr teraz dnes včera zajtra tam tu okrem konečne všetci všetko všetky mnoho niektorí
    niekoľko každý každá iní je sú bol bola bolo boli má mal áno už ešte len`,
  prepositions: 'v vo na od do po pred okolo za o',
  labels: `
    plán vitamín skupina typ trieda sekcia obrázok príloha časť tím blok bod verzia model kategória úroveň
    linka séria fáza sála strana kapitola článok číslo otázka`,
  months: `
    januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra január február
    marec apríl máj jún júl august september október november december`,
  hasDottedOrdinals: true,
  syllabic: 'rlŕĺ',
};
