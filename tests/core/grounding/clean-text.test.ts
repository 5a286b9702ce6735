import { describe, expect, it } from 'vitest';
import { blankSmallPrint, cleanText } from '../../../src/core/grounding/clean-text.js';

describe('small print', () => {
  it('is blanked without moving the rest', () => {
    const message = '### Answer\nRain fell. [1]\n-# A title\n-# Written by a model';

    const blanked = blankSmallPrint(message);

    expect(blanked.trim()).toBe('Rain fell. [1]');
    expect(blanked.indexOf('Rain')).toBe(message.indexOf('Rain'));
  });
});

describe('clean text', () => {
  it.each([
    ['markers of an answer', 'Rain fell. [[1]](https://example.org/a#b)', 'Rain fell.'],
    ['escaped markers', 'Rain fell. \\[1\\]', 'Rain fell.'],
    ['emphasis', 'Rain **fell** on `Monday`.', 'Rain fell on Monday.'],
    ['a quotation and small print', '> Rain fell.\n-# A title', 'Rain fell. A title'],
    ['links', 'Rain [fell](https://example.org).', 'Rain fell.'],
    ['mentions', 'Rain fell, <@123>.', 'Rain fell, .'],
    ['quotation marks like those of TeX', "Rain ``fell''.", "Rain fell''."],
  ])('has no %s', (_what, text, cleaned) => {
    expect(cleanText(text)).toBe(cleaned);
  });

  it('keeps a number in brackets that is no marker', () => {
    expect(cleanText('In [2031] rain fell.')).toBe('In [2031] rain fell.');
  });
});
