// Reads articles from files: Markdown with optional front matter, or plain text.
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { AppError } from '../core/errors.js';
import type { ArticleDraft } from '../core/library/ingest.js';
import { canonicalLine, canonicalText } from '../core/text/article.js';
import { assembleDraft, type Body, takeHeading } from './article-draft.js';
import { decodeText } from './decode-text.js';
import { readFrontMatter } from './front-matter.js';
import { parseMarkdown } from './markdown/parse-markdown.js';
import { renderText } from './render-text.js';

/** What came of a file: an article, or the reason why it couldn't be read. */
export type FileOutcome =
  | { readonly kind: 'article'; readonly name: string; readonly draft: Omit<ArticleDraft, 'library'> }
  | { readonly kind: 'problem'; readonly name: string; readonly problem: string };

const EXTENSIONS = new Set(['.md', '.txt']);
/** Folders of programs. Hidden folders are skipped too. */
const SKIPPED_FOLDERS = new Set(['node_modules']);
/** A longer first line of a plain text is its first paragraph, not its title. */
const MAX_TITLE_CHARS = 100;
/** A title can be followed by a paragraph on one long line, or by a byline and a date. */
const MIN_PARAGRAPH_CHARS = 200;
const MAX_HEAD_LINES = 3;
const SENTENCE_END = /[.,;:!?…。！？]["”’»)]*$/u;

/**
 * Reads every `.md` and `.txt` file in a folder and its subfolders, in order of name, except hidden ones and those in
 * `node_modules`. A file that can't be read becomes a `problem`, so that the others are still read.
 * @throws AppError `sources/no-folder`
 */
export async function* readFolder(folder: string): AsyncIterable<FileOutcome> {
  for (const path of await listFiles(folder)) {
    const name = relative(folder, path).split(sep).join('/');
    try {
      const text = decodeText(await readFile(path));
      yield { kind: 'article', name, draft: { ...readArticleFile(text, name), origin: name } };
    } catch (error) {
      yield { kind: 'problem', name, problem: explain(error) };
    }
  }
}

/**
 * Turns a file's content into a draft. The title comes from the front matter, the first heading, a short first line of
 * a plain text or the file name, in this order. The text starts with the headline and dek if the file has them, as a
 * reader would see them.
 * @throws AppError `sources/no-text`
 */
export function readArticleFile(raw: string, name: string): Omit<ArticleDraft, 'library'> {
  const { fields, rest } = readFrontMatter(canonicalText(raw));
  const isMarkdown = extname(name).toLowerCase() === '.md';
  const body = isMarkdown
    ? takeHeading(renderText(parseMarkdown(rest)), fields.title)
    : takeFirstLine(rest.trim(), fields.title);
  return assembleDraft(body, fields, name);
}

/** Takes the first line off a plain text, if it is its title: short, no sentence, and set off from the rest. */
function takeFirstLine(text: string, title: string | undefined): Body {
  const [first = '', ...others] = (text.split(/\n\s*\n/u, 1)[0] ?? '').split('\n');
  const line = canonicalLine(first);
  const rest = text.slice(first.length).trim();
  // A byline may follow the title, but not the rest of a wrapped sentence.
  const isHead = others.length < MAX_HEAD_LINES && !others.some((other) => SENTENCE_END.test(other));
  const isSetOff = isHead || (others[0]?.length ?? 0) > MIN_PARAGRAPH_CHARS;
  const isTitle = line.length <= MAX_TITLE_CHARS && !SENTENCE_END.test(line) && isSetOff && rest !== '';
  if (title === undefined ? !isTitle : line !== title) return { text, structure: [] };
  return { heading: line, text: rest, structure: [] };
}

async function listFiles(folder: string): Promise<string[]> {
  try {
    return (await walk(folder)).sort();
  } catch (cause) {
    throw new AppError({
      code: 'sources/no-folder',
      message: `Can't read the folder ${folder}.`,
      advice: 'Create it, or set CORPUS_DIR to the folder with your articles.',
      cause,
    });
  }
}

async function walk(folder: string): Promise<string[]> {
  const paths: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!SKIPPED_FOLDERS.has(entry.name)) paths.push(...(await walk(path)));
    } else if (EXTENSIONS.has(extname(entry.name).toLowerCase())) paths.push(path);
  }
  return paths;
}

function explain(error: unknown): string {
  if (error instanceof AppError) return `${error.message} ${error.advice}`;
  if (error instanceof RangeError)
    return 'Its markup is nested too deeply. Split the file, or save it as plain text.';
  return `Can't read the file (${(error as NodeJS.ErrnoException).code ?? 'unknown error'}). Check its permissions.`;
}
