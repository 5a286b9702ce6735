// `/article history`: who changed what in the library, and articles that can still be brought back.
import type { Action, Invocation } from '../../src/discord/command.js';
import { renderHistory } from '../../src/discord/render/article/changes.js';
import { manageText } from '../../src/discord/text/article/manage.js';
import { actorOf, requireManager, type Subcommand } from '../shared/subcommand.js';

/** Older ones stay in the log. */
const MAX_CHANGES = 100;

export const history = {
  isForManagers: true,
  describe: (subcommand) => subcommand.setDescription(manageText.history.description),
  run: async (invocation) => historyPage(invocation, 0),
} satisfies Subcommand;

export const turnHistory = {
  name: 'history',
  reply: 'update',
  run: async ({ args: [page], ...invocation }) => historyPage(invocation, Number(page)),
} satisfies Action;

function historyPage(invocation: Invocation, page: number) {
  requireManager(invocation);
  const { manager } = invocation;
  const actor = actorOf(invocation);
  return renderHistory(manager.listChanges(actor, MAX_CHANGES), page, manager.listRemoved(actor));
}
