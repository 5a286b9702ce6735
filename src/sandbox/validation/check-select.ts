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
