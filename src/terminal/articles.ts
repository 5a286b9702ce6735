// `footnote articles`: adds, lists, removes, refreshes, exports and imports the articles of a library.
import { createReadStream, existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { type App, BUILT_IN_LIBRARY, type Progress, type Source } from '../index.js';
import { readArticleLine, writeArticleLine } from './article-lines.js';
import { articlesErrors, articlesText } from './articles-text.js';
import { printLine, printNotice } from './print.js';

export interface ArticlesFlags {
  /** Default: the built-in library. */
  readonly library?: string | undefined;
  readonly json: boolean;
}

const LIBRARY = /^(?:corpus|terminal|(?:guild|user):\d{1,20})$/u;

/** Says what is wrong with an action's arguments. */
const CHECKS: Readonly<Record<string, (rest: readonly string[]) => string | undefined>> = {
  add: (rest) => (rest.length === 0 ? articlesErrors.missing('add') : undefined),
  list: (rest) => (rest.length > 0 ? articlesErrors.list : undefined),
  remove: (rest) => (rest.length === 0 ? articlesErrors.missing('remove') : undefined),
  refresh: () => undefined,
  export: (rest) => (rest.length > 1 ? articlesErrors.exportFile : undefined),
  import: (rest) => (rest.length === 1 ? undefined : articlesErrors.importFile),
};

/** @returns what is wrong with the arguments, or undefined */
export function checkArticlesUsage([action = '', ...rest]: readonly string[], flags: ArticlesFlags) {
  if (!Object.hasOwn(CHECKS, action)) return articlesErrors.action;
  if (flags.library !== undefined && !LIBRARY.test(flags.library)) return articlesErrors.library;
  return CHECKS[action]?.(rest);
}

/** Expects arguments that {@link checkArticlesUsage} accepts. @returns whether everything worked */
export async function runArticles(
  { library: manager }: Pick<App, 'library'>,
  [action = '', ...rest]: readonly string[],
  flags: ArticlesFlags,
  { signal, onProgress }: { readonly signal: AbortSignal; readonly onProgress: (progress: Progress) => void },
): Promise<boolean> {
  const actor = { library: flags.library ?? BUILT_IN_LIBRARY };
  const options = {
    signal,
    onProgress: (step: string, done: number, total: number) => onProgress({ step, done, total }),
  };
  const own = () => manager.list(actor).filter(({ library }) => library === actor.library);

  async function add(what: string): Promise<void> {
    const preview = await manager.preview(await toSource(what), actor, options);
    for (const warning of preview.warnings) printNotice(articlesText.warning(warning));
    const { article, change } = await manager.add(preview.id, actor, options);
    printLine(articlesText[change](article.title, article.id));
  }

  function find(typed: string): string {
    const articles = own();
    const matches = articles.filter(({ title }) => title.toLowerCase().includes(typed.toLowerCase()));
    const found = articles.find(({ id, title }) => id === typed || title === typed) ?? matches[0];
    if (!found || (matches.length > 1 && found.id !== typed && found.title !== typed))
      throw articlesErrors.notFound(typed, matches);
    return found.id;
  }

  async function remove(typed: string): Promise<void> {
    const { title } = await manager.remove(find(typed), actor);
    printLine(articlesText.removed(title));
  }

  async function refresh(articleId: string): Promise<void> {
    const { article, added, removed, changed } = await manager.refresh(articleId, actor, options);
    printLine(articlesText.refreshed(article.title, added.length, removed.length, changed.length));
  }

  switch (action) {
    case 'add':
      return await forEach(rest, add, signal);
    case 'remove':
      return await forEach(rest, remove, signal);
    case 'refresh': {
      const ids = rest.length > 0 ? rest : own().flatMap(({ id, record }) => (record.sourceUrl ? [id] : []));
      return await forEach(ids, (typed) => refresh(find(typed)), signal);
    }
    case 'list': {
      const articles = own();
      if (flags.json) printLine(JSON.stringify(articles, null, 2));
      else if (articles.length === 0) printLine(articlesText.none);
      else for (const article of articles) printLine(articlesText.line(article));
      return true;
    }
    case 'export': {
      const lines = [...manager.exportArticles(actor)].map(writeArticleLine);
      const [file] = rest;
      if (file === undefined) for (const line of lines) printLine(line);
      else await writeFile(file, lines.map((line) => `${line}\n`).join(''));
      if (file !== undefined) printLine(articlesText.exported(lines.length, file));
      return true;
    }
    default: {
      const [file = ''] = rest;
      const lines = createInterface({ input: file === '-' ? process.stdin : createReadStream(file) });
      let number = 0;
      for await (const line of lines) {
        number += 1;
        if (line.trim() === '') continue;
        signal.throwIfAborted();
        const { article, change } = await manager.importArticle(
          readArticleLine(line, number),
          actor,
          options,
        );
        printLine(articlesText[change](article.title, article.id));
      }
      return true;
    }
  }
}

/** One failure doesn't keep the others from being done. */
async function forEach(
  all: readonly string[],
  work: (one: string) => Promise<void>,
  signal: AbortSignal,
): Promise<boolean> {
  let failed = 0;
  for (const one of all) {
    signal.throwIfAborted();
    try {
      await work(one);
    } catch (error) {
      if (signal.aborted) throw error;
      failed += 1;
      printNotice(articlesErrors.failed(one, error));
    }
  }
  return failed === 0;
}

async function toSource(what: string): Promise<Source> {
  if (/^https?:\/\//iu.test(what)) return { kind: 'link', url: what };
  if (!existsSync(what)) throw articlesErrors.noFile();
  return { kind: 'file', file: { name: basename(what), bytes: await readFile(what) } };
}
