// Serves the page's built files.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { HttpBindings } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono } from 'hono';
import { requestText as text } from '../text.js';

const BUILT_PAGE_DIR = join(import.meta.dirname, '../page');

/** @param pageDir folder of the built page; by default the one the build writes next to this file */
export function addPageFiles(app: Hono<{ Bindings: HttpBindings }>, pageDir = BUILT_PAGE_DIR): void {
  const noCache = (_path: string, context: { header(name: string, value: string): void }) =>
    context.header('Cache-Control', 'no-cache');
  if (existsSync(pageDir)) app.get('/*', serveStatic({ root: pageDir, onFound: noCache }));
  app.get('/', (context) => context.text(text.pageNotBuilt, 404));
}
