// Validates select menus, in messages and in modals.
import { ComponentType as Type } from 'discord-api-types/v10';
import type { Problems } from './discord-error.js';
import {
  addAndCheckRepeated,
  asList,
  checkCount,
  checkNumber,
  checkText,
  type Json,
  type Path,
} from './problems.js';

export const SELECTS: readonly Type[] = [
  Type.StringSelect,
  Type.UserSelect,
  Type.RoleSelect,
  Type.MentionableSelect,
  Type.ChannelSelect,
];

/** https://docs.discord.com/developers/components/reference#string-select */
export function checkSelect(problems: Problems, path: Path, select: Json): void {
  const { type, options, placeholder, custom_id: customId, min_values: min, max_values: max } = select;
  checkText(problems, [...path, 'custom_id'], customId, { min: 1, max: 100, isRequired: true });
  checkText(problems, [...path, 'placeholder'], placeholder, { max: 150 });
  checkNumber(problems, [...path, 'min_values'], min, { min: 0, max: 25 });
  checkNumber(problems, [...path, 'max_values'], max, { min: 1, max: 25 });
  checkDefaults(problems, path, select);
  if (type !== Type.StringSelect) return;

  checkCount(problems, [...path, 'options'], options, { min: 1, max: 25 });
  const values = new Set<unknown>();
  for (const [index, option] of asList(options).entries()) {
    const at = [...path, 'options', index];
    checkText(problems, [...at, 'label'], option['label'], { min: 1, max: 100, isRequired: true });
    checkText(problems, [...at, 'value'], option['value'], { min: 1, max: 100, isRequired: true });
    checkText(problems, [...at, 'description'], option['description'], { max: 100 });
    if (addAndCheckRepeated(values, option['value'])) {
      problems.add(
        [...at, 'value'],
        'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        'The specified option value is already used',
      );
    }
  }
  const count = asList(options).length;
  if (typeof max === 'number' && max > count) {
    problems.add(
      [...path, 'max_values'],
      'SELECT_COMPONENT_MAX_VALUES_TOO_LARGE',
      `The maximum number of values must not exceed the ${count} options`,
    );
  }
}

/** Kinds of default values, by the type of the menu: https://docs.discord.com/developers/components/reference#user-select-select-default-value-structure */
const DEFAULT_KINDS: Partial<Record<Type, readonly string[]>> = {
  [Type.UserSelect]: ['user'],
  [Type.RoleSelect]: ['role'],
  [Type.MentionableSelect]: ['user', 'role'],
  [Type.ChannelSelect]: ['channel'],
};

function checkDefaults(problems: Problems, path: Path, select: Json): void {
  const { type, default_values: defaults, channel_types: channelTypes, max_values: max = 1 } = select;
  if (channelTypes !== undefined && type !== Type.ChannelSelect)
    problems.add([...path, 'channel_types'], 'UNION_TYPE_CHOICES', 'Only a channel select has channel types');
  if (defaults === undefined) return;
  checkCount(problems, [...path, 'default_values'], defaults, { max: Number(max) });
  for (const [index, { id, type: kind }] of asList(defaults).entries()) {
    const at = [...path, 'default_values', index];
    checkText(problems, [...at, 'id'], id, { min: 1, max: 32, isRequired: true });
    if (!DEFAULT_KINDS[type as Type]?.includes(String(kind)))
      problems.add([...at, 'type'], 'BASE_TYPE_CHOICES', 'This kind of default value is not allowed here');
  }
}
