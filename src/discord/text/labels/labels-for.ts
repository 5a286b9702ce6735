// The labels of a reply by its language.
import { GERMAN_LABELS } from './de.js';
import { ENGLISH_LABELS } from './en.js';
import { SPANISH_LABELS } from './es.js';
import { FRENCH_LABELS } from './fr.js';
import type { Labels } from './labels.js';

/** The same languages as those of the core's replies. */
const LABELS: ReadonlyMap<string | undefined, Labels> = new Map(
  [ENGLISH_LABELS, GERMAN_LABELS, SPANISH_LABELS, FRENCH_LABELS].map((labels) => [labels.language, labels]),
);

/** English for other languages, and for what has no language, such as the result of a command without a question. */
export function labelsFor({ language }: { readonly language?: string | undefined }): Labels {
  return LABELS.get(language) ?? ENGLISH_LABELS;
}
