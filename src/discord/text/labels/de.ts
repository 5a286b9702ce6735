// German labels.
import type { Labels } from './labels.js';

export const GERMAN_LABELS: Labels = {
  language: 'de',
  quoted: '-# Im Wortlaut des Artikels',
  writtenBy: (model) => `-# Geschrieben von ${model}; jeder Satz mit seiner Quelle verglichen`,
  replaced: (count) =>
    count === 1
      ? '-# Ein Satz ist zitiert, weil sich die Worte des Modells nicht bestätigen ließen.'
      : `-# ${count} Sätze sind zitiert, weil sich die Worte des Modells nicht bestätigen ließen.`,
  notices: {
    'model-unavailable':
      'Das Sprachmodell ist nicht erreichbar, deshalb hat das eingebaute Verfahren geantwortet.',
    'budget-reached':
      'Das heutige Budget für das Sprachmodell ist aufgebraucht, deshalb hat das eingebaute Verfahren geantwortet.',
    'cut-short': 'Das Sprachmodell hat zu früh aufgehört. Die Antwort ist vielleicht unvollständig.',
  },
  askedBy: (userId) => `-# <@${userId}> hat gefragt:`,
  about: (title) => `-# Zu ${title}, dem Standardartikel hier`,
  fromServer: (server) => `-# Aus den Artikeln von ${server}. Auch andere passen:`,
  chooseServer: 'Von einem anderen Server antworten …',
  notInArticle: '**Das steht nicht im Artikel.**',
  closest: 'Diese Stellen kommen dem am nächsten:',
  noClosest: 'Versuch es mit anderen Worten, oder sieh dir mit `/article list` die Artikel an.',
  buttons: {
    sources: 'Quellen',
    closest: 'Ähnlichste Stellen',
    followUp: 'Nachfragen',
    share: 'Im Kanal teilen',
    askAll: 'Alle Artikel durchsuchen',
    openList: 'Artikel ansehen',
    more: 'Mehr',
    less: 'Weniger',
    post: 'In einem Kanal posten',
    back: 'Zurück',
    next: (page, pages) => `Weiter (${page} von ${pages})`,
    openArticle: 'Artikel öffnen',
  },
  followUp: {
    title: 'Nachfragen',
    label: 'Deine Frage',
    description: 'Du kannst dich auf die letzte Antwort beziehen: „Und warum?“',
  },
  articles: (count) => `### ${count} Artikel`,
  moreArticles: (count) => `-# und ${count} weitere`,
  openArticle: 'Einen Artikel lesen …',
  chooseArticle: 'Einen Artikel wählen …',
  chooseStyle: 'Etwas anderes zeigen …',
  styles: {
    oneLine: 'Ein Satz',
    brief: 'Kurzfassung',
    keyPoints: 'Das Wichtigste',
    timeline: 'Zeitleiste',
    whosWho: 'Wer ist wer',
    quotes: 'Zitate',
    qa: 'Fragen und Antworten',
    numbers: 'Zahlen',
  },
  summary: {
    heading: (articles) => `### Aus ${articles} Artikeln`,
    nothingOf: {
      oneLine: '',
      brief: '',
      keyPoints: '',
      timeline: '-# Ich habe keine datierten Ereignisse gefunden, darum hier das Wichtigste.',
      whosWho:
        '-# Ich habe keine Personen oder Organisationen gefunden, die der Artikel beschreibt, darum hier das Wichtigste.',
      quotes:
        '-# Ich habe keine Zitate gefunden, bei denen klar ist, wer spricht, darum hier das Wichtigste.',
      qa: '-# Ich habe keine Fragen gefunden, die der Artikel gut beantwortet, darum hier das Wichtigste.',
      numbers: '-# Ich habe keine Zahlen gefunden, darum hier das Wichtigste.',
    },
    leftOut: (left, of, { read, hasMore }) =>
      [
        `-# Diese Zusammenfassung lässt ${left} von ${of} Artikeln aus.`,
        ...(read < of ? [`Ich habe nur die ersten ${read} gelesen.`] : []),
        hasMore ? '**Mehr** zeigt eine längere.' : 'Um einen davon zusammenzufassen, nenn ihn in `/summary`.',
      ].join(' '),
    postedBy: (userId) => `-# Gepostet von <@${userId}>`,
  },
  sources: {
    heading: (marker) => `### Quelle [${marker}]`,
    closestHeading: '### Ähnlichste Stellen',
    changed: '-# Der Artikel wurde geändert oder entfernt. Das stand darin, als die Antwort entstand.',
    empty: 'Diese Antwort hat keine Quellen.',
    page: (page) => `S. ${page}`,
  },
};
