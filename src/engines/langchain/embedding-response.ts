// Checks the response of an OpenAI-compatible embeddings server before LangChain reads it, because LangChain trusts the
// order and the number of its vectors.
import { badResponse, type Endpoint } from './provider-error.js';
import { BAD_RESPONSE } from './text.js';

/** https://platform.openai.com/docs/api-reference/embeddings/object */
interface EmbeddingList {
  readonly data?: readonly { readonly index?: unknown }[];
}

/** Headers that no longer describe the body. */
const BODY_HEADERS = ['content-length', 'content-encoding'];

/**
 * Sorts the vectors by their `index`, if each has one.
 * @throws AppError `engine/bad-response` if there aren't as many vectors as texts
 */
export async function orderEmbeddings(
  response: Response,
  requestBody: unknown,
  endpoint: Endpoint,
): Promise<Response> {
  if (!response.ok || typeof requestBody !== 'string') return response;
  const text = await response.text();
  const headers = new Headers(response.headers);
  for (const name of BODY_HEADERS) headers.delete(name);
  const pass = (body: string) => new Response(body, { status: response.status, headers });
  const list = parseJson(text) as EmbeddingList | undefined;
  const { input } = (parseJson(requestBody) ?? {}) as { readonly input?: unknown };
  if (!Array.isArray(list?.data)) return pass(text);
  const texts = Array.isArray(input) ? input.length : 1;
  if (list.data.length !== texts) {
    throw badResponse(endpoint, BAD_RESPONSE.wrongCount(list.data.length, texts));
  }
  const ordered = list.data.map((_, at) => list.data?.find(({ index }) => index === at));
  return pass(ordered.every((entry) => entry) ? JSON.stringify({ ...list, data: ordered }) : text);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
