// Tells whether the process that left unfinished work is still running. A process id alone doesn't: after a restart it may
// belong to any program.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process as it is stored with unfinished work. */
export interface ProcessIdentity {
  readonly id: number;
  /** When it started, in the words of the operating system; empty if unknown. */
  readonly startedAt: string;
}

const PS_TIMEOUT_MS = 2_000;

let own: ProcessIdentity | undefined;

export function ownProcess(): ProcessIdentity {
  own ??= { id: process.pid, startedAt: readStartTime(process.pid) };
  return own;
}

/**
 * Returns false for our own process id: at startup it belongs to an earlier run (in a container the id is
 * always 1).
 * @param startedAt of the process that is meant; empty if unknown
 */
export function isOtherLiveProcess(id: number, startedAt = ''): boolean {
  if (id === process.pid || !isRunning(id)) return false;
  const current = startedAt === '' ? '' : readStartTime(id);
  return current === '' || current === startedAt;
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Linux: boot and clock ticks since then (https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html). Elsewhere: `ps`. */
function readStartTime(id: number): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    // The second field is the program's name, in parentheses, and may contain spaces.
    const fields = readFileSync(`/proc/${id}/stat`, 'utf8')
      .replace(/^.*\)\s/su, '')
      .split(' ');
    return `${boot} ${fields[19]}`;
  } catch {
    return readStartTimeFromPs(id);
  }
}

function readStartTimeFromPs(id: number): string {
  if (process.platform === 'win32') return '';
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(id)], {
      ...{ encoding: 'utf8', timeout: PS_TIMEOUT_MS },
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return '';
  }
}
