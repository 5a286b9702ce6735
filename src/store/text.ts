// Everything the store says to people: what went wrong, and what to do next.

/** The parts of an error that people read. */
interface ErrorText {
  readonly message: string;
  readonly advice: string;
}

export const STORE_TEXT = {
  corrupt: (file: string, reason: string) => ({
    message: `The database ${file} is damaged (${reason}).`,
    advice:
      'Nothing was changed. Restore it from a backup. Without one, move the file away and start again: built-in articles are added automatically, your own have to be added again.',
  }),
  foreign: (file: string) => ({
    message: `${file} belongs to another program.`,
    advice: 'Nothing was changed. Set DATA_DIR to another folder.',
  }),
  tooNew: (file: string, version: number, supported: number) => ({
    message: `${file} was written by a newer version of Footnote (schema ${version}; this version supports up to ${supported}).`,
    advice: 'Nothing was changed. Update Footnote, or set DATA_DIR to another folder.',
  }),
  unavailable: (file: string, reason: string) => ({
    message: `Can't open or write the database ${file} (${reason}).`,
    advice:
      "Check that the folder exists and is writable, that the disk isn't full, and that no other program is using the database.",
  }),
  rebuilding: {
    message: 'The full-text index is damaged. It is being rebuilt from the articles.',
    advice: 'Ask again in a moment.',
  },
  notRebuilt: (cause: string) => `The damaged full-text index couldn't be made again. ${cause}`,
  /** @param cause message and advice of the embedder's error */
  embeddingIncomplete: (cause: string) => `Some passages aren't embedded yet. Footnote will retry. ${cause}`,
} satisfies Readonly<Record<string, ErrorText | ((...values: never[]) => ErrorText | string)>>;
