// `/article access`: the role whose members may manage the articles, besides people who manage the server.
import type { Action, Invocation } from '../../src/discord/command.js';
import { renderAccess } from '../../src/discord/render/article/settings.js';
import { manageText } from '../../src/discord/text/article/manage.js';
import { userErrors } from '../../src/discord/text/errors.js';
import { actorOf, isServer, type Subcommand } from '../shared/subcommand.js';

export const access = {
  isForManagers: true,
  describe: (subcommand) =>
    subcommand
      .setDescription(manageText.access.description)
      .addRoleOption((option) => option.setName('role').setDescription(manageText.access.option)),
  async run({ options: { values }, ...invocation }) {
    if (!isServer(invocation)) throw userErrors.onlyInServers();
    const role = values['role'];
    if (role !== undefined) setRole(invocation, String(role));
    return renderAccess(invocation.manager.settings(actorOf(invocation)));
  },
} satisfies Subcommand;

export const clearRole = {
  name: 'clear-role',
  reply: 'update',
  async run(invocation) {
    setRole(invocation, undefined);
    return renderAccess(invocation.manager.settings(actorOf(invocation)));
  },
} satisfies Action;

/** Someone with the role can't give it to more people. @throws AppError `discord/not-admin` */
function setRole(invocation: Invocation, roleId: string | undefined): void {
  if (!invocation.isAdmin) throw userErrors.notAdmin();
  invocation.manager.setManagerRole(roleId, actorOf(invocation));
}
