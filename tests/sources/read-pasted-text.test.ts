import { describe, expect, it } from 'vitest';
import { readPastedText } from '../../src/sources/read-pasted-text.js';
import { measureCpuMs } from '../support/cpu-time.js';

const LIMIT = 4_000;

describe('pasted text', () => {
  it.each(['- ', '> ', '>', '1. ', '> - '])('with thousands of nested %j is refused at once', (marker) => {
    const text = `${marker.repeat(LIMIT)}`.slice(0, LIMIT - 1).concat('a');
    readPastedText('Warm up.');

    const ms = measureCpuMs(() => expect(() => readPastedText(text)).toThrow('nested too deeply'));

    expect(ms).toBeLessThan(200);
  });

  it('may have long lines of dashes and stars', () => {
    const text = `The harbour closed.\n\n${'- '.repeat(40)}\n\nIt opened again.\n\n${'* '.repeat(40)}*\n\nIt rained.`;

    expect(readPastedText(text, 'Harbour').text).toMatch(/closed\.\s+It opened again\.\s+It rained\./u);
  });
});
