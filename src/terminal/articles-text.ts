// What `footnote articles` says.
import { AppError, type ManagedArticle } from '../index.js';

export const ARTICLES_USAGE = `Manages the articles of a library while the bot runs or is stopped.

Usage:
  footnote articles list                     list the articles
  footnote articles add LINK-OR-FILE...      add web pages and files, or replace them if they were added before
  footnote articles remove ID-OR-TITLE...    remove articles
  footnote articles refresh [ID-OR-TITLE...] read articles from their links again; without a name, all of them
  footnote articles export [FILE]            write all articles as JSON Lines (docs/json.md); without a file, print them
  footnote articles import FILE              add the articles of an export; - reads standard input

Options:
  --library LIBRARY   guild:ID for a server, user:ID for a person, or corpus (the default), which everyone sees
  --json              with list: print JSON

Exit codes: 0 done, 1 something failed, 2 usage error.`;

const quoted = (title: string) => `“${title}”`;

export const articlesText = {
  none: 'There are no articles in this library.',
  line: ({ id, title, record }: ManagedArticle) =>
    [id, record.addedAt.slice(0, 10), record.origin.padEnd(6), title].join('  '),
  added: (title: string, id: string) => `Added ${quoted(title)} (${id}).`,
  changed: (title: string, id: string) => `Replaced ${quoted(title)} (${id}).`,
  unchanged: (title: string, id: string) => `${quoted(title)} (${id}) is unchanged.`,
  removed: (title: string) => `Removed ${quoted(title)}.`,
  refreshed: (title: string, added: number, removed: number, changed: number) =>
    added + removed + changed === 0
      ? `${quoted(title)} hasn't changed.`
      : `Refreshed ${quoted(title)}: ${added} sentences added, ${removed} removed, ${changed} changed.`,
  exported: (count: number, file: string) =>
    `Wrote ${count} ${count === 1 ? 'article' : 'articles'} to ${file}.`,
  warning: (text: string) => `! ${text}`,
} as const;

export const articlesErrors = {
  action: 'Say what to do with the articles: add, list, remove, refresh, export or import.',
  library: '--library must be corpus, guild:ID or user:ID.',
  missing: (action: string) =>
    action === 'add' ? 'Say which links or files to add.' : 'Say which articles to remove.',
  importFile: 'Say which file to import. For standard input, use -.',
  exportFile: 'Export writes one file.',
  list: 'list takes no arguments.',
  failed: (what: string, error: unknown) =>
    error instanceof AppError ? `${what}: ${error.message} ${error.advice}` : `${what}: ${String(error)}`,
  noFile: () =>
    new AppError({
      code: 'terminal/no-file',
      message: "There's no such file.",
      advice: 'Check the path. A link has to start with https:// or http://.',
    }),
  notFound: (typed: string, matches: readonly { readonly id: string; readonly title: string }[]) =>
    new AppError({
      code: 'terminal/no-such-article',
      message:
        matches.length === 0
          ? `There's no article called ${quoted(typed)} in this library.`
          : `Several articles match ${quoted(typed)}.`,
      advice:
        matches.length === 0
          ? 'Run “footnote articles list” to see them.'
          : `Use an id: ${matches.map(({ id, title }) => `${id} (${title})`).join(', ')}.`,
    }),
  badLine: (number: number, reason: string) =>
    new AppError({
      code: 'terminal/bad-line',
      message: `Line ${number} isn't an exported article (${reason}).`,
      advice: 'Import a file that “footnote articles export” wrote. The lines before this one were imported.',
    }),
} as const;
