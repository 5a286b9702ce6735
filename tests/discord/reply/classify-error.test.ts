import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/core/errors.js';
import { classifyError, ERROR_CLASSES } from '../../../src/discord/reply/classify-error.js';

const ROOT = join(import.meta.dirname, '../../..');

const withCode = (code: string) => new AppError({ code, message: 'What happened.', advice: 'What to do.' });

describe('classifying errors', () => {
  it.each([
    ['core/too-fast', 'mistake'],
    ['discord/article-gone', 'mistake'],
    ['discord/no-articles', 'mistake'],
    ['discord/answer-gone', 'mistake'],
    ['discord/restarting', 'interruption'],
    ['discord/unreachable', 'fault'],
    ['engine/no-key', 'fault'],
    ['store/corrupt', 'fault'],
    ['core/not-listed', 'fault'],
    ['sources/not-public', 'mistake'],
    ['sources/paywall', 'mistake'],
    ['sources/no-folder', 'fault'],
    ['sources/closed', 'interruption'],
  ])('%s is a %s', (code, expected) => {
    expect(classifyError(withCode(code))).toBe(expected);
  });

  it.each([[new TypeError('x is undefined')], ['a string'], [undefined]])('%s is our fault', (error) => {
    expect(classifyError(error)).toBe('fault');
  });

  it('lists every code of core and discord', () => {
    const codes = ['src', 'commands'].flatMap(sourceFiles).flatMap(codesIn);

    expect(codes.length).toBeGreaterThan(10);
    expect([...new Set(codes)].sort()).toEqual(Object.keys(ERROR_CLASSES).sort());
  });
});

function sourceFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(ROOT, folder, name));
}

function codesIn(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/code: '((?:core|discord)\/[a-z-]+)'/g)].flatMap(
    ([, code]) => code ?? [],
  );
}
