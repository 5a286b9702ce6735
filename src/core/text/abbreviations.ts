// Abbreviations whose full stop does not end a sentence, for `sentence.ts`. Lower case, without the last full stop.

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Something always follows them: titles before names, and words before numbers or further text. */
export const LEADING: ReadonlySet<string> = words(`
  mr mrs ms mx dr prof rev fr hon pres gov sen rep reps sens gen col lt sgt cpt capt cmdr maj adm supt st ste mt ft
  messrs mmes msgr insp det amb atty
  e.g i.e cf viz vs v al approx ed eds trans cit dept
  z.b d.h u.a u.ä z.t v.a i.d.r s.o s.u o.ä bzw ggf evtl vgl sog inkl exkl zzgl hr fr hrn frl aufl hrsg st
  m mm mme mlle mlles me p.ex p.e par.ex env
  sr sra srta dña d dn ud uds p.ej núm excmo
  sig sig.ra dott dott.ssa avv ing prof.ssa p.es
  dhr mw mevr drs bijv d.w.z o.a m.b.t i.p.v t.o.v blz
  exmo exma av
  г гг т тт т.е т.к т.н т.п т.д им ул стр см рис табл акад проф св д кв млн млрд тыс руб
  κ κα αρ σελ δρ π.χ π.χ δηλ βλ
  dl dna d-l d-na
  bkz vb vs prof doç yrd av sn
`);

/** They are abbreviations only before a number: "No. 5", but "He said no." */
export const BEFORE_NUMBER: ReadonlySet<string> = words(`
  no nos nr n p pp pg pag pág pags págs vol vols ch cap sec art arts fig figs eq op abs bd § str t c ca u z
`);

/** They may end a sentence as well: they do where a word that opens sentences follows. */
export const EITHER: ReadonlySet<string> = words(`
  inc ltd corp co bros llc plc jr sr esq etc est dist
  u.s u.k u.n e.u u.s.a u.a.e d.c l.a n.y p.m a.m b.c a.d ph.d m.d b.a m.a d.phil m.sc b.sc r.i.p p.s
  jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
  ave blvd rd mi km kg lb lbs oz ft hr hrs min sec gal mph
  usw etc u.s.w mio mrd tsd jh jhd ges gmbh n.chr v.chr
  av.j.-c apr.j.-c
  ee.uu a.c d.c
  н.э др пр
`);

/** Words that open a sentence far more often than they stand inside a name. Lower case. */
export const OPENERS: ReadonlySet<string> = words(`
  the a an this that these those he she it they we i you his her its their our my there here but and or so yet if when
  while although though because since after before as at by for from in on of to with however meanwhile moreover
  then thus what who why how where which no not one some many most all both each every another such according during
  under over once until despite instead later earlier today yesterday now still also even only perhaps
  der die das ein eine er sie es wir ihr ich und aber doch wenn als dass im in am auf bei mit nach seit von vor zu
  le la les un une il elle ils elles nous vous je mais et si quand dans pour ce cette ces en au
  el los las una ella ellos pero y si cuando en por para con este esta estos
  он она оно они мы вы я но и а в на по для это если когда как
`);
