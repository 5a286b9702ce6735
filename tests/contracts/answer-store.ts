// The contract of every answer store.
import { describe, expect, it } from 'vitest';
import type { AnswerStore, Place, StoredAnswer } from '../../src/core/store-ports.js';

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

    it('lists what was asked in a place, newest first, without what is private', async () => {
      const store = await open();
      const base: StoredAnswer = {
        ...{ id: 'a1', library: 'town', question: 'Which wind?', createdAt: '2031-03-03T10:00:00.000Z' },
        answer: { kind: 'not-in-article', closest: [], confidence: 0.1, engine: 'by-hand' },
        place: { channelId: 'c1' },
      };
      store.putAnswer(base);
      store.putAnswer({ ...base, id: 'a2', createdAt: '2031-03-03T11:00:00.000Z' });
      store.putAnswer({ ...base, id: 'a3', place: { channelId: 'c1', threadId: 't1' } });
      store.putAnswer({ ...base, id: 'a4', isPrivate: true });
      store.putAnswer({ ...base, id: 'a5', library: 'village' });
      store.putAnswer({ ...base, id: 'a6', place: { channelId: 'c2' } });
      store.putAnswer({ ...base, id: 'a7', createdAt: '2031-03-01T10:00:00.000Z' });
      store.putAnswer({ ...base, id: 'a8', place: undefined });
      const list = (place: Place, limit = 9) =>
        store.listAsked('town', place, '2031-03-02T00:00:00.000Z', limit).map(({ id }) => id);

      expect(list({ channelId: 'c1' })).toEqual(['a2', 'a1', 'a3']);
      expect(list({ channelId: 'c1' }, 1)).toEqual(['a2']);
      expect(list({ channelId: 'c1', threadId: 't1' })).toEqual(['a3']);
      expect(store.getAnswer('a3')?.place).toEqual({ channelId: 'c1', threadId: 't1' });
    });
  });
}
