// Spanish phrases, see phrases.ts.
import type { Phrases } from './phrases.js';

export const SPANISH: Phrases = {
  articleNouns:
    'articulo texto pagina noticia reportaje historia documento entrevista nota publicacion escrito guia manual post cosa',
  functionWords:
    'el la los las un una unos unas y o pero es son era fue de del en a al por para con sin sobre se su sus le que quien quienes cual cuales cuando donde como cuanto cuanta cuantos cuantas este esta esto hay puede puedo puedes tiene tienen no si yo tu ella ellos lo me te mi mas muy ya porque desde hasta cuesta dice hace ser esta estan algo siempre nunca bastante suficiente tambien entonces luego despues exactamente frecuencia veces pasa ahora hoy gusta hola buenas buenos gracias adios vale',
  filler:
    'por favor|porfa|porfavor|bot|footnote|pues|bueno|oye|a ver|vale|ok|okay|hola|gracias|amigo|tio|ahora|entonces|eh|ah|oh|perdon|disculpa|todos|rapido|rapidamente|me|nos|una pregunta|para mi|en espanol|y',
  more: '(?:(?:cuentame|dime|cuenta|dame|explica|explicame|quiero saber|puedes contarme|puedes decirme)(?: (?:algo|un poco))? mas(?: (?:sobre|de|acerca de) (?:eso|ello|esto))?|mas(?: (?:detalles|informacion|info|datos|sobre eso|cosas))*|sigue|continua|y(?: (?:que mas|despues|luego|entonces|ahora))?|que mas(?: (?:dice|hay|sabes))?|algo mas|despues|luego|y que paso (?:despues|luego)|que (?:paso|pasa|ocurrio|viene) (?:despues|luego)|eso es todo|mas detalles|detalles|amplia|sigue contando|(?:hazl[oa] )?mas larg[oa]|(?:con|en) mas detalles?|mas detallad[oa]|(?:una )?(?:respuesta|version) mas (?:larga|detallada|completa)|(?:puede|puedes|podria|podrias) dar(?:me)? mas detalles)',
  why: '(?:y |pero )?(?:por ?que|por que no|para que|y eso|por que razon|cual es (?:la razon|el motivo)|por que (?:es|fue) (?:asi|eso)|como es eso|a que se debe|y eso por que|motivo|razon|la razon)',
  whoSaid:
    '(?:y )?quien(?:es)? (?:lo |dijo|dice|afirma|afirmo|ha dicho|opina|piensa|declaro)(?: ?(?:dijo|dice|eso|esto|ha dicho|afirmo|declaro|asi))*|de quien (?:es|son) (?:eso|esa|esas|la|las)(?: (?:frase|cita|palabras|opinion))?|quien habla',
  check:
    '(?:y )?(?:es|era) (?:eso |esto )?(?:verdad|cierto|correcto|asi|real)(?: (?:eso|esto))?|(?:eso|esto) es (?:verdad|cierto|correcto|asi)|de verdad|(?:verifica|comprueba|confirma)(?: (?:eso|esto|por favor))*|verificalo|compruebalo|(?:puedes|podrias) (?:verificar|comprobar|confirmar)(?:lo)?(?: (?:eso|esto))?',
  continuation:
    'y|pero|o|tambien|entonces|que hay de|que pasa con|y que (?:hay|pasa) con|solo|siempre|nunca|aun|todavia|desde|hasta|incluso|ademas|menos|excepto|para|e|que tal|en cambio|ni',
  backward:
    'el|ella|ellos|ellas|le|les|lo|la|los|las|su|sus|eso|esto|ese|esa|esos|esas|aquel|ahi|alli|entonces|este|esta|estos|estas|ello|ambos|ambas|otro|otra|tambien|asi|suyo|suya|mismo',
  ellipsis: 'que hay de|que pasa con|y|y que pasa con|y que hay de|que tal',
};
