import { describe, expect, it } from 'vitest';
import { redactSecrets } from '../../../src/engines/langchain/redact.js';

const KEY = 'abcd-EFGH-0123456789-wxyz';

describe('what a server says', () => {
  it.each([
    ['the key', `Incorrect key ${KEY}.`],
    ['its beginning and end', 'Incorrect key abcd-EF******wxyz.'],
    ['its end', 'Incorrect key ending in ...9-wxyz.'],
    ['a long part of it', 'Incorrect key 0123456789-wxyz.'],
    ['another key', 'Incorrect key sk-proj-12**34.'],
    ['a password in an address', 'Cannot reach http://ann:EFGH-01@example.org/v1.'],
    ['an invalid header', `Headers.append: "Bearer ${KEY}" is an invalid header value.`],
  ])('is shown without %s', (_name, text) => {
    const shown = redactSecrets(text, KEY);

    expect(shown).toContain('[secret]');
    expect(shown).not.toMatch(/EFGH|wxyz|sk-proj|ann:/u);
  });

  it('is otherwise shown as it is', () => {
    const text = 'The model abcd is overloaded… try http://example.org/v1 later.';

    expect(redactSecrets(text, KEY)).toBe(text);
  });
});
