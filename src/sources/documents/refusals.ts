// Why a file can't be read, and what to do about it.
import { AppError } from '../../core/errors.js';

const MAX_NAME_CHARS = 80;
const FORMATS = 'Markdown, text, HTML, PDF, Word (.docx), EPUB, OpenDocument (.odt) or RTF';

/** The file's name as messages show it. */
export function quoteName(name: string): string {
  const characters = [...name.replace(/\s+/gu, ' ').trim()];
  const shown = characters.slice(0, MAX_NAME_CHARS).join('');
  return shown === '' ? 'The file' : `“${shown}${characters.length > MAX_NAME_CHARS ? '…' : ''}”`;
}

/** @param what it is instead, such as "a picture" */
export function refuseFormat(name: string, what: string, advice = `Add it as ${FORMATS}.`): AppError {
  return new AppError({
    code: 'sources/unsupported-file',
    message: `${quoteName(name)} is ${what}, which Footnote can't read.`,
    advice,
  });
}

export function refuseEncrypted(name: string): AppError {
  return new AppError({
    code: 'sources/encrypted-file',
    message: `${quoteName(name)} is protected with a password.`,
    advice: 'Save a copy without a password, and add the copy.',
  });
}

/** @param what the file should be, such as "a PDF file" */
export function refuseDamaged(name: string, what: string, cause?: unknown): AppError {
  return new AppError({
    code: 'sources/damaged-file',
    message: `${quoteName(name)} isn't ${what}, or it's damaged or incomplete.`,
    advice: 'Open it in its program, save it again, and add the new file.',
    cause,
  });
}

export function refuseEmpty(name: string): AppError {
  return new AppError({
    code: 'sources/no-text',
    message: `${quoteName(name)} has no text.`,
    advice: 'Add a file with at least one sentence.',
  });
}

/** @param reason what was too much, as the second half of a sentence, such as "takes too long to read" */
export function refuseTooComplex(name: string, reason: string, cause?: unknown): AppError {
  return new AppError({
    code: 'sources/too-complex',
    message: `${quoteName(name)} ${reason}.`,
    advice: 'Split it into smaller files, or save its text as a .txt or .md file and add that.',
    cause,
  });
}

export function refuseTooLarge(name: string, bytes: number, maxBytes: number): AppError {
  const inMb = (count: number) => (count / 2 ** 20).toLocaleString('en', { maximumFractionDigits: 1 });
  return new AppError({
    code: 'sources/too-large',
    message: `${quoteName(name)} is too large: ${inMb(bytes)} MB, and the limit is ${inMb(maxBytes)} MB.`,
    advice: 'Split it into smaller files, or save its text as a .txt or .md file and add that.',
  });
}
