// Dutch: abbreviations, words that open sentences, and spelling habits.
import type { LanguageData } from './language-data.js';

export const dutch: LanguageData = {
  neverFinal: `
    dhr mw mevr mej dr drs ir ing mr prof ds st jhr jkvr z.e.h bijv bv bvb d.w.z dwz o.a m.b.t i.p.v t.o.v
    n.a.v a.d.h.v i.v.m m.b.v t.g.v t.w m.a.w m.i m.n a.h.w o.l.v o.m z.g zgn z.o z.s.m s.v.p i.h.b i.c
    i.t.t t.a.v blz nl vgl vs incl excl ca max gem resp afd alg aanw vnw bep onbep afk afb aant arr art bijz
    bl bw cie dep div dl ed etym ev evt fa fam fr fig geb geh gest gez gld hfst hoofdst inl insp jl jr kath
    kol koninkl kon lt mgr mnd ned nederl nom off ong opm overl plm plv prot prov red ref rk russ sec secr
    sgt spec spr stud taalk temp uitg uitgev uitz univ v v.d vd verg verl vert vlg vnl volt voorz vr vnd wd
    wed wetensch wnd zelfst zn bez aanst kapt maj luit gebr`,
  beforeNumber: 'nr nrs no p pp blz pag art afb fig hfst dl § tel tab t st vers bijl',
  afterNumber: 'km kg cm mm u sec mln mld inw st eur jr pct',
  oftenFinal: 'enz etc e.d e.a e.v n.chr v.chr a.m p.m ed',
  sometimesFinal: `
    n.v b.v nv bv inc ltd co corp jr sr gebr jan feb mrt apr jun jul aug sep sept okt nov dec v.s u.s`,
  openers: `
    de het een deze dit die dat hij zij ze ik jij je u wij we jullie er hier daar en maar of want dus als
    toen wanneer omdat hoewel terwijl nadat voordat in op aan bij met na naar om onder over per sinds te
    tegen tijdens tot tussen uit van vanaf voor volgens zonder door mijn zijn haar hun ons onze uw wie wat
    waar waarom hoe welke niet geen niemand niets nooit altijd vaak soms ook nog nu dan daarna later eerder
    vandaag gisteren morgen toch echter bovendien verder ten tenslotte daarom daarbij veel velen sommige
    alle alles iedereen elke ieder beide andere anderen is was waren heeft hebben had zal wordt werd kan
    moet ja nee zo`,
  prepositions: 'om in op na voor vanaf tot rond sinds tegen van bij met over te',
  labels: `
    plan vitamine groep type klasse sectie figuur bijlage deel team blok punt optie versie model categorie
    niveau poort route lijn serie fase zaal kamer hepatitis pagina hoofdstuk artikel nummer vraag`,
  months: `
    januari februari maart april mei juni juli augustus september oktober november december`,
};
