// Which part of a request an OpenAI-compatible server rejects, and the request without it.

/** The body of a chat request, as sent. */
export interface ChatBody {
  readonly messages: readonly { readonly role: string; readonly content: unknown }[];
  readonly stream?: boolean | undefined;
  readonly [parameter: string]: unknown;
}

/** A change that makes a server accept a request. */
export type Adjustment =
  | { readonly kind: 'remove'; readonly parameter: string }
  | { readonly kind: 'rename'; readonly parameter: string; readonly to: string }
  /** Puts the instructions in front of the first message of the user. */
  | { readonly kind: 'merge-system' }
  /** Keeps only what every server knows. */
  | { readonly kind: 'minimal' };

/** Servers report a template that has no system role as a fault of their own, hence 500. */
const REJECTION_STATUSES = [400, 404, 405, 415, 422, 500, 501];
const REQUIRED = ['model', 'messages'];
/** Both limit the answer's length. A server knows one of them, or neither. */
const LENGTH_PARAMETERS = ['max_tokens', 'max_completion_tokens'];
const SYSTEM_ROLES = ['system', 'developer'];
const SYSTEM_ROLE_REJECTED =
  /\b(?:system|developer)\b.{0,40}\b(?:roles?|messages?|prompts?|instructions?)\b|\broles?\b.{0,40}\b(?:system|developer)\b|roles must alternate|only user(?:,| and) (?:assistant|model)|\bjinja\b|chat template/iu;
const PARAMETER_REJECTED =
  /unsupported|not support|unknown|unrecogni[sz]ed|unexpected|not permitted|not allowed|extra (?:inputs|fields|parameters)|invalid (?:parameter|argument|field)|additional propert/iu;

/**
 * Finds out what to change after a rejected request. Undefined if the rejection has another reason.
 * @param text the body of the server's response
 * @param tried adjustments that `body` has already
 */
export function findAdjustment(
  status: number,
  text: string,
  body: ChatBody,
  tried: readonly Adjustment[],
): Adjustment | undefined {
  if (!REJECTION_STATUSES.includes(status)) return undefined;
  const { message, fields } = readRejection(text);
  const parameters = Object.keys(body).filter((name) => !REQUIRED.includes(name));
  const named =
    parameters.find((name) => fields.includes(name)) ??
    parameters.find((name) => new RegExp(`(?<![\\w-])${name}(?![\\w-])`, 'iu').test(message)) ??
    (body.stream && /\bstreaming\b/iu.test(message) ? 'stream' : undefined);
  if (named !== undefined && status !== 404) return removal(named, body, tried);
  const hasSystem = body.messages.some(({ role }) => SYSTEM_ROLES.includes(role));
  if (hasSystem && SYSTEM_ROLE_REJECTED.test(message)) return { kind: 'merge-system' };
  const isMinimal = tried.some(({ kind }) => kind === 'minimal');
  const isVague = status < 500 && status !== 404 && PARAMETER_REJECTED.test(message);
  return isVague && !isMinimal ? { kind: 'minimal' } : undefined;
}

export function adjust(body: ChatBody, adjustment: Adjustment): ChatBody {
  if (adjustment.kind === 'merge-system') return { ...body, messages: mergeSystem(body.messages) };
  if (adjustment.kind === 'minimal') {
    const kept = Object.entries(body).filter(([name]) =>
      [...REQUIRED, 'stream', ...LENGTH_PARAMETERS].includes(name),
    );
    return Object.fromEntries(kept) as unknown as ChatBody;
  }
  // A server without streaming rejects its options, too.
  const removed = adjustment.parameter === 'stream' ? ['stream', 'stream_options'] : [adjustment.parameter];
  const value = body[adjustment.parameter];
  const rest = Object.fromEntries(Object.entries(body).filter(([name]) => !removed.includes(name)));
  const renamed = adjustment.kind === 'rename' && value !== undefined ? { [adjustment.to]: value } : {};
  return { ...rest, ...renamed } as unknown as ChatBody;
}

function removal(parameter: string, body: ChatBody, tried: readonly Adjustment[]): Adjustment {
  const other = LENGTH_PARAMETERS.find((name) => name !== parameter);
  const isLength = LENGTH_PARAMETERS.includes(parameter) && other !== undefined && !(other in body);
  const isSecond = tried.some((one) => one.kind === 'rename' && one.to === parameter);
  return isLength && !isSecond ? { kind: 'rename', parameter, to: other } : { kind: 'remove', parameter };
}

function mergeSystem(messages: ChatBody['messages']): ChatBody['messages'] {
  const instructions = messages.filter(({ role }) => SYSTEM_ROLES.includes(role));
  const others = messages.filter(({ role }) => !SYSTEM_ROLES.includes(role));
  const [first, ...rest] = others;
  const text = [...instructions, ...(first ? [first] : [])]
    .map(({ content }) => String(content))
    .join('\n\n');
  return [{ role: 'user', content: text }, ...rest];
}

/**
 * The message and the names of the rejected fields, from the formats in use: OpenAI's `error.param`, and
 * FastAPI's `detail[].loc`, which echoes the prompt elsewhere.
 */
function readRejection(text: string): { readonly message: string; readonly fields: readonly string[] } {
  let response: unknown;
  try {
    response = JSON.parse(text);
  } catch {
    return { message: text, fields: [] };
  }
  const { error = response, detail } = (response ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof error === 'string') return { message: error, fields: [] };
  const { message, param } = (error ?? {}) as Readonly<Record<string, unknown>>;
  const details = (Array.isArray(detail) ? detail : []) as readonly { loc?: unknown; msg?: unknown }[];
  return {
    message: [message, typeof detail === 'string' ? detail : '', ...details.map(({ msg }) => msg)]
      .filter((one): one is string => typeof one === 'string')
      .join(' '),
    fields: [param, ...details.flatMap(({ loc }) => loc)].filter(
      (one): one is string => typeof one === 'string',
    ),
  };
}
