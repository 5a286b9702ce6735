// A log whose lines a test can read and await.
import { pino } from 'pino';
import type { Logger } from '../../src/log.js';

interface Line {
  /** 20 debug, 30 info, 40 warn, 50 error. */
  readonly level: number;
  readonly msg: string;
  readonly [field: string]: unknown;
}

export interface MemoryLog {
  readonly log: Logger;
  readonly lines: readonly Line[];
  /** The next line with this message. */
  logged(message: string): Promise<Line>;
}

export function createMemoryLog(): MemoryLog {
  const lines: Line[] = [];
  const waiting: { readonly message: string; readonly resolve: (line: Line) => void }[] = [];
  const write = (text: string) => {
    const line: Line = JSON.parse(text);
    lines.push(line);
    for (const { message, resolve } of waiting) if (message === line.msg) resolve(line);
  };
  return {
    log: pino({ level: 'debug', base: null }, { write }),
    lines,
    logged: (message) => new Promise((resolve) => waiting.push({ message, resolve })),
  };
}
