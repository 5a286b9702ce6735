// A `fetch` for chat requests to OpenAI-compatible servers. Repeats a rejected request without what the server
// rejects, remembers that, and rewrites responses that don't keep to the protocol.
import { badResponse, type Endpoint } from '../provider-error.js';
import { BAD_RESPONSE } from '../text.js';
import { createStreamNormalizer, normalizeWhole, toEventStream } from './normalize-chat.js';
import { type Adjustment, adjust, type ChatBody, findAdjustment } from './rejected-parameters.js';

/** More than the parameters that we send. */
const MAX_ADJUSTMENTS = 6;
/** For an error whose own status isn't one. */
const BAD_GATEWAY = 502;

/**
 * @returns a `fetch` for one model on one server
 * @throws AppError `engine/bad-response` if the server sends something else, such as a web page
 */
export function createChatFetch(endpoint: Endpoint): typeof fetch {
  let known: readonly Adjustment[] = [];

  return async (url, init) => {
    const body = readBody(init?.body);
    if (!body) return await fetch(url, init);
    let adjustments = known;
    for (;;) {
      const adjusted = adjustments.reduce(adjust, body);
      const response = await fetch(url, { ...init, body: JSON.stringify(adjusted) });
      if (response.ok) {
        known = adjustments;
        return await normalize(response, body.stream === true, endpoint);
      }
      const text = await response.text();
      const next = findAdjustment(response.status, text, adjusted, adjustments);
      if (!next || adjustments.length >= MAX_ADJUSTMENTS) return new Response(text, response);
      adjustments = [...adjustments, next];
    }
  };
}

function readBody(body: unknown): ChatBody | undefined {
  if (typeof body !== 'string') return undefined;
  const parsed = JSON.parse(body) as Partial<ChatBody>;
  return Array.isArray(parsed.messages) ? (parsed as ChatBody) : undefined;
}

async function normalize(response: Response, isStream: boolean, endpoint: Endpoint): Promise<Response> {
  const type = response.headers.get('content-type') ?? '';
  if (isStream && response.body && type.includes('event-stream')) {
    const text = response.body.pipeThrough(new TextDecoderStream()).pipeThrough(createStreamNormalizer());
    return new Response(text.pipeThrough(new TextEncoderStream()), withoutLength(response));
  }
  const text = await response.text();
  const whole = parseObject(text);
  if (!whole && !/^data:/mu.test(text) && text.trim() !== '') {
    throw badResponse(endpoint, BAD_RESPONSE.notJson(type), { isTransient: false });
  }
  if (whole && 'error' in whole && whole['error'] && !('choices' in whole))
    return toError(whole['error'], text);
  if (!isStream)
    return new Response(whole ? JSON.stringify(normalizeWhole(whole)) : text, withoutLength(response));
  const stream = new Response(whole ? toEventStream(whole) : text).body as ReadableStream<Uint8Array>;
  const normalized = stream.pipeThrough(new TextDecoderStream()).pipeThrough(createStreamNormalizer());
  const headers = { 'content-type': 'text/event-stream' };
  return new Response(normalized.pipeThrough(new TextEncoderStream()), { headers });
}

/** Some servers report errors with status 200. */
function toError(error: unknown, text: string): Response {
  const { code, status } = (error ?? {}) as { readonly code?: unknown; readonly status?: unknown };
  const found = [code, status].map(Number).find((one) => Number.isInteger(one) && one >= 400 && one < 600);
  const headers = { 'content-type': 'application/json' };
  return new Response(text, { status: found ?? BAD_GATEWAY, headers });
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
      ? (parsed as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** The body is decoded and has another length now. */
function withoutLength({ status, statusText, headers: original }: Response): ResponseInit {
  const headers = new Headers(original);
  for (const name of ['content-length', 'content-encoding', 'transfer-encoding']) headers.delete(name);
  return { status, statusText, headers };
}
