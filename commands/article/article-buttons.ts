// A manager's buttons under an article: make it the default, hide it, show it again.
import type { Action } from '../../src/discord/command.js';
import { actorOf, requireManager } from '../shared/subcommand.js';
import { articlePage } from './browse.js';

export const makeDefault = {
  name: 'make-default',
  reply: 'update',
  async run({ args: [id = ''], ...invocation }) {
    requireManager(invocation);
    invocation.manager.setDefault(id, actorOf(invocation));
    return await articlePage(invocation, id, 0);
  },
} satisfies Action;

export const unmakeDefault = {
  name: 'unmake-default',
  reply: 'update',
  async run({ args: [id = ''], ...invocation }) {
    requireManager(invocation);
    const { manager } = invocation;
    const actor = actorOf(invocation);
    if (manager.settings(actor).defaultArticle === id) manager.setDefault(undefined, actor);
    return await articlePage(invocation, id, 0);
  },
} satisfies Action;

export const hide = {
  name: 'hide',
  reply: 'update',
  async run({ args: [id = ''], ...invocation }) {
    requireManager(invocation);
    invocation.manager.setHidden(id, true, actorOf(invocation));
    return await articlePage(invocation, id, 0);
  },
} satisfies Action;

export const unhide = {
  name: 'unhide',
  reply: 'update',
  async run({ args: [id = ''], ...invocation }) {
    requireManager(invocation);
    invocation.manager.setHidden(id, false, actorOf(invocation));
    return await articlePage(invocation, id, 0);
  },
} satisfies Action;
