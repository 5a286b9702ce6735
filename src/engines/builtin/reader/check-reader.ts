// Checks for `doctor` whether the reader works here.
import { AppError } from '../../../core/errors.js';
import { type ReaderModel, shareReaderModel } from './reader.js';

/** The result of {@link checkReader}. */
export interface ReaderCheck {
  readonly name: 'reader';
  readonly ok: boolean;
  readonly detail: string;
  /** What to do if it isn't ok. */
  readonly advice?: string | undefined;
}

const TEXT = {
  works: 'built in',
  off: 'off (FOOTNOTE_READER), so the ranker works alone',
  missing: (reason: string) => `not available, so the ranker works alone. ${reason}`,
} as const;

/** Opens the reader. A platform that can't run it is fine. */
export async function checkReader(
  isOn = true,
  open: () => Promise<ReaderModel> = shareReaderModel,
): Promise<ReaderCheck> {
  if (!isOn) return { name: 'reader', ok: true, detail: TEXT.off };
  try {
    await open();
    return { name: 'reader', ok: true, detail: TEXT.works };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, message, advice } = error;
    if (code === 'engine/no-runtime') return { name: 'reader', ok: true, detail: TEXT.missing(message) };
    return { name: 'reader', ok: false, detail: message, advice };
  }
}
