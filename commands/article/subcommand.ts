// What the subcommands of `/article` are made of, and who may use them.
import type { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Actor } from '../../src/core/library/manager.js';
import type { ManagedArticle } from '../../src/core/library/ports.js';
import type { Command, Invocation, Opening } from '../../src/discord/command.js';
import { userErrors } from '../../src/discord/text/errors.js';

export interface Subcommand extends Pick<Command, 'run' | 'modal' | 'complete'> {
  /** Adds its name and options. */
  describe(subcommand: SlashCommandSubcommandBuilder): unknown;
  readonly isForManagers: boolean;
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
