// Turns errors of model providers into messages that say what to do. API keys never appear in them.
import { AppError } from '../../core/errors.js';
import { redactSecrets } from './redact.js';
import { ERROR_TEXT, type MissedStep } from './text.js';

/** The model's server, for messages. */
export interface Endpoint {
  /** As configured, such as `openai:gpt-5-mini`. */
  readonly model: string;
  /** Host and port, or the provider's name if its own server is used. */
  readonly host: string;
  /** Never shown, and redacted from the server's messages. */
  readonly apiKey?: string | undefined;
}

/** A failed call to a model, with what a retry needs to know. */
export class ProviderError extends AppError {
  /** How long the server asked us to wait. Undefined if it didn't say. */
  readonly retryAfterMs: number | undefined;
  /** False if a retry can't help, for example with a wrong key or an unknown model. */
  readonly isTransient: boolean;

  constructor(
    options: ConstructorParameters<typeof AppError>[0] & {
      readonly isTransient: boolean;
      readonly retryAfterMs?: number | undefined;
    },
  ) {
    super(options);
    this.isTransient = options.isTransient;
    this.retryAfterMs = options.retryAfterMs;
  }
}

/** The request doesn't fit the model's context. */
export class ContextOverflow extends ProviderError {
  /** By how many tokens, if the server said so. */
  readonly excessTokens: number | undefined;

  constructor(
    endpoint: Endpoint,
    { cause, excessTokens }: { readonly cause: Error; readonly excessTokens: number | undefined },
  ) {
    const text = ERROR_TEXT.contextOverflow(endpoint, cause.message);
    super({ code: 'engine/context-overflow', ...text, isTransient: false, cause });
    this.excessTokens = excessTokens;
  }
}

/** Whether a failure says something about one request only, and nothing about the server. */
export function isAboutRequest({ code }: AppError): boolean {
  return ['engine/context-overflow', 'engine/filtered', 'engine/too-long', 'engine/too-large'].includes(code);
}

const MAX_DETAIL_CHARS = 200;
/** How servers say that a text is longer than the model's context. */
const CONTEXT_OVERFLOW =
  /context[ _-]?(?:length|window|size|limit)|maximum context|\bn_ctx\b|(?:prompt|input|text|sequence|request)[^.]{0,40} (?:is )?too (?:long|many tokens)|too many (?:input )?tokens|exceeds?[^.]{0,60}(?:token|length) limit|(?:maximum|max)(?: allowed)? (?:input|sequence|prompt) (?:length|tokens)|must have less than \d+ tokens|reduce the length/iu;
/** How embedding servers say that a request has more texts than they take. */
const BATCH_TOO_LARGE =
  /\bbatch(?: |_)?size\b|\bbatch\b[^.]{0,40}\b(?:large|limit|maximum|exceed)|too many (?:inputs|texts|items|documents)|(?:at most|maximum of|max(?:imum)?) \d+ (?:inputs|texts|items|documents)/iu;

/** Explains any error of a call to a model. Returns an AppError, or one that a library has wrapped, unchanged. */
export function explainProviderError(error: unknown, endpoint: Endpoint): AppError {
  for (let one: unknown = error; one instanceof Error; one = one.cause) {
    if (one instanceof AppError) return one;
  }
  const status = readStatus(error);
  const cause = new Error(readDetail(error, endpoint));
  const fail = (what: string, text: { message: string; advice: string }, isTransient: boolean) =>
    new ProviderError({
      ...{ code: `engine/${what}`, ...text, isTransient, cause },
      retryAfterMs: readRetryAfter(error),
    });
  if (CONTEXT_OVERFLOW.test(cause.message))
    return new ContextOverflow(endpoint, { cause, excessTokens: readExcess(cause.message) });
  if (status === 413 || BATCH_TOO_LARGE.test(cause.message))
    return fail('too-large', ERROR_TEXT.tooLarge(endpoint, cause.message), false);
  if (status === 401 || status === 403)
    return fail('unauthorized', ERROR_TEXT.unauthorized(endpoint, status), false);
  if (status === 404) return fail('no-such-model', ERROR_TEXT.noSuchModel(endpoint), false);
  if (status === 429) {
    const isQuota = /insufficient_quota|billing|credit/i.test(cause.message);
    return fail('rate-limited', ERROR_TEXT.rateLimited(endpoint), !isQuota);
  }
  if (status !== undefined && status < 500) {
    const isTransient = status === 408 || status === 409;
    return fail('refused', ERROR_TEXT.refused(endpoint, status, cause.message), isTransient);
  }
  if (status !== undefined || isNetworkError(error))
    return fail('unavailable', ERROR_TEXT.unavailable(endpoint, status, cause.message), true);
  return badResponse(endpoint, cause.message);
}

/**
 * The error for a response that can't be used.
 * @param reason completes "can't be used: …"
 */
export function badResponse(
  endpoint: Endpoint,
  reason: string,
  { isTransient = true }: { readonly isTransient?: boolean } = {},
): ProviderError {
  return new ProviderError({
    ...{ code: 'engine/bad-response', ...ERROR_TEXT.badResponse(endpoint, reason) },
    isTransient,
  });
}

export function timedOut(endpoint: Endpoint, missed: MissedStep, ms: number): ProviderError {
  return new ProviderError({
    ...{ code: 'engine/timeout', ...ERROR_TEXT.timedOut(endpoint, missed, ms) },
    // Anyone who waited this long shouldn't wait as long again.
    isTransient: false,
  });
}

/** From "maximum context length is 2048 tokens. However, you requested 6000 tokens". */
function readExcess(message: string): number | undefined {
  const numbers = [...message.matchAll(/\b(\d{3,7})\b(?= ?tokens|\)| )/gu)].map(([, digits]) =>
    Number(digits),
  );
  if (numbers.length < 2) return undefined;
  const [limit = 0, requested = 0] = numbers[0] === 400 || numbers[0] === 500 ? numbers.slice(1) : numbers;
  return requested > 0 && limit !== requested ? Math.abs(requested - limit) : undefined;
}

function readStatus(error: unknown): number | undefined {
  const { status, statusCode, response } = (error ?? {}) as Record<string, unknown>;
  const found = status ?? statusCode ?? (response as { status?: unknown } | undefined)?.status;
  return typeof found === 'number' ? found : undefined;
}

/**
 * Reads seconds or a date, in milliseconds from now: https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
function readRetryAfter(error: unknown): number | undefined {
  const { headers, response } = (error ?? {}) as { headers?: unknown; response?: { headers?: unknown } };
  const value = [headers, response?.headers].map((one) =>
    one instanceof Headers
      ? one.get('retry-after')
      : (one as Record<string, unknown> | undefined)?.['retry-after'],
  );
  const text = value.find((one): one is string => typeof one === 'string');
  if (text === undefined) return undefined;
  const ms = /^\d+(?:\.\d+)?$/.test(text.trim()) ? Number(text) * 1_000 : Date.parse(text) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}

/** The server's own message on one short line, without the key. */
function readDetail(error: unknown, { apiKey }: Endpoint): string {
  const messages: string[] = [];
  for (let one: unknown = error; one instanceof Error && messages.length < 3; one = one.cause) {
    messages.push(one.message);
  }
  const text = (messages.length > 0 ? messages.join(': ') : String(error)).replace(/\s+/g, ' ').trim();
  return redactSecrets(text, apiKey).slice(0, MAX_DETAIL_CHARS);
}

function isNetworkError(error: unknown): boolean {
  for (let one: unknown = error; one instanceof Error; one = one.cause) {
    const code = (one as NodeJS.ErrnoException).code;
    if (typeof code === 'string' && /^(?:E[A-Z]{3,}|UND_ERR)/.test(code)) return true;
    if (
      /connection|fetch failed|terminated|socket|network|premature|other side closed|timed? ?out/i.test(
        one.message,
      )
    ) {
      return true;
    }
  }
  return false;
}
