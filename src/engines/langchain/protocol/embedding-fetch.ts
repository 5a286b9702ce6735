// A `fetch` for embedding requests to OpenAI-compatible servers. Rewrites their responses to the letter of the
// protocol: one vector per text, in the texts' order, as numbers.
// https://platform.openai.com/docs/api-reference/embeddings
import { badResponse, type Endpoint } from '../provider-error.js';
import { BAD_RESPONSE } from '../text.js';

interface LooseEmbedding {
  readonly embedding?: unknown;
  readonly index?: unknown;
}

/**
 * @returns a `fetch` whose requests `signal` cancels
 * @throws AppError `engine/bad-response` if there are more or fewer vectors than texts
 */
export function createEmbeddingFetch(endpoint: Endpoint, signal: AbortSignal | undefined): typeof fetch {
  return async (url, init) => {
    const response = await fetch(url, { ...init, signal: joinSignals(init?.signal, signal) });
    if (!response.ok || typeof init?.body !== 'string') return response;
    const text = await response.text();
    const body = parse(text);
    if (!Array.isArray(body?.data))
      return new Response(text, { headers: { 'content-type': 'application/json' } });
    const { input } = JSON.parse(init.body) as { readonly input: unknown };
    const texts = [input].flat().length;
    if (body.data.length !== texts) {
      throw badResponse(endpoint, BAD_RESPONSE.wrongVectorCount(body.data.length, texts), {
        isTransient: false,
      });
    }
    const data = inOrder(body.data).map((one) => ({ ...one, embedding: decodeVector(one.embedding) }));
    return Response.json({ ...body, data });
  };
}

function parse(text: string): { readonly data?: readonly LooseEmbedding[] } | undefined {
  try {
    return JSON.parse(text) as { readonly data?: readonly LooseEmbedding[] };
  } catch {
    return undefined;
  }
}

/** Sorts by index if each has its own; otherwise the order is all there is. */
function inOrder(data: readonly LooseEmbedding[]): readonly LooseEmbedding[] {
  const indexes = data.map(({ index }) => Number(index ?? Number.NaN));
  const isPermutation = new Set(indexes).size === data.length && indexes.every((at) => at in data);
  return isPermutation ? data.toSorted((a, b) => Number(a.index) - Number(b.index)) : data;
}

/** Some servers send base64 of 32-bit floats although they were asked for numbers. */
function decodeVector(vector: unknown): unknown {
  if (typeof vector !== 'string') return vector;
  const bytes = Buffer.from(vector, 'base64');
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, at) => bytes.readFloatLE(at * 4));
}

function joinSignals(
  first: AbortSignal | null | undefined,
  second: AbortSignal | undefined,
): AbortSignal | null {
  if (!first) return second ?? null;
  return second ? AbortSignal.any([first, second]) : first;
}
