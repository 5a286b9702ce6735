// The worker thread that reads one file.
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../core/errors.js';
import type { FileToRead, WorkerMessage } from './protocol.js';
import { readDocument } from './read-document.js';
import { refuseDamaged, refuseTooComplex } from './refusals.js';

/** Between two progress messages. */
const REPORT_EVERY_MS = 200;

await serve(workerData as FileToRead);

async function serve(file: FileToRead): Promise<void> {
  let reportedAt = 0;
  const report = (step: string, done: number, total: number): void => {
    const now = performance.now();
    if (now - reportedAt < REPORT_EVERY_MS && done < total) return;
    reportedAt = now;
    send({ kind: 'progress', step, done, total });
  };
  try {
    send({ kind: 'read', draft: await readDocument(file, report) });
  } catch (error) {
    const { code, message, advice } = explain(file.name, error);
    send({ kind: 'refused', code, message, advice });
  }
}

function explain(name: string, error: unknown): AppError {
  if (error instanceof AppError) return error;
  // Markup that is nested thousands of levels deep overflows the stack. Other range errors are lengths past the limit.
  if (error instanceof RangeError)
    return refuseTooComplex(name, 'is nested too deeply, or its parts are too large');
  return refuseDamaged(name, 'a file that Footnote can read', error);
}

function send(message: WorkerMessage): void {
  parentPort?.postMessage(message);
}
