// A fair queue with bounded concurrency. It serves libraries round-robin, so that a busy one can't starve the others.

/** Options for {@link FairQueue.run}. */
export interface QueueOptions {
  /**
   * Aborting removes a waiter from the queue, and `run` rejects with the signal's reason. Work that has already started
   * must watch the signal itself.
   */
  readonly signal?: AbortSignal | undefined;
  /** Called with the position in the queue, from 1, when waiting starts and whenever it changes. Must not throw. */
  readonly onQueued?: ((position: number) => void) | undefined;
}

/** A queue for work of several libraries. */
export interface FairQueue {
  /** Runs the work when its turn comes. Each library's work runs in order of arrival; libraries take turns. */
  run<T>(library: string, work: () => Promise<T>, options?: QueueOptions): Promise<T>;
}

interface Waiter {
  readonly start: () => void;
  readonly onQueued?: QueueOptions['onQueued'];
  position: number;
}

/**
 * Creates an empty queue.
 * @param concurrency how much work runs at once, across all libraries; at least 1
 */
export function createFairQueue(concurrency: number): FairQueue {
  // Libraries with waiters, in turn order. A library that had its turn moves to the end.
  const ring = new Map<string, Waiter[]>();
  let running = 0;

  function startNext(): void {
    while (running < concurrency) {
      const [head] = ring;
      if (!head) return;
      const [library, [next, ...rest]] = head;
      ring.delete(library);
      if (rest.length > 0) ring.set(library, rest);
      running += 1;
      next?.start();
    }
  }

  function notifyPositions(): void {
    let position = 0;
    for (const waiter of listInTurnOrder(ring)) {
      position += 1;
      if (waiter.position === position) continue;
      waiter.position = position;
      waiter.onQueued?.(position);
    }
  }

  function waitForTurn(library: string, { signal, onQueued }: QueueOptions): Promise<void> {
    return new Promise((resolve, reject) => {
      const cancel = () => {
        const rest = ring.get(library)?.filter((other) => other !== waiter) ?? [];
        // Setting an existing key keeps its position in the map.
        if (rest.length > 0) ring.set(library, rest);
        else ring.delete(library);
        notifyPositions();
        reject(signal?.reason);
      };
      const waiter: Waiter = {
        start() {
          signal?.removeEventListener('abort', cancel);
          resolve();
        },
        onQueued,
        position: 0,
      };
      signal?.addEventListener('abort', cancel, { once: true });
      ring.set(library, [...(ring.get(library) ?? []), waiter]);
      startNext();
      notifyPositions();
    });
  }

  return {
    async run(library, work, options = {}) {
      options.signal?.throwIfAborted();
      await waitForTurn(library, options);
      try {
        return await work();
      } finally {
        running -= 1;
        startNext();
        notifyPositions();
      }
    },
  };
}

/** The waiters in the order in which they will start if nobody joins or leaves. */
function* listInTurnOrder(ring: ReadonlyMap<string, readonly Waiter[]>): Generator<Waiter> {
  let hasWaiters = true;
  for (let round = 0; hasWaiters; round += 1) {
    hasWaiters = false;
    for (const { [round]: waiter } of ring.values()) {
      if (!waiter) continue;
      hasWaiters = true;
      yield waiter;
    }
  }
}
