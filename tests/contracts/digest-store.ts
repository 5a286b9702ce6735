// The contract of every digest store, with two processes on one store.
import { describe, expect, it } from 'vitest';
import type { DigestState } from '../../src/core/digest/digest.js';
import type { ClaimedSlot, DigestStore } from '../../src/core/digest/ports.js';
import type { DataDeletion, LibraryStore } from '../../src/core/library/library-store.js';
import type { LibraryChange } from '../../src/core/library/ports.js';

type Store = DigestStore & Pick<LibraryStore, 'listChanges'> & DataDeletion;

const SLOT = '2031-03-04T09:00:00.000Z';
const NEXT = '2031-03-05T09:00:00.000Z';
const at = (minute: number) => `2031-03-04T09:${String(minute).padStart(2, '0')}:00.000Z`;

const change: LibraryChange = { library: 'town', at: SLOT, action: 'digest-added', subject: '<#c1>' };
const digest: DigestState = {
  ...{ id: 'd1', library: 'town', channelId: 'c1', style: 'brief', createdBy: 'ann' },
  subject: { articleIds: ['a1'], feedIds: [] },
  schedule: { frequency: 'daily', time: '09:00', timeZone: 'Europe/Berlin' },
  createdAt: '2031-03-03T10:00:00.000Z',
  dueAt: SLOT,
  covered: { a1: 'old' },
};

/** @param open opens two connections to one empty store, and closes them when the test ends */
export function digestStoreContract(name: string, open: () => Promise<readonly [Store, Store]>): void {
  const claim = { slot: SLOT, dueAt: NEXT, until: at(5) };

  describe(`${name} as a digest store`, () => {
    it('stores digests by library, and logs changes', async () => {
      const [store, other] = await open();

      store.addDigest(digest, change);

      expect(other.listDigests('town')).toEqual([digest]);
      expect(other.getDigest('d1', 'village')).toBeUndefined();
      expect(other.removeDigest('d1', 'village', { ...change, library: 'village' })).toBe(false);
      expect(other.listChanges('village', 1)).toEqual([]);
      expect(other.removeDigest('d1', 'town', change)).toBe(true);
      expect(store.listDigests('town')).toEqual([]);
      expect(store.listChanges('town', 5)).toHaveLength(2);
    });

    it('lists what is due, unless it is paused', async () => {
      const [store] = await open();
      store.addDigest(digest, change);
      const paused = { at: at(1), problem: 'It is gone.' };

      expect(store.listDueDigests('2031-03-04T08:59:59.000Z', 5)).toEqual([]);
      expect(store.listDueDigests(SLOT, 5)).toEqual([digest]);
      expect(store.setPaused('d1', 'town', change, { paused })).toBe(true);
      expect(store.setPaused('d1', 'town', change, { paused })).toBe(false);
      expect(store.getDigest('d1', 'town')?.paused).toEqual(paused);
      expect(store.listDueDigests(SLOT, 5)).toEqual([]);
      expect(store.setPaused('d1', 'town', change, { dueAt: NEXT })).toBe(true);
      expect(store.getDigest('d1', 'town')).toEqual({ ...digest, dueAt: NEXT });
    });

    it('gives a slot to one of two processes, and never again', async () => {
      const [store, other] = await open();
      store.addDigest(digest, change);
      // Both have seen that it is due.
      const [mine] = store.listDueDigests(SLOT, 5);
      const [theirs] = other.listDueDigests(SLOT, 5);

      const first = mine && store.claimSlot(mine, claim);
      const second = theirs && other.claimSlot(theirs, claim);
      if (first) store.finishSlot(first, { kind: 'nothing-new' });
      const again = other.claimSlot({ ...digest, dueAt: NEXT }, { ...claim, dueAt: SLOT });

      expect(first).toMatchObject({ library: 'town', digestId: 'd1', slot: SLOT, attempts: 1 });
      expect(second).toBeUndefined();
      expect(again).toBeUndefined();
    });

    it('lets another process take over when a claim has expired, and only then', async () => {
      const [store, other] = await open();
      store.addDigest(digest, change);
      const first = store.claimSlot(digest, claim) as ClaimedSlot;
      const posting = { answerId: 'x1', covered: { a1: 'new' }, until: at(7) };
      store.startPosting(first, posting);

      const early = other.takeOverSlot(at(6), at(12));
      const taken = other.takeOverSlot(at(7), at(12));

      expect(early).toBeUndefined();
      expect(taken).toMatchObject({ slot: SLOT, attempts: 2, answerId: 'x1' });
      expect(store.startPosting(first, posting)).toBe(false);
      store.finishSlot(first, { kind: 'posted', at: at(8), url: 'https://example.org/late' });
      expect(store.getDigest('d1', 'town')?.posted).toBeUndefined();
      if (taken) other.finishSlot(taken, { kind: 'posted', at: at(9), url: 'https://example.org/1' });
      expect(store.getDigest('d1', 'town')).toMatchObject({
        posted: { at: at(9), url: 'https://example.org/1' },
        ...{ covered: { a1: 'new' }, dueAt: NEXT },
      });
      expect(store.takeOverSlot(at(59), at(59))).toBeUndefined();
    });

    it('releases a slot for another attempt', async () => {
      const [store] = await open();
      store.addDigest(digest, change);
      const first = store.claimSlot(digest, claim) as ClaimedSlot;

      store.releaseSlot(first, at(1));

      expect(store.takeOverSlot(at(1), at(5))).toMatchObject({ attempts: 2 });
    });

    it('deletes digests with their library, and forgets who added them', async () => {
      const [store] = await open();
      store.addDigest(digest, change);
      store.addDigest({ ...digest, id: 'd2', library: 'village' }, { ...change, library: 'village' });
      store.claimSlot(digest, claim);

      await store.deletePerson('ann');
      await store.deleteLibrary('town');

      expect(store.listDigests('town')).toEqual([]);
      expect(store.takeOverSlot(at(59), at(59))).toBeUndefined();
      expect(store.listDigests('village')).toMatchObject([{ id: 'd2' }]);
      expect(store.listDigests('village')[0]).not.toHaveProperty('createdBy');
    });
  });
}
