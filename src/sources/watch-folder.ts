// Notices changes in the folder of built-in articles. The operating system's events only say when to look; what counts is
// a comparison of names, sizes and times, which also runs at intervals, because events don't reach some mounted folders.
import { type FSWatcher, watch } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Files that are compared. */
const MAX_FILES = 20_000;
/** A folder that doesn't come to rest is read anyway after this many looks. */
const MAX_LOOKS = 20;
/** Differs from every description of a folder. */
const FAILED = 'failed';
const SKIPPED = /^\.|^node_modules$/;

/** Options for {@link openFolderWatcher}. */
export interface FolderWatcherOptions {
  /** Called with whatever `onChange` throws. */
  readonly onError: (error: unknown) => void;
  /** The folder must be unchanged for this long, so that half a copy isn't read. Default 500 ms. */
  readonly settleMs?: number | undefined;
  /** How often to look without an event. Default 30 s. */
  readonly rescanMs?: number | undefined;
}

/** Watches until it is closed. */
export interface FolderWatcher {
  /** Ends watching, and waits for `onChange` if it is running. Safe to call twice. */
  close(): Promise<void>;
}

/**
 * Calls `onChange` after files in the folder or its subfolders have changed: one call at a time, and one for many changes.
 * Hidden files, hidden folders and `node_modules` don't count. The folder may be missing. Open the watcher before the
 * folder is read for the first time, so that no change falls between the two.
 * @param onChange gets a signal that is aborted by closing
 */
export async function openFolderWatcher(
  folder: string,
  onChange: (signal: AbortSignal) => Promise<void>,
  { onError, settleMs = 500, rescanMs = 30_000 }: FolderWatcherOptions,
): Promise<FolderWatcher> {
  const closing = new AbortController();
  let known = await describeFolder(folder);
  let running: Promise<void> | undefined;
  let isDirty = false;
  let events: FSWatcher | undefined;

  async function settle(): Promise<string> {
    let current = await describeFolder(folder);
    for (let looks = 0; looks < MAX_LOOKS && current !== known; looks += 1) {
      await wait(settleMs, undefined, { signal: closing.signal });
      const next = await describeFolder(folder);
      if (next === current) break;
      current = next;
    }
    return current;
  }

  async function work(): Promise<void> {
    while (isDirty && !closing.signal.aborted) {
      isDirty = false;
      const current = await settle();
      if (current === known) continue;
      known = current;
      try {
        await onChange(closing.signal);
      } catch (error) {
        // The next look tries again.
        known = FAILED;
        throw error;
      }
    }
  }

  function look(): void {
    isDirty = true;
    running ??= work()
      .catch((error: unknown) => {
        if (!closing.signal.aborted) onError(error);
      })
      .finally(() => {
        running = undefined;
        // An event may have come after the last look.
        if (isDirty && !closing.signal.aborted) look();
      });
  }

  function listen(): void {
    try {
      events ??= watch(folder, { recursive: true }, look).on('error', stopListening);
    } catch {
      // The folder is missing, or the system has no events left. The next look tries again.
    }
  }

  function stopListening(): void {
    events?.close();
    events = undefined;
  }

  listen();
  const timer = setInterval(() => {
    listen();
    look();
  }, rescanMs).unref();

  return {
    async close() {
      clearInterval(timer);
      stopListening();
      closing.abort();
      await running;
    },
  };
}

/** A text that differs if a file was added, removed, renamed or written. */
async function describeFolder(folder: string): Promise<string> {
  const lines: string[] = [];
  const folders = [folder];
  for (let path = folders.pop(); path !== undefined && lines.length < MAX_FILES; path = folders.pop()) {
    const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (SKIPPED.test(entry.name)) continue;
      const file = join(path, entry.name);
      if (entry.isDirectory()) folders.push(file);
      else lines.push(await describeFile(file));
    }
  }
  return lines.sort().join('\n');
}

async function describeFile(file: string): Promise<string> {
  const { size, mtimeMs, ino } = await stat(file).catch(() => ({ size: -1, mtimeMs: 0, ino: 0 }));
  return `${file} ${size} ${mtimeMs} ${ino}`;
}
