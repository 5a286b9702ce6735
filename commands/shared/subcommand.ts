// Commands made of subcommands, each in a file of its own, and who may use them.
import type { SlashCommandBuilder, SlashCommandSubcommandBuilder } from 'discord.js';
import type { Actor } from '../../src/core/library/manager.js';
import type { ManagedArticle } from '../../src/core/library/ports.js';
import type { Command, Invocation, Opening, Options } from '../../src/discord/command.js';
import { userErrors } from '../../src/discord/text/errors.js';

export interface Subcommand extends Pick<Command, 'run' | 'modal' | 'complete'> {
  /** Adds its name and options. */
  describe(subcommand: SlashCommandSubcommandBuilder): unknown;
  readonly isForManagers: boolean;
}

/**
 * A command that shows its replies to the person alone and leaves everything else to its subcommands.
 * @param builder the command without subcommands
 * @param subcommands by name, in the order of the menu
 */
export function commandOf(builder: SlashCommandBuilder, subcommands: Readonly<Record<string, Subcommand>>) {
  for (const [name, { describe }] of Object.entries(subcommands)) {
    builder.addSubcommand((subcommand) => {
      describe(subcommand.setName(name));
      return subcommand;
    });
  }

  function find({ subcommand = '' }: Options): Subcommand {
    const found = subcommands[subcommand];
    if (!found) throw userErrors.outdated();
    return found;
  }

  return {
    data: builder.toJSON(),

    reply: 'private',

    modal(opening) {
      const { modal } = find(opening.options);
      return modal && opening.isManager ? modal(opening) : undefined;
    },

    async run(invocation) {
      const { isForManagers, run } = find(invocation.options);
      if (isForManagers) requireManager(invocation);
      return await run(invocation);
    },

    async complete(typing) {
      const { isForManagers, complete } = find(typing.options);
      return (typing.isManager || !isForManagers) && complete ? await complete(typing) : [];
    },
  } satisfies Command;
}

/** Whose library it is, and who acts. */
export function actorOf({ library, userId }: Pick<Opening, 'library' | 'userId'>): Actor {
  return { library, userId };
}

/** Whether the library is a server's, and not a person's own. */
export function isServer({ library }: Pick<Invocation, 'library'>): boolean {
  return library.startsWith('guild:');
}

/** @throws AppError `discord/not-manager` */
export function requireManager({ isManager }: Pick<Opening, 'isManager'>): void {
  if (!isManager) throw userErrors.notManager();
}

/** The library's own articles. */
export function ownArticles(opening: Opening): readonly ManagedArticle[] {
  const { manager, library } = opening;
  return manager.list(actorOf(opening)).filter(({ record }) => record.library === library);
}
