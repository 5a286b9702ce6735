// Finds numbers in a text, however they are written: "19th", "nineteen", "1.5 million", "1.500.000", "٣".
import { type NumberWord, numberWordsOf } from './number-words.js';
import { unitsOf } from './units.js';

/** A number in a text. */
export interface NumberMention {
  readonly start: number;
  readonly end: number;
  /** Possible values: "1.500" is 1500 or 1.5. */
  readonly values: readonly number[];
  /** The same name in all languages, such as `percent`, `kilometer` or `USD`; undefined if the text gives no unit. */
  readonly unit?: string | undefined;
  /** Written as a word. Words such as "one" and "second" often aren't numbers. */
  readonly isWord: boolean;
  /** Words such as "both" and "dozen": they can support a number, but don't need support. */
  readonly isOptional?: boolean | undefined;
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
const UNIT_AFTER = /^(?:st|nd|rd|th)?[\s\u00A0-]?([%٪％]|°[CF]|\p{L}[\p{L}\p{M}]*\.?(?:\s+\p{L}+)?)/u;
/** Letters for a scale right after a figure: "$5m", "10k", "1.5万". */
const SCALE_LETTERS: Readonly<Record<string, number>> = {
  ...{ k: 1e3, m: 1e6, b: 1e9, bn: 1e9, 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8, 만: 1e4, 억: 1e8 },
};
/** Words inside a number: "one hundred and five", "treinta y dos". */
const CONJUNCTIONS = new Set('and und y e et en и και și'.split(' '));

/** Finds the numbers of a text, in order. */
export function readNumbers(raw: string, language: string): readonly NumberMention[] {
  const text = toAsciiDigits(raw);
  return [
    ...readFigures(text, language),
    ...readWords(text, language),
    ...readHan(text),
    ...readRoman(text),
  ].sort((a, b) => a.start - b.start);
}

/** Whether two mentions can have the same value, and the same unit if `a` has one. */
export function isSameNumber(a: NumberMention, b: NumberMention): boolean {
  const isSame = a.values.some((value) =>
    b.values.some((other) => Math.abs(value - other) <= 1e-9 * Math.max(Math.abs(value), Math.abs(other))),
  );
  if (!isSame || a.unit === undefined || a.unit === b.unit) return isSame;
  // "Aged 5" supports "5 years", but a bare number supports no amount of money and no percentage.
  return b.unit === undefined && !/^(?:percent|[A-Z]{3})$/.test(a.unit);
}

function* readFigures(text: string, language: string): Iterable<NumberMention> {
  const units = unitsOf(language);
  const scales = numberWordsOf(language);
  for (const match of text.matchAll(FIGURE)) {
    const start = match.index;
    let end = start + match[0].length;
    let values = possibleValues(match[0]);
    let unit = unitOfSymbol(SYMBOL_BEFORE.exec(text.slice(0, start))?.[1], units);
    const letters = /^(bn|[kmb](?!\p{L})|[万萬亿億만억])/iu.exec(text.slice(end))?.[1];
    const scale = letters === undefined ? undefined : SCALE_LETTERS[letters.toLowerCase()];
    if (letters !== undefined && scale !== undefined) {
      const scaled = values.map((value) => value * scale);
      values = unit === undefined && letters === 'm' ? [...values, ...scaled] : scaled;
      end += letters.length;
    }
    for (let rest = UNIT_AFTER.exec(text.slice(end)); rest; rest = UNIT_AFTER.exec(text.slice(end))) {
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

/** The possible values of a figure, because separators differ between languages. */
function possibleValues(figure: string): readonly number[] {
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

/** Finds runs of number words. */
function* readWords(text: string, language: string): Iterable<NumberMention> {
  const table = numberWordsOf(language);
  let run: { start: number; end: number; words: NumberWord[] } | undefined;
  let isJoined = false;
  const finish = (): NumberMention[] => {
    if (!run) return [];
    const { start, end, words } = run;
    run = undefined;
    const unit = unitAfter(text.slice(end), language);
    const isOptional = words.every(({ kind, value }) => kind === 'whole' && value <= 12);
    return [{ start, end, values: [sumNumberWords(words)], unit, isWord: true, isOptional }];
  };
  for (const { 0: surface, index } of text.matchAll(WORD)) {
    const lower = surface.toLowerCase();
    const words = splitCompound(lower, table);
    const between = run ? text.slice(run.end, index) : '';
    if (run && !(isJoined ? /^[\s-]+\p{L}+[\s-]+$/u : /^[\s\u00A0-]+$/u).test(between)) yield* finish();
    if (run && words && !continuesNumber(run.words.at(-1), words[0])) yield* finish();
    if (words) {
      if (run) {
        run.words.push(...words);
        run.end = index + surface.length;
        // A scale right after a figure ("1.5 million") is part of the figure.
      } else if (words[0]?.kind !== 'scale' || !/\d[\d.,]*[\s\u00A0-]?$/u.test(text.slice(0, index))) {
        run = { start: index, end: index + surface.length, words: [...words] };
      }
      isJoined = false;
    } else if (run && !isJoined && CONJUNCTIONS.has(lower)) {
      isJoined = true;
    } else {
      yield* finish();
      isJoined = false;
    }
  }
  yield* finish();
}

/** Whether a word continues a number: yes in "twenty one", "two hundred" and "quatre-vingt", no in "first three". */
function continuesNumber(last: NumberWord | undefined, next: NumberWord | undefined): boolean {
  if (!last || !next || next.kind === 'whole' || last.kind === 'whole') return false;
  if (last.kind === 'scale' || next.kind === 'scale') return true;
  return (last.kind === 'ten' && next.kind === 'small') || (last.value === 4 && next.value === 20);
}

function unitAfter(rest: string, language: string): string | undefined {
  const names = (UNIT_AFTER.exec(rest)?.[1] ?? '').toLowerCase();
  const units = unitsOf(language);
  return units.get(names) ?? units.get(names.split(/\s+/u)[0] ?? '');
}

/** Splits a compound such as "fünfundzwanzig" into number words; undefined if it isn't a number. */
function splitCompound(
  lower: string,
  table: ReadonlyMap<string, NumberWord>,
): readonly NumberWord[] | undefined {
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

/** The value of a run of number words. In "two hundred and five thousand", the scale multiplies the sum before it. */
function sumNumberWords(words: readonly NumberWord[]): number {
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
    const value = isDigits ? Number(words.map((word) => word.value).join('')) : sumHanNumerals(words);
    yield { start: index, end: index + run.length, values: [value], isWord: true };
  }
}

function sumHanNumerals(words: readonly NumberWord[]): number {
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

/** Replaces the decimal digits of other scripts with ASCII digits. Offsets don't change. */
function toAsciiDigits(text: string): string {
  return text.replace(/[^\P{Nd}0-9]/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    let zero = code;
    while (zero > code - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return digit.length === 1 ? String(code - zero) : digit;
  });
}
