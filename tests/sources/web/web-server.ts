// A real HTTP server on the loopback address, and a fetcher that may read it.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Server, Socket } from 'node:net';
import { createServer as createTcpServer } from 'node:net';
import { onTestFinished } from 'vitest';
import { createFetcher, type Fetcher, type FetcherOptions } from '../../../src/sources/web/fetch/fetcher.js';
import { readAllowedHosts } from '../../../src/sources/web/fetch/web-url.js';

/** A server and where it listens. */
export interface WebServer {
  readonly port: number;
  /** Such as `http://127.0.0.1:1234`. */
  readonly origin: string;
  /** Paths in the order in which they were asked for, without robots.txt. */
  readonly paths: string[];
  readonly requests: IncomingMessage[];
  /** Returns how many connections were opened. */
  readonly connections: () => number;
}

type Answer = (request: IncomingMessage, response: ServerResponse, url: URL) => void;

/** Starts a server that has no robots.txt, unless the answers have one. It stops when the test ends. */
export async function startWebServer(answers: Readonly<Record<string, Answer | string>>): Promise<WebServer> {
  const paths: string[] = [];
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://server');
    if (url.pathname !== '/robots.txt') {
      paths.push(url.pathname + url.search);
      requests.push(request);
    }
    const answer = answers[url.pathname];
    if (answer === undefined) response.writeHead(404).end('not here');
    else if (typeof answer === 'string') response.end(answer);
    else answer(request, response, url);
  });
  let connections = 0;
  server.on('connection', () => {
    connections += 1;
  });
  const port = await listen(server);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port, origin: `http://127.0.0.1:${port}`, paths, requests, connections: () => connections };
}

/** Starts a server that answers pages in its own way, below HTTP. robots.txt is missing. */
export async function startRawServer(answer: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (data) => {
      if (data.toString('latin1').startsWith('GET /robots.txt'))
        socket.write('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n');
      else answer(socket);
    });
  });
  const port = await listen(server);
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `http://127.0.0.1:${port}`;
}

/** Opens a fetcher that may read these local servers. It is closed when the test ends. */
export function openFetcher(origins: readonly string[], options: Partial<FetcherOptions> = {}): Fetcher {
  const hosts = readAllowedHosts(origins.map((origin) => new URL(origin).host));
  const fetcher = createFetcher({ userAgent: 'Footnote/test', allowedHosts: hosts, ...options });
  onTestFinished(() => fetcher.close());
  return fetcher;
}

/** The error's code, or `fetched`. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  return await work.then(
    () => 'fetched',
    (error: { readonly code?: string }) => error.code ?? String(error),
  );
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
