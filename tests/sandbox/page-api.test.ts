// The page's API: snapshot, messages, interactions and events, and protection from other websites.
import { request } from 'node:http';
import { Events, MessageFlags } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { MessageView, PageEvent, Snapshot } from '../../src/sandbox/protocol.js';
import { IDS, openSandboxBot, type SandboxBot } from '../support/sandbox-bot.js';

const COMMAND = {
  name: 'ask',
  description: 'Asks',
  options: [{ type: 3, name: 'question', description: 'Q', required: true, autocomplete: true }],
};

let bot: SandboxBot;

beforeEach(async () => {
  bot = await openSandboxBot({ commands: [COMMAND] });
});

afterEach(async () => {
  await bot.close();
});

async function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  const { origin } = bot.sandbox;
  const answer = await fetch(`${origin}${path}`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

async function get<T>(path: string): Promise<T> {
  return (await (await fetch(`${bot.sandbox.origin}${path}`)).json()) as T;
}

/** Uses node:http, because fetch doesn't allow setting Host and Origin. */
function getStatus(path: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(`${bot.sandbox.origin}${path}`, { headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    sent.on('error', reject).end();
  });
}

describe('the page API', () => {
  it('lists places, people and commands in the snapshot', async () => {
    const snapshot = await get<Snapshot>(`/sandbox/snapshot?user=${IDS.guest}`);

    expect(snapshot.places.map(({ name }) => name)).toEqual(['Harbor Community', 'Direct messages']);
    expect(snapshot.commands[IDS.harbor]).toMatchObject([{ name: 'ask' }]);
    expect(snapshot.users.map(({ id }) => id)).toContain(snapshot.botId);
    expect(snapshot).toMatchObject({ isBotOnline: true, me: IDS.guest });
  });

  it('marks channels where the bot cannot send messages', async () => {
    const { places } = await get<Snapshot>('/sandbox/snapshot');
    const channels = new Map(
      places.flatMap((place) => place.channels).map((channel) => [channel.id, channel]),
    );

    expect(channels.get(IDS.readOnly)).toMatchObject({ canSend: true, botCanSend: false });
    expect(channels.get(IDS.thread)).toMatchObject({
      kind: 'thread',
      parentId: IDS.articles,
      botCanSend: true,
    });
  });

  it('sends the events of a command up to its answer', async () => {
    bot.client.on(Events.InteractionCreate, (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      interaction
        .deferReply({ flags: MessageFlags.Ephemeral })
        .then(() => interaction.editReply('Because.'))
        .catch((error) => bot.client.emit(Events.Error, error));
    });
    const { origin } = bot.sandbox;
    const url = `${origin.replace('http', 'ws')}/sandbox/events?user=${IDS.member}`;
    const socket = new WebSocket(url, { origin });
    const events: PageEvent[] = [];
    const answered = new Promise<void>((resolve) => {
      socket.on('message', (data) => {
        const event = JSON.parse(String(data)) as PageEvent;
        events.push(event);
        if (event.kind === 'message' && !event.view.isThinking) resolve();
      });
    });
    await new Promise((resolve) => socket.once('open', resolve));

    const options = [{ type: 3, name: 'question', value: 'Why?' }];
    const [command] = [...bot.sandbox.world.commands.values()];
    const place = { userId: IDS.member, channelId: IDS.general };
    const { body } = await post('/sandbox/interactions', {
      kind: 'command',
      commandId: command?.id,
      options,
      ...place,
    });
    await answered;
    socket.close();

    expect(body['interactionId']).toBeTypeOf('string');
    expect(events.map(({ kind }) => kind)).toEqual(['message', 'interaction', 'message']);
    expect(events[0]).toMatchObject({ view: { isThinking: true, isEphemeral: true } });
    expect(events[2]).toMatchObject({ view: { isThinking: false, payload: { content: 'Because.' } } });
  });

  it('posts a message, and says why a message is rejected', async () => {
    const place = { userId: IDS.member, channelId: IDS.general };

    const posted = await post('/sandbox/messages', { ...place, content: 'Good morning' });
    const empty = await post('/sandbox/messages', { ...place, content: ' ' });
    const hidden = await post('/sandbox/messages', { ...place, userId: IDS.guest, content: 'Hello' });
    const listed = await get<MessageView[]>(`/sandbox/messages?user=${IDS.owner}&channel=${IDS.general}`);

    expect(posted.status).toBe(200);
    expect(empty).toEqual({ status: 400, body: { error: 'Write a message first.' } });
    expect(hidden).toEqual({ status: 400, body: { error: "You can't see this channel." } });
    expect(listed.map(({ message }) => message.content)).toEqual(['Good morning']);
  });
});

describe('a text of 40,000 lines', () => {
  const LINES = 'hi\n'.repeat(40_000);
  const place = { userId: IDS.member, channelId: IDS.general };

  it('is rejected as a message, and reaches nobody', async () => {
    const { status, body } = await post('/sandbox/messages', { ...place, content: LINES });
    const listed = await get<MessageView[]>(`/sandbox/messages?user=${IDS.owner}&channel=${IDS.general}`);

    expect({ status, error: body['error'] }).toEqual({
      status: 400,
      error: expect.stringContaining('2,000'),
    });
    expect(listed).toEqual([]);
  });

  it('is rejected as the option of a command', async () => {
    const { commands } = await get<Snapshot>(`/sandbox/snapshot?user=${IDS.member}`);
    const commandId = Object.values(commands).flat()[0]?.id;
    const options = [{ name: 'question', type: 3, value: LINES }];

    const { status } = await post('/sandbox/interactions', { ...place, kind: 'command', commandId, options });

    expect(status).toBe(400);
  });
});

describe('an invalid action', () => {
  it.each([
    [{ kind: 'dance' }, 'There is no action “dance”.'],
    [{ kind: 'command', commandId: '1' }, '“options” is missing or has the wrong type.'],
    [
      { kind: 'component', messageId: '1', customId: 'x', componentType: '2' },
      '“componentType” is missing or has the wrong type.',
    ],
    [
      { kind: 'modal', interactionId: '1', customId: 'x', fields: { text: 1 } },
      '“fields” is missing or has the wrong type.',
    ],
  ])('is rejected with a reason: %j', async (action, error) => {
    const response = await post('/sandbox/interactions', {
      userId: IDS.member,
      channelId: IDS.general,
      ...action,
    });

    expect(response).toEqual({ status: 400, body: { error } });
  });
});

describe('another website', () => {
  const message = { userId: IDS.member, channelId: IDS.general, content: 'Hello' };

  it('cannot post messages', async () => {
    const foreign = await post('/sandbox/messages', message, { origin: 'https://example.org' });
    const form = await post('/sandbox/messages', message, { 'content-type': 'text/plain' });
    const token = { origin: 'https://example.org', authorization: `Bot ${bot.sandbox.token}` };
    const asBot = await post(`/api/v10/channels/${IDS.general}/messages`, { content: 'x' }, token);

    expect([foreign.status, form.status, asBot.status]).toEqual([403, 415, 403]);
    expect(bot.sandbox.as(IDS.member).messages(IDS.general)).toEqual([]);
  });

  it('cannot reach the sandbox through another host name', async () => {
    const { port } = new URL(bot.sandbox.origin);

    expect(await getStatus('/sandbox/snapshot', { host: `evil.example:${port}` })).toBe(403);
    expect(await getStatus('/sandbox/snapshot', { host: `localhost:${port}` })).toBe(200);
  });

  it('cannot open the event socket', async () => {
    const url = `${bot.sandbox.origin.replace('http', 'ws')}/sandbox/events?user=${IDS.member}`;
    const connect = (options: object, target = url) =>
      new Promise((resolve) => {
        new WebSocket(target, options)
          .on('unexpected-response', (_request, response) => resolve(response.statusCode))
          .on('open', () => resolve('open'));
      });

    expect(await connect({ origin: 'https://example.org' })).toBe(403);
    expect(await connect({})).toBe(403);
    expect(await connect({}, `${bot.sandbox.origin.replace('http', 'ws')}//`)).toBe(403);
  });

  it('is kept out by the security headers', async () => {
    const { headers } = await fetch(`${bot.sandbox.origin}/sandbox/snapshot`);

    expect(headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });
});
