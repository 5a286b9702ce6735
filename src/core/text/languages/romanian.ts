// Romanian: abbreviations, words that open sentences, and spelling habits.
import type { LanguageData } from './language-data.js';

export const romanian: LanguageData = {
  neverFinal: `
    dl d-l dna d-na dra d-ra d-lui dr prof ing arh av acad conf asist lect sf st pr gen col lt cpt mr ex
    de.ex cca aprox cf vs str bd b-dul bdul al șos sos bl sc ap et jud com mun nr fax pag vol ed trad coord
    art alin lit fig tab op.cit pt pct reg min max lb engl fr germ lat`,
  beforeNumber: 'nr p pag pp art alin lit vol cap fig tab pct § tel sc ap bl et sec',
  afterNumber: 'km kg cm mm min sec mil mld hab',
  oftenFinal: 'etc ș.a ș.a.m.d s.a.m.d ș.cl î.hr d.hr î.e.n e.n a.m p.m',
  sometimesFinal: `
    s.a s.r.l s.c co inc ltd jr sr ian feb mar apr iun iul aug sept oct nov dec s.u.a`,
  openers: `
    un o el ea ei ele eu tu noi voi se și dar sau iar însă deci dacă când fiindcă deoarece deși în din de la
    pe cu fără sub peste prin pentru după înainte între către conform potrivit spre până acest această
    acesta aceasta acești aceste acel acea lui său sa săi sale meu mea nostru cine ce unde cum cât care nu
    nimeni nimic niciodată mereu des tot toți toate fiecare mulți multe unii unele câțiva altul alții este
    sunt era erau a au fost are avea astfel apoi mai azi ieri mâine acum atunci aici acolo totuși`,
  prepositions: 'la în pe din de după înainte până către',
  labels: `
    plan planul vitamina grupa tipul tip clasa secțiunea figura anexa partea punctul versiunea model
    categoria nivelul linia seria faza sala pagina capitolul articolul numărul întrebarea`,
  months: `
    ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie`,
};
