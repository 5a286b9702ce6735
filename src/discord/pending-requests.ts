// Keeps commands that wait for a choice in a menu, because a menu's custom id is too short to hold them.
import { randomUUID } from 'node:crypto';
import type { PendingRequest, PendingRequests } from './command.js';

/** The oldest are forgotten first. */
const MAX_REQUESTS = 1_000;

export function createPendingRequests(): PendingRequests {
  const requests = new Map<string, PendingRequest>();
  return {
    keep(request) {
      const id = randomUUID();
      requests.set(id, request);
      const [oldest] = requests.keys();
      if (requests.size > MAX_REQUESTS && oldest !== undefined) requests.delete(oldest);
      return id;
    },
    find: (id) => requests.get(id),
  };
}
