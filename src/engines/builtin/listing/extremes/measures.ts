// Reads the value of a table cell as a number with a unit, so that cells of a column can be compared.

export type Dimension =
  | 'money'
  | 'clock'
  | 'duration'
  | 'length'
  | 'area'
  | 'weight'
  | 'speed'
  | 'temperature'
  | 'volume'
  | 'plain';

export interface Measure {
  readonly dimension: Dimension;
  readonly value: number;
  /** Only values with the same one can be compared. "Free" has none. */
  readonly unit: string | undefined;
}

interface Unit {
  readonly dimension: Dimension;
  /** What it's converted to. */
  readonly base: string;
  readonly factor: number;
}

const NUMBER = /\d+(?:[.,'’ \u00A0\u202F]\d{3})*(?:[.,]\d+)?/u;
const NUMBERS = new RegExp(NUMBER.source, 'gu');
const FREE = /^(?:free|free of charge|kostenlos|kostenfrei|frei|gratis|gratuite?|gratuit[oa]|libre)$/iu;
const CLOCK =
  /^(\d{1,2})(?::(\d{2})(?::(\d{2}))?|[.h](\d{2})(?= ?(?:uhr|h)|$)|(?= ?(?:am|pm|a\.m\.|p\.m\.|uhr)))(?: ?(?:uhr|h))?( ?[ap]\.?m\.?)?$/iu;
const MONEY_SIGN =
  /[$€£¥₹]|(?<!\p{L})(?:dollars?|euros?|pounds?|pence|cents?|francs?|franken|pesos?|usd|eur|gbp|chf)(?!\p{L})/iu;
const JOINT = /^(?:,|and|und|y|et)?$/iu;

const UNITS = new Map<string, Unit>(
  (
    [
      [
        'duration',
        'min',
        1 / 60,
        's sec secs second seconds sek sekunde sekunden segundo segundos seg seconde secondes',
      ],
      ['duration', 'min', 1, 'min mins minute minutes minuten minuto minutos mn'],
      ['duration', 'min', 60, 'h hr hrs hour hours std stunde stunden hora horas heure heures'],
      ['duration', 'min', 1_440, 'd day days tag tage tagen día días dia dias jour jours'],
      ['duration', 'min', 10_080, 'week weeks woche wochen semana semanas semaine semaines'],
      ['duration', 'min', 43_830, 'month months monat monate monaten mes meses mois'],
      ['duration', 'min', 525_960, 'year years yr yrs jahr jahre jahren año años an ans année années'],
      ['length', 'm', 0.001, 'mm'],
      ['length', 'm', 0.01, 'cm'],
      ['length', 'm', 1, 'm metre metres meter meters metern metro metros mètre mètres'],
      [
        'length',
        'm',
        1_000,
        'km kilometre kilometres kilometer kilometers kilometern kilómetro kilómetros kilomètre kilomètres',
      ],
      ['length', 'm', 1_609.344, 'mile miles mi meilen millas'],
      ['length', 'm', 0.3048, 'ft foot feet fuß'],
      ['area', 'm²', 1, 'm² m2 sqm qm'],
      ['area', 'm²', 10_000, 'ha hectare hectares hektar hectárea hectáreas'],
      ['area', 'km²', 1, 'km² km2'],
      ['weight', 'g', 1, 'g gram grams gramm gramo gramos gramme grammes'],
      ['weight', 'g', 1_000, 'kg kilo kilos kilogram kilograms kilogramm'],
      ['weight', 'g', 1_000_000, 't tonne tonnes tonnen toneladas'],
      ['weight', 'g', 453.592, 'lb lbs'],
      ['speed', 'km/h', 1, 'km/h kmh'],
      ['speed', 'km/h', 1.609344, 'mph'],
      ['temperature', '°C', 1, '°c °'],
      ['temperature', '°F', 1, '°f'],
      ['volume', 'l', 1, 'l litre litres liter liters litern litro litros'],
      ['volume', 'l', 0.001, 'ml'],
    ] as const
  ).flatMap(([dimension, base, factor, names]) =>
    names.split(' ').map((name) => [name, { dimension, base, factor }] as const),
  ),
);

/**
 * @param language of the article: decides what "1.200" is
 * @returns undefined if the text isn't one amount: a range, several numbers, or none
 */
export function readMeasure(text: string, language: string): Measure | undefined {
  const cell = text.replace(/\s+/gu, ' ').trim();
  if (FREE.test(cell)) return { dimension: 'money', value: 0, unit: undefined };
  const clock = readClock(cell);
  if (clock !== undefined) return { dimension: 'clock', value: clock, unit: 'clock' };
  const numbers = cell.match(NUMBERS) ?? [];
  const [first, ...others] = numbers;
  if (first === undefined) return undefined;
  if (others.length > 0 || /^\d+ ?h\d+$/iu.test(cell)) return readCompound(cell, language);
  const unit = cell.replace(first, ' ').replace(/\s+/gu, ' ').trim().toLowerCase();
  const value = parseNumber(first, language) * (/^[-−–] ?\d/u.test(cell) ? -1 : 1);
  const bare = unit.replace(/^[-−–] ?/u, '');
  const known = UNITS.get(bare.replace(/\.$/u, ''));
  if (known) return { dimension: known.dimension, value: value * known.factor, unit: known.base };
  return { dimension: MONEY_SIGN.test(bare) ? 'money' : 'plain', value, unit: bare };
}

/** Minutes since midnight. */
function readClock(cell: string): number | undefined {
  const [matched, hours = '0', ...rest] = CLOCK.exec(cell) ?? [];
  if (matched === undefined) return undefined;
  const [minutes, seconds, others, half = ''] = rest;
  const isLate = /p/iu.test(half) && Number(hours) < 12;
  const isMidnight = /a/iu.test(half) && Number(hours) === 12;
  const hour = isMidnight ? 0 : Number(hours) + (isLate ? 12 : 0);
  return hour * 60 + Number(minutes ?? others ?? 0) + Number(seconds ?? 0) / 60;
}

/** "1 h 30 min", "2 hours and 15 minutes", "1h30". */
function readCompound(cell: string, language: string): Measure | undefined {
  let value = 0;
  let base: Unit | undefined;
  const parts = [...cell.matchAll(new RegExp(`(\\D*?)(${NUMBER.source}) ?([\\p{L}.]*)`, 'gu'))];
  for (const [, joint = '', number = '', name = ''] of parts) {
    const isRest = name === '' && base?.factor === 60;
    const unit = isRest ? { ...base, factor: 1 } : UNITS.get(name.toLowerCase().replace(/\.$/u, ''));
    const isSmaller =
      base === undefined || (unit !== undefined && unit.base === base.base && unit.factor < base.factor);
    if (!unit?.dimension || unit.base === undefined || !JOINT.test(joint.trim()) || !isSmaller)
      return undefined;
    value += parseNumber(number, language) * unit.factor;
    base = { dimension: unit.dimension, base: unit.base, factor: unit.factor };
  }
  const isWhole = parts.map(([part]) => part).join('').length === cell.length;
  return base && isWhole ? { dimension: base.dimension, value, unit: base.base } : undefined;
}

function parseNumber(text: string, language: string): number {
  const digits = text.replace(/['’ \u00A0\u202F]/gu, '');
  const hasDecimalComma = ['de', 'es', 'fr'].includes(language);
  const [thousands, decimal] = hasDecimalComma ? ['.', ','] : [',', '.'];
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  // "12.50" in a German article: a group of thousands has three digits.
  const isDecimal = last >= 0 && (digits[last] === decimal || digits.length - last - 1 !== 3);
  const whole = (isDecimal ? digits.slice(0, last) : digits)
    .replaceAll(thousands ?? '', '')
    .replace(/[.,]/gu, '');
  return Number(isDecimal ? `${whole}.${digits.slice(last + 1)}` : whole);
}
