// What digests need from outside: a store that lets one process run each slot, and a place to post.
import type { Answered } from '../answer.js';
import type { LibraryChange } from '../library/ports.js';
import type { Digest, DigestState } from './digest.js';

/** A time at which a digest is due, claimed by one process. */
export interface ClaimedSlot {
  readonly library: string;
  readonly digestId: string;
  /** ISO 8601. With the digest, it identifies the slot. */
  readonly slot: string;
  /** Identifies the claim. A claim that expired and was taken over can't change anything any more. */
  readonly claim: string;
  /** Counts from 1. */
  readonly attempts: number;
  /** The summary that an earlier attempt may have posted. */
  readonly answerId?: string | undefined;
}

/** How a slot ended. */
type SlotOutcome =
  | {
      readonly kind: 'posted';
      readonly at: string;
      readonly url: string;
    }
  | { readonly kind: 'nothing-new' }
  | { readonly kind: 'given-up' };

/** Stores digests. Each change of a digest names its library, so an id of another library changes nothing. */
export interface DigestStore {
  /** In the order in which they were added. */
  listDigests(library: string): readonly DigestState[];
  getDigest(digestId: string, library: string): DigestState | undefined;
  addDigest(digest: DigestState, change: LibraryChange): void;
  /** Pauses it, or resumes it with the time when it is looked at next. Returns whether it was changed. */
  setPaused(
    digestId: string,
    library: string,
    change: LibraryChange,
    state: { readonly paused: NonNullable<Digest['paused']> } | { readonly dueAt: string },
  ): boolean;
  /** Returns whether the library had it. */
  removeDigest(digestId: string, library: string, change: LibraryChange): boolean;

  /** Digests that aren't paused, of libraries that won't be deleted, longest due first. @param now ISO 8601 */
  listDueDigests(now: string, limit: number): readonly DigestState[];
  /** Sets when it is looked at next, unless another process has done so. */
  postponeDigest(digest: Pick<DigestState, 'id' | 'library' | 'dueAt'>, dueAt: string): void;
  /**
   * Claims a slot and sets when the digest is looked at next, in one transaction. Of several processes, one succeeds.
   * @param digest as {@link DigestStore.listDueDigests} returned it
   * @returns undefined if another process has claimed the slot, now or ever
   */
  claimSlot(
    digest: Pick<DigestState, 'id' | 'library' | 'dueAt'>,
    claim: { readonly slot: string; readonly dueAt: string; readonly until: string },
  ): ClaimedSlot | undefined;
  /** Takes over a slot whose claim has expired. @param now ISO 8601 @param until ISO 8601 */
  takeOverSlot(now: string, until: string): ClaimedSlot | undefined;
  /**
   * Notes that a summary is about to be posted.
   * @param posting `covered`: becomes {@link DigestState.covered} once it is posted. `until`: when the claim expires
   * @returns false if the claim was taken over
   */
  startPosting(
    slot: ClaimedSlot,
    posting: {
      readonly answerId: string;
      readonly covered: Readonly<Record<string, string>>;
      readonly until: string;
    },
  ): boolean;
  /** Lets the slot be taken over at a time, for another attempt. */
  releaseSlot(slot: ClaimedSlot, until: string): void;
  finishSlot(slot: ClaimedSlot, outcome: SlotOutcome): void;
}

/** What a digest says this time. */
export interface DigestContent {
  readonly summary: Answered & { readonly id: string };
  /** How many articles are new or have changed. */
  readonly articles: number;
}

/** What came of posting a digest. */
export type Published =
  | { readonly kind: 'posted'; readonly url: string }
  /** Posting there isn't possible until a person changes something. */
  | { readonly kind: 'refused'; readonly problem: string };

/** Posts digests and tells people about them. */
export interface DigestPublisher {
  /** @param nonce of at most 20 characters: a repeated call within a few minutes posts nothing more */
  publish(digest: Digest, content: DigestContent, nonce: string): Promise<Published>;
  /** The address of a posted digest: `unknown` if that can't be found out, and `missing` if it wasn't posted. */
  findPosted(digest: Digest, answerId: string): Promise<{ readonly url: string } | 'unknown' | 'missing'>;
  /** Tells the person who added a digest why it was paused. Never throws. */
  tellPaused(digest: Digest, problem: string): Promise<void>;
}
