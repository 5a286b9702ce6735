// Measures how long this process computes, whatever else a busy machine does.

/** Least time of three runs, in milliseconds of this process's CPU time. */
export function measureCpuMs(run: () => void): number {
  const times = [1, 2, 3].map(() => {
    const from = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1_000;
  });
  return Math.min(...times);
}
