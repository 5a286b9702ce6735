import { describe, expect, it } from 'vitest';
import { readPastedText } from '../../src/sources/read-pasted-text.js';

describe('pasted text', () => {
  it.each(['- ', '> ', '>', '1. ', '> - '])(
    'with a million nested %j is refused before it is parsed',
    (marker) => {
      expect(() => readPastedText(`${marker.repeat(1_000_000)}a`)).toThrow('nested too deeply');
    },
  );

  it('may have long lines of dashes and stars', () => {
    const text = `The harbour closed.\n\n${'- '.repeat(40)}\n\nIt opened again.\n\n${'* '.repeat(40)}*\n\nIt rained.`;

    expect(readPastedText(text, 'Harbour').text).toMatch(/closed\.\s+It opened again\.\s+It rained\./u);
  });
});
