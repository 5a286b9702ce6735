// The only reader of the environment: one schema, every problem reported at once.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { AppError } from './core/errors.js';

/** Where this file's package lies, compiled (`dist/src/config.js`). */
const PACKAGE_CORPUS = fileURLToPath(new URL('../../corpus', import.meta.url));

const variables = z.object({
  DATA_DIR: z.string().min(1).default('data'),
  CORPUS_DIR: z.string().min(1).default(PACKAGE_CORPUS),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

/** How this process is set up; `.env.example` tells of each value. */
export interface Config {
  /** Folder of the database and the vector index. */
  readonly dataDir: string;
  /** Folder of the built-in articles. */
  readonly corpusDir: string;
  readonly logLevel: z.infer<typeof variables>['LOG_LEVEL'];
}

/**
 * Reads the environment, after `.env` of the current folder where there is one (which does not override it).
 * @throws AppError `config/invalid`, with every problem
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  if (environment === process.env && existsSync('.env')) process.loadEnvFile('.env');
  // An empty value, as in a copied .env.example, means unset.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = variables.safeParse(given);
  if (!result.success) {
    const problems = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new AppError({
      code: 'config/invalid',
      message: `The configuration has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}: ${problems.join('; ')}.`,
      advice: '.env.example tells what each variable takes.',
    });
  }
  const { DATA_DIR, CORPUS_DIR, LOG_LEVEL } = result.data;
  return { dataDir: DATA_DIR, corpusDir: CORPUS_DIR, logLevel: LOG_LEVEL };
}
