// What is registered with Discord, held against Discord's own description of commands, where that is at hand.
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.js';
import { hasOpenApi, openApiValidator } from '../support/openapi.js';

describe.skipIf(!hasOpenApi)(
  `commands are as Discord describes them${hasOpenApi ? '' : ' (no description at hand: skipped)'}`,
  () => {
    it('each of them', () => {
      const problemsOf = openApiValidator('ApplicationCommandUpdateRequest');

      const problems = commands.flatMap(
        ({ data: { default_member_permissions: permissions = null, ...data } }) =>
          // Documented as a string, described as an integer: https://docs.discord.com/developers/interactions/application-commands
          problemsOf({ ...data, default_member_permissions: permissions && Number(permissions) }).map(
            (problem) => `/${data.name} ${problem}`,
          ),
      );

      expect(problems).toEqual([]);
    });
  },
);
