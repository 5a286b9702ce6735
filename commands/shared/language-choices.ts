// The `language` option: autocomplete choices by the languages' English and own names.
import { formatLanguage } from '../../src/core/text/format-metadata.js';
import type { Choice } from '../../src/discord/command.js';

/** The languages that are most spoken, and those of the built-in engine. ISO 639-1. */
const LANGUAGES =
  'en de fr es it pt nl pl cs sk hu ro bg el ru uk tr ar he fa hi bn ur zh ja ko vi th id sv da no fi'.split(
    ' ',
  );

/** Languages whose name, in English or in the language itself, starts with what was typed. */
export function languageChoices(typed: string): readonly Choice[] {
  const text = typed.trim().toLowerCase();
  return LANGUAGES.map((code) => ({
    code,
    names: [formatLanguage(code, 'en') ?? code, formatLanguage(code, code) ?? code],
  }))
    .filter(({ code, names }) => code === text || names.some((name) => name.toLowerCase().startsWith(text)))
    .map(({ code, names: [english = code, own = code] }) => ({
      name: english === own ? english : `${english} (${own})`,
      value: code,
    }));
}
