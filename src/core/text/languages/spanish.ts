// Spanish: abbreviations, words that open sentences, and spelling habits.
import type { LanguageData } from './language-data.js';

export const spanish: LanguageData = {
  neverFinal: `
    sr sra srta sres sras srs dr dra drs dres d dña dn ud uds vd vds prof profa ing lic arq abog gral cap
    cnel tte sgto cmdte alm mons fr sto sta st pbro excmo excma ilmo ilma rvdo rvda hno hna p.ej ej i.e e.g
    cf cfr vid vs esp aprox ed eds trad coord comp dir máx mín avda av ctra pza plza pl c núm admón dpto
    depto teléf ext gob pres rep ntra ntro s.m s.e s.a.r m.ª a.a edo mtro mtra`,
  beforeNumber: `
    n n° nº n.º no núm núms pág págs p pp art arts vol vols cap caps fig t tel § ap sec inc párr pto km`,
  afterNumber: 'km kg cm mm h hs hab min seg ptas pts mill gr lts mts dls hrs',
  oftenFinal: 'etc a.c d.c a.m p.m a.de.c d.de.c a.de.j.c',
  sometimesFinal: `
    ee.uu rr.hh ff.aa cía s.a s.l s.r.l c.v s.a.s ltda inc co corp jr hnos u.s ee ene feb abr jun jul ago
    sept oct nov dic`,
  openers: `
    el la los las lo un una unos unas él ella ellos ellas yo tú usted ustedes nosotros me te se le les nos
    pero y e o u ni si cuando en por para con sin sobre entre desde hasta hacia según tras durante ante bajo
    contra de del al a como este esta esto estos estas ese esa eso esos esas aquel aquella su sus mi mis tu
    tus nuestro nuestra qué quién quiénes cómo cuándo dónde cuál cuánto no sí también además embargo luego
    después antes ahora hoy ayer mañana entonces así aunque porque pues ya aún todavía todo todos todas cada
    muchos muchas algunos algunas varios nadie nada alguien otro otra otros es son era fue fueron hay había
    ha han está finalmente allí aquí siempre nunca más menos mientras`,
  prepositions: 'a en por para desde hasta hacia de sobre tras durante con el',
  labels: `
    plan vitamina grupo tipo clase sección figura anexo parte equipo bloque punto opción versión modelo
    categoría nivel puerta ruta línea serie fase sala hepatitis página capítulo artículo número pregunta`,
  months: `
    enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre`,
};
