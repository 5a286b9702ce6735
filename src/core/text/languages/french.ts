// French: abbreviations, words that open sentences, and spelling habits.
import type { LanguageData } from './language-data.js';

export const french: LanguageData = {
  neverFinal: `
    m mm mme mmes mlle mlles mgr me mes dr drs pr prof st ste sts p.ex ex par.ex c.-à-d c.à.d cad cf env
    resp not chap éd dir coll trad hab av j s.a.r gén lt cap cdt adj sgt r.p l.l.a.a s.m s.e b bd boul bld
    dép arr réf tél i.e op.cit ibid sq suiv spéc littér fig prov Col`,
  beforeNumber: 'h n n° no nos p pp pag vol t art chap fig al § éd ch tél r ann v tab alin',
  afterNumber: 'km kg cm mm h hab min sec mio mrd env fr ko mo',
  oftenFinal: 'etc av.j.-c apr.j.-c a.m p.m',
  sometimesFinal: 'inc ltée cie sté janv févr avr juil oct nov déc jr bros s.a u.r.s.s u.s.a o.n.u',
  openers: `
    le la les l' d' c' j' s' n' qu' m' t' un une des il elle ils elles nous vous je tu on mais et ou donc or
    ni car si quand lorsque lorsqu'il puis ensuite alors dans pour ce cet cette ces en au aux à de du par
    sur sous avec sans chez entre vers depuis pendant selon après avant mon ma mes son sa ses notre nos
    votre leur leurs qui que quoi où comment pourquoi quel quelle quels quelles c'est c'était y ainsi aussi
    enfin cependant pourtant toutefois néanmoins aujourd'hui hier demain ici là plusieurs certains certaines
    tous toutes tout chaque aucun rien personne ne non oui bien très plus moins même bref parfois souvent
    jamais comme malgré grâce`,
  prepositions: 'à au en dans vers depuis après avant le dès pour de sur',
  labels: `
    plan vitamine groupe type classe section figure annexe partie équipe bloc point option version modèle
    catégorie niveau porte route ligne série phase salle hépatite page chapitre article numéro question`,
  months: `
    janvier février mars avril mai juin juillet août septembre octobre novembre décembre`,
};
