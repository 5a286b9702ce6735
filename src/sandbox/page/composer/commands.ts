// Slash commands as a person types them: finding a command, parsing and checking the values of its options.
// Discord's client has the same limits: https://discord.com/developers/docs/interactions/application-commands
import {
  type APIApplicationCommand,
  type APIApplicationCommandAttachmentOption,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
} from 'discord-api-types/v10';
import type { FilledOption } from '../../protocol.js';
import { pageText } from '../text.js';

/** A command or subcommand that a person can run. */
export interface CommandEntry {
  readonly commandId: string;
  /** Full name without the slash, such as `article list`. */
  readonly name: string;
  readonly description: string;
  /** Subcommand group and subcommand, outermost first. */
  readonly path: readonly { readonly name: string; readonly type: ApplicationCommandOptionType }[];
  readonly options: readonly APIApplicationCommandBasicOption[];
}

/** The text typed for an option. `value` is set if it was picked from a list. */
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

/** All commands and subcommands, in menu order. */
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
  const values = options.filter(
    (option): option is APIApplicationCommandBasicOption => !isSubcommand(option),
  );
  return [
    {
      ...entry,
      options: values.toSorted((one, other) => Number(isRequired(other)) - Number(isRequired(one))),
    },
  ];
}

/** Entries whose name contains the query. Names that start with it come first. */
export function filterEntries(entries: readonly CommandEntry[], query: string): readonly CommandEntry[] {
  const normalized = query.toLowerCase();
  const rank = ({ name }: CommandEntry) => (name.startsWith(normalized) ? 0 : 1);
  return entries
    .filter(({ name }) => name.includes(normalized))
    .toSorted((one, other) => rank(one) - rank(other));
}

/** Splits text into the command it starts with and the rest. The command's name must be followed by a space. */
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

/** Problems that prevent sending, by option name. Empty if the command can be sent. */
export function findProblems(
  { options }: CommandEntry,
  values: OptionInputs,
): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const option of options) {
    const input = values[option.name];
    if (input === undefined || input.text.trim() === '') {
      if (isRequired(option)) found[option.name] = pageText.requiredOption;
      continue;
    }
    const parsed = parseValue(option, input);
    if ('problem' in parsed) found[option.name] = parsed.problem;
  }
  return found;
}

/**
 * Converts the inputs to the options of an interaction. Invalid inputs are left out.
 * @param focused for autocomplete: the option being typed, whose text is sent unparsed
 */
export function toFilledOptions(
  entry: CommandEntry,
  values: OptionInputs,
  focused?: string,
): readonly FilledOption[] {
  const filled = entry.options.flatMap((option): FilledOption[] => {
    const { name, type } = option;
    const input = values[name];
    if (name === focused) return [{ name, type, value: input?.text ?? '', focused: true }];
    if (input === undefined || input.text.trim() === '') return [];
    const parsed = parseValue(option, input);
    return 'problem' in parsed ? [] : [{ name, type, value: parsed.value }];
  });
  return entry.path.reduceRight<readonly FilledOption[]>((options, step) => [{ ...step, options }], filled);
}

/** Whether the bot provides the choices. */
export function hasAutocomplete(option: APIApplicationCommandBasicOption): boolean {
  return 'autocomplete' in option && option.autocomplete === true;
}

export function isAttachment(
  option: APIApplicationCommandBasicOption,
): option is APIApplicationCommandAttachmentOption {
  return option.type === ApplicationCommandOptionType.Attachment;
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
    return choice === undefined ? { problem: pageText.pickFromList } : { value: choice.value };
  }
  if (option.type === Integer || option.type === Decimal) return parseNumber(option, text.trim());
  if (isAttachment(option)) return { problem: pageText.chooseFile };
  if (option.type !== ApplicationCommandOptionType.String) return { problem: pageText.pickFromList };
  const { min_length: min = 0, max_length: max = MAX_STRING_CHARS } = option;
  if (text.length < min) return { problem: pageText.tooShort(min) };
  return text.length > max ? { problem: pageText.tooLong(max, text.length) } : { value: text };
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
    return { problem: option.type === Integer ? pageText.notWholeNumber : pageText.notNumber };
  }
  if (option.min_value !== undefined && value < option.min_value)
    return { problem: pageText.tooSmall(option.min_value) };
  if (option.max_value !== undefined && value > option.max_value)
    return { problem: pageText.tooLarge(option.max_value) };
  return { value };
}
