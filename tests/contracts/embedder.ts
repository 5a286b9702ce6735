// The contract of every embedder.
import { describe, expect, it } from 'vitest';
import type { Embedder } from '../../src/core/ports.js';

export function embedderContract(name: string, open: () => Promise<Embedder>): void {
  describe(`${name} as an embedder`, () => {
    it('returns a unit vector with its number of dimensions for each text, in order', async () => {
      const embedder = await open();
      const texts = ['The harbour closes.', 'A painted ceiling.', 'The harbour closes.'];

      const [first, second, third] = await embedder.embedDocuments(texts);

      expect(first).toHaveLength(embedder.dimensions);
      expect(third).toEqual(first);
      expect(second).not.toEqual(first);
      expect(Math.hypot(...(first ?? []))).toBeCloseTo(1, 5);
    });

    it('embeds a question like a document with the same text', async () => {
      const embedder = await open();

      const [document] = await embedder.embedDocuments(['The harbour closes.']);

      expect(await embedder.embedQuery('The harbour closes.')).toEqual(document);
    });

    it('returns no vectors for no texts', async () => {
      const embedder = await open();

      expect(await embedder.embedDocuments([])).toEqual([]);
    });

    it('has a stable fingerprint that includes the number of dimensions', async () => {
      const [one, other] = [await open(), await open()];

      expect(one.fingerprint).toBe(other.fingerprint);
      expect(one.fingerprint).toContain(String(one.dimensions));
    });
  });
}
