// A managed library with digests, and a publisher that keeps what it is given.
import type { Digest } from '../../src/core/digest/digest.js';
import type { DigestRequest } from '../../src/core/digest/digests.js';
import type { DigestContent, DigestPublisher, Published } from '../../src/core/digest/ports.js';

interface KeptPost {
  readonly digest: Digest;
  readonly content: DigestContent;
  readonly nonce: string;
}

export interface KeepingPublisher extends DigestPublisher {
  readonly posts: KeptPost[];
  /** Problems that people were told about. */
  readonly told: { readonly digest: Digest; readonly problem: string }[];
  /** Set it to change what comes of the next posts. */
  onPublish: () => Promise<Published>;
  /** Set it to change what is found of earlier posts. */
  found: { readonly url: string } | 'unknown' | 'missing';
}

export function createKeepingPublisher(): KeepingPublisher {
  const posts: KeptPost[] = [];
  const told: KeepingPublisher['told'] = [];
  const publisher: KeepingPublisher = {
    ...{ posts, told, found: 'missing' },
    onPublish: async () => ({ kind: 'posted', url: `https://example.org/${posts.length}` }),
    async publish(digest, content, nonce) {
      posts.push({ digest, content, nonce });
      return await publisher.onPublish();
    },
    findPosted: async () => publisher.found,
    async tellPaused(digest, problem) {
      told.push({ digest, problem });
    },
  };
  return publisher;
}

/** Every day at 09:00 UTC, about the whole library. */
export const DAILY: DigestRequest = {
  channelId: 'c1',
  subject: { articleIds: [], feedIds: [] },
  style: 'keyPoints',
  schedule: { frequency: 'daily', time: '09:00', timeZone: 'UTC' },
};
