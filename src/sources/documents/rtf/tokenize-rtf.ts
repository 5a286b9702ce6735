// Splits an RTF file into its tokens. Specification: https://www.biblioscape.com/rtf15_spec.htm

export type RtfToken =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  /** A control word such as `\par` or `\u1234`, or a control symbol such as `\~`. */
  | { readonly kind: 'control'; readonly name: string; readonly value: number | undefined }
  /** Bytes of text in the current encoding. */
  | { readonly kind: 'text'; readonly bytes: Uint8Array };

const [BACKSLASH, OPEN, CLOSE, QUOTE, LF, CR, SPACE, MINUS] = [
  0x5c, 0x7b, 0x7d, 0x27, 0x0a, 0x0d, 0x20, 0x2d,
];
/** Longer numbers are cut off. */
const MAX_DIGITS = 10;
const MAX_NAME_CHARS = 32;

export function* tokenizeRtf(bytes: Uint8Array): Generator<RtfToken> {
  let at = 0;
  let textStart = 0;
  const text = (): RtfToken[] =>
    at > textStart ? [{ kind: 'text', bytes: bytes.subarray(textStart, at) }] : [];
  while (at < bytes.length) {
    const byte = bytes[at];
    if (byte === OPEN || byte === CLOSE) {
      yield* text();
      yield { kind: byte === OPEN ? 'open' : 'close' };
      at += 1;
      textStart = at;
    } else if (byte === LF || byte === CR || byte === 0) {
      yield* text();
      at += 1;
      textStart = at;
    } else if (byte === BACKSLASH) {
      yield* text();
      const { token, end } = readControl(bytes, at);
      yield token;
      // `\bin` is followed by that many bytes of binary data.
      const binary = token.kind === 'control' && token.name === 'bin' ? Math.max(0, token.value ?? 0) : 0;
      at = end + binary;
      textStart = at;
    } else at += 1;
  }
  at = bytes.length;
  yield* text();
}

function readControl(bytes: Uint8Array, start: number): { token: RtfToken; end: number } {
  let at = start + 1;
  const next = bytes[at] ?? SPACE;
  if (next === QUOTE) {
    const value = Number.parseInt(String.fromCharCode(bytes[at + 1] ?? 0, bytes[at + 2] ?? 0), 16);
    return {
      token: { kind: 'text', bytes: Uint8Array.of(Number.isNaN(value) ? SPACE : value) },
      end: at + 3,
    };
  }
  if (!isLetter(next))
    return { token: { kind: 'control', name: String.fromCharCode(next), value: undefined }, end: at + 1 };
  let name = '';
  for (; isLetter(bytes[at]); at += 1)
    if (name.length < MAX_NAME_CHARS) name += String.fromCharCode(bytes[at] ?? 0);
  let digits = bytes[at] === MINUS && isDigit(bytes[at + 1]) ? '-' : '';
  if (digits !== '') at += 1;
  for (; isDigit(bytes[at]); at += 1)
    if (digits.length < MAX_DIGITS) digits += String.fromCharCode(bytes[at] ?? 0);
  if (bytes[at] === SPACE) at += 1;
  return { token: { kind: 'control', name, value: digits === '' ? undefined : Number(digits) }, end: at };
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a));
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}
