// Downloads files that people attached, from Discord's servers only.
import type { SourceFile } from '../core/library/ports.js';
import { parseUrl } from '../core/text/parse-url.js';
import type { AttachedFile } from './command.js';
import { userErrors } from './text/errors.js';

/** https://docs.discord.com/developers/reference#signed-attachment-cdn-urls */
const HOSTS = ['https://cdn.discordapp.com', 'https://media.discordapp.net'];
/** Larger ones, which boosted servers allow, would take too long to read. */
const MAX_BYTES = 25 * 1024 * 1024;
const TIMEOUT_MS = 60_000;

export interface DownloadOptions {
  /** Another Discord-compatible API. Its server may hold attachments, too. */
  readonly apiUrl?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Sends a request only to Discord's own hosts, and follows no redirect.
 * @throws AppError `discord/file-too-large`, `discord/file-gone`; the signal's reason
 */
export async function downloadAttachment(
  { name, bytes: declared, contentType, url }: AttachedFile,
  { apiUrl, signal }: DownloadOptions,
): Promise<SourceFile> {
  if (declared > MAX_BYTES) throw userErrors.fileTooLarge(name, MAX_BYTES);
  const origins = [...HOSTS, ...(apiUrl === undefined ? [] : [new URL(apiUrl).origin])];
  if (!origins.includes(parseUrl(url)?.origin ?? '')) throw userErrors.fileGone(name);
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const response = await fetch(url, {
      redirect: 'error',
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    if (!response.ok || !response.body) throw userErrors.fileGone(name);
    return { name, contentType, bytes: await readUpTo(MAX_BYTES, response.body, name) };
  } catch (error) {
    signal?.throwIfAborted();
    throw error instanceof TypeError || timeout.aborted ? userErrors.fileGone(name) : error;
  }
}

/** Stops reading at the limit, because a server may send more than it declared. */
async function readUpTo(
  maxBytes: number,
  body: AsyncIterable<Uint8Array>,
  name: string,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > maxBytes) throw userErrors.fileTooLarge(name, maxBytes);
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
