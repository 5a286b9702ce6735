// The JSON Lines format of exported articles. docs/json.md describes it.
import { z } from 'zod';
import type { ExportedArticle, StructureSpan } from '../index.js';
import { articlesErrors } from './articles-text.js';

const KINDS = {
  ...{ heading: 'heading', row: 'row', 'column-name': 'column-name', 'list-marker': 'list-marker' },
  ...{ caption: 'caption', code: 'code', link: 'link', page: 'page' },
} as const satisfies { readonly [Kind in StructureSpan['kind']]: Kind };
const offset = z.number().int().min(0);
const line = z.object({
  article: z.object({
    id: z.string().min(1),
    library: z.string().min(1),
    title: z.string(),
    text: z.string(),
    bodyStart: offset,
    structure: z
      .array(
        z.object({
          kind: z.enum(KINDS),
          start: offset,
          end: offset,
          label: z.string().optional(),
          level: z.number().int().min(1).max(6).optional(),
          url: z.string().optional(),
        }),
      )
      .optional(),
    language: z.string(),
    url: z.string().optional(),
    author: z.string().optional(),
    published: z.string().optional(),
  }),
  record: z.object({
    articleId: z.string(),
    library: z.string(),
    origin: z.enum(['folder', 'link', 'file', 'text', 'feed']),
    originKey: z.string().optional(),
    sourceUrl: z.string().optional(),
    feedId: z.string().optional(),
    addedBy: z.string().optional(),
    addedAt: z.iso.datetime(),
    refreshedAt: z.iso.datetime().optional(),
    changedAt: z.iso.datetime().optional(),
    refreshEvery: z.enum(['hourly', 'daily', 'weekly']).optional(),
    edited: z.array(z.enum(['title', 'author', 'published', 'language', 'url'])).optional(),
    problem: z.string().optional(),
    words: offset,
    characters: offset,
  }),
});

export function writeArticleLine(exported: ExportedArticle): string {
  return JSON.stringify(exported);
}

/** @throws AppError `terminal/bad-line` */
export function readArticleLine(text: string, number: number): ExportedArticle {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw articlesErrors.badLine(number, "it isn't JSON");
  }
  const result = line.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw articlesErrors.badLine(number, `${issue?.path.join('.')}: ${issue?.message}`);
}
