// Whether whoever left something unfinished is still at it.

/** At a start, what bears this process's own id stems from an earlier life of it (in a container it is always 1). */
export function isOtherLiveProcess(processId: number): boolean {
  if (processId === process.pid) return false;
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
