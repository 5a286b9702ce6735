// Days of the week in questions and tables: "on Sundays", "Monday to Friday", "weekends".

const NAMES: readonly string[] = [
  'mon(?:day)?s?|montags?|lunes|lundis?',
  'tue(?:s|sday)?s?|dienstags?|martes|mardis?',
  'wed(?:s|nesday)?s?|mittwochs?|miércoles|miercoles|mercredis?',
  'thu(?:r|rs|rsday)?s?|donnerstags?|jueves|jeudis?',
  'fri(?:day)?s?|freitags?|viernes|vendredis?',
  'sat(?:urday)?s?|samstags?|sonnabends?|sábados?|sabados?|samedis?',
  'sun(?:day)?s?|sonntags?|domingos?|dimanches?',
];
/** Two-letter forms that German tables use. In a question, "so" is a word of its own. */
const SHORT_GERMAN = ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'];
const GROUPS: readonly (readonly [RegExp, readonly number[]])[] = [
  [word('week-?ends?|am wochenende|wochenenden?|fines? de semana|fin de semana'), [5, 6]],
  [
    word('weekdays?|working days|werktags?|wochentags?|unter der woche|entre semana|en semaine'),
    [0, 1, 2, 3, 4],
  ],
  [word('daily|every day|täglich|jeden tag|todos los días|tous les jours'), [0, 1, 2, 3, 4, 5, 6]],
];
const DAY = NAMES.map((name) => word(name));
const SHORT_DAY = SHORT_GERMAN.map((name) => word(name, 'u'));
const RANGE = /^\s*(?:to|through|until|till|bis|a|al|à|au|–|-|—)\s*(?:el |le )?$/iu;

/** The days that a text names, 0 for Monday to 6 for Sunday. A range includes the days between. */
export function readDays(text: string, { isTable }: { readonly isTable: boolean }): ReadonlySet<number> {
  const days = new Set<number>();
  for (const [group, members] of GROUPS) {
    if (group.test(text)) for (const day of members) days.add(day);
  }
  const patterns = isTable ? [...DAY.entries(), ...SHORT_DAY.entries()] : [...DAY.entries()];
  const found = patterns
    .flatMap(([day, pattern]) => {
      const match = pattern.exec(text);
      return match ? [{ day, start: match.index, end: match.index + match[0].length }] : [];
    })
    .sort((a, b) => a.start - b.start);
  for (const [at, { day, end }] of found.entries()) {
    days.add(day);
    const next = found[at + 1];
    if (!next || !RANGE.test(text.slice(end, next.start))) continue;
    for (let between = day; between !== next.day; between = (between + 1) % DAY.length) days.add(between);
  }
  return days;
}

/** A text without the names of days, and without "on" and "at the" before them. */
export function withoutDays(text: string): string {
  return [...GROUPS.map(([group]) => group), ...DAY].reduce(
    (rest, pattern) => rest.replace(new RegExp(pattern.source, 'giu'), ' '),
    text,
  );
}

function word(source: string, flags = 'iu'): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, flags);
}
