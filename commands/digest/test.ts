// `/digest test`: what a digest would post now, for the manager alone.
import type { Action, Invocation } from '../../src/discord/command.js';
import { renderDigestTest } from '../../src/discord/render/digest/digest.js';
import type { View } from '../../src/discord/render/message.js';
import { renderNotice } from '../../src/discord/render/notice.js';
import { digestText } from '../../src/discord/text/digest.js';
import { actorOf, requireManager, type Subcommand } from '../shared/subcommand.js';
import { digestChoices, digestOption } from './digest-option.js';
import { requireDigest } from './list.js';

export const test = {
  isForManagers: true,
  describe: (subcommand) =>
    subcommand.setDescription(digestText.subcommands.test).addStringOption(digestOption),
  run: async ({ options, ...invocation }) => await testDigest(invocation, String(options.values['digest'])),
  complete: async ({ text, ...opening }) => digestChoices(opening, text, () => true),
} satisfies Subcommand;

/** The button under a digest. */
export const tryDigest = {
  name: 'digest-test',
  reply: 'private',
  async run({ args: [digestId = ''], ...invocation }) {
    requireManager(invocation);
    return await testDigest(invocation, digestId);
  },
} satisfies Action;

/** @throws AppError `digest/no-such-digest`; why it can't be posted, as {@link Invocation.checkPost} */
async function testDigest(invocation: Invocation, digestId: string): Promise<View> {
  const { digests, signal } = invocation;
  const digest = requireDigest(invocation, digestId);
  await invocation.checkPost(digest.channelId);
  const content = await digests.preview(digestId, actorOf(invocation), { signal });
  return content ? renderDigestTest(digest, content) : renderNotice(digestText.test.nothing);
}
