// Holds the arrows between rooms that ARCHITECTURE.md draws: what each may import, and nothing else.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

interface Room {
  /** Rooms and files of ours, by path below `src` or the root. */
  readonly ours: readonly string[];
  readonly packages: readonly RegExp[];
}

const NODE = /^node:/;

const ROOMS: Record<string, Room> = {
  'src/core': {
    ours: ['src/core'],
    packages: [/^@langchain\/(textsplitters|core)/, /^node:(crypto|timers)/, /^rate-limiter-flexible$/],
  },
  'src/engines': {
    ours: ['src/engines', 'src/core', 'src/config'],
    packages: [
      NODE,
      /^@langchain\//,
      /^langchain/,
      /^cockatiel$/,
      /^p-retry$/,
      /^@orama\/stemmers/,
      /^tinyld/,
    ],
  },
  'src/store': {
    ours: ['src/store', 'src/core', 'src/config'],
    packages: [NODE, /^better-sqlite3$/, /^hnswlib-node$/],
  },
  'src/sources': { ours: ['src/sources', 'src/core'], packages: [NODE, /^mdast/, /^yaml$/] },
  'src/discord': {
    ours: ['src/discord', 'src/core', 'src/config', 'src/log'],
    packages: [NODE, /^discord\.js$/, /^p-retry$/],
  },
  commands: {
    ours: ['commands', 'src/discord/command', 'src/discord/render', 'src/discord/text', 'src/core'],
    packages: [/^discord\.js$/],
  },
  // Runs in a browser: nothing of Node, nothing of the server but what the two say to each other.
  'src/sandbox/page': {
    ours: ['src/sandbox/page', 'src/sandbox/protocol'],
    packages: [/^preact/, /^discord-api-types\/v10$/],
  },
  'src/sandbox': {
    ours: ['src/sandbox', 'src/log'],
    packages: [NODE, /^hono/, /^@hono\/node-server/, /^ws$/, /^discord-api-types\/v10$/],
  },
  'src/terminal': {
    ours: ['src/terminal', 'src/app'],
    packages: [NODE, /^cli-progress$/, /^picocolors$/, /^wrap-ansi$/],
  },
  'src/app.ts': {
    ours: ['src/core', 'src/engines', 'src/store', 'src/sources', 'src/config', 'src/log'],
    packages: [NODE],
  },
  'src/config.ts': { ours: ['src/core'], packages: [NODE, /^zod$/] },
  'src/log.ts': { ours: [], packages: [/^pino/, NODE] },
  'src/start.ts': { ours: ['src', 'commands'], packages: [NODE] },
  'src/doctor.ts': { ours: ['src', 'commands'], packages: [] },
  'src/main.ts': { ours: ['src', 'commands'], packages: [NODE] },
};

const files = ['src', 'commands'].filter((folder) => existsSync(join(ROOT, folder))).flatMap(sourceFiles);

describe('structure', () => {
  it('finds the rooms', () => {
    expect(files.length).toBeGreaterThan(20);
  });

  it.each(files)('%s imports only what its room may', (file) => {
    const room = Object.keys(ROOMS).find((name) => file === name || file.startsWith(`${name}/`));
    const allowed = ROOMS[room ?? ''];
    expect(allowed, `no room is defined for ${file}`).toBeDefined();

    const foreign = importsOf(file).filter((target) =>
      target.startsWith('.')
        ? !allowed?.ours.some((name) => isBelow(relative(ROOT, join(ROOT, dirname(file), target)), name))
        : !allowed?.packages.some((pattern) => pattern.test(target)),
    );

    expect(foreign).toEqual([]);
  });

  it('reads the environment in config.ts alone', () => {
    const readers = files.filter((file) => /process\.env|loadEnvFile/.test(contentOf(file)));

    expect(readers).toEqual(['src/config.ts']);
  });
});

function sourceFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .sort();
}

function importsOf(file: string): string[] {
  const statements = contentOf(file).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g);
  return [...statements].map(([, target = '']) => target);
}

function contentOf(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

function isBelow(path: string, name: string): boolean {
  return path === name || path === `${name}.js` || path.startsWith(`${name}/`);
}
