import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../src/core/text/article.js';
import { decodeText } from '../../src/sources/decode-text.js';

const GERMAN = 'Die Fähre über den Fluß fährt täglich.';

describe('decodeText', () => {
  it.each([
    ['UTF-8', Buffer.from(GERMAN)],
    ['UTF-8 with a byte-order mark', Buffer.from(`\uFEFF${GERMAN}`)],
    ['UTF-16, little endian', Buffer.from(`\uFEFF${GERMAN}`, 'utf16le')],
    ['UTF-16, big endian', Buffer.from(`\uFEFF${GERMAN}`, 'utf16le').swap16()],
    ['UTF-16 without a mark', Buffer.from(GERMAN, 'utf16le')],
    ['big-endian UTF-16 without a mark', Buffer.from(GERMAN, 'utf16le').swap16()],
    ['Latin-1', iconv.encode(GERMAN, 'iso-8859-1')],
  ])('reads %s', (_name, bytes) => {
    expect(canonicalText(decodeText(bytes))).toBe(GERMAN);
  });

  it.each([
    ['windows-1252', '“Yes”, she said – it’s over.'],
    ['windows-1251', 'Паром ходит каждый день. Никто не утонул.'],
    ['koi8-r', 'Паром ходит каждый день. Никто не утонул.'],
    ['windows-1250', 'Most spadl v pondělí. Žádný člověk nebyl zraněn.'],
    ['windows-1253', 'Το πλοίο φεύγει κάθε μέρα. Κανείς δεν πνίγηκε.'],
    ['shift_jis', '昨日、町の古い橋が落ちた。けが人はいなかった。'],
    ['gb18030', '昨天，镇上的老桥塌了。没有人受伤。'],
    ['euc-kr', '어제 마을의 오래된 다리가 무너졌다. 다친 사람은 없었다.'],
    ['windows-1255', 'המעבורת יוצאת בכל יום. איש לא טבע.'],
  ])('reads %s', (encoding, text) => {
    expect(decodeText(iconv.encode(text, encoding))).toBe(text);
  });

  it('keeps UTF-8 with a damaged character', () => {
    const bytes = Buffer.concat([Buffer.from(GERMAN), Buffer.from([0xc3])]);

    expect(decodeText(bytes)).toBe(`${GERMAN}\uFFFD`);
  });

  it.each([
    ['an image', Buffer.from('89504e470d0a1a0a0000000d', 'hex')],
    ['a GIF', Buffer.from('474946383961010001008000', 'hex')],
    ['an archive', Buffer.from('504b03041400000008000000', 'hex')],
    ['random bytes', Buffer.from('c3280001fe0203ff04fd05', 'hex')],
  ])('refuses %s', (_name, bytes) => {
    expect(() => decodeText(bytes)).toThrow(expect.objectContaining({ code: 'sources/not-text' }));
  });
});
