// Opens the stand-in for Discord: REST, gateway and page on one loopback port.
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { WebSocketServer } from 'ws';
import type { Logger } from '../log.js';
import { createGateway } from './gateway/gateway.js';
import { createPerson, type Person } from './people/person.js';
import { Faults } from './rest/network-faults.js';
import { type RateLimitRules, RateLimits } from './rest/rate-limits.js';
import { createRestApi } from './rest/rest-api.js';
import { applicationRoutes } from './rest/routes-application.js';
import { channelRoutes } from './rest/routes-channels.js';
import { guildRoutes } from './rest/routes-guilds.js';
import { interactionRoutes } from './rest/routes-interactions.js';
import { addPageApi, createPageEvents } from './web/page-api.js';
import { addPageFiles } from './web/page-files.js';
import { isLoopbackOrigin, requireSameOrigin } from './web/same-origin.js';
import { createClock, type SandboxClock } from './world/clock.js';
import { DEFAULT_SEED, type WorldSeed } from './world/seed.js';
import { World } from './world/world.js';

export interface SandboxOptions {
  /** Default 0: any that is free. */
  readonly port?: number;
  readonly seed?: WorldSeed;
  readonly clock?: SandboxClock;
  readonly log?: Logger;
  /** Folder of the compiled page. */
  readonly pageDir?: string;
  readonly rateLimits?: Partial<RateLimitRules>;
  /** What HELLO says; a client that misses two is dropped. Default 41,250. */
  readonly heartbeatIntervalMs?: number;
}

export interface Sandbox {
  /** Where the page is. */
  readonly origin: string;
  /** For discord.js's `rest.api`, which adds the version itself. */
  readonly apiUrl: string;
  /** The bot's; opens this sandbox alone. */
  readonly token: string;
  readonly world: World;
  readonly faults: Faults;
  as(userId: string): Person;
  /** Back to the seed, with no faults. */
  reset(): void;
  /** Safe to call twice. */
  close(): Promise<void>;
}

/** Only this machine can reach it. */
const LOOPBACK = '127.0.0.1';
const GATEWAY_PATH = '/gateway';
const EVENTS_PATH = '/sandbox/events';

/**
 * Opens a sandbox.
 * @throws Error where the port is taken
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
  server.on('upgrade', (request, socket, head) => {
    const [path, query] = (request.url ?? '').split('?');
    const isPage = path === EVENTS_PATH;
    const isAllowed = isLoopbackOrigin(world.origin, request.headers, { needsOrigin: isPage });
    if (!isAllowed || !(isPage || path?.replace(/\/$/, '') === GATEWAY_PATH)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (opened) => {
      opened.on('error', (error) => log?.debug({ error }, 'sandbox socket failed'));
      if (isPage) pageEvents.accept(opened, new URLSearchParams(query).get('user') ?? '');
      else gateway.accept(opened);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, resolve);
  });
  world.origin = `http://${LOOPBACK}:${(server.address() as AddressInfo).port}`;
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
