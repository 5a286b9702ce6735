// English: abbreviations, words that open sentences, and spelling habits.
import type { LanguageData } from './language-data.js';

export const english: LanguageData = {
  neverFinal: `
    seq mr mrs ms mx dr drs prof Rev Fr Hon Pres Gov Sen Rep Reps Sens Gen Col lt sgt cpl pvt cpt capt cmdr
    cmdt Maj Adm brig supt Mt messrs mmes msgr insp Det amb atty asst assoc Gens Govs profs Revs e.g i.e cf
    viz vs v al approx ed eds trans cit dept univ esp incl c ca aka dir exec resp ref refs supp ser repr rpt
    abbr def pref adj adv orig pseud Ft intl natl var subsp ssp`,
  beforeNumber: `
    no nos nr n° no° p pp pg pgs vol vols ch chap chaps cap sec secs art arts fig figs eq eqs app ex para pt
    pts ver v bk sect op r rm apt ste tel ext fl bldg cl reg regs s ss rev`,
  afterNumber: `
    km kg g mg cm mm m ml l oz lb lbs ft yd yds gal mph kph min mins sec secs hr hrs h hz khz mhz kw mw bn
    mn mil vols pp mi sq cu in wks mos yrs yr pct hp rpm`,
  oftenFinal: `
    etc ph.d m.d b.a m.a d.phil m.sc b.sc ll.b ll.m m.b.a d.d.s r.n m.p j.d p.m a.m b.c a.d b.c.e c.e b.p
    esq d.c l.a n.y p.s r.i.p a.k.a`,
  sometimesFinal: `
    inc ltd corp co llc plc jr sr est dist assn bros u.s u.k u.n e.u u.s.a u.a.e u.s.s.r jan feb Mar apr jun
    jul aug sep sept oct nov dec Mon tue tues Wed thu thur thurs fri Sat Sun ave blvd rd hwy pkwy dr ct sq
    ln mts fla calif Mass mich Minn penn tenn tex Wash wis Ill Ind kan ky La md mo neb nev okla Ore Pa va vt
    wyo colo conn del ga ariz Ark Ala ont que b.c mfg st`,
  openers: `
    the a an me this that these those he it they she we i you his her its their our my your there here but
    and or so yet if when while although though because since after before as at by for from in on of to
    with however meanwhile moreover furthermore then thus therefore hence what who whom whose why how where
    which no not nobody nothing none one ones some someone something somebody many most much all everyone
    everybody everything both each every another other others such several few any anyone according during
    under over once until unless despite instead later earlier soon today yesterday tomorrow tonight now
    still also even only just perhaps maybe finally eventually initially originally recently currently
    usually often sometimes never always again besides indeed likewise nevertheless nonetheless otherwise
    overall similarly subsequently consequently additionally afterwards afterward next last first second
    third did do does don't didn't is are was were will would can could should may might must have has had
    let please yes it's he's she's they're we're i'm that's there's what's let's given through throughout
    within without between among across against along around behind below beneath beyond about above into
    onto upon toward towards till per via whether either neither nor rather unlike like near off out up down
    than people children`,
  prepositions: `
    at in on by around before after since until from about near during for under to of with between`,
  labels: `
    plan vitamin vitamins group type grade class section figure appendix part team block point schedule
    exhibit option version model category level gate route line series serie phase stage unit room hall
    hepatitis influenza table chapter page article number question answer step case item letter side study
    drug site building platform track studio company factor omega list annex zone area wing row volume
    patient witness player variant strain band district act ward bus tram train note key chord axis graph
    panel photo plate map rank tier string disc region sector lot lane formula clause protein sample dose
    quality war generation chromosome planet terminal pier dock court tower plant object variable angle
    vertex node person party town country size blood scale league division star engine channel frame slide
    solution method scenario condition process stock bond fund rating floor deck bay berth cell virus
    hypothesis theorem lemma`,
  months: `
    january february march april may june july august september october november december`,
  weekdays: `
    monday mondays tuesday tuesdays wednesday wednesdays thursday thursdays friday fridays saturday
    saturdays sunday sundays`,
  places: 'u.s u.k u.n e.u u.s.a u.a.e u.s.s.r d.c l.a n.y',
  institutions: `
    government governments congress senate senator senators house army navy air marine marines coast
    president presidents vice supreme court department treasury constitution census capitol representative
    representatives virgin open route highway dollar dollars steel bank attorney ambassador embassy
    secretary state district forest military security general charter mission commission council federal
    national postal customs immigration patent olympic geological armed special secret food environmental
    energy trade parliament agency office administration citizenship geneva high human development
    population refugee convention resolution declaration peacekeeper peacekeepers`,
};
