// Checks the shape of an action sent by the page. Whether the action is allowed is checked when it runs.

import { RejectedAction } from '../people/rejected-action.js';
import type { Action } from '../protocol.js';
import { requestText as text } from '../text.js';
import { isObject, type Json } from '../validation/problems.js';

const isString = (value: unknown) => typeof value === 'string';
const isStringList = (value: unknown) => Array.isArray(value) && value.every(isString);
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

/** The fields of each kind of action, in addition to the person and the channel. */
const FIELD_CHECKS: Readonly<Record<Action['kind'], Readonly<Record<string, (value: unknown) => boolean>>>> =
  {
    command: { commandId: isString, options: isOptionList, targetId: optional(isString) },
    autocomplete: { commandId: isString, options: isOptionList },
    component: {
      messageId: isString,
      customId: isString,
      componentType: (value) => typeof value === 'number',
      values: optional(isStringList),
    },
    modal: {
      interactionId: isString,
      customId: isString,
      fields: (value) =>
        isObject(value) && Object.values(value).every((field) => isString(field) || isStringList(field)),
    },
  };

/** @throws RejectedAction if a field is missing or has the wrong type */
export function readAction(body: Json): Action {
  const kind = String(body['kind']);
  if (!Object.hasOwn(FIELD_CHECKS, kind)) throw new RejectedAction(text.unknownAction(kind));
  const fields = { userId: isString, channelId: isString, ...FIELD_CHECKS[kind as Action['kind']] };
  for (const [name, isValid] of Object.entries(fields)) {
    if (!isValid(body[name])) throw new RejectedAction(text.invalidField(name));
  }
  return body as unknown as Action;
}
