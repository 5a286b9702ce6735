// Articles from files: Markdown with optional front matter, or plain text.
import { readdir, readFile } from 'node:fs/promises';
import { basename, extname, join, relative, sep } from 'node:path';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as plainText } from 'mdast-util-to-string';
import { parse as parseYaml } from 'yaml';
import { AppError } from '../core/errors.js';
import type { ArticleDraft } from '../core/library/ingest.js';
import { canonicalText } from '../core/text/article.js';

/** What a file gave: an article's draft, or why there is none. */
export type FileOutcome =
  | { readonly kind: 'article'; readonly name: string; readonly draft: Omit<ArticleDraft, 'library'> }
  | { readonly kind: 'problem'; readonly name: string; readonly problem: string };

const EXTENSIONS = new Set(['.md', '.txt']);
const FRONT_MATTER = /^---[ \t]*\n([\s\S]*?)\n?---[ \t]*(?:\n|$)/;

/**
 * Reads every `.md` and `.txt` below a folder, in order of name. A file that cannot be read is an outcome, so that
 * the rest still works.
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
 * Reads a file's text. Title: front matter, else first heading, else file name. The text begins with headline and
 * dek, as a reader sees them, where the file gives them.
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
  // A headline that the body repeats is folded into one.
  const bodyBlocks = first?.isHeading && first.text === headline ? blocks.slice(1) : blocks;
  const body = bodyBlocks
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join('\n\n');
  if (body === '') {
    throw new AppError({
      code: 'sources/no-text',
      message: 'It holds no text.',
      advice: 'Write the article below its front matter.',
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
      message: 'Its front matter is not valid YAML.',
      advice: 'Write lines such as `title: "…"` between two lines of three dashes.',
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

/** Text as a reader sees it: the items of a list on lines of their own. */
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
      message: `The folder ${folder} cannot be read.`,
      advice: 'Create it, or set CORPUS_DIR to the folder that holds your articles.',
      cause,
    });
  }
}

function explain(error: unknown): string {
  if (error instanceof AppError) return `${error.message} ${error.advice}`;
  if (error instanceof TypeError) return 'It is not UTF-8 text. Save it as UTF-8.';
  return `It cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'}). Check its permissions.`;
}
