// Decodes a text file: UTF-8 and UTF-16 by their bytes, older encodings by statistics.
import { analyse } from 'chardet';
import iconv from 'iconv-lite';
import { AppError } from '../core/errors.js';

/** Bytes from which an older encoding is guessed. */
const SAMPLE_BYTES = 262_144;
/** Below this confidence, in percent, a guess by chardet is no better than chance. */
const MIN_CONFIDENCE = 15;
/** In UTF-16, at least this share of the high bytes of a text in Latin script is 0. */
const UTF16_ZERO_SHARE = 0.6;
/** For each sound character of several bytes, a text in UTF-8 may have this many damaged ones. */
const MAX_DAMAGED_SHARE = 0.5;
/** A file with a larger share of control characters isn't text. */
const MAX_CONTROL_SHARE = 0.3;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters mark binary files
const CONTROL = /[\u0000-\u0008\u000E-\u001A\u007F]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the same, for a single test
const CONTROL_IN_TEXT = /[\u0000-\u0008\u000E-\u001A\u007F]/;
const C1_CONTROL = /[\u0080-\u0084\u0086-\u009F]/;
/** A word in two alphabets, such as "Mьller", shows that the encoding is wrong. */
const MIXED_WORD =
  /\p{sc=Latin}[\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Hebrew}\p{sc=Arabic}]|[\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Hebrew}\p{sc=Arabic}]\p{sc=Latin}/u;
/** Windows' versions of these encodings have more characters at the places that the others leave empty. */
const SUPERSETS: ReadonlyMap<string, string> = new Map([
  ['ISO-8859-1', 'windows-1252'],
  ['ISO-8859-8', 'windows-1255'],
  ['ISO-8859-9', 'windows-1254'],
]);
const ASCII_LETTER = /[A-Za-z]/g;
const NON_ASCII_LETTER = /(?![A-Za-z])\p{L}/gu;
const WESTERN = /^[\p{sc=Latin}\p{P}\p{S}\p{N}\s]*$/u;

/**
 * Decodes the bytes of a text file. A byte-order mark stays in the text.
 * @throws AppError `sources/not-text` if the file is binary, or its encoding can't be told
 */
export function decodeText(bytes: Uint8Array): string {
  const text =
    decodeUtf16(bytes) ?? decode(bytes, 'utf-8') ?? decodeDamagedUtf8(bytes) ?? guessEncoding(bytes);
  if (text === undefined || (text.match(CONTROL)?.length ?? 0) > text.length * MAX_CONTROL_SHARE) {
    throw new AppError({
      code: 'sources/not-text',
      message: "It isn't text, or its encoding can't be told.",
      advice: 'Save it as UTF-8.',
    });
  }
  return text;
}

/** UTF-16, if a byte-order mark or the zero bytes say so. */
function decodeUtf16(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, 'utf-16le', false);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes, 'utf-16be', false);
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries())
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros.map((count) => count / Math.max(1, sample.length / 2));
  const isLittleEndian = odd > UTF16_ZERO_SHARE && even < odd / 10;
  const isBigEndian = even > UTF16_ZERO_SHARE && odd < even / 10;
  if (!isLittleEndian && !isBigEndian) return undefined;
  const text = decode(bytes, isLittleEndian ? 'utf-16le' : 'utf-16be') ?? '';
  // Otherwise, it's a binary file that happens to have zeros at such places.
  return text !== '' && !CONTROL_IN_TEXT.test(text) ? text : undefined;
}

/** UTF-8 with a few damaged characters, which become U+FFFD. */
function decodeDamagedUtf8(bytes: Uint8Array): string | undefined {
  const text = decode(bytes, 'utf-8', false) ?? '';
  const damaged = text.match(/\uFFFD/g)?.length ?? 0;
  const sound = text.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0;
  return damaged <= sound * MAX_DAMAGED_SHARE ? text : undefined;
}

function guessEncoding(bytes: Uint8Array): string | undefined {
  // No older encoding uses the byte 0, so the file is binary.
  if (bytes.includes(0)) return undefined;
  for (const { name, confidence } of analyse(bytes.subarray(0, SAMPLE_BYTES))) {
    if (confidence < MIN_CONFIDENCE || /^(?:UTF|ASCII)/i.test(name)) continue;
    const text = decodeOlder(bytes, name);
    if (text !== undefined && !text.includes('\uFFFD') && !C1_CONTROL.test(text) && !MIXED_WORD.test(text))
      return text;
  }
  // Too short for statistics, but mostly ASCII letters: a Western text with some accents.
  const western = decodeOlder(bytes, 'windows-1252') ?? '';
  const accented = western.match(NON_ASCII_LETTER)?.length ?? 0;
  const isWestern = WESTERN.test(western) && accented * 2 <= (western.match(ASCII_LETTER)?.length ?? 0);
  return isWestern ? western : undefined;
}

/** Invalid bytes become U+FFFD. Undefined if the encoding is unknown. */
function decodeOlder(bytes: Uint8Array, encoding: string): string | undefined {
  const name = SUPERSETS.get(encoding) ?? encoding;
  return iconv.encodingExists(name) ? iconv.decode(Buffer.from(bytes), name) : undefined;
}

/** UTF-8 or UTF-16. Undefined if the bytes aren't valid. */
function decode(bytes: Uint8Array, encoding: string, isFatal = true): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: isFatal, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
