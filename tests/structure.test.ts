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
    packages: [
      /^@langchain\/(textsplitters|core)/,
      /^wink-/,
      /^node:(crypto|timers)/,
      /^rate-limiter-flexible$/,
      /^(diff|lru-cache|p-limit|temporal-polyfill)$/,
    ],
  },
  'src/engines': {
    ours: ['src/engines', 'src/core', 'src/config', 'src/package-path'],
    packages: [
      NODE,
      /^@langchain\//,
      /^langchain/,
      /^cockatiel$/,
      /^p-retry$/,
      /^@orama\/stemmers/,
      /^tinyld/,
      /^onnxruntime-node$/,
      /^@huggingface\/tokenizers$/,
    ],
  },
  'src/store': {
    ours: ['src/store', 'src/core', 'src/config', 'src/package-path'],
    packages: [NODE, /^better-sqlite3$/, /^hnswlib-node$/, /^lru-cache$/, /^p-limit$/],
  },
  'src/sources': {
    ours: ['src/sources', 'src/core', 'src/package-path'],
    packages: [
      NODE,
      /^(mdast|micromark|hast)/,
      /^(yaml|smol-toml|chardet|iconv-lite|lru-cache|p-limit)$/,
      /^(undici|ipaddr\.js|content-disposition|robots-parser|feedsmith)$/,
      /^(@mozilla\/readability|linkedom|parse5)$/,
      /^(file-type|yauzl|mammoth|fflate|htmlparser2|unpdf)/,
    ],
  },
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
    ours: ['src/terminal', 'src/index'],
    packages: [NODE, /^cli-progress$/, /^picocolors$/, /^wrap-ansi$/, /^zod$/],
  },
  'src/index.ts': { ours: ['src/app', 'src/core', 'src/config', 'src/corpus'], packages: [] },
  'src/app.ts': {
    ours: ['src/core', 'src/engines', 'src/store', 'src/sources', 'src/config', 'src/corpus', 'src/log'],
    packages: [NODE],
  },
  'src/corpus.ts': { ours: ['src/core', 'src/sources'], packages: [] },
  'src/config.ts': { ours: ['src/config', 'src/core', 'src/package-path'], packages: [NODE, /^zod$/] },
  'src/config': { ours: ['src/config', 'src/core'], packages: [/^zod$/] },
  'src/package-path.ts': { ours: [], packages: [NODE] },
  'src/log.ts': { ours: [], packages: [/^pino/, NODE] },
  'src/start.ts': { ours: ['src', 'commands'], packages: [NODE] },
  'src/doctor.ts': { ours: ['src', 'commands'], packages: [NODE] },
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

  it('has no import cycles, counting type imports', () => {
    const targets = new Map(files.map((file) => [file, importedFiles(file)]));

    expect(findCycles(targets)).toEqual([]);
  });

  it('finds a cycle where there is one', () => {
    const targets = new Map([
      ['a.ts', ['b.ts']],
      ['b.ts', ['c.ts']],
      ['c.ts', ['a.ts']],
      ['d.ts', ['a.ts']],
    ]);

    expect(findCycles(targets)).toEqual(['a.ts → b.ts → c.ts → a.ts']);
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

/** The files of ours that a file imports. */
function importedFiles(file: string): readonly string[] {
  return importsOf(file)
    .filter((target) => target.startsWith('.'))
    .map((target) => relative(ROOT, join(ROOT, dirname(file), target)).replace(/\.js$/, ''))
    .flatMap((path) => [`${path}.ts`, `${path}.tsx`].filter((name) => files.includes(name)));
}

/** Depth-first search; each cycle is reported once, from the file where the search enters it. */
function findCycles(targets: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>();
  const path: string[] = [];
  const cycles: string[] = [];
  const visit = (file: string) => {
    const entry = path.indexOf(file);
    if (entry >= 0) cycles.push([...path.slice(entry), file].join(' → '));
    if (entry >= 0 || done.has(file)) return;
    path.push(file);
    for (const target of targets.get(file) ?? []) visit(target);
    path.pop();
    done.add(file);
  };
  for (const file of targets.keys()) visit(file);
  return cycles;
}

function contentOf(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

function isBelow(path: string, name: string): boolean {
  return path === name || path === `${name}.js` || path.startsWith(`${name}/`);
}
