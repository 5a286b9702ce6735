// What commands and actions get, for tests that run them without Discord.
import { RETENTION } from '../../src/core/limits/retention.js';
import type { Invocation } from '../../src/discord/command.js';
import { createPendingRequests } from '../../src/discord/pending-requests.js';

type Needed = Pick<Invocation, 'assistant' | 'manager' | 'digests' | 'library' | 'userId'>;

/** An admin's private request in one library. */
export function invocationWith(parts: Needed & Partial<Invocation>): Invocation {
  const { library } = parts;
  return {
    ...{ libraries: [library], messageLibrary: library, servers: [], channelId: '11' },
    ...{ isAdmin: true, isManager: true, isPrivate: true, pending: createPendingRequests() },
    ...{ signal: new AbortController().signal, show: () => {} },
    terms: { retention: RETENTION, models: [] },
    post: () => Promise.reject(new Error('no channels here')),
    checkPost: async () => {},
    findReadable: async (channelId) => ({ channelId }),
    download: async ({ name }) => ({ name, bytes: new Uint8Array() }),
    ...parts,
  };
}
