// Sends one GET request and reads the answer within limits. Redirects, robots.txt and refusals are the caller's.
import type { IncomingHttpHeaders } from 'node:http';
import { type Dispatcher, errors } from 'undici';
import { AppError } from '../../../core/errors.js';
import { formatBytes, RESPONSE_PROBLEMS, webError } from '../text.js';
import { ACCEPT_ENCODING, decodeBody } from './decode-body.js';
import { hostOf } from './web-url.js';

const MAX_UNREAD_BYTES = 16_384;

/** An answer. The body is decompressed, and empty unless the status is 200. */
export interface WebResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Uint8Array;
}

/** What to send, and how much to accept. */
export interface RequestOptions {
  readonly headers: Readonly<Record<string, string>>;
  /** The most bytes of the body, before and after decompression. */
  readonly maxBytes: number;
  readonly signal: AbortSignal;
}

/**
 * Requests a page.
 * @throws AppError `sources/not-public`, `sources/no-such-site`, `sources/unreachable`, `sources/too-slow`,
 * `sources/too-large`, `sources/insecure-site`, `sources/bad-response`; the signal's reason if it is aborted
 */
export async function sendRequest(
  url: URL,
  dispatcher: Dispatcher,
  { headers, maxBytes, signal }: RequestOptions,
): Promise<WebResponse> {
  const host = hostOf(url);
  try {
    const response = await dispatcher.request({
      ...{ origin: url.origin, path: url.pathname + url.search, method: 'GET', signal },
      headers: { ...headers, 'accept-encoding': ACCEPT_ENCODING },
    });
    const { statusCode: status, body } = response;
    const encoding = firstOf(response.headers['content-encoding']) ?? '';
    if (status !== 200) {
      // Reads a short text to the end, so that the connection can be used again.
      body.dump({ limit: MAX_UNREAD_BYTES, signal }).catch(() => undefined);
      return { status, headers: response.headers, bytes: new Uint8Array() };
    }
    if (Number(firstOf(response.headers['content-length']) ?? 0) > maxBytes) {
      // undici reports an early end as an error, and nobody listens any more.
      body.on('error', () => undefined).destroy();
      throw webError('too-large', [formatBytes(maxBytes)]);
    }
    const received = await readBody(body, maxBytes);
    signal.throwIfAborted();
    return {
      status,
      headers: response.headers,
      bytes: await decodeBody(received, encoding, { host, maxBytes }),
    };
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    throw explainFailure(error, host);
  }
}

/** A header's value, or its first one if it was sent several times. */
export function firstOf(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : header?.[0];
}

async function readBody(body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > maxBytes) throw webError('too-large', [formatBytes(maxBytes)]);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Codes of Node.js, OpenSSL and undici: https://undici.nodejs.org/#/docs/api/Errors */
function explainFailure(error: unknown, host: string): AppError {
  if (error instanceof AppError) return error;
  const code = codeOf(error);
  if (code === 'ENOTFOUND' || code === 'EAI_NODATA' || code === 'EAI_NONAME')
    return webError('no-such-site', [host], error);
  if (/^UND_ERR_(?:CONNECT|HEADERS|BODY)_TIMEOUT$|^ETIMEDOUT$/.test(code))
    return webError('too-slow', [host], error);
  if (/CERT|SELF_SIGNED|UNABLE_TO_|ISSUER|ERR_TLS_|ERR_SSL_|^EPROTO$/.test(code))
    return webError('insecure-site', [host], error);
  if (code === 'UND_ERR_HEADERS_OVERFLOW' || code === 'HPE_HEADER_OVERFLOW')
    return webError('bad-response', [host, RESPONSE_PROBLEMS.headers], error);
  if (error instanceof errors.HTTPParserError)
    return webError('bad-response', [host, RESPONSE_PROBLEMS.protocol], error);
  if (code === 'UND_ERR_SOCKET' || code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH')
    return webError('bad-response', [host, RESPONSE_PROBLEMS.incomplete], error);
  return webError('unreachable', [host], error);
}

/** If several addresses were tried, the code of the last one. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors.at(-1));
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' ? code : '';
}
