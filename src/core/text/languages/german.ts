// German: abbreviations, words that open sentences, and spelling habits.
import type { LanguageData } from './language-data.js';

export const german: LanguageData = {
  neverFinal: `
    hr fr hrn frl dr prof dipl ing med phil jur rer nat h.c hl st z.b d.h u.a u.ä z.t v.a i.d.r s.o s.u o.ä
    u.u m.e i.e.s i.w.s o.g u.dgl dgl z.hd i.a i.v i.h.v i.s.v s.a a.a.o a.o a.d a.m i.allg sog bzw bspw ggf
    ggfs evtl vgl inkl exkl zzgl abzgl einschl bes insb insbes allg gem entspr lt geb gest verh verw röm
    griech lat dt engl frz ital port russ poln tschech österr bayr preuß kath evang ev prot jüd islam
    christl kgl königl kaiserl ksl städt staatl öffentl wiss techn gesetzl vorl urspr ehem ungef angebl
    sämtl jährl monatl tägl mdl schriftl hrsg aufl bearb übers red mind min durchschn nördl südl östl westl
    zw wg betr bet ref vors stellv amtl landw milit polit verf anm dr.-ing dipl.-ing k.u.k v d u o a i s b z
    t e r h m l n str bd vorm nachm sen jun ca etw wöchentl resp rd Mag`,
  beforeNumber: `
    nr nrn s bd bde abs art abb kap tab aufl ziff § anm fn rn rz tel fig zit bl jg h lfg pos vers v ver
    psalm ps`,
  afterNumber: `
    mio mrd tsd km kg std min sek sec st stk proz eur jh jhd jhdt hz m cm mm ml l bill aufl`,
  oftenFinal: 'usw etc u.s.w usf u.v.m u.v.a uvm u.a.m n.chr v.chr v.u.z n.u.z ff f',
  sometimesFinal: `
    jan feb mär apr jun jul aug sep sept okt nov dez fr gmbh co ges verl mio mrd tsd jh jhd str pl tel`,
  openers: `
    der die das ein eine einer eines einem einen er sie es wir ihr ich du man und aber doch oder denn wenn
    als dass weil ob im in am an auf aus bei beim mit nach seit von vom vor zu zum zur für gegen ohne um
    unter über durch bis zwischen während wegen trotz dieser diese dieses diesem diesen jener jene jenes
    sein seine seiner seinem ihre ihrer ihrem mein meine unser unsere kein keine heute gestern morgen jetzt
    dann danach dort hier da so auch nur noch schon bereits später früher damals dabei dafür dagegen daher
    darum deshalb deswegen dennoch trotzdem jedoch allerdings außerdem zudem ferner schließlich zunächst
    zuerst anschließend inzwischen wer was wann warum wo wie wohin woher welche welcher alle alles viele
    manche einige mehrere beide jeder jede jedes niemand nichts nicht nie ja nein bitte laut insgesamt
    obwohl nachdem bevor sobald solange damit sodass etwa insbesondere ist sind war waren hat haben wird
    werden kann können soll muss darf will mehr weitere andere nun wieder`,
  prepositions: 'um im in am an ab vor nach seit bis gegen bei auf von für mit zu zum zur',
  labels: `
    nummer band kapitel seite platz artikel absatz punkt plan gruppe typ klasse teil phase stufe vitamin
    version modell linie zimmer raum haus hausnummer abschnitt zeile spalte tabelle abbildung stand kanal
    gleis bus tor frage antwort aufgabe paragraf paragraph heft hepatitis block serie variante`,
  shortEndings: 'str',
  months: `
    januar jänner februar feber märz april mai juni juli august september oktober november dezember`,
  hasDottedOrdinals: true,
  capitalizesNouns: true,
};
