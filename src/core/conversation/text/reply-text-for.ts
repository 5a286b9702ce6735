// The bot's own words by language. English stands in for languages without texts.
import { GERMAN_TEXT } from './de.js';
import { ENGLISH_TEXT } from './en.js';
import { SPANISH_TEXT } from './es.js';
import { FRENCH_TEXT } from './fr.js';
import type { ReplyText } from './reply-text.js';

const TEXTS: Readonly<Record<string, ReplyText>> = {
  en: ENGLISH_TEXT,
  de: GERMAN_TEXT,
  es: SPANISH_TEXT,
  fr: FRENCH_TEXT,
};

/** The texts for a language and the language that they are in: English if there are none for it. */
export function replyTextFor(language: string): { readonly language: string; readonly text: ReplyText } {
  const text = TEXTS[language];
  return text ? { language, text } : { language: 'en', text: ENGLISH_TEXT };
}
