// Words for days that are relative to the day of writing.

/** One language's words. */
export interface RelativeDateWords {
  /** Patterns, and how many days they are after the day of writing. */
  readonly days: readonly (readonly [RegExp, number])[];
  /** Sunday first, in lower case. */
  readonly weekdays: readonly string[];
  /** A weekday with the words in front in group 1 and its name in group 2. */
  readonly weekday: RegExp;
  readonly next: RegExp;
  readonly last: RegExp;
  /** A sentence with one of these speaks of the future. */
  readonly future: RegExp;
}

const LANGUAGES: Readonly<Record<string, RelativeDateWords>> = {
  en: build({
    days: {
      yesterday: -1,
      today: 0,
      tonight: 0,
      tomorrow: 1,
      'this morning': 0,
      'this afternoon': 0,
      'this evening': 0,
      'last night': -1,
    },
    weekdays: 'sunday monday tuesday wednesday thursday friday saturday',
    lead: 'on |last |next |this |since |until |by |late |early ',
    next: /next|until|by/i,
    last: /last|since/i,
    future: /(?<!\p{L})(?:will|shall|going to|plans? to|due|set to|scheduled|expected to|to be)(?!\p{L})/iu,
  }),
  de: build({
    days: { gestern: -1, heute: 0, morgen: 1, vorgestern: -2, übermorgen: 2 },
    weekdays: 'sonntag montag dienstag mittwoch donnerstag freitag samstag',
    lead: 'am |seit |bis |vergangenen |letzten |nächsten |kommenden |diesen ',
    next: /nächst|kommend|bis/i,
    last: /vergangen|letzt|seit/i,
    future: /(?<!\p{L})(?:wird|werden|soll|sollen|will|plant)(?!\p{L})/iu,
  }),
  fr: build({
    days: { hier: -1, "aujourd'hui": 0, 'aujourd’hui': 0, demain: 1 },
    weekdays: 'dimanche lundi mardi mercredi jeudi vendredi samedi',
    lead: 'depuis |jusqu’à |dès ',
    next: /jusqu|dès/i,
    last: /depuis/i,
    future: /(?<!\p{L})(?:va|vont|doit|doivent|\p{L}+(?:era|eront))(?!\p{L})/iu,
  }),
  es: build({
    days: { ayer: -1, hoy: 0, anteayer: -2 },
    weekdays: 'domingo lunes martes miércoles jueves viernes sábado',
    lead: 'el |este |desde el |hasta el |el pasado |el próximo ',
    next: /hasta|próximo/i,
    last: /desde|pasado/i,
    future: /(?<!\p{L})(?:va a|van a|\p{L}+(?:ará|arán|erá|erán|irá|irán))(?!\p{L})/iu,
  }),
};

/** Undefined for languages without such words here. */
export function relativeDateWords(language: string): RelativeDateWords | undefined {
  return LANGUAGES[language];
}

function build(words: {
  readonly days: Readonly<Record<string, number>>;
  readonly weekdays: string;
  readonly lead: string;
  readonly next: RegExp;
  readonly last: RegExp;
  readonly future: RegExp;
}): RelativeDateWords {
  const weekdays = words.weekdays.split(' ');
  return {
    days: Object.entries(words.days).map(([word, days]) => [
      new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'giu'),
      days,
    ]),
    weekdays,
    weekday: new RegExp(`(?<!\\p{L})(${words.lead})?(${weekdays.join('|')})(?![\\p{L}])`, 'giu'),
    ...{ next: words.next, last: words.last, future: words.future },
  };
}
