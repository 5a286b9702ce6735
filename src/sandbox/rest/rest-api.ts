// Handles every REST request: injected faults, token, rate limit, body, and Discord's error responses.
import type { HttpBindings } from '@hono/node-server';
import { RESTJSONErrorCodes } from 'discord-api-types/v10';
import { type Context, Hono } from 'hono';
import type { Faults, RestFault } from '../network-faults.js';
import { DiscordError, discordErrors } from '../validation/discord-error.js';
import { isObject, type Json } from '../validation/problems.js';
import { BodyTooLarge, readBody } from '../web/read-body.js';
import type { Attachment } from '../world/types.js';
import type { World } from '../world/world.js';
import type { RateLimitRules, RateLimits } from './rate-limits.js';

/** A parsed request. */
export interface RestRequest {
  readonly world: World;
  /** Path parameters. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The JSON body, which may be a list. */
  readonly json: unknown;
  /** The JSON body if it's an object, otherwise `{}`. */
  readonly body: Json;
  readonly files: readonly Attachment[];
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path below `/api/v10`, with `:parameters`. */
  readonly path: string;
  readonly limit?: keyof RateLimitRules | 'none';
  /** Whether an interaction token in the path replaces the bot's token. Default false. */
  readonly isTokenInPath?: boolean;
  /** Status of a successful response; default 200, or 204 without a body. */
  readonly status?: 201;
  run(call: RestRequest): unknown;
}

/** The largest request body: https://docs.discord.com/developers/reference#uploading-files */
const MAX_BODY_BYTES = 26 * 1024 * 1024;

/** Also stands for the body of a request with an unknown interaction token, which is rejected without being read. */
const NO_CONTENT: { readonly json: unknown; readonly files: readonly Attachment[] } = {
  json: undefined,
  files: [],
};

type Env = { Bindings: HttpBindings };
interface RestContext {
  readonly world: World;
  readonly faults: Faults;
  readonly limits: RateLimits;
}

/** Builds Discord's REST API below `/api/v10`. */
export function createRestApi(routes: readonly Route[], parts: RestContext): Hono<Env> {
  const app = new Hono<Env>();
  for (const route of routes) {
    app.on(route.method, `/api/v10${route.path}`, (context) => handleRequest(route, context, parts));
  }
  app.all('/api/*', (context) => {
    const { faults } = parts;
    const fault = faults.takeRest(context.req.method, pathOf(context));
    return fault ? applyFault(fault, context) : errorResponse(discordErrors.notFound());
  });
  return app;
}

async function handleRequest(route: Route, context: Context<Env>, parts: RestContext): Promise<Response> {
  const { world, faults, limits } = parts;
  const fault = faults.takeRest(route.method, pathOf(context));
  if (fault && fault.status !== 'close-after') return applyFault(fault, context);
  const params = context.req.param() as Record<string, string>;
  let headers: Readonly<Record<string, string>> = {};
  try {
    if (!route.isTokenInPath && context.req.header('authorization') !== `Bot ${world.token}`)
      throw discordErrors.unauthorized();
    if (route.limit !== 'none') {
      const major = params['channel'] ?? params['guild'] ?? params['token'] ?? '';
      const isGlobal = route.isTokenInPath !== true;
      const limit = limits.consume(route.limit ?? 'other', `${route.method} ${route.path}`, major, {
        isGlobal,
      });
      headers = limit.headers;
      if (limit.isLimited) return rateLimitedResponse(limit.resetAfterMs, limit.isGlobal, headers);
    }
    const hasKnownToken = !route.isTokenInPath || isInteractionToken(world, params['token']);
    const { json, files } = hasKnownToken ? await readContent(context.req.raw) : NO_CONTENT;
    const body = isObject(json) ? json : {};
    const query = new URL(context.req.url).searchParams;
    const result = await route.run({ world, params, query, json, body, files });
    if (fault) return applyFault(fault, context);
    if (result === undefined) return new Response(null, { status: 204, headers });
    return Response.json(result, { status: route.status ?? 200, headers });
  } catch (error) {
    if (error instanceof DiscordError) return errorResponse(error, headers);
    if (error instanceof BodyTooLarge) return errorResponse(discordErrors.requestTooLarge(), headers);
    throw error;
  }
}

function isInteractionToken(world: World, token: string | undefined): boolean {
  return [...world.interactions.values()].some((interaction) => interaction.token === token);
}

function pathOf(context: Context): string {
  return context.req.path.replace(/^\/api\/v\d+/, '');
}

function errorResponse(error: DiscordError, headers: Readonly<Record<string, string>> = {}): Response {
  return Response.json(error.toBody(), { status: error.status, headers });
}

function rateLimitedResponse(
  retryAfterMs: number,
  isGlobal: boolean,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const seconds = retryAfterMs / 1000;
  const body = { message: 'You are being rate limited.', retry_after: seconds, global: isGlobal };
  return Response.json(body, { status: 429, headers: { ...headers, 'Retry-After': String(seconds) } });
}

function applyFault(fault: RestFault, context: Context<Env>): Response | Promise<Response> {
  if (fault.status === 'hang') return new Promise<Response>(() => {});
  if (fault.status === 429) {
    const scope = fault.isGlobal
      ? { 'X-RateLimit-Global': 'true', 'X-RateLimit-Scope': 'global' }
      : { 'X-RateLimit-Scope': 'user' };
    return rateLimitedResponse(fault.retryAfterMs, fault.isGlobal ?? false, scope);
  }
  if (typeof fault.status === 'number') {
    return Response.json({ message: `${fault.status}: Server Error`, code: 0 }, { status: fault.status });
  }
  context.env.incoming.socket.resetAndDestroy();
  return new Promise<Response>(() => {});
}

/** Reads JSON, or a form with `payload_json` and `files[n]`. */
async function readContent(request: Request): Promise<typeof NO_CONTENT> {
  if (request.method === 'GET' || request.body === null) return NO_CONTENT;
  const bytes = await readBody(request, MAX_BODY_BYTES);
  const type = request.headers.get('content-type') ?? '';
  if (!type.startsWith('multipart/form-data')) {
    const text = bytes.toString();
    return { json: text === '' ? undefined : readJson(text), files: [] };
  }
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } })
    .formData()
    .catch(() => {
      throw new DiscordError(
        400,
        RESTJSONErrorCodes.RequestBodyContainsInvalidJSON,
        'The request body is not a valid form.',
      );
    });
  const payload = form.get('payload_json');
  const files: Attachment[] = [];
  for (const [name, value] of form) {
    if (!name.startsWith('files[') || typeof value === 'string') continue;
    const bytes = new Uint8Array(await value.arrayBuffer());
    files.push({ name: value.name, contentType: value.type || 'application/octet-stream', bytes });
  }
  return { json: typeof payload === 'string' ? readJson(payload) : {}, files };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const code = RESTJSONErrorCodes.RequestBodyContainsInvalidJSON;
    throw new DiscordError(400, code, 'The request body contains invalid JSON.');
  }
}
