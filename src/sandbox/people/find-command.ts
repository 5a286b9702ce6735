// Finds a command by its name and fills its options.
import {
  type APIApplicationCommand,
  type APIApplicationCommandOption,
  ApplicationCommandType,
  ApplicationCommandOptionType as Option,
} from 'discord-api-types/v10';
import { requireVisibleChannel } from '../interactions/create-interaction.js';
import type { FilledOption } from '../protocol.js';
import { rejectionText as text } from '../text.js';
import type { World } from '../world/world.js';
import { visibleCommands } from './command-visibility.js';
import { RejectedAction } from './rejected-action.js';

export type OptionValues = Readonly<Record<string, string | number | boolean>>;

/** A command, and a function that turns option values into its options. */
export interface FoundCommand {
  readonly command: APIApplicationCommand;
  readonly fill: (values: OptionValues, focused?: string) => readonly FilledOption[];
}

/**
 * Finds a command that this person can use in this channel.
 * @param path the command's name with its subcommands, such as `article list`
 * @throws RejectedAction if there is no such command or subcommand; `fill` throws it for unknown options
 */
export function findCommand(
  world: World,
  userId: string,
  channelId: string,
  path: string,
  type: ApplicationCommandType,
): FoundCommand {
  const channel = requireVisibleChannel(world, userId, channelId);
  const [name = '', ...subcommands] = type === ApplicationCommandType.ChatInput ? path.split(' ') : [path];
  const command = visibleCommands(world, userId, channel).find(
    (candidate) => candidate.name === name && candidate.type === type,
  );
  if (!command) throw new RejectedAction(text.unknownCommand(path));
  const fill = (values: OptionValues, focused?: string) =>
    fillOptions(command.options ?? [], subcommands, values, focused);
  return { command, fill };
}

function fillOptions(
  definitions: readonly APIApplicationCommandOption[],
  [subcommand, ...rest]: readonly string[],
  values: OptionValues,
  focused: string | undefined,
): readonly FilledOption[] {
  if (subcommand !== undefined) {
    const definition = definitions.find(({ name }) => name === subcommand);
    if (definition?.type !== Option.Subcommand && definition?.type !== Option.SubcommandGroup) {
      throw new RejectedAction(text.unknownSubcommand(subcommand));
    }
    const options = fillOptions(definition.options ?? [], rest, values, focused);
    return [{ name: subcommand, type: definition.type, options }];
  }
  return Object.entries(values).map(([name, value]) => {
    const definition = definitions.find((candidate) => candidate.name === name);
    if (!definition) throw new RejectedAction(text.unknownOption(name));
    return { name, value, type: definition.type, ...(name === focused && { focused: true }) };
  });
}
