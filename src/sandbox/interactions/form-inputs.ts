// What a person may choose in a select menu and type into a modal.
import { type APIModalInteractionResponseCallbackData, ComponentType } from 'discord-api-types/v10';
import { RejectedAction } from '../people/rejected-action.js';
import { asList, isObject, type Json } from '../validation/problems.js';

/** Every component of a message, nested ones included. */
export function flattenComponents(components: unknown): readonly Json[] {
  return asList(components).flatMap((component) => [
    component,
    ...flattenComponents(component['components']),
    ...flattenComponents(component['accessory'] ? [component['accessory']] : []),
    ...flattenComponents(component['component'] ? [component['component']] : []),
  ]);
}

/** @throws Refused where there are too few, too many or unknown values */
export function checkSelectedValues(select: Json, values: readonly string[]): void {
  const { min_values: min = 1, max_values: max = 1, options } = select;
  if (values.length < Number(min)) throw new RejectedAction(`Choose at least ${min}.`);
  if (values.length > Number(max)) throw new RejectedAction(`Choose at most ${max}.`);
  const known = asList(options).map(({ value }) => value);
  if (select['type'] === ComponentType.StringSelect && values.some((value) => !known.includes(value))) {
    throw new RejectedAction('Choose one of the options.');
  }
}

/**
 * The modal's inputs with what was typed, nested as Discord sends them back.
 * @throws Refused where an input is left empty or has a wrong length
 */
export function fillModalInputs(
  { components }: APIModalInteractionResponseCallbackData,
  fields: Readonly<Record<string, string>>,
): object[] {
  const fill = (input: Json) => {
    const customId = String(input['custom_id']);
    const value = fields[customId] ?? String(input['value'] ?? '');
    const name = String(input['label'] ?? customId);
    const { min_length: min = 0, max_length: max = 4000, required: isRequired = true } = input;
    if (isRequired && value === '') throw new RejectedAction(`“${name}” is required.`);
    if (value !== '' && value.length < Number(min))
      throw new RejectedAction(`“${name}” needs at least ${min} characters.`);
    if (value.length > Number(max)) throw new RejectedAction(`“${name}” takes at most ${max} characters.`);
    const isText = input['type'] === ComponentType.TextInput;
    return {
      type: input['type'],
      id: input['id'] ?? 0,
      custom_id: customId,
      ...(isText ? { value } : { values: value ? [value] : [] }),
    };
  };
  return asList(components).map((component, index) => {
    const { type, components: inputs, component: input } = component;
    const id = component['id'] ?? index + 1;
    if (isObject(input)) return { type, id, component: fill(input) };
    return { type, id, ...(inputs !== undefined && { components: asList(inputs).map(fill) }) };
  });
}
