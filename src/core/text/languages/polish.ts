// Polish: abbreviations, words that open sentences, and spelling habits.
import type { LanguageData } from './language-data.js';

export const polish: LanguageData = {
  neverFinal: `
    p pp dr hab prof inż mgr lek doc ks bp abp kard o s św m.in np tj tzn tzw ww jw por zob ok ul al pl os
    gen płk ppłk mjr kpt ppor sierż kpr st woj gm pow red oprac tłum wyd przeł przyp cyt dyr kier zast przew
    wg ds dot ang niem fr franc łac gr ros wł hiszp bałt pol czes ukr lit fax nr str rys tab rozdz t tom poz
    ust art pkt kl zm ur właśc daw dosł gł jez rz pn płd zach wsch płn pd pdn p.o m.st m śp ś.p min pos am
    bryt amer austr węg słow staropol proc`,
  beforeNumber: 'nr nry s str art ust pkt t tom rozdz rys tab poz § lit tel kl ok godz zał vol',
  afterNumber: 'km kg cm mm zł gr godz min sek szt os tys mln mld proc mies r w',
  oftenFinal: 'itd itp etc n.e p.n.e i.in in m.n.p.m',
  sometimesFinal: `
    im s.a sp.z.o.o z.o.o o.o co inc ltd jr sr stycz lut mar kwiet czerw lip sierp wrz paźdz listop grudz w
    r`,
  openers: `
    a i ale albo lub oraz bo jednak więc zatem gdy kiedy jeśli jeżeli chociaż choć ponieważ w we na z ze do
    od po przy przed nad pod za o u dla bez przez między podczas według wśród on ona ono oni one ja ty my wy
    to ten ta te ci tamten jego jej ich mój moja nasz nasza swój kto co gdzie dlaczego jak jaki jaka czy nie
    nikt nic nigdy zawsze często także też również potem później wcześniej teraz dziś dzisiaj wczoraj jutro
    tam tu tutaj ponadto wreszcie dlatego natomiast wszyscy wszystko wszystkie wiele wielu niektórzy kilka
    każdy każda inni inne jest są był była było byli były ma miał tak już jeszcze tylko że ostatnio obecnie`,
  prepositions: 'o w we na z od do po przed około ok za',
  labels: `
    plan witamina grupa typ klasa sekcja rysunek załącznik część drużyna blok punkt opcja wersja model
    kategoria poziom brama linia seria faza sala strona rozdział artykuł numer numerem pytanie numeru`,
  months: `
    stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
    styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień`,
  hasDottedOrdinals: true,
};
