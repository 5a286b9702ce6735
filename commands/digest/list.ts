// `/digest list`, and the page of one digest.
import type { Digest } from '../../src/core/digest/digest.js';
import { digestErrors } from '../../src/core/digest/errors.js';
import type { Action, Invocation } from '../../src/discord/command.js';
import {
  describeSchedule,
  type ListedDigest,
  renderDigestList,
  renderDigestPage,
} from '../../src/discord/render/digest/digest.js';
import type { View } from '../../src/discord/render/message.js';
import { digestText } from '../../src/discord/text/digest.js';
import { actorOf, requireManager, type Subcommand } from '../shared/subcommand.js';

export const list = {
  isForManagers: true,
  describe: (subcommand) => subcommand.setDescription(digestText.subcommands.list),
  run: async (invocation) => listPage(invocation),
} satisfies Subcommand;

/** Opens a digest from the menu under the list. */
export const openDigest = {
  name: 'digest-open',
  reply: 'update',
  async run({ args, ...invocation }) {
    requireManager(invocation);
    return digestPage(invocation, requireDigest(invocation, args.at(-1) ?? ''));
  },
} satisfies Action;

function listPage(invocation: Invocation): View {
  const digests = invocation.digests.list(actorOf(invocation)).map((digest) => describe(invocation, digest));
  const labels = digests.map(({ digest }, index) => ({
    label: `${index + 1}. ${describeSchedule(digest.schedule)}`,
    value: digest.id,
  }));
  return renderDigestList(digests, labels);
}

export function digestPage(invocation: Invocation, digest: Digest, notice?: string): View {
  return renderDigestPage(describe(invocation, digest), notice);
}

/** @throws AppError `digest/no-such-digest` */
export function requireDigest(invocation: Invocation, digestId: string): Digest {
  const found = invocation.digests.find(digestId, actorOf(invocation));
  if (!found) throw digestErrors.noSuchDigest();
  return found;
}

function describe({ digests, manager, ...invocation }: Invocation, digest: Digest): ListedDigest {
  const { articleIds, feedIds } = digest.subject;
  const actor = actorOf(invocation);
  const titles = new Map(
    [...manager.list(actor), ...manager.listFeeds(actor)].map(({ id, title }) => [id, title] as const),
  );
  const ids = [...feedIds, ...articleIds];
  return {
    ...{ digest, next: digests.nextRun(digest) },
    ...(ids.length === 0 ? {} : { subject: ids.map((id) => titles.get(id)) }),
  };
}
