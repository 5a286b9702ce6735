// The table of sentence cases: texts in many languages and the sentences they hold.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readJsonLines } from '../read-json-lines.js';

const NAME = 'cases.jsonl';

/** A text and its sentences; runs of white space count as one space. */
export interface SentenceCase {
  readonly id: string;
  /** ISO 639-1. */
  readonly language: string;
  readonly class: string;
  readonly text: string;
  readonly expect: readonly string[];
}

export function readSentenceCases(): readonly SentenceCase[] {
  const beside = join(import.meta.dirname, NAME);
  // Compiled, this file is in `dist`, and the table is not.
  const path = existsSync(beside)
    ? beside
    : join(import.meta.dirname, '../../../../tests/measure/sentences', NAME);
  return readJsonLines(path);
}
