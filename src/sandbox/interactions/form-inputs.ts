// Checks and fills in what a person selects in a menu or types into a modal.
import { type APIModalInteractionResponseCallbackData, ComponentType } from 'discord-api-types/v10';
import { RejectedAction } from '../people/rejected-action.js';
import type { FilledFields } from '../protocol.js';
import { rejectionText as text } from '../text.js';
import { asList, isObject, type Json } from '../validation/problems.js';
import type { Channel } from '../world/types.js';
import { requireUpload } from '../world/uploads.js';
import type { World } from '../world/world.js';

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
export function checkSelectedValues(
  world: World,
  select: Json,
  values: readonly string[],
  place: Channel,
): void {
  const { min_values: min = 1, max_values: max = 1, options } = select;
  if (values.length < Number(min)) throw new RejectedAction(text.tooFewSelected(Number(min)));
  if (values.length > Number(max)) throw new RejectedAction(text.tooManySelected(Number(max)));
  const allowed = asList(options).map(({ value }) => value);
  if (select['type'] === ComponentType.StringSelect && values.some((value) => !allowed.includes(value))) {
    throw new RejectedAction(text.notAnOption);
  }
  checkChannels(world, select, values, place);
}

/**
 * Builds the `components` of a modal submission.
 * @param fields what was filled in; missing text inputs use their default value
 * @throws RejectedAction if a required input is empty, a length is out of range, or a file has the wrong type
 */
export function fillModalInputs(
  world: World,
  { components }: APIModalInteractionResponseCallbackData,
  fields: FilledFields,
  place: Channel,
): object[] {
  const fill = (input: Json, label = String(input['label'] ?? input['custom_id'])) => {
    const customId = String(input['custom_id']);
    const filled = fields[customId];
    if (input['type'] !== ComponentType.TextInput) {
      const values = typeof filled === 'string' ? [filled].filter(Boolean) : (filled ?? defaultsOf(input));
      checkValues(world, input, { values, label, place });
      return { type: input['type'], id: input['id'] ?? 0, custom_id: customId, values };
    }
    const value = typeof filled === 'string' ? filled : String(input['value'] ?? '');
    const { min_length: min = 0, max_length: max = 4000, required: isRequired = true } = input;
    if (isRequired && value === '') throw new RejectedAction(text.missingField(label));
    if (value !== '' && value.length < Number(min))
      throw new RejectedAction(text.fieldTooShort(label, Number(min)));
    if (value.length > Number(max)) throw new RejectedAction(text.fieldTooLong(label, Number(max)));
    return { type: input['type'], id: input['id'] ?? 0, custom_id: customId, value };
  };
  return asList(components).map((component, index) => {
    const { type, components: inputs, component: input } = component;
    const id = component['id'] ?? index + 1;
    if (isObject(input)) return { type, id, component: fill(input, String(component['label'])) };
    return { type, id, ...(inputs !== undefined && { components: asList(inputs).map((one) => fill(one)) }) };
  });
}

/** The values of all inputs of a submitted form, such as ids of files. */
export function valuesIn(inputs: readonly object[]): readonly string[] {
  return flattenComponents(inputs).flatMap(({ values }) => (Array.isArray(values) ? values.map(String) : []));
}

function checkValues(
  world: World,
  input: Json,
  { values, label, place }: { values: readonly string[]; label: string; place: Channel },
): void {
  const { required: isRequired = true } = input;
  if (values.length === 0 && isRequired) throw new RejectedAction(text.missingField(label));
  if (values.length > 0) checkSelectedValues(world, input, values, place);
  if (input['type'] !== ComponentType.FileUpload) return;
  for (const id of values) requireUpload(world, id, input['file_types']);
}

/** What is selected before the person selects anything. */
function defaultsOf(input: Json): readonly string[] {
  const options = asList(input['options']).filter((option) => option['default'] === true);
  return [
    ...options.map(({ value }) => String(value)),
    ...asList(input['default_values']).map(({ id }) => String(id)),
  ];
}

/** @throws RejectedAction if one of them can't be chosen in this menu */
function checkChannels(world: World, select: Json, values: readonly string[], place: Channel): void {
  const { type, channel_types: types } = select;
  if (type !== ComponentType.ChannelSelect) return;
  for (const id of values) {
    const channel = world.channels.get(id);
    const isAllowed =
      channel !== undefined &&
      channel.guildId === place.guildId &&
      (!Array.isArray(types) || types.length === 0 || types.includes(channel.type));
    if (!isAllowed) throw new RejectedAction(text.notAnOption);
  }
}
