// The files that package.json publishes, which are also those of the Docker image: the program runs with them alone.
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/temporary.js';

const ROOT = resolve(import.meta.dirname, '../..');
const ARTICLE =
  'The old harbour of Brannock will close on 3 March 2031 for repairs, the city council said on Monday.';

let published: readonly string[] = [];
beforeAll(() => {
  const output = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    ...{ cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [{ files }] = JSON.parse(output) as [{ files: { path: string }[] }];
  published = files.map(({ path }) => path);
});

/** Copies the published files into a folder of their own. */
function install(): string {
  const folder = temporaryFolder();
  for (const path of published) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    copyFileSync(join(ROOT, path), join(folder, path));
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

function run(folder: string, ...args: string[]) {
  const corpus = join(folder, 'own-articles');
  mkdirSync(corpus, { recursive: true });
  writeFileSync(join(corpus, 'harbour.md'), ARTICLE);
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/src/main.js', ...args], {
    ...{ cwd: folder, encoding: 'utf8' },
    env: { PATH: process.env['PATH'] ?? '', DATA_DIR: join(folder, 'data'), CORPUS_DIR: corpus },
  });
  return { status, stdout, stderr };
}

describe('the published files', () => {
  it('answer a question', () => {
    const { status, stdout, stderr } = run(install(), 'ask', 'When will the harbour close?');

    expect(stderr).not.toContain('Something went wrong');
    expect(stdout).toContain('3 March 2031');
    expect(status).toBe(0);
  });

  it('pass the doctor, who asks a question too', () => {
    const { status, stdout } = run(install(), 'doctor');

    expect(stdout).toContain('✓ answer:');
    expect(stdout).toContain('Everything works.');
    expect(status).toBe(0);
  });

  it('are missed by the doctor if one is gone', () => {
    const folder = install();
    rmSync(join(folder, 'src/engines/builtin/semantics/antonyms.txt'));

    const { status, stdout } = run(folder, 'doctor');

    expect(stdout).toMatch(/^✗ answer: .*antonyms\.txt/mu);
    expect(status).toBe(1);
  });

  it('are what the Docker image holds', () => {
    const [, image = ''] = readFileSync(join(ROOT, 'Dockerfile'), 'utf8')
      .split(/^FROM .*-slim$/mu)
      .slice(-2);

    expect(image.match(/^COPY .*$/gmu)).toEqual([
      'COPY --from=build /app/node_modules ./node_modules',
      'COPY --from=build /published ./',
    ]);
  });
});
