// Finnish: abbreviations, words that open sentences, and spelling habits.
import type { LanguageData } from './language-data.js';

export const finnish: LanguageData = {
  neverFinal: `
    hra rva nti tri tkt dos prof esim ent ks vrt n ts toim suom puh os po k s synt kuoll vast mrd milj ns nk
    huom tod.näk ltd sis engl lat ruots saks ed fil past rov ins dipl.ins kenr evp apul.prof klo`,
  beforeNumber: 'n nro no s klo kpl luku § art osa puh kuva taul v',
  afterNumber: 'km kg cm mm e mk milj mrd min sek kpl as',
  oftenFinal: 'jne ym yms tms jms eaa jaa eKr jKr ekr jkr mm ynnä',
  sometimesFinal: 'oy ab co inc ltd jr sr',
  openers: `
    se ne hän he minä sinä me te tämä nämä tuo nuo ja mutta tai eli vaan kun jos koska vaikka siis niin sekä
    myös ei eivät en emme on ovat oli olivat ollut siellä täällä tässä siinä silloin nyt sitten myöhemmin
    aiemmin kuitenkin lisäksi lopulta siksi vuonna kaikki monet jotkut useat kukaan mikään mitä mikä kuka
    missä miksi miten milloin hänen heidän sen sitä tällä näin jo vielä`,
  prepositions: 'klo vuonna noin ennen',
  labels: `
    suunnitelma vitamiini ryhmä tyyppi luokka osa kuva liite taso linja sarja vaihe sali sivu luku artikla
    numero kysymys`,
  months: `
    tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta
    lokakuuta marraskuuta joulukuuta`,
  hasDottedOrdinals: true,
};
