// Makes a promise abortable when the work behind it doesn't take a signal.

/**
 * Resolves or rejects with `work`, or rejects with the signal's reason as soon as it is aborted. The work itself keeps
 * running in that case.
 */
export async function abortable<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return await work;
  const cleanup = new AbortController();
  const aborted = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { signal: cleanup.signal });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    cleanup.abort();
  }
}
