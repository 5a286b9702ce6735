// Reads a page's language, unless its text is in another script, as on pages made from an English template.
import { chooseLocale, readLanguage } from '../../../core/text/language-tag.js';
import { lineOf } from './json-ld.js';
import { metaValue, type PageMeta } from './page-meta.js';

/** Enough of a text to see its script. */
const SAMPLE_CHARS = 4_000;
const MIN_SHARE = 0.3;
const SCRIPTS: Readonly<Record<string, string>> = {
  Jpan: String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}`,
  Kore: String.raw`\p{sc=Hangul}\p{sc=Han}`,
  Hans: String.raw`\p{sc=Han}`,
  Hant: String.raw`\p{sc=Han}`,
};

/** A BCP 47 tag. Undefined if the page declares none, or one that its text contradicts. */
export function readPageLanguage(meta: PageMeta, text: string): string | undefined {
  return declaredTags(meta).find((tag) => readLanguage(tag) !== undefined && fitsScript(tag, text));
}

/** The language with its region, if the page declares one: how it writes dates. */
export function readPageLocale(meta: PageMeta): string | undefined {
  return chooseLocale(declaredTags(meta));
}

function declaredTags(meta: PageMeta): readonly string[] {
  const declared = [
    meta.language,
    meta.article ? lineOf(meta.article['inLanguage']) : '',
    metaValue(meta, 'og:locale', 'content-language', 'dc.language', 'dcterms.language', 'language') ?? '',
  ];
  return declared.flatMap((tag) => tag.split(',')[0]?.trim().replaceAll('_', '-') || []);
}

function fitsScript(tag: string, text: string): boolean {
  try {
    const { script = 'Zyyy' } = new Intl.Locale(tag).maximize();
    const letters = text.slice(0, SAMPLE_CHARS).match(/\p{L}/gu) ?? [];
    const own = new RegExp(`[${SCRIPTS[script] ?? `\\p{sc=${script}}`}]`, 'u');
    return (
      letters.length === 0 ||
      letters.filter((letter) => own.test(letter)).length >= letters.length * MIN_SHARE
    );
  } catch {
    return false;
  }
}
