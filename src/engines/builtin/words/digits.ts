// Converts the digits of every script to ASCII.

/** The zero of each script in use, in Unicode order. The other nine digits follow it. */
const ZEROS = [...'0٠۰߀०০੦૦୦௦౦೦൦෦๐໐༠၀႐០᠐０'];
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is all of ASCII
const ASCII = /^[\x00-\x7F]*$/;

/** Converts digits of any script to ASCII: "२०१९" and "٢٠١٩" become "2019". */
export function foldDigits(text: string): string {
  if (ASCII.test(text)) return text;
  return text.replace(/\p{Nd}/gu, (digit) => {
    const zero = ZEROS.findLast((first) => first <= digit) ?? '0';
    const value = digit.charCodeAt(0) - zero.charCodeAt(0);
    return value < 10 ? String(value) : digit;
  });
}
