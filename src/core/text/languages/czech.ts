// Czech: abbreviations, words that open sentences, and spelling habits.
import type { LanguageData } from './language-data.js';

export const czech: LanguageData = {
  neverFinal: `
    p pí sl dr ing mgr bc mudr judr phdr rndr paeddr prof doc akad arch mjr gen plk pplk kpt por sv např tj
    tzn tzv mj resp popř příp event cca ca srov viz vč ul nám tř č čp čís str obr tab odst písm kap roč red
    ed přel pozn angl něm fr lat řec slov cit op zast vyd hl zejm spec max min fax ev okr kr im jm odp hist
    přibl stol něk ob pův vojt zkr nar zem t.č t.j k.ú j.v s.z`,
  beforeNumber: 'č čís nr s str obr tab odst písm kap čl § roč sv tel čp odd díl fig',
  afterNumber: 'km kg cm mm kč hod min sek ks mil mld tis stol obyv',
  oftenFinal: 'atd apod aj etc n.l př.n.l př.kr po.kr ap atp',
  sometimesFinal: 's.r.o a.s spol co inc ltd jr sr st ml v.o.s o.p.s o.s z.s',
  openers: `
    a i ale nebo však tedy proto když pokud jestli protože ačkoli přestože v ve na z ze do od po při před
    nad pod za o u s se k ke pro bez přes mezi během podle on ona ono oni ony já ty my vy to ten ta ti tyto
    tato tento toto jeho její jejich můj moje náš naše svůj kdo co kde proč jak jaký zda ne nikdo nic nikdy
    vždy často také též pak potom později dříve nyní teď dnes včera zítra tam tu zde kromě konečně všichni
    všechno všechny mnoho někteří několik každý každá jiní je jsou byl byla bylo byli byly má měl ano už
    ještě jen jenom roku`,
  prepositions: 'v ve na od do po před kolem za o',
  labels: `
    plán vitamin skupina typ třída sekce obrázek příloha část tým blok bod verze model kategorie úroveň
    linka série fáze sál strana kapitola článek číslo čísle číslem otázka`,
  months: `
    ledna února března dubna května června července srpna září října listopadu prosince leden únor březen
    duben květen červen červenec srpen říjen listopad prosinec`,
  hasDottedOrdinals: true,
  syllabic: 'rl',
};
