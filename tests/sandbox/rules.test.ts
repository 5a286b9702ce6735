// Discord's rules as the sandbox enforces them, tested with plain REST requests.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Interaction } from '../../src/sandbox/world/types.js';
import { IDS, openSandboxBot, type SandboxBot } from '../support/sandbox-bot.js';

const COMMAND = {
  name: 'ask',
  description: 'Asks',
  options: [{ type: 3, name: 'q', description: 'Q', autocomplete: true }],
};
const EPHEMERAL = 64;
const COMPONENTS_V2 = 1 << 15;

let bot: SandboxBot;

beforeEach(async () => {
  bot = await openSandboxBot({ commands: [COMMAND] });
});

afterEach(async () => {
  await bot.close();
});

function ask(channelId = IDS.general): Interaction {
  return bot.sandbox.as(IDS.member).command('ask', {}, { channelId }).interaction;
}

function callback({ id, token }: Interaction, body: object) {
  return bot.rest('POST', `/interactions/${id}/${token}/callback`, body);
}

function webhook(method: string, { token }: Interaction, path: string, body?: object) {
  return bot.rest(method, `/webhooks/${IDS.application}/${token}${path}`, body);
}

function send(body: object, channelId = IDS.general) {
  return bot.rest('POST', `/channels/${channelId}/messages`, body);
}

describe('an interaction', () => {
  it('is acknowledged once', async () => {
    const interaction = ask();

    const first = await callback(interaction, { type: 4, data: { content: 'One' } });
    const second = await callback(interaction, { type: 5 });

    expect(first.status).toBe(204);
    expect(second).toMatchObject({
      status: 400,
      body: { code: 40060, message: 'Interaction has already been acknowledged.' },
    });
  });

  it('expires after three seconds without a response', async () => {
    const interaction = ask();
    bot.sandbox.world.advance(3_000);

    const late = await callback(interaction, { type: 5 });

    expect(late).toMatchObject({ status: 404, body: { code: 10062, message: 'Unknown interaction' } });
  });

  it('has a token that lasts fifteen minutes', async () => {
    const interaction = ask();
    await callback(interaction, { type: 5 });
    bot.sandbox.world.advance(15 * 60_000 - 5_000);

    const inTime = await webhook('PATCH', interaction, '/messages/@original', { content: 'In time' });
    bot.sandbox.world.advance(5_000);
    const late = await webhook('PATCH', interaction, '/messages/@original', { content: 'Late' });

    expect(inTime).toMatchObject({ status: 200, body: { content: 'In time' } });
    expect(late).toMatchObject({ status: 401, body: { code: 50027, message: 'Invalid Webhook Token' } });
  });

  it('takes no follow-up before it is acknowledged', async () => {
    const answer = await webhook('POST', ask(), '', { content: 'Early' });

    expect(answer).toMatchObject({ status: 404, body: { code: 10015 } });
  });

  it('keeps the visibility of its first response', async () => {
    const interaction = ask();
    await callback(interaction, { type: 5, data: { flags: EPHEMERAL } });

    await webhook('PATCH', interaction, '/messages/@original', { content: 'Still private', flags: 0 });
    const [shown] = bot.sandbox.as(IDS.member).messages(IDS.general);
    const byChannel = await bot.rest('PATCH', `/channels/${IDS.general}/messages/${shown?.message.id}`, {
      content: 'x',
    });

    expect(shown).toMatchObject({
      isEphemeral: true,
      message: { content: 'Still private', flags: EPHEMERAL },
    });
    expect(bot.sandbox.as(IDS.owner).messages(IDS.general)).toEqual([]);
    expect(byChannel).toMatchObject({ status: 404, body: { code: 10008 } });
  });

  it('replaces a deferred reply with the first follow-up', async () => {
    const interaction = ask();
    await callback(interaction, { type: 5 });

    await webhook('POST', interaction, '', { content: 'First' });
    await webhook('POST', interaction, '', { content: 'Second', flags: EPHEMERAL });
    const original = await webhook('GET', interaction, '/messages/@original');
    const shown = bot.sandbox.as(IDS.member).messages(IDS.general);

    expect(original.body['content']).toBe('First');
    expect(shown.map(({ isEphemeral }) => isEphemeral)).toEqual([false, true]);
    expect((await webhook('DELETE', interaction, '/messages/@original')).status).toBe(204);
    expect((await webhook('GET', interaction, '/messages/@original')).body['code']).toBe(10008);
  });

  it('returns the created message if the request asks for it', async () => {
    const { id, token } = ask();

    const answer = await bot.rest('POST', `/interactions/${id}/${token}/callback?with_response=true`, {
      type: 5,
    });

    expect(answer.body).toMatchObject({
      interaction: { id, response_message_loading: true, response_message_ephemeral: false },
      resource: { type: 4, message: { flags: 128 } },
    });
  });

  it.each([
    ['a pong', { type: 1 }],
    ['an update without a message', { type: 7, data: { content: 'x' } }],
    ['choices for a command', { type: 8, data: { choices: [] } }],
  ])('rejects %s as a response', async (_, body) => {
    const answer = await callback(ask(), body);

    expect(answer).toMatchObject({ status: 400, body: { code: 50035, errors: { type: {} } } });
  });

  it('accepts at most 25 choices', async () => {
    const waiting = bot.sandbox
      .as(IDS.member)
      .autocomplete('ask', { q: '' }, { channelId: IDS.general, focused: 'q' });
    const [interaction] = [...bot.sandbox.world.interactions.values()];
    const choices = Array.from({ length: 26 }, (_, index) => ({ name: `N${index}`, value: `${index}` }));
    if (!interaction) throw new Error('no interaction');

    const tooMany = await callback(interaction, { type: 8, data: { choices } });
    await callback(interaction, { type: 8, data: { choices: choices.slice(1) } });

    expect(tooMany.body).toMatchObject({
      code: 50035,
      errors: { data: { choices: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH' }] } } },
    });
    expect(await waiting).toHaveLength(25);
  });
});

describe('a message body', () => {
  const text = (content: string) => ({ type: 10, content });
  const button = (index: number, more = {}) => ({
    type: 2,
    style: 1,
    label: 'B',
    custom_id: `b${index}`,
    ...more,
  });
  const link = (url: string) => ({ type: 2, style: 5, label: 'L', url });
  const row = (...components: object[]) => ({ type: 1, components });
  const v2 = (...components: object[]) => ({ flags: COMPONENTS_V2, components });
  const option = (index: number) => ({ label: `O${index}`, value: `${index}` });
  const repeat = <T>(count: number, create: (index: number) => T) =>
    Array.from({ length: count }, (_, index) => create(index));

  it.each<[string, object, string, string]>([
    ['more than 2,000 characters', { content: 'x'.repeat(2001) }, 'content', 'BASE_TYPE_MAX_LENGTH'],
    [
      'content together with Components V2',
      { content: 'x', ...v2(text('y')) },
      'content',
      'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ],
    [
      'a text display without the flag',
      { components: [text('x')] },
      'components.0.type',
      'UNION_TYPE_CHOICES',
    ],
    [
      '41 components',
      v2(...repeat(41, () => text('x'))),
      'components',
      'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
    ],
    [
      '41 components including nested ones',
      v2({ type: 17, components: repeat(40, () => text('x')) }),
      'components',
      'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
    ],
    [
      '4,001 characters in total',
      v2(text('x'.repeat(4000)), text('y')),
      'components',
      'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
    ],
    [
      'a section without an accessory',
      v2({ type: 9, components: [text('x')] }),
      'components.0.accessory',
      'BASE_TYPE_REQUIRED',
    ],
    [
      'six buttons in a row',
      { components: [row(...repeat(6, button))] },
      'components.0.components',
      'BASE_TYPE_BAD_LENGTH',
    ],
    [
      'the same custom id twice',
      { components: [row(button(1), button(1))] },
      'components.0.components.1.custom_id',
      'COMPONENT_CUSTOM_ID_DUPLICATED',
    ],
    [
      'a custom id of 101 characters',
      { components: [row(button(1, { custom_id: 'x'.repeat(101) }))] },
      'components.0.components.0.custom_id',
      'BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a label of 81 characters',
      { components: [row(button(1, { label: 'x'.repeat(81) }))] },
      'components.0.components.0.label',
      'BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a link of 513 characters',
      { components: [row(link(`https://e.org/${'x'.repeat(499)}`))] },
      'components.0.components.0.url',
      'BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a link to javascript:',
      { components: [row(link('javascript:alert(1)'))] },
      'components.0.components.0.url',
      'URL_TYPE_INVALID_SCHEME',
    ],
    [
      '26 select options',
      { components: [row({ type: 3, custom_id: 's', options: repeat(26, option) })] },
      'components.0.components.0.options',
      'BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a default value of the wrong kind',
      { components: [row({ type: 8, custom_id: 's', default_values: [{ id: '1', type: 'user' }] })] },
      'components.0.components.0.default_values.0.type',
      'BASE_TYPE_CHOICES',
    ],
    [
      'an embed of 4,097 characters',
      { embeds: [{ description: 'x'.repeat(4097) }] },
      'embeds.0.description',
      'BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a reply to an unknown message',
      { content: 'x', message_reference: { message_id: '1' } },
      'message_reference',
      'REPLIES_UNKNOWN_MESSAGE',
    ],
    [
      'a file that was not uploaded',
      v2({ type: 13, file: { url: 'attachment://a.txt' } }),
      'components.0.file.url',
      'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
    ],
    [
      'mentions both parsed and listed',
      { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
      'allowed_mentions',
      'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
    ],
  ])('with %s is rejected with the error at its field', async (_, body, path, code) => {
    const { status, body: response } = await send(body);
    const errorAt = path
      .split('.')
      .reduce<unknown>((node, key) => (node as Record<string, unknown>)?.[key], response['errors']);

    expect(status).toBe(400);
    expect(response).toMatchObject({ code: 50035, message: 'Invalid Form Body' });
    expect(errorAt).toMatchObject({ _errors: [{ code }] });
  });

  it('without any content is rejected', async () => {
    expect(await send({ content: '' })).toMatchObject({ status: 400, body: { code: 50006 } });
  });

  it('at the limits is accepted', async () => {
    const full = v2({ type: 17, components: [...repeat(38, () => text('x'.repeat(100))), { type: 14 }] });

    expect((await send(full)).status).toBe(200);
    expect(
      (
        await send({
          content: 'x'.repeat(2000),
          components: repeat(5, (r) => row(...repeat(5, (c) => button(r * 5 + c)))),
        })
      ).status,
    ).toBe(200);
  });

  it('of a modal has its errors under `data`', async () => {
    const input = { type: 4, custom_id: 'i', style: 1, label: 'x'.repeat(46) };
    const answer = await callback(ask(), {
      type: 9,
      data: { title: 'x'.repeat(46), custom_id: 'm', components: [row(input)] },
    });

    expect(answer.body).toMatchObject({
      code: 50035,
      errors: { data: { title: {}, components: { 0: { components: { 0: { label: {} } } } } } },
    });
  });

  it('keeps the fields an edit leaves out, and the Components V2 flag', async () => {
    const sent = await send(v2(text('Before')));
    const path = `/channels/${IDS.general}/messages/${sent.body['id']}`;

    const rejected = await bot.rest('PATCH', path, { content: 'x' });
    const edited = await bot.rest('PATCH', path, { components: [text('After')] });

    expect(rejected.body).toMatchObject({ errors: { content: {} } });
    expect(edited.body).toMatchObject({ flags: COMPONENTS_V2, components: [{ id: 1, content: 'After' }] });
  });

  it('mentions only the users that allowed_mentions permits', async () => {
    const content = `<@${IDS.owner}> and <@${IDS.member}>`;

    const all = await send({ content });
    const none = await send({ content, allowed_mentions: { parse: [] } });
    const one = await send({ content, allowed_mentions: { users: [IDS.member] } });

    const mentioned = [all, none, one].map(({ body }) =>
      (body['mentions'] as { id: string }[]).map(({ id }) => id),
    );
    expect(mentioned).toEqual([[IDS.owner, IDS.member], [], [IDS.member]]);
  });

  it('can be a form with files', async () => {
    const form = new FormData();
    form.set('payload_json', JSON.stringify({ ...v2({ type: 13, file: { url: 'attachment://a.txt' } }) }));
    form.set('files[0]', new Blob(['hello'], { type: 'text/plain' }), 'a.txt');
    const authorization = `Bot ${bot.sandbox.token}`;

    const answer = await fetch(`${bot.sandbox.apiUrl}/v10/channels/${IDS.general}/messages`, {
      ...{ method: 'POST', body: form, headers: { authorization } },
    });
    const message = (await answer.json()) as {
      attachments: { url: string }[];
      components: { file: { url: string } }[];
    };
    const [url = ''] = message.attachments.map((attachment) => attachment.url);

    expect(message.components[0]?.file.url).toBe(url);
    expect(await (await fetch(url)).text()).toBe('hello');
  });
});

describe('commands', () => {
  const path = `/applications/${IDS.application}/commands`;
  const option = (more: object) => ({ type: 3, name: 'o', description: 'O', ...more });

  it.each<[string, object, string]>([
    ['capitals in its name', { name: 'Ask', description: 'x' }, '0.name'],
    ['no description', { name: 'ask' }, '0.description'],
    [
      'a required option after others',
      { name: 'ask', description: 'x', options: [option({}), option({ name: 'p', required: true })] },
      '0.options.1',
    ],
    [
      '26 choices',
      {
        name: 'ask',
        description: 'x',
        options: [
          option({ choices: Array.from({ length: 26 }, (_, i) => ({ name: `${i}`, value: `${i}` })) }),
        ],
      },
      '0.options.0.choices',
    ],
    [
      'choices and autocomplete',
      {
        name: 'ask',
        description: 'x',
        options: [option({ autocomplete: true, choices: [{ name: 'a', value: 'a' }] })],
      },
      '0.options.0',
    ],
    ['an unknown context', { name: 'ask', description: 'x', contexts: [3] }, '0.contexts.0'],
    ['a context menu with a description', { type: 3, name: 'Check', description: 'x' }, '0.description'],
  ])('with %s are rejected', async (_, command, place) => {
    const { status, body } = await bot.rest('PUT', path, [command]);
    const found = place
      .split('.')
      .reduce<unknown>((node, key) => (node as Record<string, unknown>)?.[key], body['errors']);

    expect(status).toBe(400);
    expect(found).toMatchObject({ _errors: [{}] });
  });

  it('keep their id when replaced by name', async () => {
    const [before] = [...bot.sandbox.world.commands.values()];

    const replaced = await bot.rest('PUT', path, [{ ...COMMAND, description: 'Asks again' }]);

    expect(replaced.body).toMatchObject([{ id: before?.id, description: 'Asks again' }]);
  });
});

describe('permissions', () => {
  it.each([
    ['cannot write', 'readOnly', 50013],
    ['cannot see the channel', 'editors', 50001],
    ['cannot see the thread', 'corrections', 50001],
  ] as const)('stop a bot that %s', async (_, channel, code) => {
    expect(await send({ content: 'x' }, IDS[channel])).toMatchObject({ status: 403, body: { code } });
  });

  it('do not stop a response to an interaction', async () => {
    const interaction = ask(IDS.readOnly);

    expect((await callback(interaction, { type: 4, data: { content: 'x' } })).status).toBe(204);
    expect(interaction.payload['app_permissions']).not.toBe('0');
  });

  it('protect messages by other authors', async () => {
    const { message } = bot.sandbox.as(IDS.member).say('Mine', { channelId: IDS.general });
    const path = `/channels/${IDS.general}/messages/${message.id}`;

    expect((await bot.rest('PATCH', path, { content: 'x' })).body['code']).toBe(50005);
    expect((await bot.rest('DELETE', path)).body['code']).toBe(50013);
  });
});

describe('the REST API', () => {
  it('rejects a wrong token', async () => {
    const answer = await bot.rest('GET', '/users/@me', undefined, { authorization: 'Bot wrong' });

    expect(answer).toMatchObject({ status: 401, body: { code: 0, message: '401: Unauthorized' } });
  });

  it('returns 404 for unknown routes', async () => {
    expect(await bot.rest('GET', '/nowhere')).toMatchObject({
      status: 404,
      body: { code: 0, message: '404: Not Found' },
    });
  });

  it('limits requests per channel and says when to retry', async () => {
    for (let index = 0; index < 5; index += 1) await send({ content: `${index}` });

    const limited = await send({ content: 'One too many' });
    const elsewhere = await send({ content: 'Elsewhere' }, IDS.articles);
    bot.sandbox.world.advance(5_000);
    const later = await send({ content: 'Later' });

    expect(limited).toMatchObject({ status: 429, body: { global: false } });
    expect(limited.headers.get('x-ratelimit-remaining')).toBe('0');
    expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0);
    expect([elsewhere.status, later.status]).toEqual([200, 200]);
  });
});
