// Starting and staying connected when Discord's gateway doesn't do what it should.
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { BotOptions } from '../../src/discord/connection/client.js';
import type { RestFault } from '../../src/sandbox/network-faults.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.js';
import { connect, openWholeBot } from '../support/discord.js';
import { createMemoryLog } from '../support/memory-log.js';
import { runProgram } from '../support/program.js';
import { openTestApp, temporaryFolder } from '../support/temporary.js';

const GATEWAY = { method: 'GET', path: /^\/gateway\/bot$/ };
const QUICKLY: NonNullable<BotOptions['connection']> = { attempts: 3, attemptMs: 300, firstPauseMs: 10 };

async function openSandbox(): Promise<Sandbox> {
  const sandbox = await startSandbox();
  onTestFinished(() => sandbox.close());
  return sandbox;
}

/** A server that accepts connections and says nothing. Or, if it is closed, a port that refuses them. */
async function openPort({ isClosed = false } = {}): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  if (isClosed) server.close();
  else onTestFinished(() => void server.close());
  return port;
}

function gatewayInfo(change: object): RestFault {
  const session_start_limit = { total: 1_000, remaining: 999, reset_after: 600_000, max_concurrency: 1 };
  const body = JSON.stringify({ url: 'ws://127.0.0.1:1', shards: 1, session_start_limit, ...change });
  return { ...GATEWAY, status: 200, contentType: 'application/json', body, times: 50 };
}

async function start(sandbox: Sandbox, options: Partial<BotOptions> = {}): Promise<unknown> {
  const opening = connect(await openTestApp(), sandbox, { connection: QUICKLY, ...options });
  return await opening.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('a gateway', () => {
  it.each([
    ['accepts connections and stays silent', false, /no response in time/],
    ['refuses connections', true, /was refused/],
  ] as const)(
    'that %s at the start is tried a few times, and then given up',
    async (_name, isClosed, reason) => {
      const sandbox = await openSandbox();
      sandbox.faults.failRest(gatewayInfo({ url: `ws://127.0.0.1:${await openPort({ isClosed })}` }));
      const { log, lines } = createMemoryLog();

      const failure = await start(sandbox, { log });

      expect(failure).toMatchObject({
        code: 'discord/gateway-unreachable',
        message: expect.stringMatching(/3 attempts failed/),
      });
      expect((failure as Error).message).toMatch(reason);
      const pauses = lines
        .filter(({ msg }) => msg.includes("can't be reached"))
        .map(({ pauseMs }) => pauseMs);
      expect(pauses).toEqual([10, 20]);
    },
  );

  it('that answers on the second attempt is connected to', async () => {
    const sandbox = await openSandbox();
    const fault = gatewayInfo({ url: `ws://127.0.0.1:${await openPort({ isClosed: true })}` });
    // discord.js asks again for what the check has asked.
    sandbox.faults.failRest({ ...fault, times: 2 });

    expect(await start(sandbox)).toBeUndefined();
  });

  it('that is lost for good ends the bot, so that a supervisor can start it again', async () => {
    const { sandbox, bot } = await openWholeBot({ bot: { connection: { lostMs: 200 } } });

    await sandbox.close();

    expect(await bot.ended).toMatchObject({ code: 'discord/gateway-unreachable' });
  });

  it('makes the program exit with an error', async () => {
    const sandbox = await openSandbox();
    sandbox.faults.failRest({ ...GATEWAY, status: 200, contentType: 'text/html', body: '<html>', times: 50 });

    const { code, stderr } = await runProgram(['bot'], {
      environment: {
        ...{ DATA_DIR: temporaryFolder(), DISCORD_TOKEN: sandbox.token, DISCORD_API_URL: sandbox.apiUrl },
        LOG_LEVEL: 'error',
      },
    });

    expect(code).toBe(1);
    expect(stderr).toContain("didn't say where its gateway is");
    expect(stderr).not.toContain('    at ');
  });
});

describe('starting', () => {
  it.each<[string, RestFault, string]>([
    [
      'no logins are left',
      gatewayInfo({ session_start_limit: { total: 1_000, remaining: 0, reset_after: 600_000 } }),
      'discord/no-sessions',
    ],
    ['the gateway has no address', gatewayInfo({ url: undefined }), 'discord/bad-gateway'],
    [
      'a web page answers',
      { ...GATEWAY, status: 200, contentType: 'text/html', body: '<html>', times: 9 },
      'discord/bad-gateway',
    ],
    [
      'the commands are forbidden',
      { method: 'PUT', path: /commands$/, status: 403, code: 20_012 },
      'discord/commands-refused',
    ],
    [
      'the commands are invalid',
      { method: 'PUT', path: /commands$/, status: 400, code: 50_035 },
      'discord/commands-refused',
    ],
  ])('fails with a sentence if %s', async (_name, fault, code) => {
    const sandbox = await openSandbox();
    sandbox.faults.failRest(fault);

    expect(await start(sandbox)).toMatchObject({ code, advice: expect.stringMatching(/\S/) });
  });
});
