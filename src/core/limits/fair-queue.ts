// A fair queue: bounded concurrency, and turns that go round the libraries, so that a busy one cannot starve a quiet one.

export interface QueueOptions {
  /** Aborted: a waiter leaves, and `run` rejects with the signal's reason. Work that has begun must watch it itself. */
  readonly signal?: AbortSignal | undefined;
  /** Told of the place in the queue, from 1, when waiting begins and whenever it changes. Must not throw. */
  readonly onQueued?: ((position: number) => void) | undefined;
}

export interface FairQueue {
  /** Does the work when its turn comes: first come first served within a library, libraries in turn. */
  run<T>(library: string, work: () => Promise<T>, options?: QueueOptions): Promise<T>;
}

interface Waiter {
  readonly start: () => void;
  readonly onQueued?: QueueOptions['onQueued'];
  position: number;
}

/** @param concurrency pieces of work at once, over all libraries; from 1 */
export function createFairQueue(concurrency: number): FairQueue {
  // In order of turn: a library that had one goes to the end, one without waiters is not in it.
  const ring = new Map<string, Waiter[]>();
  let running = 0;

  function startNext(): void {
    while (running < concurrency) {
      const [turn] = ring;
      if (!turn) return;
      const [library, [next, ...rest]] = turn;
      ring.delete(library);
      if (rest.length > 0) ring.set(library, rest);
      running += 1;
      next?.start();
    }
  }

  function tellPositions(): void {
    let position = 0;
    for (const waiter of inOrder(ring)) {
      position += 1;
      if (waiter.position === position) continue;
      waiter.position = position;
      waiter.onQueued?.(position);
    }
  }

  function turnOf(library: string, { signal, onQueued }: QueueOptions): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        const rest = ring.get(library)?.filter((other) => other !== waiter) ?? [];
        // Setting a key that is there keeps its place in the ring.
        if (rest.length > 0) ring.set(library, rest);
        else ring.delete(library);
        tellPositions();
        reject(signal?.reason);
      };
      const waiter: Waiter = {
        start() {
          signal?.removeEventListener('abort', leave);
          resolve();
        },
        onQueued,
        position: 0,
      };
      signal?.addEventListener('abort', leave, { once: true });
      ring.set(library, [...(ring.get(library) ?? []), waiter]);
      startNext();
      tellPositions();
    });
  }

  return {
    async run(library, work, options = {}) {
      options.signal?.throwIfAborted();
      await turnOf(library, options);
      try {
        return await work();
      } finally {
        running -= 1;
        startNext();
        tellPositions();
      }
    },
  };
}

/** The waiters in the order in which their turns come while nobody joins or leaves. */
function* inOrder(ring: ReadonlyMap<string, readonly Waiter[]>): Generator<Waiter> {
  let found = true;
  for (let round = 0; found; round += 1) {
    found = false;
    for (const { [round]: waiter } of ring.values()) {
      if (!waiter) continue;
      found = true;
      yield waiter;
    }
  }
}
