// Work that must not run side by side.

/**
 * Runs what it is given one after the other. Work that fails is told to whoever asked for it, and keeps none from
 * following.
 */
export function createTurns(): <T>(work: () => T | Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };
}
