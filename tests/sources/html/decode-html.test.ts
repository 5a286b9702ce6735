import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeHtml } from '../../../src/sources/html/decode-html.js';

const RUSSIAN = '<p>Катер приходит по вторникам и пятницам, зимой вместо него летает вертолёт.</p>';
const JAPANESE = '<p>港の外れにある古い灯台に、今月、小さな喫茶店が開いた。</p>';

describe('decoding pages', () => {
  it.each([
    ['the server’s charset', 'windows-1251', 'windows-1251', RUSSIAN],
    ['the whole Content-Type header', 'shift_jis', 'text/html; charset="Shift_JIS"', JAPANESE],
    ['a label of the web', 'windows-1252', 'latin1', '<p>“Übung” – 5 €</p>'],
    ['no declaration', 'windows-1251', undefined, RUSSIAN.repeat(3)],
    ['UTF-8 without a declaration', 'utf-8', undefined, JAPANESE],
    ['a wrong declaration of UTF-8', 'windows-1251', 'utf-8', RUSSIAN.repeat(3)],
    ['a wrong declaration of Latin-1', 'utf-8', 'iso-8859-1', JAPANESE],
    ['an unknown charset', 'utf-8', 'x-nonsense', JAPANESE],
    ['an empty charset', 'utf-8', '', JAPANESE],
  ])('uses %s', (_what, encoding, charset, html) => {
    expect(decodeHtml(iconv.encode(html, encoding), { charset })).toBe(html);
  });

  it.each([
    ['<meta charset="euc-kr"><p>바닷가 헌책방이 올해로 서른 번째 여름을 맞았다.</p>', 'euc-kr'],
    ["<meta http-equiv='Content-Type' content='text/html; charset=gb2312'><p>茶馆又开门了</p>", 'gb18030'],
    ['<?xml version="1.0" encoding="iso-8859-2"?><p>Zażółć gęślą jaźń</p>', 'iso-8859-2'],
  ])('reads the page’s own declaration: %s', (html, encoding) => {
    expect(decodeHtml(iconv.encode(html, encoding))).toBe(html);
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be'])(
    'trusts a byte-order mark of %s more than the server',
    (encoding) => {
      const bytes = iconv.encode(JAPANESE, encoding, { addBOM: true });

      expect(decodeHtml(bytes, { charset: 'windows-1252' })).toBe(JAPANESE);
    },
  );

  it('refuses bytes that aren’t text', () => {
    const bytes = Uint8Array.from({ length: 500 }, (_, index) => (index * 7919) % 256);

    expect(() => decodeHtml(bytes)).toThrow(expect.objectContaining({ code: 'sources/not-text' }));
  });
});
