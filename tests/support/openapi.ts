// Discord's published API description, where it lies beside the checkout: what we send must validate against it.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const FILE = join(import.meta.dirname, '../../../shared/discord/openapi.json.gz');

/** Whether the description is there; it is Discord's, and not part of this project. */
export const hasOpenApi = existsSync(FILE);

/** @returns what lists the problems of a value as the named schema sees them */
export function openApiValidator(schema: string): (value: unknown) => readonly string[] {
  const description = JSON.parse(gunzipSync(readFileSync(FILE)).toString('utf8'));
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
  addFormats.default(ajv);
  ajv.addFormat('snowflake', /^(0|[1-9]\d*)$/);
  ajv.addSchema(description, 'discord');
  const validate = ajv.compile({ $ref: `discord#/components/schemas/${schema}` });
  return (value) =>
    validate(JSON.parse(JSON.stringify(value)))
      ? []
      : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
}
