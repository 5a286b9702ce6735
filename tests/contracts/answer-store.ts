// The contract of every answer store.
import { describe, expect, it } from 'vitest';
import type { AnswerStore, StoredAnswer } from '../../src/core/ports.js';

/** @param open opens an empty store, and closes it when the test ends */
export function answerStoreContract(name: string, open: () => Promise<AnswerStore>): void {
  describe(`${name} as an answer store`, () => {
    it('stores answers by id, and the last one wins', async () => {
      const store = await open();
      const answer: StoredAnswer = {
        ...{ id: 'a1', library: 'town', question: 'Which wind?', createdAt: '2031-03-03T10:00:00.000Z' },
        answer: { kind: 'not-in-article', closest: [], confidence: 0.1, engine: 'by-hand' },
      };
      store.putAnswer(answer);
      store.putAnswer({ ...answer, question: 'What wind?' });

      expect(store.getAnswer('a1')).toEqual({ ...answer, question: 'What wind?' });
      expect(store.getAnswer('a2')).toBeUndefined();
    });
  });
}
