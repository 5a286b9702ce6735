import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openFolderWatcher } from '../../src/sources/watch-folder.js';
import { temporaryFolder } from '../support/temporary.js';

interface Watching {
  readonly folder: string;
  /** Resolves at the next call of the watcher that isn't waited for yet. */
  next(): Promise<void>;
  calls(): number;
  readonly errors: unknown[];
  close(): Promise<void>;
}

async function watchTemporary(
  onChange: () => Promise<void> = async () => undefined,
  rescanMs = 200,
  folder = temporaryFolder(),
): Promise<Watching> {
  let calls = 0;
  let seen = 0;
  let wake = () => {};
  const errors: unknown[] = [];
  const watcher = await openFolderWatcher(
    folder,
    async () => {
      calls += 1;
      wake();
      await onChange();
    },
    { onError: (error) => errors.push(error), settleMs: 50, rescanMs },
  );
  onTestFinished(() => watcher.close());
  return {
    folder,
    errors,
    calls: () => calls,
    close: () => watcher.close(),
    async next() {
      seen += 1;
      while (calls < seen) await new Promise<void>((resolve) => (wake = resolve));
    },
  };
}

describe('watching a folder', () => {
  it('notices added, changed, renamed and removed files, also in subfolders', async () => {
    const { folder, next } = await watchTemporary();

    await writeFile(join(folder, 'a.md'), 'one');
    await next();
    await writeFile(join(folder, 'a.md'), 'one and two');
    await next();
    await mkdir(join(folder, 'sub'));
    await writeFile(join(folder, 'sub', 'b.md'), 'three');
    await next();
    await rename(join(folder, 'a.md'), join(folder, 'c.md'));
    await next();
    await rm(join(folder, 'sub'), { recursive: true });
    await next();
  });

  it('calls once for many files', async () => {
    const { folder, next, calls, close } = await watchTemporary();

    await Promise.all(Array.from({ length: 50 }, (_, index) => writeFile(join(folder, `${index}.md`), 'x')));
    await next();
    await close();

    expect(calls()).toBe(1);
  });

  it('ignores hidden files', async () => {
    const { folder, next, calls } = await watchTemporary();

    await writeFile(join(folder, '.a.md.swp'), 'x');
    await mkdir(join(folder, '.git'));
    await writeFile(join(folder, '.git', 'HEAD'), 'x');
    await writeFile(join(folder, 'a.md'), 'x');
    await next();

    expect(calls()).toBe(1);
  });

  it('calls again for a change during a call, but not at the same time', async () => {
    const running: number[] = [];
    let finish = () => {};
    const watching = await watchTemporary(async () => {
      running.push(1);
      if (watching.calls() === 1) await new Promise<void>((resolve) => (finish = resolve));
    });

    await writeFile(join(watching.folder, 'a.md'), 'x');
    await watching.next();
    await writeFile(join(watching.folder, 'b.md'), 'x');
    expect(running).toHaveLength(1);
    finish();
    await watching.next();

    expect(running).toHaveLength(2);
  });

  it('goes on after a call that failed', async () => {
    const watching = await watchTemporary(async () => {
      if (watching.calls() === 1) throw new Error('no disk');
    });

    await writeFile(join(watching.folder, 'a.md'), 'x');
    await watching.next();
    await writeFile(join(watching.folder, 'b.md'), 'x');
    await watching.next();

    expect(watching.errors).toEqual([new Error('no disk')]);
  });

  it('notices a folder that is made later', async () => {
    const folder = join(temporaryFolder(), 'later');
    const { next } = await watchTemporary(undefined, 100, folder);

    await mkdir(folder);
    await writeFile(join(folder, 'a.md'), 'x');

    await next();
  });

  it('calls nobody after it was closed', async () => {
    const { folder, calls, close } = await watchTemporary();

    await writeFile(join(folder, 'a.md'), 'x');
    await close();
    await close();

    expect(calls()).toBe(0);
  });
});
