// Spanish labels.
import type { Labels } from './labels.js';

export const SPANISH_LABELS: Labels = {
  language: 'es',
  quoted: '-# Con las palabras del artículo',
  writtenBy: (model) => `-# Escrito por ${model}; cada frase se ha comparado con la que cita`,
  replaced: (count) =>
    count === 1
      ? '-# Se cita una frase porque no se ha podido confirmar la redacción del modelo.'
      : `-# Se citan ${count} frases porque no se ha podido confirmar la redacción del modelo.`,
  notices: {
    'model-unavailable': 'No se puede contactar con el modelo de lenguaje; ha respondido el motor integrado.',
    'budget-reached':
      'El presupuesto de hoy para el modelo de lenguaje se ha agotado; ha respondido el motor integrado.',
    'cut-short': 'El modelo de lenguaje se ha detenido antes de tiempo; la respuesta puede estar incompleta.',
  },
  askedBy: (userId) => `-# <@${userId}> preguntó:`,
  about: (title) => `-# Sobre ${title}, el artículo predeterminado aquí`,
  fromServer: (server) => `-# De los artículos de ${server}. Hay otros que también encajan:`,
  chooseServer: 'Responder desde otro servidor…',
  notInArticle: '**El artículo no lo dice.**',
  closest: 'Estos pasajes son los más cercanos:',
  noClosest: 'Prueba con otras palabras, o mira los artículos con `/article list`.',
  buttons: {
    sources: 'Fuentes',
    closest: 'Pasajes más cercanos',
    followUp: 'Seguir preguntando',
    share: 'Compartir en el canal',
    askAll: 'Buscar en todos los artículos',
    openList: 'Ver los artículos',
    more: 'Más',
    less: 'Menos',
    post: 'Publicar en un canal',
    back: 'Atrás',
    next: (page, pages) => `Siguiente (${page} de ${pages})`,
    openArticle: 'Abrir el artículo',
  },
  followUp: {
    title: 'Seguir preguntando',
    label: 'Tu pregunta',
    description: 'Puedes referirte a la última respuesta: «¿Y por qué?»',
  },
  articles: (count) => (count === 1 ? '### 1 artículo' : `### ${count} artículos`),
  moreArticles: (count) => `-# y ${count} más`,
  openArticle: 'Leer un artículo…',
  chooseArticle: 'Elegir un artículo…',
  chooseStyle: 'Mostrar otra cosa…',
  styles: {
    oneLine: 'Una frase',
    brief: 'Breve',
    keyPoints: 'Puntos clave',
    timeline: 'Cronología',
    whosWho: 'Quién es quién',
    quotes: 'Citas',
    qa: 'Preguntas y respuestas',
    numbers: 'Cifras',
  },
  summary: {
    heading: (articles) => `### De ${articles} artículos`,
    nothingOf: {
      oneLine: '',
      brief: '',
      keyPoints: '',
      timeline: '-# No he encontrado hechos con fecha, así que estos son los puntos clave.',
      whosWho:
        '-# No he encontrado personas ni organizaciones que el artículo describa, así que estos son los puntos clave.',
      quotes:
        '-# No he encontrado citas en las que quede claro quién habla, así que estos son los puntos clave.',
      qa: '-# No he encontrado preguntas que el artículo responda bien, así que estos son los puntos clave.',
      numbers: '-# No he encontrado cifras, así que estos son los puntos clave.',
    },
    leftOut: (left, of, { read, hasMore }) =>
      [
        `-# Este resumen deja fuera ${left} de ${of} artículos.`,
        ...(read < of ? [`Solo he leído los primeros ${read}.`] : []),
        hasMore ? '**Más** muestra uno más largo.' : 'Para resumir uno de ellos, nómbralo en `/summary`.',
      ].join(' '),
    postedBy: (userId) => `-# Publicado por <@${userId}>`,
  },
  sources: {
    heading: (marker) => `### Fuente [${marker}]`,
    closestHeading: '### Pasajes más cercanos',
    changed: '-# El artículo ha cambiado o se ha eliminado. Esto es lo que decía cuando se dio la respuesta.',
    empty: 'Esta respuesta no tiene fuentes.',
    page: (page) => (page.includes('–') ? `págs. ${page}` : `pág. ${page}`),
  },
};
