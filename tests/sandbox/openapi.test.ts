// What the sandbox answers, held against Discord's own description of its API, where that is at hand.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasOpenApi, openApi } from '../support/openapi.js';
import { IDS, openSandboxBot, type SandboxBot } from '../support/sandbox-bot.js';

describe.skipIf(!hasOpenApi)(
  `answers as Discord describes them${hasOpenApi ? '' : ' (no description at hand: skipped)'}`,
  () => {
    let bot: SandboxBot;
    let described: ReturnType<typeof openApi>;

    beforeAll(async () => {
      described = openApi();
      const option = { type: 3, name: 'question', description: 'Q', required: true };
      bot = await openSandboxBot({ commands: [{ name: 'ask', description: 'Asks', options: [option] }] });
    });

    afterAll(async () => {
      await bot.close();
    });

    it.each([
      ['/users/@me', '/users/@me'],
      ['/applications/@me', '/applications/@me'],
      ['/gateway/bot', '/gateway/bot'],
      ['/users/@me/guilds', '/users/@me/guilds'],
      ['/guilds/{guild_id}', `/guilds/${IDS.gazette}`],
      ['/guilds/{guild_id}/channels', `/guilds/${IDS.gazette}/channels`],
      ['/guilds/{guild_id}/roles', `/guilds/${IDS.gazette}/roles`],
      ['/guilds/{guild_id}/members/{user_id}', `/guilds/${IDS.gazette}/members/${IDS.member}`],
      ['/channels/{channel_id}', `/channels/${IDS.general}`],
      ['/channels/{channel_id}', `/channels/${IDS.thread}`],
      ['/channels/{channel_id}', `/channels/${IDS.direct}`],
      ['/applications/{application_id}/commands', `/applications/${IDS.application}/commands`],
    ])('GET %s', async (path, asked) => {
      const { status, body } = await bot.rest('GET', asked);

      expect(status).toBe(200);
      expect(described.response('get', path)(body)).toEqual([]);
    });

    it('POST /channels/{channel_id}/messages', async () => {
      const button = { type: 2, style: 1, label: 'More', custom_id: 'more' };
      const components = [
        {
          type: 17,
          components: [
            { type: 10, content: 'Hi' },
            { type: 1, components: [button] },
          ],
        },
      ];
      const path = '/channels/{channel_id}/messages';

      const plain = await bot.rest('POST', `/channels/${IDS.general}/messages`, { content: 'Hi' });
      const rich = await bot.rest('POST', `/channels/${IDS.general}/messages`, {
        flags: 1 << 15,
        components,
      });

      expect(described.response('post', path)(plain.body)).toEqual([]);
      expect(described.response('post', path)(rich.body)).toEqual([]);
    });

    it('the callback of an interaction, and its reply', async () => {
      const member = bot.sandbox.as(IDS.member);
      const { id, token } = member.command(
        'ask',
        { question: 'Why?' },
        { channelId: IDS.general },
      ).interaction;
      const original = `/webhooks/${IDS.application}/${token}/messages/@original`;

      const deferred = await bot.rest('POST', `/interactions/${id}/${token}/callback?with_response=true`, {
        type: 5,
      });
      const edited = await bot.rest('PATCH', original, { content: 'Because.' });

      const callback = '/interactions/{interaction_id}/{interaction_token}/callback';
      const reply = '/webhooks/{webhook_id}/{webhook_token}/messages/@original';
      expect(described.response('post', callback)(deferred.body)).toEqual([]);
      expect(described.response('patch', reply)(edited.body)).toEqual([]);
    });

    it('a refusal', async () => {
      const { body } = await bot.rest('GET', `/channels/${IDS.editors}`);

      expect(described.schema('ErrorResponse')(body)).toEqual([]);
    });
  },
);
