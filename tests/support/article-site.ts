// A small website for tests that add articles: its pages can be changed.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface ArticleSite {
  /** `host:port`, for the list of allowed hosts. */
  readonly host: string;
  /** Sets what is at a path. Without a type, it is HTML. @returns its address */
  put(path: string, body: string, type?: string): string;
  /** Holds requests for pages back until the returned function is called. */
  hold(): () => void;
  close(): Promise<void>;
}

/** Closed after the test. */
export async function openTestSite(): Promise<ArticleSite> {
  const site = await openArticleSite();
  onTestFinished(() => site.close());
  return site;
}

export async function openArticleSite(): Promise<ArticleSite> {
  const pages = new Map<string, { readonly body: string; readonly type: string }>();
  let gate = Promise.resolve();
  const server: Server = createServer(async (request, response) => {
    const page = pages.get(request.url ?? '');
    if (request.url !== '/robots.txt') await gate;
    response.writeHead(page ? 200 : 404, { 'content-type': page?.type ?? 'text/plain' });
    response.end(page?.body ?? 'Not found');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    put(path, body, type = 'text/html; charset=utf-8') {
      pages.set(path, { body, type });
      return `http://${host}${path}`;
    },
    hold() {
      let open = () => {};
      gate = new Promise((resolve) => {
        open = resolve;
      });
      return open;
    },
    close() {
      return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

/** A page with a headline, an author, a date and paragraphs, between a menu and a footer. */
export function articlePage(title: string, paragraphs: readonly string[]): string {
  return `<!doctype html><html lang="en"><head><title>${title} – The Quay</title>
<meta property="og:title" content="${title}"><meta name="author" content="Ada Berg">
<meta property="article:published_time" content="2031-05-04T08:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/about">About us</a></nav>
<main><article><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}</article></main>
<footer>© The Quay. All rights reserved.</footer></body></html>`;
}

/** A story for {@link articlePage}. */
export const WORKS = [
  'The swing bridge at Marlow Quay will be closed from Monday, the harbour office said on Friday.',
  'Workers will replace the two hydraulic pumps, which date from 1987, and repaint the railings.',
  'The repair costs 84,000 crowns and is paid for by the county.',
  'Pedestrians can use a free ferry between seven in the morning and ten at night.',
] as const;

/** An RSS feed whose items are pages of the site. */
export function feedOf(titles: readonly string[]): string {
  const items = titles.map(
    (title, index) =>
      `<item><title>${title}</title><guid>story-${index}</guid><link>https://example.org/${index}</link></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>The Quay</title>
<link>https://example.org/</link><description>News</description>${items.join('')}</channel></rss>`;
}
