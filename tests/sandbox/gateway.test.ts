// Gateway and REST faults: the real discord.js client recovers, and no event is lost.
import { Events, GatewayDispatchEvents } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.js';
import { IDS, openSandboxBot, type SandboxBot } from '../support/sandbox-bot.js';

const COMMAND = { name: 'ask', description: 'Asks' };

describe('a connected client', () => {
  let bot: SandboxBot;

  beforeEach(async () => {
    bot = await openSandboxBot({ commands: [COMMAND] });
    bot.client.on(Events.InteractionCreate, (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      interaction.reply('Here.').catch((error) => bot.client.emit(Events.Error, error));
    });
  });

  afterEach(async () => {
    await bot.close();
  });

  const ask = () => bot.sandbox.as(IDS.member).command('ask', {}, { channelId: IDS.general });
  const dispatched = (event: GatewayDispatchEvents) =>
    new Promise<void>((resolve) => bot.client.ws.once(event, () => resolve()));

  it('resumes after a dropped connection and receives the missed events', async () => {
    const resumed = dispatched(GatewayDispatchEvents.Resumed);

    bot.sandbox.faults.dropGateway();
    const answers = await Promise.all([ask(), ask(), ask()].map((started) => started.reply()));
    await resumed;

    expect(answers.map(({ message }) => message.content)).toEqual(['Here.', 'Here.', 'Here.']);
    expect(bot.sandbox.as(IDS.member).messages(IDS.general)).toHaveLength(3);
  });

  it('resumes when it is asked to reconnect', async () => {
    const resumed = dispatched(GatewayDispatchEvents.Resumed);

    bot.sandbox.faults.sendReconnect();
    await resumed;

    expect((await ask().reply()).message.content).toBe('Here.');
  });

  it('identifies again when its session has expired', async () => {
    const ready = dispatched(GatewayDispatchEvents.Ready);

    bot.sandbox.faults.dropGateway({ isResumable: false });
    await ready;

    expect((await ask().reply()).message.content).toBe('Here.');
  });

  it('identifies again when its session is invalid', async () => {
    const ready = dispatched(GatewayDispatchEvents.Ready);

    bot.sandbox.faults.invalidateSessions();
    await ready;

    expect((await ask().reply()).message.content).toBe('Here.');
  });

  it('goes offline when it closes the connection', async () => {
    const offline = bot.sandbox.world.until('presence-changed');

    await bot.client.destroy();
    await offline;

    expect(bot.sandbox.world.isBotOnline).toBe(false);
  });

  it.each([
    ['a rate limit', { status: 429, retryAfterMs: 20 }],
    ['the global rate limit', { status: 429, retryAfterMs: 20, isGlobal: true }],
    ['a server error', { status: 502 }],
    ['a dropped connection', { status: 'close' }],
  ] as const)('retries a request after %s', async (_, fault) => {
    bot.sandbox.faults.failRest({ method: 'POST', path: /\/messages$/, ...fault });
    const channel = await bot.client.channels.fetch(IDS.general);
    if (!channel?.isSendable()) throw new Error('cannot send');

    const message = await channel.send('Delivered');

    expect(message.content).toBe('Delivered');
    expect(bot.sandbox.as(IDS.member).messages(IDS.general)).toHaveLength(1);
  });
});

it.each([
  ['that never completes', 'hang', 0],
  ['dropped before it is handled', 'close', 0],
  ['dropped after it is handled', 'close-after', 1],
] as const)('can simulate a request %s', async (_, status, sent) => {
  const sandbox = await startSandbox();
  sandbox.faults.failRest({ status });

  const request = fetch(`${sandbox.apiUrl}/v10/channels/${IDS.general}/messages`, {
    method: 'POST',
    headers: { authorization: `Bot ${sandbox.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ content: 'x' }),
  });
  const outcome = expect(request).rejects.toThrow();
  if (status === 'close-after') await sandbox.world.until('message-created');
  if (status === 'close') await outcome;

  expect(sandbox.as(IDS.member).messages(IDS.general)).toHaveLength(sent);
  await sandbox.close();
  await outcome;
});

it('lets the client wait for its rate limit instead of failing', async () => {
  const bot = await openSandboxBot({ sandbox: { rateLimits: { messages: { requests: 2, windowMs: 300 } } } });
  const channel = await bot.client.channels.fetch(IDS.general);
  if (!channel?.isSendable()) throw new Error('cannot send');

  await Promise.all(Array.from({ length: 5 }, (_, index) => channel.send(`${index}`)));

  const sent = bot.sandbox
    .as(IDS.member)
    .messages(IDS.general)
    .map(({ message }) => message.content);
  expect(sent).toEqual(['0', '1', '2', '3', '4']);
  await bot.close();
});

it('makes the client reconnect and resume when heartbeats are not acknowledged', async () => {
  const bot = await openSandboxBot({ sandbox: { heartbeatIntervalMs: 150 } });
  const resumed = new Promise<void>((resolve) => {
    bot.client.ws.once(GatewayDispatchEvents.Resumed, () => resolve());
  });

  bot.sandbox.faults.areHeartbeatsIgnored = true;
  await resumed;

  expect(bot.sandbox.world.isBotOnline).toBe(true);
  await bot.close();
});

describe('the gateway', () => {
  let sandbox: Sandbox;

  beforeEach(async () => {
    sandbox = await startSandbox({ heartbeatIntervalMs: 100 });
  });

  afterEach(async () => {
    await sandbox.close();
  });

  /** @returns the close code of the socket */
  async function closeCode(payload: (token: string) => object | string): Promise<number> {
    const socket = new WebSocket(`${sandbox.origin.replace('http', 'ws')}/gateway?v=10&encoding=json`);
    return await new Promise((resolve, reject) => {
      socket.once('error', reject);
      socket.once('close', resolve);
      socket.once('message', () => {
        const sent = payload(sandbox.token);
        for (const item of [sent].flat()) socket.send(typeof item === 'string' ? item : JSON.stringify(item));
      });
    });
  }

  const identify = (token: string, intents: number) => ({ op: 2, d: { token, intents, properties: {} } });

  it('closes a connection that sends too many events with 4008', async () => {
    const heartbeats = Array.from({ length: 121 }, () => ({ op: 1, d: null }));

    expect(await closeCode(() => heartbeats)).toBe(4008);
  });

  it.each<[string, number, (token: string) => object | string]>([
    ['a wrong token', 4004, () => identify('wrong', 1)],
    ['an intent that does not exist', 4013, (token) => identify(token, 2 ** 30)],
    ['a privileged intent', 4014, (token) => identify(token, 1 | (1 << 15))],
    ['an event before identifying', 4003, () => ({ op: 3, d: {} })],
    ['invalid JSON', 4002, () => 'hello'],
    ['no heartbeats', 4009, (token) => identify(token, 1)],
  ])('closes the connection for %s with %i', async (_, code, payload) => {
    expect(await closeCode(payload)).toBe(code);
  });
});
