// Finds the labels in a reply's language.
import { GERMAN_LABELS } from './de.js';
import { ENGLISH_LABELS } from './en.js';
import { SPANISH_LABELS } from './es.js';
import { FRENCH_LABELS } from './fr.js';
import type { Labels } from './labels.js';

/** The languages are those of the core's replies. */
const LABELS: ReadonlyMap<string | undefined, Labels> = new Map(
  [ENGLISH_LABELS, GERMAN_LABELS, SPANISH_LABELS, FRENCH_LABELS].map((labels) => [labels.language, labels]),
);

/** The labels in a language. English for other languages, and for replies without one, such as `/search` results. */
export function labelsFor({ language }: { readonly language?: string | undefined }): Labels {
  return LABELS.get(language) ?? ENGLISH_LABELS;
}
