// Keeps other websites out: loopback names only, and our own origin for whatever changes something.
import type { IncomingHttpHeaders } from 'node:http';
import type { Context, MiddlewareHandler } from 'hono';

/** The page runs its own scripts and styles, and talks to us alone. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Refuses what does not come from our page or a bot on this machine, and sets the headers that protect the page. */
export function requireSameOrigin(origin: () => string): MiddlewareHandler {
  return async (context, next) => {
    const headers = Object.fromEntries(context.req.raw.headers) as IncomingHttpHeaders;
    const { method, path } = context.req;
    const isApi = path.startsWith('/api/');
    const changes = method !== 'GET' && method !== 'HEAD';
    // A bot sends no Origin; a browser always does when it changes something, and never learns the bot's token.
    if (!isLoopbackOrigin(origin(), headers, { needsOrigin: changes && !isApi })) {
      return context.json({ error: 'This request does not come from the sandbox’s own page.' }, 403);
    }
    if (changes && !isApi && !headers['content-type']?.startsWith('application/json')) {
      return context.json({ error: 'Send JSON.' }, 415);
    }
    await next();
    setHeaders(context);
    return undefined;
  };
}

function setHeaders(context: Context): void {
  context.header('Content-Security-Policy', CONTENT_SECURITY_POLICY);
  context.header('X-Content-Type-Options', 'nosniff');
  context.header('Referrer-Policy', 'no-referrer');
  context.header('Cross-Origin-Resource-Policy', 'same-origin');
}

/** Whether host and origin are ours. A foreign name for our address is how DNS rebinding looks. */
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
