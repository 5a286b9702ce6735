// Checks for single values of a request body. They add problems in Discord's wording.
import type { Problems } from './discord-error.js';

/** A JSON object with unknown content. */
export type Json = Record<string, unknown>;
export type Path = readonly (string | number)[];

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects in a list; empty for anything that isn't a list. */
export function asList(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** Checks an optional or required string. The length is in code points, as on Discord. */
export function checkText(
  problems: Problems,
  path: Path,
  value: unknown,
  { min = 0, max, isRequired = false }: { min?: number; max: number; isRequired?: boolean },
): void {
  if (value === undefined || value === null || (value === '' && isRequired && min > 0)) {
    if (isRequired) problems.add(path, 'BASE_TYPE_REQUIRED', 'This field is required');
    return;
  }
  if (typeof value !== 'string') {
    problems.add(path, 'STRING_TYPE_CONVERT', `Could not interpret "${JSON.stringify(value)}" as string.`);
    return;
  }
  const { length } = [...value];
  if (length >= min && length <= max) return;
  if (min > 0) problems.add(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`);
  else problems.add(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
}

export function checkNumber(
  problems: Problems,
  path: Path,
  value: unknown,
  { min, max }: { min: number; max: number },
): void {
  if (value === undefined || value === null) return;
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    problems.add(path, 'NUMBER_TYPE_COERCE', `Value "${String(value)}" is not int.`);
  } else if (value < min) {
    problems.add(path, 'NUMBER_TYPE_MIN', `int value should be greater than or equal to ${min}.`);
  } else if (value > max) {
    problems.add(path, 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${max}.`);
  }
}

export function checkCount(
  problems: Problems,
  path: Path,
  value: unknown,
  { min = 0, max }: { min?: number; max: number },
): void {
  if (value === undefined || value === null) {
    if (min > 0) problems.add(path, 'BASE_TYPE_REQUIRED', 'This field is required');
  } else if (!Array.isArray(value)) {
    problems.add(path, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
  } else if (value.length < min || value.length > max) {
    if (min > 0) problems.add(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`);
    else problems.add(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
  }
}

export function checkChoice(
  problems: Problems,
  path: Path,
  value: unknown,
  choices: readonly (number | string)[],
): void {
  if (choices.some((choice) => choice === value)) return;
  if (value === undefined) problems.add(path, 'BASE_TYPE_REQUIRED', 'This field is required');
  else problems.add(path, 'BASE_TYPE_CHOICES', `Value must be one of {${choices.join(', ')}}.`);
}

/**
 * Checks a required URL.
 * @param options `schemes` that Discord allows for this field
 */
export function checkUrl(
  problems: Problems,
  path: Path,
  value: unknown,
  { max = 2048, schemes = ['http', 'https'] }: { max?: number; schemes?: readonly string[] } = {},
): void {
  checkText(problems, path, value, { min: 1, max, isRequired: true });
  if (typeof value !== 'string' || value === '') return;
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(value)?.[1]?.toLowerCase();
  if (scheme && !schemes.includes(scheme)) {
    const allowed = schemes.map((name) => `'${name}'`).join(', ');
    problems.add(
      path,
      'URL_TYPE_INVALID_SCHEME',
      `Scheme "${scheme}" is not supported. Scheme must be one of (${allowed}).`,
    );
  } else if (!isUrl(value)) {
    problems.add(path, 'URL_TYPE_INVALID_URL', 'Not a well formed URL.');
  }
}

/** Adds a value to the set. @returns whether it was already there */
export function addAndCheckRepeated(seen: Set<unknown>, value: unknown): boolean {
  if (seen.has(value)) return true;
  seen.add(value);
  return false;
}

/** Not `URL.canParse`, which Node 20 gets wrong for letters such as "ü" once it is optimized. */
function isUrl(value: string): boolean {
  try {
    return Boolean(new URL(value));
  } catch {
    return false;
  }
}
