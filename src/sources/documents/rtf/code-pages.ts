// The encodings of RTF files: a code page for the file, and a character set for each font.
import iconv from 'iconv-lite';

/** By `\fcharset`: https://learn.microsoft.com/en-us/openspecs/windows_protocols/ms-wmf/0d0b32ac-a836-4bd2-a112-b6000a1b4fc9 */
const BY_CHARSET: ReadonlyMap<number, number> = new Map([
  ...([
    [0, 1252],
    [77, 10000],
    [128, 932],
    [129, 949],
    [130, 1361],
    [134, 936],
    [136, 950],
    [161, 1253],
  ] as const),
  ...([
    [162, 1254],
    [163, 1258],
    [177, 1255],
    [178, 1256],
    [186, 1257],
    [204, 1251],
    [222, 874],
    [238, 1250],
  ] as const),
]);
const DEFAULT_PAGE = 1252;

/** The code page of a font's character set. Undefined if it says nothing, as for symbols. */
export function pageOfCharset(charset: number): number | undefined {
  return BY_CHARSET.get(charset);
}

export function decodePage(bytes: Uint8Array, page: number): string {
  const names = page === 65001 ? ['utf-8'] : page === 10000 ? ['macroman'] : [`cp${page}`, `windows-${page}`];
  const name = names.find((one) => iconv.encodingExists(one)) ?? `cp${DEFAULT_PAGE}`;
  return iconv.decode(Buffer.from(bytes), name);
}
