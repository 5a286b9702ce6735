// Runs the real program as a child process. `npm test` builds it first.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const BUILT = join(import.meta.dirname, '../../dist');

export interface RunOptions {
  /** The program's whole environment, except for PATH. */
  readonly environment: Readonly<Record<string, string>>;
  readonly input?: string | undefined;
  /** A module that is loaded before the program, as a path in `dist`. */
  readonly preload?: string | undefined;
}

export function startProgram(args: readonly string[], { environment, preload }: Omit<RunOptions, 'input'>) {
  const flags = preload === undefined ? [] : ['--import', join(BUILT, preload)];
  return spawn(process.execPath, [...flags, join(BUILT, 'src/main.js'), ...args], {
    env: { PATH: process.env['PATH'] ?? '', ...environment },
  });
}

export async function runProgram(args: readonly string[], { input = '', ...options }: RunOptions) {
  const child = startProgram(args, options);
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (data) => {
    stdout += data;
  });
  child.stderr.on('data', (data) => {
    stderr += data;
  });
  child.stdin.end(input);
  const [code] = await once(child, 'close');
  return { code: code as number | null, stdout, stderr };
}
