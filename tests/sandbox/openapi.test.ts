// Validates the sandbox's responses against Discord's published API description, if a copy is available.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasOpenApi, openApi } from '../support/openapi.js';
import { IDS, openSandboxBot, type SandboxBot } from '../support/sandbox-bot.js';

describe.skipIf(!hasOpenApi)(
  `responses that match Discord's API description${hasOpenApi ? '' : ' (skipped: no copy available)'}`,
  () => {
    let bot: SandboxBot;
    let api: ReturnType<typeof openApi>;

    beforeAll(async () => {
      api = openApi();
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
    ])('GET %s', async (path, url) => {
      const { status, body } = await bot.rest('GET', url);

      expect(status).toBe(200);
      expect(api.response('get', path)(body)).toEqual([]);
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

      expect(api.response('post', path)(plain.body)).toEqual([]);
      expect(api.response('post', path)(rich.body)).toEqual([]);
    });

    it('an interaction callback and its reply', async () => {
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
      expect(api.response('post', callback)(deferred.body)).toEqual([]);
      expect(api.response('patch', reply)(edited.body)).toEqual([]);
    });

    it('an error', async () => {
      const { body } = await bot.rest('GET', `/channels/${IDS.editors}`);

      expect(api.schema('ErrorResponse')(body)).toEqual([]);
    });
  },
);
