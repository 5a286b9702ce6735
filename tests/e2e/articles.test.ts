// `footnote articles` as a child process. `npm test` builds it first.
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { runProgram, startProgram } from '../support/program.js';
import { HARBOUR } from '../support/small-article.js';
import { temporaryFolder } from '../support/temporary.js';

function setUp() {
  const folder = temporaryFolder();
  const corpus = join(folder, 'corpus');
  mkdirSync(corpus);
  writeFileSync(join(corpus, 'ferry.md'), '# Ferry\n\nThe ferry runs again since Tuesday. Dogs travel free.');
  const article = join(folder, 'harbour.md');
  writeFileSync(article, `# ${HARBOUR.title}\n\n${HARBOUR.text}`);
  const run = (data: string, ...args: readonly string[]) =>
    runProgram(['articles', ...args], {
      environment: { DATA_DIR: join(folder, data), CORPUS_DIR: corpus },
    });
  return { folder, article, run };
}

describe('footnote articles', () => {
  it('adds a file to the built-in library, which the next start keeps', async () => {
    const { article, run } = setUp();

    const added = await run('data', 'add', article);
    const again = await run('data', 'add', article);
    const listed = await run('data', 'list');

    expect(added).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Added “Harbour to close/u) });
    expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('is unchanged.') });
    expect(listed.stdout.trim().split('\n')).toHaveLength(2);
    expect(listed.stdout).toMatch(/ {2}folder {2}Ferry\n.* {2}file {4}Harbour to close for repairs/u);
  });

  it('imports exactly what it exported', async () => {
    const { article, folder, run } = setUp();
    const server = ['--library', 'guild:1'];
    await run('data', 'add', article, ...server);
    const file = join(folder, 'export.jsonl');

    const exported = await run('data', 'export', file, ...server);
    const imported = await run('other', 'import', file, ...server);
    const back = await run('other', 'export', ...server);

    expect(exported.stdout).toBe(`Wrote 1 article to ${file}.\n`);
    expect(imported).toMatchObject({ code: 0, stderr: '' });
    expect(back.stdout).toBe(readFileSync(file, 'utf8'));
    expect((await run('other', 'list', '--library', 'guild:2')).stdout).toBe(
      'There are no articles in this library.\n',
    );
  });

  it('removes by title, and says if there is no such article', async () => {
    const { article, run } = setUp();
    await run('data', 'add', article);

    const removed = await run('data', 'remove', 'harbour', 'lighthouse');

    expect(removed.code).toBe(1);
    expect(removed.stdout).toBe('Removed “Harbour to close for repairs”.\n');
    expect(removed.stderr).toContain("There's no article called “lighthouse” in this library.");
  });

  it('leaves nothing behind if it is killed while it adds a book', async () => {
    const { folder, run } = setUp();
    const book = join(folder, 'book.txt');
    const sentence = (index: number) => `The keeper wrote ${index} lines about the weather and the ships. `;
    const paragraph = (from: number) =>
      Array.from({ length: 5 }, (_, index) => sentence(from + index)).join('');
    writeFileSync(book, Array.from({ length: 4_000 }, (_, index) => paragraph(index)).join('\n\n'));
    await run('data', 'list');
    const database = new Database(join(folder, 'data', 'footnote.db'), { readonly: true });
    const count = (rows: string) => database.prepare(`SELECT count(*) FROM ${rows}`).pluck().get();
    const program = startProgram(['articles', 'add', book, '--library', 'guild:1'], {
      environment: { DATA_DIR: join(folder, 'data'), CORPUS_DIR: join(folder, 'corpus') },
    });
    const exited = once(program, 'exit');

    while (program.exitCode === null && count('articles WHERE visible = 0') === 0) await wait(5);
    program.kill('SIGKILL');
    await exited;
    const before = count('articles WHERE visible = 0');
    const listed = await run('data', 'list', '--library', 'guild:1');

    expect(before).toBe(1);
    expect(listed.stdout).toBe('There are no articles in this library.\n');
    expect(count('articles WHERE visible = 0')).toBe(0);
    expect(count("article_records WHERE library = 'guild:1'")).toBe(0);
    expect(count("library_changes WHERE library = 'guild:1'")).toBe(0);
    database.close();
  });
});
