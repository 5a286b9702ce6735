// From what a page sent to an action: its shape is checked here, its sense where it is done.

import { RejectedAction } from '../people/rejected-action.js';
import type { Action } from '../protocol.js';
import { isObject, type Json } from '../validation/problems.js';

const isString = (value: unknown) => typeof value === 'string';
const isOptionList = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.every(
    (option) =>
      isObject(option) &&
      isString(option['name']) &&
      (option['options'] === undefined || isOptionList(option['options'])),
  );
const optional = (check: (value: unknown) => boolean) => (value: unknown) =>
  value === undefined || check(value);

/** What each kind of action must have beside the person and the channel. */
const FIELD_CHECKS: Readonly<Record<Action['kind'], Readonly<Record<string, (value: unknown) => boolean>>>> =
  {
    command: { commandId: isString, options: isOptionList, targetId: optional(isString) },
    autocomplete: { commandId: isString, options: isOptionList },
    component: {
      messageId: isString,
      customId: isString,
      componentType: (value) => typeof value === 'number',
      values: optional((value) => Array.isArray(value) && value.every(isString)),
    },
    modal: {
      interactionId: isString,
      customId: isString,
      fields: (value) => isObject(value) && Object.values(value).every(isString),
    },
  };

/** @throws Refused where a field is missing or of another type */
export function readAction(body: Json): Action {
  const kind = String(body['kind']);
  if (!Object.hasOwn(FIELD_CHECKS, kind)) throw new RejectedAction(`There is no action “${kind}”.`);
  const fields = { userId: isString, channelId: isString, ...FIELD_CHECKS[kind as Action['kind']] };
  for (const [name, isValid] of Object.entries(fields)) {
    if (!isValid(body[name])) throw new RejectedAction(`“${name}” is missing or of another type.`);
  }
  return body as unknown as Action;
}
