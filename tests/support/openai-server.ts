// An OpenAI-compatible server on loopback: chat completions with streaming, embeddings, models, and OpenAI's error format.
// Each test scripts its replies. https://platform.openai.com/docs/api-reference
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';

/** A request that the server received. */
interface Received {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: Record<string, unknown>;
  /** Status of the response; 0 before it is sent. */
  readonly status: number;
}

/** A scripted reply. */
export type Reply =
  /** A complete answer, streamed in pieces of `pieceChars`. */
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly pieceChars?: number;
      readonly firstAfterMs?: number;
      readonly everyMs?: number;
      readonly finish?: string | null;
      readonly usage?: boolean;
    }
  /** A partial stream, then the connection is closed. */
  | { readonly kind: 'cut'; readonly text: string }
  /** A partial stream, then invalid JSON. */
  | { readonly kind: 'malformed'; readonly text: string }
  /** No reply, or a partial stream, until the client disconnects. */
  | { readonly kind: 'hang'; readonly text?: string }
  | { readonly kind: 'no-choices' }
  /** This body with this content type, whatever was asked for. */
  | { readonly kind: 'raw'; readonly body: string; readonly type: string }
  | {
      readonly kind: 'error';
      readonly status: number;
      readonly message?: string;
      readonly retryAfter?: string;
    }
  /** Vectors with this many dimensions, computed from the words of the input. */
  | { readonly kind: 'vectors'; readonly dimensions: number }
  /** These vectors, whatever the input. `indexes` gives another order. */
  | {
      readonly kind: 'fixed-vectors';
      readonly vectors: readonly (readonly number[])[];
      readonly indexes?: readonly number[];
    };

interface Rejection {
  readonly status: number;
  readonly message: string;
}

export interface OpenAiServer {
  /** Ends in `/v1`. */
  readonly url: string;
  readonly host: string;
  readonly received: readonly Received[];
  /** Scripts the next chat requests, in order. The last reply repeats. */
  chat(...replies: Reply[]): void;
  /** Scripts the next embedding requests, in order. The last reply repeats. */
  embeddings(...replies: Reply[]): void;
  /** Rejects requests for which this returns an error. */
  reject(findError: (body: Record<string, unknown>) => Rejection | undefined): void;
  /** The models that exist. Requests for others get a 404. Default: any model exists. */
  models(...names: string[]): void;
  /** Resolves when a client disconnects before its response is complete. */
  readonly abandoned: Promise<void>;
  close(): Promise<void>;
}

const DIMENSIONS = 64;

/** The caller closes it. */
export async function startOpenAiServer(): Promise<OpenAiServer> {
  const received: Received[] = [];
  let chatReplies: Reply[] = [{ kind: 'text', text: 'NOT_IN_ARTICLE' }];
  let embeddingReplies: Reply[] = [{ kind: 'vectors', dimensions: DIMENSIONS }];
  let names: string[] | undefined;
  let findError: (body: Record<string, unknown>) => Rejection | undefined = () => undefined;
  let abandon = () => {};
  const abandoned = new Promise<void>((resolve) => {
    abandon = resolve;
  });
  const server = createServer((request, response) => {
    response.on('close', () => {
      if (!response.writableFinished) abandon();
    });
    answer(request, response).catch((error: unknown) => response.destroy(error as Error));
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const raw = await readText(request);
    const body = raw === '' ? {} : (JSON.parse(raw) as Record<string, unknown>);
    const path = request.url ?? '';
    const entry = { path, authorization: request.headers.authorization, body, status: 0 };
    received.push(entry);
    response.on('finish', () => {
      entry.status = response.statusCode;
    });
    const rejection = findError(body);
    if (rejection) sendError(response, rejection);
    else if (path.endsWith('/models')) {
      sendJson(response, { object: 'list', data: (names ?? []).map((id) => ({ id, object: 'model' })) });
    } else if (names && !names.includes(String(body['model']))) {
      sendError(response, { status: 404, message: `The model '${body['model']}' does not exist.` });
    } else if (path.endsWith('/chat/completions')) {
      await sendChat(response, take(chatReplies), body);
    } else if (path.endsWith('/embeddings')) {
      sendEmbeddings(response, take(embeddingReplies), body);
    } else sendError(response, { status: 404, message: `Unknown path ${path}.` });
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ...{ url: `http://127.0.0.1:${port}/v1`, host: `127.0.0.1:${port}`, received, abandoned },
    chat: (...replies) => {
      chatReplies = replies;
    },
    embeddings: (...replies) => {
      embeddingReplies = replies;
    },
    reject: (find) => {
      findError = find;
    },
    models: (...list) => {
      names = list;
    },
    close: () => closeServer(server),
  };
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}

function take(replies: Reply[]): Reply {
  return (replies.length > 1 ? replies.shift() : replies[0]) ?? { kind: 'hang' };
}

async function sendChat(
  response: ServerResponse,
  reply: Reply,
  body: Record<string, unknown>,
): Promise<void> {
  if (reply.kind === 'error') return sendError(response, reply);
  if (reply.kind === 'raw') {
    response.writeHead(200, { 'content-type': reply.type }).end(reply.body);
    return;
  }
  if (reply.kind === 'hang' && reply.text === undefined) return;
  if (reply.kind === 'vectors' || reply.kind === 'fixed-vectors')
    throw new Error('a chat request got a scripted reply for embeddings');
  const isStream = body['stream'] === true;
  const usage = { prompt_tokens: countWords(body['messages']), completion_tokens: 7, total_tokens: 0 };
  if (reply.kind === 'no-choices') {
    if (!isStream) return sendJson(response, { id: 'x', object: 'chat.completion', choices: [], usage });
    startStream(response);
    response.end('data: [DONE]\n\n');
    return;
  }
  const text = reply.text ?? '';
  if (!isStream) {
    const choice = { index: 0, finish_reason: 'stop', message: { role: 'assistant', content: text } };
    return sendJson(response, {
      id: 'x',
      object: 'chat.completion',
      model: body['model'],
      choices: [choice],
      usage,
    });
  }
  const {
    pieceChars = 5,
    firstAfterMs = 0,
    everyMs = 0,
    finish = 'stop',
  } = reply.kind === 'text' ? reply : {};
  if (firstAfterMs > 0) await wait(firstAfterMs);
  startStream(response);
  const send = (delta: object, finishReason: string | null, more: object = {}) =>
    response.write(
      `data: ${JSON.stringify({ id: 'x', object: 'chat.completion.chunk', model: body['model'], choices: [{ index: 0, delta, finish_reason: finishReason }], ...more })}\n\n`,
    );
  for (let at = 0; at < text.length; at += pieceChars) {
    send({ role: 'assistant', content: text.slice(at, at + pieceChars) }, null);
    if (everyMs > 0) await wait(everyMs);
  }
  if (reply.kind === 'hang') return;
  if (reply.kind === 'malformed') {
    response.end('data: {"choices": [{"delta": \n\n');
    return;
  }
  if (reply.kind === 'cut') {
    // The data written so far must reach the client before the connection closes.
    response.write(': \n\n', () => response.destroy());
    return;
  }
  if (finish !== null) send({}, finish);
  const wantsUsage = (body['stream_options'] as { include_usage?: boolean } | undefined)?.include_usage;
  if (wantsUsage && reply.kind === 'text' && reply.usage !== false) {
    response.write(
      `data: ${JSON.stringify({ id: 'x', object: 'chat.completion.chunk', choices: [], usage })}\n\n`,
    );
  }
  response.end('data: [DONE]\n\n');
}

function sendEmbeddings(response: ServerResponse, reply: Reply, body: Record<string, unknown>): void {
  if (reply.kind === 'error') sendError(response, reply);
  else if (reply.kind === 'raw') response.writeHead(200, { 'content-type': reply.type }).end(reply.body);
  else if (reply.kind === 'no-choices') sendJson(response, { object: 'list', data: [] });
  else if (reply.kind === 'fixed-vectors') {
    const data = reply.vectors.map((embedding, at) => ({
      ...{ object: 'embedding', index: reply.indexes?.[at] ?? at, embedding },
    }));
    sendJson(response, { object: 'list', model: body['model'], data });
  } else if (reply.kind === 'vectors') {
    const inputs = [body['input']].flat().map(String);
    const data = inputs.map((input, index) => ({
      ...{ object: 'embedding', index, embedding: embed(input, reply.dimensions) },
    }));
    sendJson(response, {
      object: 'list',
      model: body['model'],
      data,
      usage: { prompt_tokens: 1, total_tokens: 1 },
    });
  }
}

/** Counts words by hash, so similar texts get similar vectors. Not of unit length, like those of some models. */
function embed(text: string, dimensions: number): number[] {
  const vector = new Array<number>(dimensions).fill(0);
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['']) {
    const bucket =
      [...word].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9_973, 7) % dimensions;
    vector[bucket] = (vector[bucket] ?? 0) + 2;
  }
  return vector;
}

function startStream(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
}

function sendJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

/** https://platform.openai.com/docs/guides/error-codes */
function sendError(
  response: ServerResponse,
  { status, message = 'scripted', retryAfter }: { status: number; message?: string; retryAfter?: string },
): void {
  const headers = {
    'content-type': 'application/json',
    ...(retryAfter ? { 'retry-after': retryAfter } : {}),
  };
  response
    .writeHead(status, headers)
    .end(JSON.stringify({ error: { message, type: 'error', code: null, param: null } }));
}

function countWords(messages: unknown): number {
  return JSON.stringify(messages).split(/\s+/).length;
}
