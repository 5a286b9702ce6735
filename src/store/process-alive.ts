// Tells whether the process that left unfinished work is still running.

/**
 * Returns false for our own process id: at startup it belongs to an earlier run (in a container the id is
 * always 1).
 */
export function isOtherLiveProcess(processId: number): boolean {
  if (processId === process.pid) return false;
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
