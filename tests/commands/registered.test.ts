// Validates the commands against Discord's published API description, if it is available.
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.js';
import { hasOpenApi, openApiValidator } from '../support/openapi.js';

describe.skipIf(!hasOpenApi)(`the commands${hasOpenApi ? '' : ' (skipped: no API description)'}`, () => {
  it('match the API description', () => {
    const problemsOf = openApiValidator('ApplicationCommandUpdateRequest');

    const problems = commands.flatMap(
      ({ data: { default_member_permissions: permissions = null, ...data } }) =>
        // Documented as a string, but an integer in the description: https://docs.discord.com/developers/interactions/application-commands
        problemsOf({ ...data, default_member_permissions: permissions && Number(permissions) }).map(
          (problem) => `/${data.name} ${problem}`,
        ),
    );

    expect(problems).toEqual([]);
  });
});
