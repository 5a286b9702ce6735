// The page's files, as the build puts them beside this one.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { HttpBindings } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono } from 'hono';

const BUILT_PAGE_DIR = join(import.meta.dirname, '../page');

/** @param pageDir in place of the page that comes with us */
export function addPageFiles(app: Hono<{ Bindings: HttpBindings }>, pageDir = BUILT_PAGE_DIR): void {
  const noCache = (_path: string, context: { header(name: string, value: string): void }) =>
    context.header('Cache-Control', 'no-cache');
  if (existsSync(pageDir)) app.get('/*', serveStatic({ root: pageDir, onFound: noCache }));
  app.get('/', (context) => context.text('The page is not here: `npm run build` makes it.', 404));
}
