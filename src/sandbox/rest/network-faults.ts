// What goes wrong on Discord's side, switched on by a test.

/** What happens to a REST request in place of its answer. */
export type RestFault = {
  /** Any, where it is left out. */
  readonly method?: string;
  /** Tested against the path below `/api/v10`. */
  readonly path?: RegExp;
  /** How many requests it meets; default 1. */
  readonly times?: number;
} & (
  | { readonly status: 500 | 502 | 503 | 504 }
  | { readonly status: 429; readonly retryAfterMs: number; readonly isGlobal?: boolean }
  /** `hang` never answers, `close` cuts the connection, `close-after` does what was asked and then cuts it. */
  | { readonly status: 'hang' | 'close' | 'close-after' }
);

export interface GatewayFault {
  readonly kind: 'drop' | 'reconnect' | 'invalid-session';
  /** Whether the session can be taken up again. */
  readonly isResumable: boolean;
}

export class Faults {
  /** Heartbeats get no answer while true. */
  areHeartbeatsIgnored = false;
  /** Each event reaches the bot this much later. */
  dispatchDelayMs = 0;
  readonly #rest: { readonly fault: RestFault; remaining: number }[] = [];
  readonly #listeners = new Set<(fault: GatewayFault) => void>();

  /** The next requests that match fail. */
  failRest(fault: RestFault): void {
    this.#rest.push({ fault, remaining: fault.times ?? 1 });
  }

  /** Cuts every gateway connection. */
  dropGateway({ isResumable = true } = {}): void {
    this.#tell({ kind: 'drop', isResumable });
  }

  /** Asks every client to reconnect and resume. */
  sendReconnect(): void {
    this.#tell({ kind: 'reconnect', isResumable: true });
  }

  invalidateSessions({ isResumable = false } = {}): void {
    this.#tell({ kind: 'invalid-session', isResumable });
  }

  /** Nothing goes wrong any more. */
  clear(): void {
    this.areHeartbeatsIgnored = false;
    this.dispatchDelayMs = 0;
    this.#rest.length = 0;
  }

  /** The fault that meets a request, used up by being asked for. */
  takeRest(method: string, path: string): RestFault | undefined {
    const index = this.#rest.findIndex(
      ({ fault }) => (fault.method ?? method) === method && (fault.path?.test(path) ?? true),
    );
    const entry = this.#rest[index];
    if (!entry) return undefined;
    entry.remaining -= 1;
    if (entry.remaining === 0) this.#rest.splice(index, 1);
    return entry.fault;
  }

  /** @returns what ends the listening */
  onGateway(listener: (fault: GatewayFault) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(fault: GatewayFault): void {
    for (const listener of this.#listeners) listener(fault);
  }
}
