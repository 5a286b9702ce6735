// From what a page sent to an action: its shape is checked here, its sense where it is done.

import { RejectedAction } from '../people/rejected-action.js';
import type { Action } from '../protocol.js';
import { isObject, type Json } from '../validation/problems.js';

const isText = (value: unknown) => typeof value === 'string';
const isOptions = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.every(
    (option) =>
      isObject(option) &&
      isText(option['name']) &&
      (option['options'] === undefined || isOptions(option['options'])),
  );
const orNothing = (check: (value: unknown) => boolean) => (value: unknown) =>
  value === undefined || check(value);

/** What each kind of action must have beside the person and the channel. */
const FIELDS: Readonly<Record<Action['kind'], Readonly<Record<string, (value: unknown) => boolean>>>> = {
  command: { commandId: isText, options: isOptions, targetId: orNothing(isText) },
  autocomplete: { commandId: isText, options: isOptions },
  component: {
    messageId: isText,
    customId: isText,
    componentType: (value) => typeof value === 'number',
    values: orNothing((value) => Array.isArray(value) && value.every(isText)),
  },
  modal: {
    interactionId: isText,
    customId: isText,
    fields: (value) => isObject(value) && Object.values(value).every(isText),
  },
};

/** @throws Refused where a field is missing or of another type */
export function readAction(body: Json): Action {
  const kind = String(body['kind']);
  if (!Object.hasOwn(FIELDS, kind)) throw new RejectedAction(`There is no action “${kind}”.`);
  const fields = { userId: isText, channelId: isText, ...FIELDS[kind as Action['kind']] };
  for (const [name, isValid] of Object.entries(fields)) {
    if (!isValid(body[name])) throw new RejectedAction(`“${name}” is missing or of another type.`);
  }
  return body as unknown as Action;
}
