// Keeps other websites out: requests must use a loopback host, and changes must come from the sandbox's own page.
import type { IncomingHttpHeaders } from 'node:http';
import type { MiddlewareHandler } from 'hono';
import { requestText as text } from '../text.js';

/** The page may load only its own scripts and styles, and connect only to the sandbox. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Takes files instead of JSON. Forms of other websites can't send this content type either. */
export const UPLOADS_PATH = '/sandbox/uploads';

const SECURITY_HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** Rejects requests that don't come from the page or from a bot on this machine, and sets the security headers on every response. */
export function requireSameOrigin(origin: () => string): MiddlewareHandler {
  return async (context, next) => {
    const headers = Object.fromEntries(context.req.raw.headers) as IncomingHttpHeaders;
    const { method, path } = context.req;
    const isApi = path.startsWith('/api/');
    const isChange = method !== 'GET' && method !== 'HEAD';
    // Bots send no Origin header. Browsers always send one with a change, and a website can't know the bot's token.
    if (!isLoopbackOrigin(origin(), headers, { needsOrigin: isChange && !isApi })) {
      return context.json({ error: text.foreignOrigin }, 403, SECURITY_HEADERS);
    }
    const needed = path === UPLOADS_PATH ? 'application/octet-stream' : 'application/json';
    if (isChange && !isApi && !headers['content-type']?.startsWith(needed)) {
      return context.json({ error: text.notJson }, 415, SECURITY_HEADERS);
    }
    await next();
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) context.header(name, value);
    return undefined;
  };
}

/** Whether the Host and Origin headers are the sandbox's own. A foreign Host on a loopback address is a sign of DNS rebinding. */
export function isLoopbackOrigin(
  origin: string,
  headers: IncomingHttpHeaders,
  { needsOrigin }: { readonly needsOrigin: boolean },
): boolean {
  const { port } = new URL(origin);
  const hosts = ['127.0.0.1', 'localhost'].map((name) => `${name}:${port}`);
  if (!hosts.includes(headers.host ?? '')) return false;
  if (headers.origin === undefined) return !needsOrigin;
  return hosts.some((host) => headers.origin === `http://${host}`);
}
