// Danish: abbreviations, words that open sentences, and spelling habits.
import type { LanguageData } from './language-data.js';

export const danish: LanguageData = {
  neverFinal: `
    hr fr frk dr prof cand mag jur med phil adj adjk lekt kgl skt st sct bl.a f.eks fx d.v.s dvs iflg jf jfr
    jvf ca inkl ekskl hhv ang vedr pga p.g.a mht m.h.t mhp m.h.p i.h.t iht f.s.v.a fsva a.h.t b.la cirk red
    udg udgv overs fork forf bibl bot bogl dep ekstraord eksam fakt fig fors gdr gl gns gr grdl hebr hist
    højesteretssagf instr jap jr jun kbh kem kl komp kons kap kapt lb litt logaritm matem maks max mdl modt
    mill mio mia moms nuv ny nr næstv oberst opl oplys oprind opr ovf overf p.t p.gr.a pkt plur polyt præs
    pæd ref reg resp russ samf sek skuesp sp spec sprogv stk str stud subj sv sø t.h t.v tab tekn telegr
    teol tidl tlf tilh tilsv tv typ u udd uegl udr uafh ugtl ult undt univ vejl vh v.h vedk vol væs vær zool
    øjebl økon å årg årh abs afd afs agro alm amer anat anm anv arab arkæol art astr attr bd bdt beg besl
    bhk bill bilagsnr bj bygn bulg conf demonstr dir div d.å edb eftf egl ejd elekt endv ev evt fam ff fhv
    flg flt fmd fv g geogr geom gnsn grønl gym hft henh henv hj hovedk hort i.e ib ibid imp indb indik inf
    ital jud konj kr kvt køkk køl lic loc lrs lør ma masc milit mods morf nedenst nl nom num obj obl oml
    ordn pers pl pnr pol pos poss pr pron prop prov ps pt pår relat reyk rev s sept skr spm spørg sth subst
    suff supp supt tors tirs ons sub talem tilf underdir var vb vm vn vok vs ægypt ækv æn æst ø åbenb åbenl
    lb.nr nn`,
  beforeNumber: 'nr kl s pkt stk kap § art bd fig tlf afsn pag st tab årg no',
  afterNumber: 'km kg cm mm kr mio mia mill sek pct st stk t',
  oftenFinal: 'osv etc o.lign o.l m.v mv m.m mm m.fl o.a e.kr f.kr e.v.t o.s.v m.a',
  sometimesFinal: `
    co a/s aps inc ltd jr sr jan feb mar apr jun jul aug sep sept okt nov dec u.s u.s.a e.u`,
  openers: `
    den det de en et han hun jeg du vi man i der her denne dette disse og men eller så da når hvis fordi
    mens efter før siden som at på til fra med om af for ved under over mellem gennem uden mod ifølge hans
    hendes deres min mit vores sin hvad hvem hvor hvornår hvordan hvorfor hvilken ikke ingen intet aldrig
    altid ofte også nu senere tidligere dag igår dog derfor derefter desuden endelig alle alt mange nogle
    flere begge hver andre er var har havde blev bliver kan skal vil må ja nej selv både`,
  prepositions: 'kl klokken i på om efter før fra til ved mod omkring den',
  labels: `
    plan vitamin gruppe type klasse sektion figur bilag del hold blok punkt version model kategori niveau
    linje serie fase sal hepatitis side kapitel artikel nummer spørgsmål`,
  months: `
    januar februar marts april maj juni juli august september oktober november december`,
  hasDottedOrdinals: true,
};
