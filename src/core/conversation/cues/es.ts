// Spanish cues, see cues.ts.
import { asksFor, type Cues, wants } from './cues.js';

export const SPANISH_CUES: Cues = {
  article:
    'articulo texto pagina noticia reportaje historia documento entrevista nota publicacion escrito guia manual post cosa',
  articles: 'articulos textos documentos noticias temas fuentes paginas archivos biblioteca',
  neutral:
    'buenas buenos por favor porfa porfi pf pls bot oye pues bueno ok vale eh a ver me te nos se lo la los las el un una unos unas mi tu su yo que q qe k quien cual cuales como donde cuando cuanto de del al en con sin sobre para y o si puedes puede podrias podria quiero quisiera necesito dame da damelo dime di decir dice dicen hazme haz hacer pon ponme cuentame cuenta contar explica explicame explicar describe muestra muestrame ensename tienes tiene hay es son esta este esto esta ese eso esa aqui ahi va vas trata fue ser tengo breve brevemente corto corta rapido rapida simple sencillo sencillas pocas poco dos tres cuatro frases frase palabras palabra lineas linea principal principales mas importante importantes clave claves todo toda todos todas entero completo otro otra otros otras algo saber debo deberia original pasas pasa mandas manda sabes leer ante antes solo muy bien hola espanol tengan ustedes usted amable sirvio monton sigue he ha',
  others: 'ella ellos ellas su sus',
  reactions:
    'jaja jajaja jeje lol guau vaya genial bien muy que bueno buena buenisimo excelente perfecto estupendo fantastico interesante guay mola chulo increible maravilla divertido gracioso util ok vale si no claro entendido ya veo de acuerdo cierto exacto listo crack maquina eres lo el mejor bot trabajo respuesta es esto eso tan super mucho top gracias brutal anda ostras',
  asking: 'que quien cual cuando donde como cuanto por cuanta cuantos cuantas',
  rules: [
    wants('help', 'ayuda ayudar ayudame ayudas instrucciones comandos opciones funciones'),
    wants(
      'help',
      'que como',
      'preguntar preguntarte uso usar usarte funciona funcionas pregunto',
      'puedo se puede te esto como aqui puedo',
    ),
    { ...wants('help', 'que', 'hacer', 'se puedo debo tengo'), isAmbiguous: true },
    wants(
      'articles',
      '{articles}',
      'que cuales lista otros otras mas todos todas muestra muestrame tienes hay dame cuantos',
    ),
    asksFor('author', 'autor autora autores periodista redactor redactora escritor escritora'),
    asksFor('author', 'quien quienes', 'escribio escrito redacto publico firma firmo hizo escribe escrivio'),
    asksFor(
      'published',
      'cuando fecha dia ano',
      'publicado publicada publico publicacion escrito escribio salio publicaron fecha',
      '{article} publicado publicada publico publicacion escrito escribio salio publicaron de',
    ),
    asksFor('published', 'fecha antiguo actual reciente', '{article} esto este publicacion'),
    asksFor('published', 'vigente vigencia', 'sigue esta es'),
    { ...asksFor('published', 'fecha'), isAmbiguous: true },
    asksFor('url', 'enlace link url fuente web direccion sitio'),
    asksFor('url', 'donde', 'internet linea online web publicado publico'),
    asksFor('language', 'idioma lengua'),
    asksFor('language', 'espanol ingles frances aleman', 'en', 'original {article}'),
    asksFor('title', 'titulo titular encabezado'),
    asksFor('title', 'titula', 'como'),
    asksFor('title', '{article}', 'llama titula nombre'),
    asksFor(
      'length',
      'cuanto largo tiempo minutos',
      'leer lectura leerlo leo',
      'cuanto cuantos es tarda lleva',
    ),
    asksFor('length', 'cuantas cuantos', 'palabras paginas minutos parrafos frases'),
    asksFor('length', 'largo larga extension longitud', '{article} es longitud extension'),
    wants(
      'summary',
      'resumen resumir resume resumelo resumeme resumido resumida resumenme sintesis sintetiza tldr esencia esencial esquema',
    ),
    wants(
      'summary',
      'principal principales mas clave claves importante importantes',
      'puntos ideas idea importante cosas datos punto esencial',
    ),
    wants('summary', 'tiempo', 'leer leerlo leerla', 'no'),
    wants('summary', 'breve pocas dos tres cuatro', 'version palabras frases lineas'),
    wants('summary', 'trata va habla cuenta', 'que q k'),
    wants('summary', 'que q', 'dice pone cuenta explica contiene', '{article} aqui'),
    wants('summary', 'explica explicame explicar describe', '{article} palabras frases'),
    wants('summary', 'saber', 'que', 'debo deberia tengo hay importante'),
    {
      ...wants('thanks', 'gracias agradezco agradecido agradecida grax grac thx thanks merci'),
      without: 'que quien cuando donde como cual cuanto',
    },
    {
      ...wants('greeting', 'hola holi holaa ola saludos hey hello hi dias tardes noches'),
      without: 'quien cuando donde cual cuanto',
    },
    wants('small-talk', 'aburro aburrida aburrido', 'me estoy'),
    wants('small-talk', 'vemos', 'nos'),
    wants('small-talk', 'quien', 'creo hizo creador programo invento jefe', 'te tu'),
  ],
  toBot:
    '(?:a ti )?te (?:gusta|gustan|encanta|encantan|aburres|aburre|sientes|cansas)|(?:odias|amas|prefieres|duermes|suenas|comes|bebes|bailas|cantas) |tienes (?:sentimientos|amigos|familia|hambre|sueno|novia|novio|miedo)|cual es tu (?:\\w+ )?favorit\\w+|como te sientes',
};
