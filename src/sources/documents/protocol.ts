// The messages between the file reader and its worker thread.
import type { PageDraft } from '../html/read-page.js';

/** A file to read, with what is known about it. */
export interface FileToRead {
  /** Its name, or the last part of its address. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** As the sender declares it, such as `text/html; charset=utf-8`. What the bytes say counts more. */
  readonly contentType?: string | undefined;
  /** The encoding that the sender declares for text. */
  readonly charset?: string | undefined;
  /** Where the file comes from. Relative links in it are resolved against it. */
  readonly url?: string | undefined;
}

/** What was read. A web page also has its links. */
export type FileDraft = PageDraft;

/** Called during long work, with a step in words such as "Reading page 12 of 500". */
export type ReportProgress = (step: string, done: number, total: number) => void;

/** From the worker: progress, then the result. */
export type WorkerMessage =
  | { readonly kind: 'progress'; readonly step: string; readonly done: number; readonly total: number }
  | { readonly kind: 'read'; readonly draft: FileDraft }
  /** An error with a message for people. */
  | { readonly kind: 'refused'; readonly code: string; readonly message: string; readonly advice: string };
