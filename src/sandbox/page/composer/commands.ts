// Slash commands as they are typed: which there are, what is given to their options, and what is wrong with it.
// Limits as Discord's client holds them: https://discord.com/developers/docs/interactions/application-commands
import {
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
} from 'discord-api-types/v10';
import type { FilledOption } from '../../protocol.js';

/** One thing that can be typed: a command, or one of its subcommands. */
export interface CommandEntry {
  readonly commandId: string;
  /** Without the slash: `article list`. */
  readonly name: string;
  readonly description: string;
  /** Subcommand group and subcommand, outermost first. */
  readonly path: readonly { readonly name: string; readonly type: ApplicationCommandOptionType }[];
  readonly options: readonly APIApplicationCommandBasicOption[];
}

/** What was typed for an option, with the value behind it where it was picked from a list. */
interface OptionInput {
  readonly text: string;
  readonly value?: string | number | boolean | undefined;
}

export type OptionInputs = Readonly<Record<string, OptionInput>>;

type ParsedValue = { readonly value: string | number | boolean } | { readonly problem: string };

/** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-structure */
const MAX_STRING_CHARS = 6_000;

const { Subcommand, SubcommandGroup, Integer, Number: Decimal } = ApplicationCommandOptionType;
const NUMBER_PATTERNS: Readonly<Partial<Record<ApplicationCommandOptionType, RegExp>>> = {
  [Integer]: /^[-+]?\d{1,16}$/,
  [Decimal]: /^[-+]?(\d+\.?\d*|\.\d+)$/,
};

/** All that can be typed, in the order of the menu. */
export function listCommandEntries(commands: readonly APIApplicationCommand[]): readonly CommandEntry[] {
  return commands
    .filter(({ type }) => type === ApplicationCommandType.ChatInput)
    .flatMap(({ id, name, description, options = [] }) =>
      expandSubcommands({ commandId: id, name, description, path: [], options: [] }, options),
    );
}

function expandSubcommands(
  entry: CommandEntry,
  options: readonly APIApplicationCommandOption[],
): readonly CommandEntry[] {
  const nested = options.flatMap((option) => {
    if (option.type !== Subcommand && option.type !== SubcommandGroup) return [];
    const { name, type, description } = option;
    const path = [...entry.path, { name, type }];
    return expandSubcommands(
      { ...entry, name: `${entry.name} ${name}`, description, path },
      option.options ?? [],
    );
  });
  if (nested.length > 0) return nested;
  const own = options.filter((option): option is APIApplicationCommandBasicOption => !isSubcommand(option));
  return [
    { ...entry, options: own.toSorted((one, other) => Number(isRequired(other)) - Number(isRequired(one))) },
  ];
}

/** Those whose name holds what was typed; those that begin with it first. */
export function filterEntries(entries: readonly CommandEntry[], typed: string): readonly CommandEntry[] {
  const wanted = typed.toLowerCase();
  const rank = ({ name }: CommandEntry) => (name.startsWith(wanted) ? 0 : 1);
  return entries
    .filter(({ name }) => name.includes(wanted))
    .toSorted((one, other) => rank(one) - rank(other));
}

/** The command that a text begins with, followed by a space, and what follows. */
export function parseCommandText(
  text: string,
  entries: readonly CommandEntry[],
): { entry: CommandEntry; rest: string } | undefined {
  const entry = entries
    .filter(({ name }) => text.startsWith(`/${name} `))
    .toSorted((one, other) => other.name.length - one.name.length)[0];
  if (entry === undefined) return undefined;
  const rest = text.slice(entry.name.length + 2);
  const label = `${entry.options[0]?.name}:`;
  return { entry, rest: rest.startsWith(label) ? rest.slice(label.length).trimStart() : rest };
}

/** What stands in the way of sending, by option name; empty when nothing does. */
export function findProblems(
  { options }: CommandEntry,
  values: OptionInputs,
): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const option of options) {
    const given = values[option.name];
    if (given === undefined || given.text.trim() === '') {
      if (isRequired(option)) found[option.name] = 'This option is required. Specify a value.';
      continue;
    }
    const reading = parseValue(option, given);
    if ('problem' in reading) found[option.name] = reading.problem;
  }
  return found;
}

/**
 * Options as an interaction carries them.
 * @param focused for autocomplete: its text goes as it is, and what others hold wrongly is left out
 */
export function toFilledOptions(
  entry: CommandEntry,
  values: OptionInputs,
  focused?: string,
): readonly FilledOption[] {
  const filled = entry.options.flatMap((option): FilledOption[] => {
    const { name, type } = option;
    const given = values[name];
    if (name === focused) return [{ name, type, value: given?.text ?? '', focused: true }];
    if (given === undefined || given.text.trim() === '') return [];
    const reading = parseValue(option, given);
    return 'problem' in reading ? [] : [{ name, type, value: reading.value }];
  });
  return entry.path.reduceRight<readonly FilledOption[]>((options, step) => [{ ...step, options }], filled);
}

/** Whether the bot is to be asked for choices. */
export function hasAutocomplete(option: APIApplicationCommandBasicOption): boolean {
  return 'autocomplete' in option && option.autocomplete === true;
}

export function isRequired(option: APIApplicationCommandBasicOption): boolean {
  return option.required === true;
}

function isSubcommand(option: APIApplicationCommandOption): boolean {
  return option.type === Subcommand || option.type === SubcommandGroup;
}

function parseValue(option: APIApplicationCommandBasicOption, { text, value }: OptionInput): ParsedValue {
  if (value !== undefined) return { value };
  if ('choices' in option && (option.choices?.length ?? 0) > 0) {
    const choice = option.choices?.find(({ name }) => name.toLowerCase() === text.trim().toLowerCase());
    return choice === undefined ? { problem: 'Choose one of the list.' } : { value: choice.value };
  }
  if (option.type === Integer || option.type === Decimal) return parseNumber(option, text.trim());
  if (option.type !== ApplicationCommandOptionType.String) return { problem: 'Choose one of the list.' };
  const { min_length: least = 0, max_length: most = MAX_STRING_CHARS } = option;
  if (text.length < least) return { problem: `Write at least ${least} characters.` };
  return text.length > most
    ? { problem: `Write at most ${most} characters; these are ${text.length}.` }
    : { value: text };
}

function parseNumber(
  option: APIApplicationCommandBasicOption & { type: typeof Integer | typeof Decimal },
  text: string,
): ParsedValue {
  const value = Number(text);
  if (
    NUMBER_PATTERNS[option.type]?.test(text) !== true ||
    (option.type === Integer && !Number.isSafeInteger(value))
  ) {
    return { problem: option.type === Integer ? 'Write a whole number.' : 'Write a number.' };
  }
  if (option.min_value !== undefined && value < option.min_value)
    return { problem: `At least ${option.min_value}.` };
  if (option.max_value !== undefined && value > option.max_value)
    return { problem: `At most ${option.max_value}.` };
  return { value };
}
