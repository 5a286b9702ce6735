// What Discord's client checks before it sends a command: required options, choices, ranges, types.
import {
  type APIApplicationCommandOption,
  ApplicationCommandOptionType as Option,
} from 'discord-api-types/v10';
import { RejectedAction } from '../people/rejected-action.js';
import type { FilledOption } from '../protocol.js';

const VALUE_TYPES: Partial<Record<Option, 'string' | 'number' | 'boolean'>> = {
  [Option.Integer]: 'number',
  [Option.Number]: 'number',
  [Option.Boolean]: 'boolean',
};

/** @throws Refused with what the person must change */
export function checkOptions(
  definitions: readonly APIApplicationCommandOption[] = [],
  filled: readonly FilledOption[],
  { isComplete }: { readonly isComplete: boolean },
): void {
  for (const { name } of filled) {
    if (!definitions.some((definition) => definition.name === name))
      throw new RejectedAction(`There is no option “${name}”.`);
  }
  const needsSubcommand = definitions.some(
    ({ type }) => type === Option.Subcommand || type === Option.SubcommandGroup,
  );
  if (needsSubcommand && filled.length !== 1) throw new RejectedAction('Choose one subcommand.');
  for (const definition of definitions) {
    const option = filled.find(({ name }) => name === definition.name);
    if (!option) {
      if (isComplete && definition.required)
        throw new RejectedAction(`The option “${definition.name}” is required.`);
      continue;
    }
    if (option.type !== definition.type)
      throw new RejectedAction(`The option “${definition.name}” has another type.`);
    if (definition.type === Option.Subcommand || definition.type === Option.SubcommandGroup) {
      checkOptions(definition.options, option.options ?? [], { isComplete });
    } else if (isComplete) checkValue(definition, option.value);
  }
}

function checkValue(definition: APIApplicationCommandOption, value: FilledOption['value']): void {
  const { name, type } = definition;
  if (typeof value !== (VALUE_TYPES[type] ?? 'string'))
    throw new RejectedAction(`The option “${name}” needs another kind of value.`);
  if (type === Option.Integer && !Number.isSafeInteger(value))
    throw new RejectedAction(`The option “${name}” needs a whole number.`);
  if (type === Option.String && definition.required && value === '')
    throw new RejectedAction(`The option “${name}” is required.`);
  if (
    'choices' in definition &&
    definition.choices?.length &&
    !definition.choices.some((choice) => choice.value === value)
  ) {
    throw new RejectedAction(`The option “${name}” needs one of its choices.`);
  }
  if (definition.type === Option.String) {
    const { length } = String(value);
    const { min_length: min = 0, max_length: max = 6000 } = definition;
    if (length < min) throw new RejectedAction(`The option “${name}” needs at least ${min} characters.`);
    if (length > max) throw new RejectedAction(`The option “${name}” takes at most ${max} characters.`);
  }
  if (definition.type === Option.Integer || definition.type === Option.Number) {
    const { min_value: min = -Infinity, max_value: max = Infinity } = definition;
    if (Number(value) < min) throw new RejectedAction(`The option “${name}” must be at least ${min}.`);
    if (Number(value) > max) throw new RejectedAction(`The option “${name}” must be at most ${max}.`);
  }
}
