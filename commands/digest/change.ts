// `/digest pause`, `/digest resume` and `/digest remove`, and the same as buttons.
import type { Digest } from '../../src/core/digest/digest.js';
import type { Action, Invocation } from '../../src/discord/command.js';
import type { View } from '../../src/discord/render/message.js';
import { renderNotice } from '../../src/discord/render/notice.js';
import { digestText } from '../../src/discord/text/digest.js';
import { actorOf, requireManager, type Subcommand } from '../shared/subcommand.js';
import { digestChoices, digestOption } from './digest-option.js';
import { digestPage } from './list.js';

type Change = (invocation: Invocation, digestId: string) => Promise<View>;

const pauseOne: Change = async (invocation, digestId) =>
  digestPage(invocation, invocation.digests.pause(digestId, actorOf(invocation)), digestText.pausedNow);

/** It isn't resumed to fail again: the bot and the person must be able to write there. */
const resumeOne: Change = async (invocation, digestId) => {
  const actor = actorOf(invocation);
  const found = invocation.digests.find(digestId, actor);
  if (found) await invocation.checkPost(found.channelId);
  return digestPage(invocation, invocation.digests.resume(digestId, actor), digestText.resumed);
};

const removeOne: Change = async (invocation, digestId) => {
  invocation.digests.remove(digestId, actorOf(invocation));
  return renderNotice(digestText.removed);
};

export const pause = subcommandOf('pause', pauseOne, ({ paused }) => !paused);
export const resume = subcommandOf('resume', resumeOne, ({ paused }) => paused !== undefined);
export const remove = subcommandOf('remove', removeOne);

export const pauseDigest = actionOf('digest-pause', pauseOne);
export const resumeDigest = actionOf('digest-resume', resumeOne);
export const removeDigest = actionOf('digest-remove', removeOne);

function subcommandOf(
  name: keyof typeof digestText.subcommands,
  change: Change,
  isOffered: (digest: Digest) => boolean = () => true,
): Subcommand {
  return {
    isForManagers: true,
    describe: (subcommand) =>
      subcommand.setDescription(digestText.subcommands[name]).addStringOption(digestOption),
    run: async ({ options, ...invocation }) => await change(invocation, String(options.values['digest'])),
    complete: async ({ text, ...opening }) => digestChoices(opening, text, isOffered),
  };
}

function actionOf(name: string, change: Change): Action {
  return {
    ...{ name, reply: 'update' },
    async run({ args: [digestId = ''], ...invocation }) {
      requireManager(invocation);
      return await change(invocation, digestId);
    },
  };
}
