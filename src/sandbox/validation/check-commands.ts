// Validates application commands.
// https://docs.discord.com/developers/interactions/application-commands
import {
  ApplicationCommandOptionType as Option,
  ApplicationCommandType as Type,
} from 'discord-api-types/v10';
import { checkFileTypes } from './check-file-types.js';
import { Problems } from './discord-error.js';
import {
  addAndCheckRepeated,
  asList,
  checkChoice,
  checkCount,
  checkNumber,
  checkText,
  isObject,
  type Json,
  type Path,
} from './problems.js';

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming */
const NAME_PATTERN = /^[-_'\p{L}\p{N}\p{sc=Devanagari}\p{sc=Thai}]{1,32}$/u;
/** The most commands per type, and the most characters per command. */
const MAX_COMMANDS = { [Type.ChatInput]: 100, [Type.User]: 15, [Type.Message]: 15 } as const;
const MAX_CHARACTERS = 8000;

/**
 * Validates a list of commands that replaces all existing ones. Error paths start with the list index.
 * @throws DiscordError 50035
 */
export function checkCommands(commands: unknown): readonly Json[] {
  const problems = new Problems();
  const names = new Set<unknown>();
  if (!Array.isArray(commands))
    problems.add([], 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
  const list = asList(commands);
  for (const [index, command] of list.entries()) {
    checkOneCommand(problems, [index], command);
    if (addAndCheckRepeated(names, `${command['type'] ?? 1} ${String(command['name'])}`)) {
      problems.add(
        [index, 'name'],
        'APPLICATION_COMMANDS_DUPLICATE_NAME',
        'Application command names must be unique',
      );
    }
  }
  for (const [type, max] of Object.entries(MAX_COMMANDS)) {
    const count = list.filter((command) => Number(command['type'] ?? 1) === Number(type)).length;
    if (count > max) problems.add([], 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
  }
  problems.throwIfAny();
  return list;
}

/** @throws DiscordError 50035 */
export function checkCommand(command: Json): void {
  const problems = new Problems();
  checkOneCommand(problems, [], command);
  problems.throwIfAny();
}

function checkOneCommand(problems: Problems, path: Path, command: Json): void {
  const { type = Type.ChatInput, name, description, options, contexts } = command;
  checkChoice(problems, [...path, 'type'], type, [1, 2, 3]);
  checkNumberList(problems, [...path, 'contexts'], contexts, [0, 1, 2]);
  checkNumberList(problems, [...path, 'integration_types'], command['integration_types'], [0, 1]);
  const permissions = command['default_member_permissions'];
  if (permissions !== undefined && permissions !== null && !/^\d+$/.test(String(permissions))) {
    problems.add(
      [...path, 'default_member_permissions'],
      'NUMBER_TYPE_COERCE',
      `Value "${String(permissions)}" is not int.`,
    );
  }
  if (type !== Type.ChatInput) {
    checkText(problems, [...path, 'name'], name, { min: 1, max: 32, isRequired: true });
    if (description)
      problems.add(
        [...path, 'description'],
        'APPLICATION_COMMAND_NO_DESCRIPTION',
        'Context menu commands cannot have description',
      );
    if (asList(options).length > 0)
      problems.add(
        [...path, 'options'],
        'APPLICATION_COMMAND_NO_OPTIONS',
        'Context menu commands cannot have options',
      );
    return;
  }
  checkNameAndDescription(problems, path, command);
  checkOptions(problems, [...path, 'options'], options, 0);
  if (countCharacters(command) > MAX_CHARACTERS) {
    problems.add(path, 'APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${MAX_CHARACTERS})`);
  }
}

function checkNameAndDescription(
  problems: Problems,
  path: Path,
  { name, description, ...named }: Json,
): void {
  if (typeof name !== 'string' || name === '')
    problems.add([...path, 'name'], 'BASE_TYPE_REQUIRED', 'This field is required');
  else if (!NAME_PATTERN.test(name) || name !== name.toLowerCase()) {
    problems.add([...path, 'name'], 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
  }
  checkText(problems, [...path, 'description'], description, { min: 1, max: 100, isRequired: true });
  for (const field of ['name_localizations', 'description_localizations'] as const) {
    for (const [locale, text] of Object.entries(isObject(named[field]) ? named[field] : {})) {
      checkText(problems, [...path, field, locale], text, {
        min: 1,
        max: field.startsWith('name') ? 32 : 100,
      });
    }
  }
}

function checkOptions(problems: Problems, path: Path, options: unknown, depth: number): void {
  checkCount(problems, path, options, { max: 25 });
  const list = asList(options);
  const names = new Set<unknown>();
  let hasOptional = false;
  for (const [index, option] of list.entries()) {
    const at = [...path, index];
    const { type, name, required, options: nested } = option;
    checkNameAndDescription(problems, at, option);
    checkChoice(problems, [...at, 'type'], type, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    if (addAndCheckRepeated(names, name))
      problems.add(
        [...at, 'name'],
        'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
        'Option name already exists',
      );
    if (type === Option.Subcommand || type === Option.SubcommandGroup) {
      const isTooDeep = depth > (type === Option.Subcommand ? 1 : 0);
      if (isTooDeep)
        problems.add(
          [...at, 'type'],
          'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
          'Sub-command option type is invalid here',
        );
      checkOptions(problems, [...at, 'options'], nested, type === Option.Subcommand ? 2 : 1);
      continue;
    }
    if (required && hasOptional) {
      problems.add(
        at,
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      );
    }
    hasOptional ||= !required;
    checkOptionValues(problems, at, option);
  }
  const subcommands = list.filter(
    ({ type }) => type === Option.Subcommand || type === Option.SubcommandGroup,
  );
  if (subcommands.length > 0 && subcommands.length < list.length) {
    problems.add(
      path,
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      'Sub-command and sub-command group option types are mutually exclusive to all other types',
    );
  }
}

function checkOptionValues(problems: Problems, path: Path, option: Json): void {
  const { type, choices, autocomplete, min_length: minLength, max_length: maxLength } = option;
  checkCount(problems, [...path, 'choices'], choices, { max: 25 });
  checkNumber(problems, [...path, 'min_length'], minLength, { min: 0, max: 6000 });
  checkNumber(problems, [...path, 'max_length'], maxLength, { min: 1, max: 6000 });
  if (type === Option.Attachment) checkFileTypes(problems, [...path, 'file_types'], option['file_types']);
  const canChoose = type === Option.String || type === Option.Integer || type === Option.Number;
  if (!canChoose && (autocomplete || asList(choices).length > 0)) {
    problems.add(
      path,
      'APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID',
      'Choices are only for strings and numbers',
    );
  }
  if (autocomplete && asList(choices).length > 0) {
    problems.add(
      path,
      'APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE',
      'Choices and autocomplete are mutually exclusive',
    );
  }
  const [names, values] = [new Set<unknown>(), new Set<unknown>()];
  for (const [index, { name, value }] of asList(choices).entries()) {
    const at = [...path, 'choices', index];
    checkText(problems, [...at, 'name'], name, { min: 1, max: 100, isRequired: true });
    if (type === Option.String)
      checkText(problems, [...at, 'value'], value, { min: 1, max: 100, isRequired: true });
    else if (typeof value !== 'number')
      problems.add([...at, 'value'], 'NUMBER_TYPE_COERCE', `Value "${String(value)}" is not a number.`);
    if (addAndCheckRepeated(names, name) || addAndCheckRepeated(values, value)) {
      problems.add(
        at,
        'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS',
        'Option choices must be unique',
      );
    }
  }
}

function checkNumberList(problems: Problems, path: Path, list: unknown, choices: readonly number[]): void {
  if (list === undefined || list === null) return;
  checkCount(problems, path, list, { min: 1, max: choices.length });
  if (Array.isArray(list))
    for (const [index, item] of list.entries()) checkChoice(problems, [...path, index], item, choices);
}

/** Discord counts names, descriptions and choice values together. */
function countCharacters({ name, description, value, options, choices }: Json): number {
  const own = [name, description, value].reduce<number>(
    (sum, text) => sum + (typeof text === 'string' ? text.length : 0),
    0,
  );
  return [...asList(options), ...asList(choices)].reduce((sum, nested) => sum + countCharacters(nested), own);
}
