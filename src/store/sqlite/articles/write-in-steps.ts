// Writes many rows in short transactions, so that neither other writers nor the event loop wait for long.
import { setImmediate as yieldToEvents } from 'node:timers/promises';
import type { Connection } from '../database.js';
import { createTextMerger } from '../full-text.js';

/** Rows written before the event loop gets a turn, which takes a few milliseconds. */
const ROWS_PER_STEP = 32;

/** @throws the signal's reason, after some of the rows were written */
export async function writeInSteps<Row>(
  database: Connection,
  rows: readonly Row[],
  write: (row: Row) => void,
  signal?: AbortSignal,
): Promise<void> {
  const step = database.transaction((batch: readonly Row[]) => {
    for (const row of batch) write(row);
  });
  const mergeText = createTextMerger(database);
  for (let from = 0; from < rows.length; from += ROWS_PER_STEP) {
    signal?.throwIfAborted();
    step.immediate(rows.slice(from, from + ROWS_PER_STEP));
    await yieldToEvents();
    mergeText();
    await yieldToEvents();
  }
  signal?.throwIfAborted();
}
