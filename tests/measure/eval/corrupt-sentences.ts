// Makes false sentences out of true ones, one kind of error at a time, and faithful paraphrases. Deliberately
// independent of the grounding code that it tests.

/** Sentences of an article that provide real names and clauses from elsewhere. */
interface Donor {
  readonly sentences: readonly string[];
}

type Random = () => number;

/** Returns the changed sentence, or undefined if there is nothing to change. */
export type Change = (sentence: string, donor: Donor, random: Random, language: string) => string | undefined;

const MONTHS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  ['en', 'de', 'es', 'fr', 'ro', 'tr', 'el', 'ru', 'vi', 'hi', 'ar'].map((language) => [
    language,
    Array.from({ length: 12 }, (_, month) => {
      const parts = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long' }).formatToParts(
        new Date(2020, month, 15),
      );
      return parts.find(({ type }) => type === 'month')?.value ?? '';
    }),
  ]),
);
const NAME = /(?<=\p{Ll}[\p{L}]*,?\s)\p{Lu}\p{Ll}[\p{L}'’]{1,}(?:\s\p{Lu}\p{Ll}[\p{L}]+)*/gu;
const NOT_NAMES =
  /^(?:I|The|A|Mr|Mrs|Ms|Dr|President|Prime|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)\b/;
/** Careful writers don't paraphrase quotations. */
const QUOTED = /[“”"«»„「]/u;
const DATE_NEAR = /\b(?:1[0-9]{3}|20[0-9]{2})\b/u;

export const CORRUPTIONS = {
  'changed number': (sentence, _donor, random) => {
    const figures = [...sentence.matchAll(/(?<![\p{L}\d.,-])\d[\d.,]*(?<=\d)(?![\p{L}\d-])/gu)].filter(
      ([figure]) => !DATE_NEAR.test(figure),
    );
    const figure = pick(figures, random);
    if (!figure) return undefined;
    return replaceAt(sentence, figure, changeDigit(figure[0], random));
  },
  'changed date': (sentence, _donor, random, language) => {
    const months = MONTHS[language] ?? [];
    const dates = [
      ...sentence.matchAll(/(?<![\p{L}\d.,-])(?:1[5-9]\d\d|20[0-4]\d)(?![\p{L}\d.,-])/gu),
      ...months.flatMap((month) =>
        month.length < 4 ? [] : [...sentence.matchAll(new RegExp(`(?<!\\p{L})${month}(?!\\p{L})`, 'gu'))],
      ),
    ];
    const date = pick(dates, random);
    if (!date) return undefined;
    if (/^\d/.test(date[0])) {
      const year = Number(date[0]) + (1 + Math.floor(random() * 9)) * (random() < 0.5 ? -1 : 1);
      return sentence.includes(String(year)) ? undefined : replaceAt(sentence, date, String(year));
    }
    const other = months[(months.indexOf(date[0]) + 1 + Math.floor(random() * 11)) % 12] ?? '';
    return sentence.includes(other) ? undefined : replaceAt(sentence, date, other);
  },
  'swapped name': (sentence, donor, random, language) => {
    if (language === 'de') return undefined;
    const own = namesIn(sentence);
    const others = donor.sentences
      .flatMap(namesIn)
      .map(([name]) => name)
      .filter(
        (name) => !own.some(([one]) => one.includes(name) || name.includes(one)) && !sentence.includes(name),
      );
    const [name, other] = [pick(own, random), pick(others, random)];
    return name && other ? replaceAt(sentence, name, other) : undefined;
  },
  'added clause': (sentence, donor, random) => {
    const clauses = donor.sentences.flatMap((other) => {
      const words = other
        .replace(/["“”«»„()[\]]/gu, '')
        .replace(/[.!?]+$/u, '')
        .split(/\s+/u);
      return words.length >= 10 ? [words.slice(-7).join(' ')] : [];
    });
    const clause = pick(clauses, random);
    return clause && /[.!?]$/.test(sentence) ? `${sentence.slice(0, -1)}, ${clause}.` : undefined;
  },
  'flipped negation': (sentence, _donor, _random, language) => {
    const flip = (pattern: RegExp, replacement: string) => {
      const changed = sentence.replace(pattern, replacement);
      return changed === sentence ? undefined : changed;
    };
    switch (language) {
      case 'en':
        return (
          flip(/\b(is|was|are|were|will|has|have|had|can|could|did|would|should) not /, '$1 ') ??
          flip(/\b(is|was|are|were|will|has|have|had|can|could|would|should) (?!not|no\b|never)/, '$1 not ')
        );
      case 'de':
        return (
          flip(/ nicht /, ' ') ?? flip(/ (ist|war|sind|waren|wird|wurde|wurden|hat|kann) /, ' $1 nicht ')
        );
      case 'es':
        return flip(/ no /, ' ') ?? flip(/ (es|era|son|fue|fueron|ha|tiene|puede) /, ' no $1 ');
      case 'ru':
        return flip(/ не /, ' ') ?? flip(/ (был|была|было|были|может|является|стал) /, ' не $1 ');
      default:
        return undefined;
    }
  },
  'changed quoted phrase': (sentence, donor, random) => {
    const quote = pick([...sentence.matchAll(/“[^“”]+”|"[^"]+"|«[^«»]+»|„[^„“]+“/gu)], random);
    if (!quote || (sentence.match(/"/g)?.length ?? 0) % 2 === 1) return undefined;
    const words = quote[0].split(' ');
    const long = words.flatMap((word, index) => (/^\p{Ll}{4,}$/u.test(word) ? [index] : []));
    const at = pick(long, random);
    const others = donor.sentences.flatMap((other) =>
      other.split(/\s+/u).filter((word) => /^\p{Ll}{5,}$/u.test(word)),
    );
    const other = pick(others, random);
    if (at === undefined || !other || quote[0].includes(other)) return undefined;
    return replaceAt(sentence, quote, words.with(at, other).join(' '));
  },
  'unrelated sentence': (_sentence, donor, random) =>
    pick(
      donor.sentences.filter((other) => other.split(/\s+/u).length > 5),
      random,
    ),
} as const satisfies Readonly<Record<string, Change>>;

const SYNONYMS: readonly (readonly [RegExp, string])[] = [
  [/\bsaid\b/g, 'stated'],
  [/\bbegan\b/g, 'started'],
  [/\bshow\b/g, 'demonstrate'],
  [/\balso\b/g, 'additionally'],
  [/\bmany\b/g, 'numerous'],
  [/\bhowever\b/gi, 'but'],
  [/\bused\b/g, 'employed'],
  [/\bbecause\b/g, 'since'],
  [/\babout\b/g, 'approximately'],
];

/** Ways to say the same in other words. */
export const PARAPHRASES = {
  'led in by “According to the article”': (sentence, _donor, _random, language) =>
    language === 'en' && /^(?:The|A|An|In|It|He|She|They|There|This|His|Her)\b/.test(sentence)
      ? `According to the article, ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`
      : undefined,
  'date in another order': (sentence, _donor, _random, language) => {
    if (language !== 'en') return undefined;
    const names = MONTHS['en']?.join('|') ?? '';
    const changed = sentence
      .replace(new RegExp(`\\b(${names}) (\\d{1,2}), (\\d{4})`, 'g'), '$2 $1 $3')
      .replace(new RegExp(`\\b(\\d{1,2}) (${names}) (\\d{4})`, 'g'), (whole, day, month, year) =>
        sentence.includes(whole) ? `${month} ${day}, ${year}` : whole,
      );
    return changed === sentence ? undefined : changed;
  },
  'number in another form': (sentence) => {
    if (QUOTED.test(sentence)) return undefined;
    const changed = sentence
      .replace(
        /\b(\d{1,3}),(\d{3}),000\b/g,
        (_whole, millions: string, thousands: string) =>
          `${millions}${thousands === '000' ? '' : `.${thousands.replace(/0+$/, '')}`} million`,
      )
      .replace(/\b(\d+)(?:st|nd|rd|th) century\b/g, (whole, number: string) =>
        number === '19' ? 'nineteenth century' : number === '20' ? 'twentieth century' : whole,
      )
      .replace(/(\d)%/g, '$1 percent')
      .replace(/(?<![\p{L}-])(three|four|five|six|seven|eight|nine|ten)(?![\p{L}-])/gu, (word) =>
        String('zero one two three four five six seven eight nine ten'.split(' ').indexOf(word)),
      );
    return changed === sentence ? undefined : changed;
  },
  'shortened at a comma': (sentence) => {
    const parts = sentence.split(/,\s/u);
    if (parts.length !== 2 || (parts[0]?.split(' ').length ?? 0) < 6 || /["“”«»]/u.test(sentence))
      return undefined;
    return `${parts[0]}.`;
  },
  'words exchanged': (sentence, _donor, _random, language) => {
    if (language !== 'en' || QUOTED.test(sentence)) return undefined;
    const changed = SYNONYMS.reduce((text, [word, other]) => text.replace(word, other), sentence);
    return changed === sentence ? undefined : changed;
  },
} as const satisfies Readonly<Record<string, Change>>;

function namesIn(sentence: string): RegExpExecArray[] {
  return [...sentence.matchAll(NAME)].filter(([name]) => !NOT_NAMES.test(name)) as RegExpExecArray[];
}

function changeDigit(figure: string, random: Random): string {
  const places = [...figure].flatMap((sign, at) => (/\d/.test(sign) ? [at] : []));
  const at = places[Math.floor(random() * places.length)] ?? 0;
  const digit = (Number(figure[at]) + 1 + Math.floor(random() * 8)) % 10;
  const changed = figure.slice(0, at) + (at === 0 && digit === 0 ? 9 : digit) + figure.slice(at + 1);
  return changed === figure ? `${figure}7` : changed;
}

function replaceAt(text: string, match: RegExpMatchArray, replacement: string): string {
  const at = match.index ?? 0;
  return text.slice(0, at) + replacement + text.slice(at + match[0].length);
}

function pick<T>(items: readonly T[], random: Random): T | undefined {
  return items[Math.floor(random() * items.length)];
}
