// Reads articles from files: Markdown with optional front matter, or plain text.
import { readdir, readFile } from 'node:fs/promises';
import { basename, extname, join, relative, sep } from 'node:path';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as plainText } from 'mdast-util-to-string';
import { parse as parseYaml } from 'yaml';
import { AppError } from '../core/errors.js';
import type { ArticleDraft } from '../core/library/ingest.js';
import { canonicalText } from '../core/text/article.js';

/** What came of a file: an article, or the reason why it couldn't be read. */
export type FileOutcome =
  | { readonly kind: 'article'; readonly name: string; readonly draft: Omit<ArticleDraft, 'library'> }
  | { readonly kind: 'problem'; readonly name: string; readonly problem: string };

const EXTENSIONS = new Set(['.md', '.txt']);
const FRONT_MATTER = /^---[ \t]*\n([\s\S]*?)\n?---[ \t]*(?:\n|$)/;

/**
 * Reads every `.md` and `.txt` file in a folder and its subfolders, in order of name. A file that can't be read becomes
 * a `problem`, so that the others are still read.
 * @throws AppError `sources/no-folder`
 */
export async function* readFolder(folder: string): AsyncIterable<FileOutcome> {
  for (const path of await listFiles(folder)) {
    const name = relative(folder, path).split(sep).join('/');
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
      yield { kind: 'article', name, draft: { ...readArticleFile(text, name), origin: name } };
    } catch (error) {
      yield { kind: 'problem', name, problem: explain(error) };
    }
  }
}

/**
 * Turns a file's content into a draft. The title comes from the front matter, the first heading or the file name, in
 * this order. The text starts with the headline and dek if the file has them, as a reader would see them.
 * @throws AppError `sources/no-text`, `sources/bad-front-matter`
 */
export function readArticleFile(raw: string, name: string): Omit<ArticleDraft, 'library'> {
  const source = canonicalText(raw);
  const matter = FRONT_MATTER.exec(source);
  const fields = matter ? readFrontMatter(matter[1] ?? '') : {};
  const rest = matter ? source.slice(matter[0].length) : source;
  const isMarkdown = extname(name).toLowerCase() === '.md';
  const blocks = isMarkdown ? markdownBlocks(rest) : [{ isHeading: false, text: rest.trim() }];
  const first = blocks[0];
  const headline = fields['title'] ?? (first?.isHeading ? first.text : undefined);
  // If the body repeats the headline, keep only one of them.
  const bodyBlocks = first?.isHeading && first.text === headline ? blocks.slice(1) : blocks;
  const body = bodyBlocks
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join('\n\n');
  if (body === '') {
    throw new AppError({
      code: 'sources/no-text',
      message: 'The file has no text.',
      advice: 'Write the article below the front matter.',
    });
  }
  const head = [headline, fields['dek']].filter((part) => part !== undefined).join('\n\n');
  const { url, author, published, language } = fields;
  return {
    title: headline ?? basename(name, extname(name)),
    text: head === '' ? body : `${head}\n\n${body}`,
    bodyStart: head === '' ? 0 : head.length + 2,
    ...{ url, author, published, language },
  };
}

function readFrontMatter(yaml: string): Record<string, string | undefined> {
  const bad = (cause?: unknown) =>
    new AppError({
      code: 'sources/bad-front-matter',
      message: "The front matter isn't valid YAML.",
      advice: 'Write lines like `title: "…"` between two lines of three dashes.',
      cause,
    });
  let fields: unknown;
  try {
    fields = parseYaml(yaml, { schema: 'failsafe' });
  } catch (error) {
    throw bad(error);
  }
  if (fields === null || fields === '') return {};
  if (typeof fields !== 'object' || Array.isArray(fields)) throw bad();
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]) => {
      const text = typeof value === 'string' ? canonicalText(value).replace(/\s+/gu, ' ').trim() : '';
      return text === '' ? [] : [[key, text]];
    }),
  );
}

function markdownBlocks(markdown: string): { isHeading: boolean; text: string }[] {
  return fromMarkdown(markdown).children.flatMap((node) => {
    if (node.type === 'html' || node.type === 'definition' || node.type === 'thematicBreak') return [];
    return [{ isHeading: node.type === 'heading', text: blockText(node).trim() }];
  });
}

/** The text as a reader sees it, with each list item on its own line. */
function blockText(node: Nodes): string {
  if (node.type === 'list') return node.children.map((item) => `- ${blockText(item).trim()}`).join('\n');
  if (node.type === 'listItem' || node.type === 'blockquote') {
    return node.children.map(blockText).join(node.type === 'listItem' ? '\n' : '\n\n');
  }
  return plainText(node);
}

async function listFiles(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory() && EXTENSIONS.has(extname(entry.name).toLowerCase()))
      .filter((entry) => !entry.name.startsWith('.'))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch (cause) {
    throw new AppError({
      code: 'sources/no-folder',
      message: `Can't read the folder ${folder}.`,
      advice: 'Create it, or set CORPUS_DIR to the folder with your articles.',
      cause,
    });
  }
}

function explain(error: unknown): string {
  if (error instanceof AppError) return `${error.message} ${error.advice}`;
  if (error instanceof TypeError) return "The file isn't UTF-8 text. Save it as UTF-8.";
  return `Can't read the file (${(error as NodeJS.ErrnoException).code ?? 'unknown error'}). Check its permissions.`;
}
