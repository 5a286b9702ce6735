// Starts the sandbox, a local stand-in for Discord: REST API, gateway and web page on one loopback port.
import type { Server } from 'node:http';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { WebSocketServer } from 'ws';
import type { Logger } from '../log.js';
import { createGateway } from './gateway/gateway.js';
import { Faults } from './network-faults.js';
import { createPerson, type Person } from './people/person.js';
import { type RateLimitRules, RateLimits } from './rest/rate-limits.js';
import { createRestApi } from './rest/rest-api.js';
import { applicationRoutes } from './rest/routes-application.js';
import { channelRoutes } from './rest/routes-channels.js';
import { guildRoutes } from './rest/routes-guilds.js';
import { interactionRoutes } from './rest/routes-interactions.js';
import { listenOnFirstFreePort } from './web/listen.js';
import { addPageApi, createPageEvents } from './web/page-api.js';
import { addPageFiles } from './web/page-files.js';
import { isLoopbackOrigin, requireSameOrigin } from './web/same-origin.js';
import { createClock, type SandboxClock } from './world/clock.js';
import { DEFAULT_SEED, type WorldSeed } from './world/seed.js';
import { World } from './world/world.js';

export interface SandboxOptions {
  /** TCP port, or ports to try in order. Default 0, which picks a free one. */
  readonly port?: number | readonly number[];
  readonly seed?: WorldSeed;
  readonly clock?: SandboxClock;
  readonly log?: Logger;
  /** Folder of the built page; by default the one that `npm run build` writes. */
  readonly pageDir?: string;
  readonly rateLimits?: Partial<RateLimitRules>;
  /** Heartbeat interval sent in HELLO; default 41,250. A client is disconnected after two missed heartbeats. */
  readonly heartbeatIntervalMs?: number;
}

export interface Sandbox {
  /** URL of the page, such as `http://127.0.0.1:3000`. */
  readonly origin: string;
  /** Value for discord.js's `rest.api` option. discord.js appends the API version. */
  readonly apiUrl: string;
  /** The bot's token: random, and valid only for this sandbox. */
  readonly token: string;
  readonly world: World;
  readonly faults: Faults;
  /** Acts as one of the seed's people. */
  as(userId: string): Person;
  /** Restores the seed and removes all faults. */
  reset(): void;
  /** Closes all connections and stops the server. Safe to call twice. */
  close(): Promise<void>;
}

const GATEWAY_PATH = '/gateway';
const EVENTS_PATH = '/sandbox/events';

/**
 * Starts a sandbox.
 * @throws Error if the port, or every port of the list, is taken; `isPortTaken` recognizes it
 * @example
 * const sandbox = await startSandbox();
 * const client = new Client({ intents: ['Guilds'], rest: { api: sandbox.apiUrl } });
 * await client.login(sandbox.token);
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 0, seed = DEFAULT_SEED, clock = createClock(), log, pageDir, heartbeatIntervalMs } = options;
  const world = new World(seed, clock);
  const faults = new Faults();
  const limits = new RateLimits(options.rateLimits ?? {}, clock.now);
  const gatewayUrl = () => `${world.origin.replace('http', 'ws')}${GATEWAY_PATH}`;
  const gateway = createGateway(world, faults, { url: gatewayUrl, heartbeatIntervalMs });
  const pageEvents = createPageEvents(world);

  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(requireSameOrigin(() => world.origin));
  const routes = [applicationRoutes(gatewayUrl), channelRoutes(), guildRoutes(), interactionRoutes()].flat();
  app.route('/', createRestApi(routes, { world, faults, limits }));
  addPageApi(app, world);
  addPageFiles(app, pageDir);
  app.onError((error) => {
    log?.error({ error }, 'sandbox request failed');
    return Response.json({ message: '500: Internal Server Error', code: 0 }, { status: 500 });
  });

  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false }) as Server;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 });
  server.on('upgrade', (request, stream, head) => {
    const [path, query] = (request.url ?? '').split('?');
    const isPageSocket = path === EVENTS_PATH;
    const isAllowed = isLoopbackOrigin(world.origin, request.headers, { needsOrigin: isPageSocket });
    if (!isAllowed || !(isPageSocket || path?.replace(/\/$/, '') === GATEWAY_PATH)) {
      stream.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, stream, head, (socket) => {
      socket.on('error', (error) => log?.debug({ error }, 'sandbox socket failed'));
      if (isPageSocket) pageEvents.accept(socket, new URLSearchParams(query).get('user') ?? '');
      else gateway.accept(socket);
    });
  });
  world.origin = await listenOnFirstFreePort(server, typeof port === 'number' ? [port] : port);
  log?.info({ origin: world.origin }, 'sandbox listening');

  let closing: Promise<void> | undefined;
  return {
    origin: world.origin,
    apiUrl: `${world.origin}/api`,
    token: world.token,
    ...{ world, faults },
    as: (userId) => createPerson(world, userId),
    reset() {
      faults.clear();
      world.reset();
    },
    close() {
      closing ??= new Promise<void>((resolve) => {
        pageEvents.close();
        gateway.close();
        sockets.close();
        clock.close();
        server.close(() => resolve());
        server.closeAllConnections();
      });
      return closing;
    },
  };
}
