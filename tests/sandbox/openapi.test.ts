// What the sandbox answers, held against Discord's own description of its API, where that is at hand.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IDS, openSandboxBot, type SandboxBot } from '../support/sandbox-bot.js';

const FILE = join(import.meta.dirname, '../../../shared/discord/openapi.json.gz');
const isHere = existsSync(FILE);

interface Description {
  readonly paths: Record<
    string,
    Record<string, { readonly responses: Record<string, { readonly content: object }> }>
  >;
}

describe.skipIf(!isHere)(
  `answers as Discord describes them${isHere ? '' : ' (no description at hand: skipped)'}`,
  () => {
    let bot: SandboxBot;
    let description: Description;
    let ajv: Ajv2020;

    beforeAll(async () => {
      description = JSON.parse(gunzipSync(readFileSync(FILE)).toString('utf8'));
      ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
      ajv.addSchema({ $id: 'discord', ...description });
      const option = { type: 3, name: 'question', description: 'Q', required: true };
      bot = await openSandboxBot({ commands: [{ name: 'ask', description: 'Asks', options: [option] }] });
    });

    afterAll(async () => {
      await bot.close();
    });

    /** @returns what Discord's description finds wrong */
    function problemsOf(method: string, path: string, status: string, body: unknown): unknown {
      const escaped = path
        .replaceAll('~', '~0')
        .replaceAll('/', '~1')
        .replaceAll('{', '%7B')
        .replaceAll('}', '%7D');
      const place = `/paths/${escaped}/${method}/responses/${status}/content/application~1json/schema`;
      if (!description.paths[path]?.[method]?.responses[status])
        throw new Error(`Discord does not describe ${place}.`);
      const check = ajv.getSchema(`discord#${place}`);
      if (!check) throw new Error(`There is no ${place}.`);
      return check(body)
        ? []
        : check.errors?.map(({ instancePath, message, params }) => ({ instancePath, message, params }));
    }

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
      expect(problemsOf('get', path, '200', body)).toEqual([]);
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

      expect(problemsOf('post', path, '200', plain.body)).toEqual([]);
      expect(problemsOf('post', path, '200', rich.body)).toEqual([]);
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
      expect(problemsOf('post', callback, '200', deferred.body)).toEqual([]);
      expect(problemsOf('patch', reply, '200', edited.body)).toEqual([]);
    });

    it('a refusal', async () => {
      const { body } = await bot.rest('GET', `/channels/${IDS.editors}`);
      const check = ajv.getSchema('discord#/components/schemas/ErrorResponse');

      expect(check?.(body)).toBe(true);
    });
  },
);
