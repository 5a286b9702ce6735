import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  escapeEnd,
  escapeLine,
  escapeMarkdown,
  escapeStart,
  splitText,
} from '../../../src/discord/markdown/escape-markdown.js';

describe('escaping', () => {
  it('removes characters that override the text direction', () => {
    expect(escapeLine('invoice\u202Efdp.exe')).toBe('invoicefdp.exe');
    expect(escapeMarkdown('a\u2066b\u2069 c\u061C')).toBe('ab c\u061C');
  });

  it('keeps the joiners that scripts and emoji need', () => {
    expect(escapeMarkdown('می\u200Cخواهم 👩\u200D🚒 שלום\u200F')).toBe('می\u200Cخواهم 👩\u200D🚒 שלום\u200F');
  });

  it.each([':smile:', ':+1:', ':thumbs-up:', ':wave::skin-tone-2:'])('shows %s as it was written', (name) => {
    expect(escapeMarkdown(name)).toMatch(/^\\:/);
  });
});

describe('splitting', () => {
  it('splits between lines, so that links stay intact', () => {
    const line = '-# [A title of some words](https://x.example/a)';

    const parts = splitText(Array.from({ length: 100 }, () => line).join('\n'), 1_000);

    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) expect(part.split('\n').every((one) => one === line)).toBe(true);
  });

  it('loses no word of any text, and keeps to the limit', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.integer({ min: 4, max: 50 }),
        (text, max) => {
          const parts = splitText(text.toWellFormed(), max);

          expect(parts.every((part) => part.length <= max && part.isWellFormed())).toBe(true);
          expect(parts.join('').replace(/\s+/gu, '')).toBe(text.toWellFormed().replace(/\s+/gu, ''));
        },
      ),
    );
  });
});

describe('the end and the start of a text', () => {
  it('are cut between characters in scripts without spaces', () => {
    const text = '港はコンクリートの修理のために閉鎖される。'.repeat(40);

    expect(escapeEnd(text, 100)).toMatch(/^… .{60,98}。$/u);
    expect(escapeStart(text, 100)).toMatch(/^港.{60,97} …$/u);
  });

  it('keep to the limit and stay well-formed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.integer({ min: 8, max: 60 }),
        (text, max) => {
          for (const cut of [escapeEnd(text.toWellFormed(), max), escapeStart(text.toWellFormed(), max)]) {
            expect(cut.length).toBeLessThanOrEqual(max);
            expect(cut.isWellFormed()).toBe(true);
          }
        },
      ),
    );
  });
});
