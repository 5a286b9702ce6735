// Validates values against Discord's published API description. It isn't part of this project, so tests that use it are
// skipped if it is missing.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const FILE = join(import.meta.dirname, '../../../shared/discord/openapi.json.gz');

/** Whether the description is available. */
export const hasOpenApi = existsSync(FILE);

/** Returns the problems of a value; empty if it is valid. */
type Validator = (value: unknown) => readonly string[];

/** A validator for one schema. */
export function openApiValidator(schema: string): Validator {
  return openApi().schema(schema);
}

/** Reads the description once for several validators. */
export function openApi(): {
  schema(name: string): Validator;
  /** @param path as in Discord's documentation, with `{names}` */
  response(method: string, path: string): Validator;
} {
  const description = JSON.parse(gunzipSync(readFileSync(FILE)).toString('utf8'));
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
  addFormats.default(ajv);
  ajv.addFormat('nonce', true);
  ajv.addFormat('snowflake', /^(0|[1-9]\d*)$/);
  ajv.addSchema(description, 'discord');
  const at = (pointer: string): Validator => {
    const validate = ajv.compile({ $ref: `discord#${pointer}` });
    return (value) =>
      validate(JSON.parse(JSON.stringify(value)))
        ? []
        : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
  };
  return {
    schema: (name) => at(`/components/schemas/${name}`),
    response: (method, path) => {
      const escaped = encodeURIComponent(path.replaceAll('~', '~0').replaceAll('/', '~1'));
      return at(`/paths/${escaped}/${method}/responses/200/content/application~1json/schema`);
    },
  };
}
