// Faults that a test can inject into the REST API and the gateway.

/** A fault that replaces the response to a REST request. */
export type RestFault = {
  /** Default: any method. */
  readonly method?: string;
  /** Matched against the path below `/api/v10`; default: any path. */
  readonly path?: RegExp;
  /** How many requests it affects; default 1. */
  readonly times?: number;
} & (
  | { readonly status: 500 | 502 | 503 | 504 }
  | { readonly status: 429; readonly retryAfterMs: number; readonly isGlobal?: boolean }
  /** `hang` never responds, `close` drops the connection, `close-after` handles the request and then drops it. */
  | { readonly status: 'hang' | 'close' | 'close-after' }
);

export interface GatewayFault {
  readonly kind: 'drop' | 'reconnect' | 'invalid-session';
  /** Whether the client can resume its session. */
  readonly isResumable: boolean;
}

/** Clients and requests behave normally until a fault is added. */
export class Faults {
  /** While true, heartbeats aren't acknowledged. */
  areHeartbeatsIgnored = false;
  /** Delays each dispatched event. */
  dispatchDelayMs = 0;
  readonly #rest: { readonly fault: RestFault; remaining: number }[] = [];
  readonly #listeners = new Set<(fault: GatewayFault) => void>();

  /** Makes the next matching requests fail. */
  failRest(fault: RestFault): void {
    this.#rest.push({ fault, remaining: fault.times ?? 1 });
  }

  /** Drops all gateway connections. */
  dropGateway({ isResumable = true } = {}): void {
    this.#emit({ kind: 'drop', isResumable });
  }

  /** Sends a RECONNECT to all clients, which then resume. */
  sendReconnect(): void {
    this.#emit({ kind: 'reconnect', isResumable: true });
  }

  /** Sends INVALID_SESSION to all clients. */
  invalidateSessions({ isResumable = false } = {}): void {
    this.#emit({ kind: 'invalid-session', isResumable });
  }

  /** Removes all faults. */
  clear(): void {
    this.areHeartbeatsIgnored = false;
    this.dispatchDelayMs = 0;
    this.#rest.length = 0;
  }

  /** Takes the fault for a request and counts it as used. */
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

  /** @returns a function that removes the listener */
  onGateway(listener: (fault: GatewayFault) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #emit(fault: GatewayFault): void {
    for (const listener of this.#listeners) listener(fault);
  }
}
