// Decodes a page's bytes: the charset that the server or the page declares, if the bytes fit it, or a detected one.
import iconv from 'iconv-lite';
import { decodeText } from '../decode-text.js';

/** Browsers look for a declaration here. https://html.spec.whatwg.org/multipage/parsing.html#prescan-a-byte-stream-to-determine-its-encoding */
const PRESCAN_BYTES = 4096;
const META_CHARSET = /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w:.-]+)/iu;
const XML_ENCODING = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w:.-]+)/iu;
/** A charset with a larger share of damaged characters is the wrong one. */
const MAX_DAMAGED_SHARE = 0.002;

/**
 * Decodes a page. The order: a byte-order mark, valid UTF-8 with characters beyond ASCII, the server's charset, the
 * page's own declaration, detection. A charset that doesn't fit the bytes is skipped.
 * @param charset from the `Content-Type` header, or all of the header's value
 * @throws AppError `sources/not-text`
 */
export function decodeHtml(
  bytes: Uint8Array,
  { charset }: { readonly charset?: string | undefined } = {},
): string {
  const marked = decodeMarked(bytes);
  if (marked !== undefined) return marked;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, PRESCAN_BYTES));
  const header = /charset\s*=\s*["']?([\w:.-]+)/iu.exec(charset ?? '')?.[1] ?? charset;
  const meta = META_CHARSET.exec(head)?.[1] ?? XML_ENCODING.exec(head)?.[1];
  const utf8 = isValidUtf8(bytes) ? decodeAs(bytes, 'utf-8') : undefined;
  // Text in another encoding is hardly ever valid UTF-8, but ISO-2022-JP and its kind look like ASCII.
  if (utf8 !== undefined && /[^\p{ASCII}]/u.test(utf8)) return utf8;
  for (const declared of [header, meta]) {
    // A page that was readable up to this declaration isn't UTF-16.
    const name = declared === meta && /^utf-?16/iu.test(meta ?? '') ? 'utf-8' : declared?.trim();
    const text = name === undefined || name === '' ? undefined : decodeAs(bytes, name);
    if (text !== undefined && isSound(text)) return text;
  }
  return utf8 ?? decodeText(bytes);
}

function decodeMarked(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decodeAs(bytes, 'utf-8');
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs(bytes, 'utf-16be');
  return undefined;
}

/** By the web's labels, where `iso-8859-1` means windows-1252, then by iconv's. Undefined if the name is unknown. */
function decodeAs(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return iconv.encodingExists(label) ? iconv.decode(Buffer.from(bytes), label) : undefined;
  }
}

function isSound(text: string): boolean {
  const damaged = text.match(/\uFFFD/gu)?.length ?? 0;
  return damaged <= text.length * MAX_DAMAGED_SHARE;
}

function isValidUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
