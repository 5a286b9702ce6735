// Builds the program, unless nothing has changed since the last build. Compares paths, sizes and times, so it takes a few
// hundredths of a second.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const INPUTS = ['src', 'commands', 'tests', 'docs', 'package.json', 'package-lock.json', 'tsconfig.json'];
const STAMP = 'dist/.inputs';
const OUTPUTS = ['dist/src/main.js', 'dist/src/sandbox/page/main.js'];

const inputs = digestInputs();
const isBuilt = OUTPUTS.every((file) => existsSync(file)) && existsSync(STAMP);
if (!isBuilt || readFileSync(STAMP, 'utf8') !== inputs) {
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
  mkdirSync('dist', { recursive: true });
  // Read before the build, so that a change during the build leads to another one.
  writeFileSync(STAMP, inputs);
}

function digestInputs() {
  const digest = createHash('sha256').update(process.version);
  for (const file of INPUTS.filter((input) => existsSync(input)).flatMap(listFiles)) {
    const { size, mtimeMs } = statSync(file);
    digest.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return digest.digest('hex');
}

function listFiles(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => listFiles(join(path, name)));
}
