// Cleans what a document's metadata says, because programs fill it with names of files, templates and themselves.
import { canonicalLine } from '../../core/text/article.js';
import { readLanguage } from '../../core/text/language-tag.js';
import type { FrontMatter } from '../front-matter.js';

const MAX_TITLE_CHARS = 200;
const MAX_AUTHOR_CHARS = 200;
/** Left by programs: "Microsoft Word - Report.doc" or "Report.docx". */
const FROM_FILE =
  /^(?:microsoft\s+(?:word|powerpoint|excel|publisher)|libreoffice|openoffice|writer|powerpoint)\s*[-–:]|\.(?:docx?|dotx?|odt|ott|rtf|pdf|tex|dvi|ps|indd|qxd|pages|txt|md|html?|xlsx?|pptx?|cwk|wpd)$/iu;
const NO_TITLE =
  /^\W*(?:untitled|unnamed|no ?title|title|document|doc|word document|microsoft word|powerpoint[ -]presentation|presentation|slide|layout|page|unbekannt|ohne titel|unbenannt|dokument|sans titre|sin título|senza titolo|unknown|anonymous|unspecified|none|null|template|new document|print|scan)\W*\d*\W*$/iu;
const NO_AUTHOR =
  /^\W*(?:unknown|unbekannt|anonymous|unspecified|user|users?|owner|author|admin|administrator|root|guest|none|null|n\/?a|microsoft(?: office)?(?: user)?|python-docx|openpyxl|libreoffice|apache poi|docx4j|calibre|default|windows user|pc|hp|dell|lenovo|acer|asus|student|test)\W*\d*\W*$/iu;

/** The fields of a document as its format stores them. */
export interface RawMetadata {
  readonly title?: string | undefined;
  readonly authors?: readonly (string | undefined)[] | undefined;
  /** ISO 8601, or the form `D:20240131` of PDF. */
  readonly date?: string | undefined;
  readonly language?: string | undefined;
}

/** Leaves out what isn't a title, a name, a date or a language. */
export function cleanMetadata({ title, authors = [], date, language }: RawMetadata): FrontMatter {
  const names = authors.map((author) => canonicalLine(author ?? '')).filter(isName);
  const author = [...new Set(names)].join(', ').slice(0, MAX_AUTHOR_CHARS);
  const [line, day, tag] = [canonicalLine(title ?? ''), readDay(date ?? ''), readLanguage(language ?? '')];
  return {
    ...(isTitle(line) ? { title: line } : {}),
    ...(author === '' ? {} : { author }),
    ...(day === undefined ? {} : { published: day }),
    ...(tag === undefined ? {} : { language: tag }),
  };
}

function isTitle(title: string): boolean {
  const isReadable = /\p{L}/u.test(title) && title.length <= MAX_TITLE_CHARS && !title.includes('\uFFFD');
  return isReadable && !FROM_FILE.test(title) && !NO_TITLE.test(title) && !/^[\w-]*_[\w-]*$/u.test(title);
}

function isName(name: string): boolean {
  return (
    /\p{L}/u.test(name) &&
    !name.includes('\uFFFD') &&
    !NO_AUTHOR.test(name) &&
    !/^[\w.-]+@[\w.-]+$/u.test(name)
  );
}

/** The day in the form 2024-01-31, or the year or month alone. Years before 1900 and days to come are mistakes. */
function readDay(date: string): string | undefined {
  const match = /^(?:D:)?\s*(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?/u.exec(date.trim());
  if (!match) return undefined;
  const [, year = '', month, day] = match;
  const isPlausible =
    Number(year) >= 1500 &&
    Number(month ?? 1) >= 1 &&
    Number(month ?? 1) <= 12 &&
    Number(day ?? 1) >= 1 &&
    Number(day ?? 1) <= 31;
  return isPlausible ? [year, month, day].filter((part) => part !== undefined).join('-') : undefined;
}
