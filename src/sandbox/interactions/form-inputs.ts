// Checks and fills in what a person selects in a menu or types into a modal.
import { type APIModalInteractionResponseCallbackData, ComponentType } from 'discord-api-types/v10';
import { RejectedAction } from '../people/rejected-action.js';
import { rejectionText as text } from '../text.js';
import { asList, isObject, type Json } from '../validation/problems.js';

/** Lists all components, including nested ones. */
export function flattenComponents(components: unknown): readonly Json[] {
  return asList(components).flatMap((component) => [
    component,
    ...flattenComponents(component['components']),
    ...flattenComponents(component['accessory'] ? [component['accessory']] : []),
    ...flattenComponents(component['component'] ? [component['component']] : []),
  ]);
}

/** @throws RejectedAction if there are too few, too many or unknown values */
export function checkSelectedValues(select: Json, values: readonly string[]): void {
  const { min_values: min = 1, max_values: max = 1, options } = select;
  if (values.length < Number(min)) throw new RejectedAction(text.tooFewSelected(Number(min)));
  if (values.length > Number(max)) throw new RejectedAction(text.tooManySelected(Number(max)));
  const allowed = asList(options).map(({ value }) => value);
  if (select['type'] === ComponentType.StringSelect && values.some((value) => !allowed.includes(value))) {
    throw new RejectedAction(text.notAnOption);
  }
}

/**
 * Builds the `components` of a modal submission.
 * @param fields input text by custom id; missing ones use the input's default value
 * @throws RejectedAction if a required input is empty or a length is out of range
 */
export function fillModalInputs(
  { components }: APIModalInteractionResponseCallbackData,
  fields: Readonly<Record<string, string>>,
): object[] {
  const fill = (input: Json) => {
    const customId = String(input['custom_id']);
    const value = fields[customId] ?? String(input['value'] ?? '');
    const label = String(input['label'] ?? customId);
    const { min_length: min = 0, max_length: max = 4000, required: isRequired = true } = input;
    if (isRequired && value === '') throw new RejectedAction(text.missingField(label));
    if (value !== '' && value.length < Number(min))
      throw new RejectedAction(text.fieldTooShort(label, Number(min)));
    if (value.length > Number(max)) throw new RejectedAction(text.fieldTooLong(label, Number(max)));
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
