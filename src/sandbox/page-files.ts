// The page's files: what was compiled, what was written by hand, and preact from node_modules.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { extname, join, resolve, sep } from 'node:path';
import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';

/** Beside this file once compiled; HTML and CSS are not compiled and stay in the source tree. */
const COMPILED = join(import.meta.dirname, 'page');
const WRITTEN = resolve(import.meta.dirname, '../../../src/sandbox/page');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Modules that the page may import by name, and where they are served. */
const VENDOR = ['preact', 'preact/hooks', 'preact/jsx-runtime'];

/** @param pageDir in place of the page that comes with us */
export function addPageFiles(app: Hono<{ Bindings: HttpBindings }>, pageDir: string | undefined): void {
  const folders = pageDir ? [resolve(pageDir)] : [COMPILED, WRITTEN];
  const require = createRequire(import.meta.url);
  for (const name of VENDOR) {
    app.get(`/vendor/${name}.js`, async () => serve(await readFile(require.resolve(name)), '.js'));
  }
  app.get('/*', async (context) => {
    const path = decodeURIComponent(context.req.path);
    const name = path === '/' ? 'index.html' : path.slice(1);
    if (!(extname(name) in TYPES)) return context.notFound();
    for (const folder of folders) {
      const file = resolve(folder, name);
      if (!file.startsWith(folder + sep)) break;
      const bytes = await readFile(file).catch(() => undefined);
      if (bytes) return serve(bytes, extname(file));
    }
    return context.notFound();
  });
}

/** A browser knows no package by its name, so that imports of ours are given an address. */
function serve(bytes: Buffer, extension: string): Response {
  const isScript = extension === '.js' || extension === '.mjs';
  const body = isScript
    ? bytes
        .toString('utf8')
        .replace(/(from\s*|import\s*)(["'])(preact(?:\/[a-z-]+)?)\2/g, '$1$2/vendor/$3.js$2')
    : new Uint8Array(bytes);
  return new Response(body, {
    headers: { 'Content-Type': TYPES[extension] ?? '', 'Cache-Control': 'no-cache' },
  });
}
