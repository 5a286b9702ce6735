// Reads the details of an article that a person has typed.
import { canonicalLine } from '../../../text/article.js';
import { readLanguage } from '../../../text/language-tag.js';
import { parseUrl } from '../../../text/parse-url.js';
import { readDate } from '../../../text/read-date.js';
import type { Details, RejectedDetail } from '../../manager.js';
import type { Detail } from '../../ports.js';

/** Of what was typed, in a message. */
const MAX_SHOWN_CHARS = 100;

/** As they are stored, or why they can't be. */
export function readDetails(typed: Details): {
  readonly accepted: Details;
  readonly rejected: readonly RejectedDetail[];
} {
  const accepted: Partial<Record<Detail, string>> = {};
  const rejected: RejectedDetail[] = [];
  for (const [name, value] of Object.entries(typed)) {
    if (value === undefined) continue;
    const detail = name as Detail;
    const line = canonicalLine(value);
    const read = line === '' ? line : READERS[detail](line);
    const problem = PROBLEMS[detail]?.(line.slice(0, MAX_SHOWN_CHARS)) ?? '';
    if (read === undefined) rejected.push({ detail, typed: line, problem });
    else accepted[detail] = read;
  }
  return { accepted, rejected };
}

const READERS: Readonly<Record<Detail, (line: string) => string | undefined>> = {
  title: (line) => line,
  author: (line) => line,
  published: readDate,
  // Ingestion reads the tag.
  language: (line) => (readLanguage(line) === undefined ? undefined : line),
  url: (line) => (/^https?:$/u.test(parseUrl(line)?.protocol ?? '') ? line : undefined),
};

/** What is wrong with a detail, and what to do. */
const PROBLEMS: Readonly<Partial<Record<Detail, (line: string) => string>>> = {
  published: (line) => `I can't tell which day “${line}” is. Write it like 3 March 2031 or 2031-03-03.`,
  language: (line) => `I don't know the language “${line}”. Use a name such as German, or a code such as de.`,
  url: (line) => `“${line}” isn't a web address. It has to start with https:// or http://.`,
};
