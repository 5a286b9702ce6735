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
  /** In front of a weekday, they say which one is meant, whatever the tense. */
  readonly exact: RegExp;
  /** Something that happens again and again, or on no certain day: "every Thursday", "on Sunday mornings". */
  readonly recurring: RegExp;
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
    exact: /next|last|this|since|until/i,
    recurring:
      /(?<!\p{L})(?:(?:every|each|any) (?:\p{L}+ ){0,2}(?:\p{L}+day|day|week|weekend|month|year|morning|afternoon|evening|night|spring|summer|autumn|winter)|always|usually|often|normally|regularly|weekly|monthly|yearly|annually|daily|weekdays|weekends|(?:DAY)s|(?:DAY) (?:mornings|afternoons|evenings|nights)|(?:DAY)(?:,| and| or| to| through| until|–|-) ?(?:DAY)|(?:an?|one|some|first|second|third|fourth) (?:\p{L}+ )?(?:DAY)|last (?:DAY) (?:of|in))(?!\p{L})/iu,
  }),
  de: build({
    days: { gestern: -1, heute: 0, vorgestern: -2, übermorgen: 2 },
    weekdays: 'sonntag montag dienstag mittwoch donnerstag freitag samstag',
    lead: 'am |seit |bis |vergangenen |letzten |nächsten |kommenden |diesen ',
    next: /nächst|kommend|bis/i,
    last: /vergangen|letzt|seit/i,
    exact: /vergangen|letzt|nächst|kommend|diese|seit/i,
    recurring:
      /(?<!\p{L})(?:jede[rnms]?|jeweils|immer|meist|meistens|gewöhnlich|regelmäßig|wöchentlich|monatlich|jährlich|täglich|(?:DAY)s|(?:DAY)(?:,| und| oder| bis|–|-) ?(?:DAY)|(?:eine[mnr]?|ersten|zweiten|dritten|vierten) (?:\p{L}+ )?(?:DAY)|letzten (?:DAY) (?:im|des|eines))(?!\p{L})/iu,
  }),
  fr: build({
    days: { hier: -1, "aujourd'hui": 0, 'aujourd’hui': 0, demain: 1 },
    weekdays: 'dimanche lundi mardi mercredi jeudi vendredi samedi',
    lead: 'depuis |jusqu’à |dès ',
    next: /jusqu|dès/i,
    last: /depuis/i,
    exact: /depuis/i,
    // "le lundi" is every Monday.
    recurring:
      /(?<!\p{L})(?:chaque|tous les|toutes les|toujours|souvent|habituellement|régulièrement|(?:le|les|un) (?:DAY)s?|(?:DAY)s|(?:DAY)(?:,| et| ou| au|–|-) ?(?:DAY)|(?:premier|deuxième|troisième|dernier) (?:DAY))(?!\p{L})/iu,
  }),
  es: build({
    days: { ayer: -1, hoy: 0, anteayer: -2 },
    weekdays: 'domingo lunes martes miércoles jueves viernes sábado',
    lead: 'el |este |desde el |hasta el |el pasado |el próximo ',
    next: /hasta|próximo/i,
    last: /desde|pasado/i,
    exact: /pasado|próximo|este|desde/i,
    recurring:
      /(?<!\p{L})(?:cada|tod[oa]s l[oa]s|siempre|normalmente|a menudo|los (?:DAY)s?|un (?:DAY)|de (?:DAY) a (?:DAY)|(?:DAY)(?:,| y| o| a) (?:el )?(?:DAY)|(?:primer|segundo|tercer|último) (?:DAY))(?!\p{L})/iu,
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
  readonly exact: RegExp;
  readonly recurring: RegExp;
}): RelativeDateWords {
  const weekdays = words.weekdays.split(' ');
  return {
    days: Object.entries(words.days).map(([word, days]) => [
      new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'giu'),
      days,
    ]),
    weekdays,
    weekday: new RegExp(`(?<!\\p{L})(${words.lead})?(${weekdays.join('|')})(?![\\p{L}])`, 'giu'),
    ...{ next: words.next, last: words.last, exact: words.exact },
    recurring: new RegExp(words.recurring.source.replaceAll('DAY', weekdays.join('|')), 'iu'),
  };
}
