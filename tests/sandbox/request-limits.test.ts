// Requests that the sandbox rejects: bodies that are too large, and their security headers.
import { type IncomingMessage, request } from 'node:http';
import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.js';
import { IDS } from '../support/sandbox-bot.js';

const MEGABYTE = 1024 * 1024;
/** The sandbox accepts less, and a test that sent all of it would take long. */
const ENDLESS_BYTES = 400 * MEGABYTE;

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandbox();
});

afterEach(() => sandbox.close());

describe("the page's API", () => {
  it.each([
    ['declared', { 'content-length': MEGABYTE }],
    ['chunked', { 'transfer-encoding': 'chunked' }],
  ])('answers 413 to a body that is too large (%s)', async (_, headers) => {
    const { status, body } = await send('/sandbox/messages', MEGABYTE, {
      ...{ origin: sandbox.origin, 'content-type': 'application/json' },
      ...headers,
    });

    expect(status).toBe(413);
    expect(body).toEqual({ error: 'The request body can have at most 256 KB.' });
  });
});

describe('the REST API', () => {
  it('answers 413 to a declared body that is too large', async () => {
    const { status, body } = await send(
      `/api/v10/channels/${IDS.general}/messages`,
      MEGABYTE,
      asBot({ 'content-length': 30 * MEGABYTE }),
    );

    expect(status).toBe(413);
    expect(body).toEqual({ message: 'Request entity too large', code: 40005 });
  });

  it('stops reading a chunked body at the limit', async () => {
    const { status, body, sentBytes } = await send(
      `/api/v10/channels/${IDS.general}/messages`,
      ENDLESS_BYTES,
      asBot({ 'transfer-encoding': 'chunked' }),
    );

    expect(status).toBe(413);
    expect(body).toMatchObject({ code: 40005 });
    expect(sentBytes).toBeLessThan(ENDLESS_BYTES / 2);
  });

  it.each([
    ['a wrong bot token', `/api/v10/channels/${IDS.general}/messages`, 401],
    ['an unknown webhook token', `/api/v10/webhooks/${IDS.application}/unknown`, 401],
    ['an unknown interaction token', '/api/v10/interactions/1/unknown/callback', 404],
  ])('does not read the body of a request with %s', async (_, path, expected) => {
    const { status, sentBytes } = await send(path, ENDLESS_BYTES, {
      ...{ authorization: 'Bot wrong', 'content-type': 'application/json' },
      'transfer-encoding': 'chunked',
    });

    expect(status).toBe(expected);
    expect(sentBytes).toBeLessThan(10 * MEGABYTE);
  });

  it('accepts a chunked body below the limit', async () => {
    const body = JSON.stringify({ content: 'In chunks' });
    const { status } = await send(
      `/api/v10/channels/${IDS.general}/messages`,
      body,
      asBot({ 'transfer-encoding': 'chunked' }),
    );

    expect(status).toBe(200);
    expect(sandbox.as(IDS.member).messages(IDS.general).at(-1)?.message.content).toBe('In chunks');
  });
});

it.each([
  [403, { origin: 'https://example.org', 'content-type': 'application/json' }],
  [415, { 'content-type': 'text/plain' }],
  [413, { 'content-type': 'application/json' }],
])('sends the content security policy with status %d', async (expected, headers) => {
  const { status, response } = await send('/sandbox/messages', MEGABYTE, {
    origin: sandbox.origin,
    ...headers,
    'content-length': MEGABYTE,
  });

  expect(status).toBe(expected);
  expect(response.headers['content-security-policy']).toContain("default-src 'none'");
  expect(response.headers['x-content-type-options']).toBe('nosniff');
});

describe('a list of ports', () => {
  it('uses the next port if the first one is taken', async () => {
    const { port } = new URL(sandbox.origin);
    const next = await findFreePort();

    const second = await startSandbox({ port: [Number(port), next] });
    await second.close();

    expect(second.origin).toBe(`http://127.0.0.1:${next}`);
  });

  it('fails if every port is taken', async () => {
    const port = Number(new URL(sandbox.origin).port);

    await expect(startSandbox({ port: [port, port] })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

function asBot(headers: Record<string, string | number>) {
  return { authorization: `Bot ${sandbox.token}`, 'content-type': 'application/json', ...headers };
}

interface Sent {
  readonly status: number | undefined;
  readonly response: IncomingMessage;
  readonly body: unknown;
  /** How much the sandbox had taken when its response arrived. */
  readonly sentBytes: number;
}

/** Sends a body, or as many spaces as `content` says, until the sandbox responds. */
function send(
  path: string,
  content: string | number,
  headers: Record<string, string | number>,
): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const sent = request(`${sandbox.origin}${path}`, { method: 'POST', headers });
    let sentBytes = 0;
    let isAnswered = false;
    const write = () => {
      if (isAnswered) return;
      if (typeof content === 'string') sent.end(content);
      else if (sentBytes >= content) sent.end();
      else {
        const chunk = Buffer.alloc(64 * 1024, ' ');
        sentBytes += chunk.length;
        sent.write(chunk, write);
      }
    };
    sent.on('response', async (response) => {
      isAnswered = true;
      const text = Buffer.concat(await response.toArray()).toString();
      resolve({ status: response.statusCode, response, body: JSON.parse(text), sentBytes });
      sent.destroy();
    });
    sent.on('error', (error) => {
      if (!isAnswered) reject(error);
    });
    write();
  });
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
