// Digits of every script as the same numbers.

/** The first digit of each script in use, in the order of Unicode; the other nine follow it. */
const ZEROS = [...'0٠۰߀०০੦૦୦௦౦೦൦෦๐໐༠၀႐០᠐０'];
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is all of ASCII
const ASCII = /^[\x00-\x7F]*$/;

/** Digits of any script as those of ASCII: "२०१९" and "٢٠١٩" are 2019. */
export function foldDigits(text: string): string {
  if (ASCII.test(text)) return text;
  return text.replace(/\p{Nd}/gu, (digit) => {
    const zero = ZEROS.findLast((first) => first <= digit) ?? '0';
    const value = digit.charCodeAt(0) - zero.charCodeAt(0);
    return value < 10 ? String(value) : digit;
  });
}
