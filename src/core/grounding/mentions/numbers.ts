// Numbers in a text, whatever way they are written: "19th", "nineteen", "1.5 million", "1.500.000", "٣".
import { type NumberWord, numberWordsOf } from './number-words.js';
import { unitsOf } from './units.js';

/** A number as it stands in a text. */
export interface NumberMention {
  readonly start: number;
  readonly end: number;
  /** What it may mean: "1.500" is 1500 or 1.5. */
  readonly values: readonly number[];
  /** One name for all languages, such as `percent`, `kilometer`, `USD`; left out where none is named. */
  readonly unit?: string | undefined;
  /** Written in letters, where "one" and "second" are often no numbers at all. */
  readonly isWord: boolean;
  /** "Both", "a pair", "a dozen": it may hold up a number, but need not be held up. */
  readonly isLoose?: boolean | undefined;
}

const GROUPED = String.raw`\d{1,3}(?:([.,'’\u00A0\u202F ])\d{3})(?:\1\d{3})*(?!\d)(?:[.,]\d+)?`;
const FIGURE = new RegExp(
  String.raw`(?<![\d\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}])(?:${GROUPED}|\d+(?:[.,]\d+)?)`,
  'gu',
);
const ROMAN = /(?<![\p{L}\p{N}])(?=[IVX]{2,})(X{0,3})(IX|IV|V?I{0,3})(?![\p{L}\p{N}])/gu;
const WORD = /[\p{L}\p{M}]+/gu;
const HAN = /[零〇一二两三四五六七八九十百千万亿]{2,}/gu;
const SYMBOL_BEFORE = /([$€£¥₽₴₹₺₩])\s?$/u;
const AFTER = /^(?:st|nd|rd|th)?[\s\u00A0-]?([%٪％]|°[CF]|\p{L}[\p{L}\p{M}]*\.?(?:\s+\p{L}+)?)/u;
/** Letters that stand for a scale right behind a figure: "$5m", "10k", "1.5万". */
const LETTERS: Readonly<Record<string, number>> = {
  ...{ k: 1e3, m: 1e6, b: 1e9, bn: 1e9, 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8, 만: 1e4, 억: 1e8 },
};
/** What joins the words of one number: "one hundred and five", "fünfundzwanzig", "treinta y dos". */
const JOINING = new Set('and und y e et en и και și'.split(' '));

/** Numbers of a text, in order, each once. */
export function readNumbers(raw: string, language: string): readonly NumberMention[] {
  const text = asciiDigits(raw);
  return [
    ...readFigures(text, language),
    ...readWords(text, language),
    ...readHan(text),
    ...readRoman(text),
  ].sort((a, b) => a.start - b.start);
}

/** Whether two mentions can mean the same, units included where the first names one. */
export function isSameNumber(a: NumberMention, b: NumberMention): boolean {
  const isSame = a.values.some((value) =>
    b.values.some((other) => Math.abs(value - other) <= 1e-9 * Math.max(Math.abs(value), Math.abs(other))),
  );
  if (!isSame || a.unit === undefined || a.unit === b.unit) return isSame;
  // "aged 5" says "5 years old", but a number without a sign of money or percent says nothing of them.
  return b.unit === undefined && !/^(?:percent|[A-Z]{3})$/.test(a.unit);
}

function* readFigures(text: string, language: string): Iterable<NumberMention> {
  const units = unitsOf(language);
  const scales = numberWordsOf(language);
  for (const match of text.matchAll(FIGURE)) {
    const start = match.index;
    let end = start + match[0].length;
    let values = readingsOf(match[0]);
    let unit = unitOfSymbol(SYMBOL_BEFORE.exec(text.slice(0, start))?.[1], units);
    const letters = /^(bn|[kmb](?!\p{L})|[万萬亿億만억])/iu.exec(text.slice(end))?.[1];
    const scale = letters === undefined ? undefined : LETTERS[letters.toLowerCase()];
    if (letters !== undefined && scale !== undefined) {
      const scaled = values.map((value) => value * scale);
      values = unit === undefined && letters === 'm' ? [...values, ...scaled] : scaled;
      end += letters.length;
    }
    for (let rest = AFTER.exec(text.slice(end)); rest; rest = AFTER.exec(text.slice(end))) {
      const names = (rest[1] ?? '').toLowerCase().replace('.', '');
      const first = names.split(/\s+/u)[0] ?? '';
      const word = scales.get(first) ?? numberWordsOf('en').get(first);
      const step = rest[0].length - (rest[1] ?? '').length + first.length;
      if (word?.kind === 'scale') {
        values = values.map((value) => value * word.value);
        end += step;
        continue;
      }
      unit ??= units.get(names) ?? units.get(first) ?? (/^us$/.test(first) ? 'USD' : undefined);
      break;
    }
    yield { start, end, values, unit, isWord: false };
  }
}

function unitOfSymbol(symbol: string | undefined, units: ReadonlyMap<string, string>): string | undefined {
  return symbol === undefined ? undefined : units.get(symbol);
}

/** What the separators of a figure can mean. */
function readingsOf(figure: string): readonly number[] {
  const plain = figure.replace(/['’\u00A0\u202F ]/gu, '');
  const separators = plain.match(/[.,]/g) ?? [];
  const decimal = (separator: string) =>
    Number(plain.replaceAll(separator === '.' ? ',' : '.', '').replace(separator, '.'));
  const last = separators.at(-1);
  if (last === undefined) return [Number(plain)];
  if (separators.length > 1)
    return separators.every((one) => one === last) ? [Number(plain.replace(/[.,]/g, ''))] : [decimal(last)];
  const isGrouped = /^\d{1,3}[.,]\d{3}$/.test(plain);
  return isGrouped ? [Number(plain.replace(/[.,]/g, '')), decimal(last)] : [decimal(last)];
}

/** Runs of number words. */
function* readWords(text: string, language: string): Iterable<NumberMention> {
  const table = numberWordsOf(language);
  let run: { start: number; end: number; words: NumberWord[] } | undefined;
  let joined = false;
  const finish = (): NumberMention[] => {
    if (!run) return [];
    const { start, end, words } = run;
    run = undefined;
    const unit = unitAfter(text.slice(end), language);
    const isLoose = words.every(({ kind, value }) => kind === 'whole' && value <= 12);
    return [{ start, end, values: [amountOf(words)], unit, isWord: true, isLoose }];
  };
  for (const { 0: surface, index } of text.matchAll(WORD)) {
    const lower = surface.toLowerCase();
    const words = wordsIn(lower, table);
    const between = run ? text.slice(run.end, index) : '';
    if (run && !(joined ? /^[\s-]+\p{L}+[\s-]+$/u : /^[\s\u00A0-]+$/u).test(between)) yield* finish();
    if (run && words && !goesOn(run.words.at(-1), words[0])) yield* finish();
    if (words) {
      if (run) {
        run.words.push(...words);
        run.end = index + surface.length;
        // A scale alone behind a figure ("1.5 million") belongs to the figure.
      } else if (words[0]?.kind !== 'scale' || !/\d[\d.,]*[\s\u00A0-]?$/u.test(text.slice(0, index))) {
        run = { start: index, end: index + surface.length, words: [...words] };
      }
      joined = false;
    } else if (run && !joined && JOINING.has(lower)) {
      joined = true;
    } else {
      yield* finish();
      joined = false;
    }
  }
  yield* finish();
}

/** "Twenty one" and "two hundred" are one number, "first three" are two; "quatre-vingt" is four twenties. */
function goesOn(last: NumberWord | undefined, next: NumberWord | undefined): boolean {
  if (!last || !next || next.kind === 'whole' || last.kind === 'whole') return false;
  if (last.kind === 'scale' || next.kind === 'scale') return true;
  return (last.kind === 'ten' && next.kind === 'small') || (last.value === 4 && next.value === 20);
}

function unitAfter(rest: string, language: string): string | undefined {
  const names = (AFTER.exec(rest)?.[1] ?? '').toLowerCase();
  const units = unitsOf(language);
  return units.get(names) ?? units.get(names.split(/\s+/u)[0] ?? '');
}

/** A number word, or a compound of several: "fünfundzwanzig". */
function wordsIn(lower: string, table: ReadonlyMap<string, NumberWord>): readonly NumberWord[] | undefined {
  const whole = table.get(lower);
  if (whole) return [whole];
  const found: NumberWord[] = [];
  let rest = lower;
  while (rest !== '') {
    let size = Math.min(rest.length, 14);
    while (size > 2 && !table.has(rest.slice(0, size))) size -= 1;
    const word = table.get(rest.slice(0, size));
    if (word) found.push(word);
    else if (found.length > 0 && /^(?:und|en)./.test(rest)) size = rest.startsWith('und') ? 3 : 2;
    else return undefined;
    rest = rest.slice(size);
  }
  return found.length > 1 ? found : undefined;
}

/** "two hundred and five thousand": sums below a scale, times the scale. */
function amountOf(words: readonly NumberWord[]): number {
  let total = 0;
  let group = 0;
  for (const { value, kind } of words) {
    if (value === 20 && group % 100 === 4) group += 76;
    else if (kind !== 'scale') group += value;
    else if (value === 100) group = (group || 1) * 100;
    else if (total > 0 && total < value) {
      total = (total + group) * value;
      group = 0;
    } else {
      total += (group || 1) * value;
      group = 0;
    }
  }
  return total + group;
}

function* readHan(text: string): Iterable<NumberMention> {
  for (const { 0: run, index } of text.matchAll(HAN)) {
    const words = [...run].map((sign): NumberWord => {
      const scale = { 十: 10, 百: 100, 千: 1e3, 万: 1e4, 亿: 1e8 }[sign];
      if (scale !== undefined) return { value: scale, kind: 'scale' };
      return { value: sign === '两' ? 2 : Math.max(0, '零一二三四五六七八九'.indexOf(sign)), kind: 'small' };
    });
    const isDigits = words.every(({ kind }) => kind === 'small');
    const value = isDigits ? Number(words.map((word) => word.value).join('')) : hanValue(words);
    yield { start: index, end: index + run.length, values: [value], isWord: true };
  }
}

function hanValue(words: readonly NumberWord[]): number {
  let [total, section, digit] = [0, 0, 0];
  for (const { value, kind } of words) {
    if (kind === 'small') digit = value;
    else if (value < 1e4) {
      section += (digit || 1) * value;
      digit = 0;
    } else {
      total += (section + digit || 1) * value;
      section = 0;
      digit = 0;
    }
  }
  return total + section + digit;
}

function* readRoman(text: string): Iterable<NumberMention> {
  const ones = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];
  for (const { 0: roman, 1: tens = '', 2: unit = '', index } of text.matchAll(ROMAN)) {
    if (roman === '') continue;
    yield {
      ...{ start: index, end: index + roman.length, isWord: true },
      values: [tens.length * 10 + ones.indexOf(unit)],
    };
  }
}

/** Decimal digits of every script as ASCII ones, of the same length where they are in the basic plane. */
function asciiDigits(text: string): string {
  return text.replace(/[^\P{Nd}0-9]/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    let zero = code;
    while (zero > code - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return digit.length === 1 ? String(code - zero) : digit;
  });
}
