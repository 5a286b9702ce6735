// The option checks that Discord's client makes before it sends a command: required, choices, ranges, types.
import {
  type APIApplicationCommandOption,
  ApplicationCommandOptionType as Option,
} from 'discord-api-types/v10';
import { RejectedAction } from '../people/rejected-action.js';
import type { FilledOption } from '../protocol.js';
import { rejectionText as text } from '../text.js';
import { requireUpload } from '../world/uploads.js';
import type { World } from '../world/world.js';

const VALUE_TYPES: Partial<Record<Option, 'string' | 'number' | 'boolean'>> = {
  [Option.Integer]: 'number',
  [Option.Number]: 'number',
  [Option.Boolean]: 'boolean',
};

/**
 * @param options `isComplete`: false while the person is still typing, when options may be missing or invalid
 * @throws RejectedAction that says what to change
 */
export function checkOptions(
  world: World,
  definitions: readonly APIApplicationCommandOption[] = [],
  filled: readonly FilledOption[],
  { isComplete }: { readonly isComplete: boolean },
): void {
  for (const { name } of filled) {
    if (!definitions.some((definition) => definition.name === name))
      throw new RejectedAction(text.unknownOption(name));
  }
  const needsSubcommand = definitions.some(
    ({ type }) => type === Option.Subcommand || type === Option.SubcommandGroup,
  );
  if (needsSubcommand && filled.length !== 1) throw new RejectedAction(text.missingSubcommand);
  for (const definition of definitions) {
    const option = filled.find(({ name }) => name === definition.name);
    if (!option) {
      if (isComplete && definition.required) throw new RejectedAction(text.missingOption(definition.name));
      continue;
    }
    if (option.type !== definition.type) throw new RejectedAction(text.wrongOptionType(definition.name));
    if (definition.type === Option.Subcommand || definition.type === Option.SubcommandGroup) {
      checkOptions(world, definition.options, option.options ?? [], { isComplete });
    } else if (isComplete) checkValue(world, definition, option.value);
  }
}

function checkValue(
  world: World,
  definition: APIApplicationCommandOption,
  value: FilledOption['value'],
): void {
  const { name, type } = definition;
  if (typeof value !== (VALUE_TYPES[type] ?? 'string')) throw new RejectedAction(text.wrongOptionType(name));
  if (definition.type === Option.Attachment) requireUpload(world, String(value), definition.file_types);
  if (type === Option.Integer && !Number.isSafeInteger(value))
    throw new RejectedAction(text.notWholeNumber(name));
  if (type === Option.String && definition.required && value === '')
    throw new RejectedAction(text.missingOption(name));
  if (
    'choices' in definition &&
    definition.choices?.length &&
    !definition.choices.some((choice) => choice.value === value)
  ) {
    throw new RejectedAction(text.notAChoice(name));
  }
  if (definition.type === Option.Channel) {
    const channel = world.channels.get(String(value));
    const { channel_types: types = [] } = definition;
    if (!channel || (types.length > 0 && !(types as readonly number[]).includes(channel.type)))
      throw new RejectedAction(text.notAChoice(name));
  }
  if (definition.type === Option.String) {
    const { length } = String(value);
    const { min_length: min = 0, max_length: max = 6000 } = definition;
    if (length < min) throw new RejectedAction(text.optionTooShort(name, min));
    if (length > max) throw new RejectedAction(text.optionTooLong(name, max));
  }
  if (definition.type === Option.Integer || definition.type === Option.Number) {
    const { min_value: min = -Infinity, max_value: max = Infinity } = definition;
    if (Number(value) < min) throw new RejectedAction(text.optionTooSmall(name, min));
    if (Number(value) > max) throw new RejectedAction(text.optionTooLarge(name, max));
  }
}
