// The real program as a child process. `npm test` builds it first.
import { once } from 'node:events';
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openApp } from '../../src/app.js';
import { runProgram, startProgram } from '../support/program.js';
import { HARBOUR } from '../support/small-article.js';
import { temporaryFolder } from '../support/temporary.js';

const start = (args: readonly string[], environment: Record<string, string>) =>
  startProgram(args, { environment });

const run = (args: readonly string[], environment: Record<string, string>, input = '') =>
  runProgram(args, { environment, input });

function folders() {
  const folder = temporaryFolder();
  const corpusDir = join(folder, 'corpus');
  mkdirSync(corpusDir);
  writeFileSync(join(corpusDir, 'harbour.md'), `---\ntitle: ${HARBOUR.title}\n---\n${HARBOUR.text}`);
  return { corpusDir, environment: { DATA_DIR: join(folder, 'data'), CORPUS_DIR: corpusDir } };
}

/** Sentences of an article that is stored in several steps, and embedded in more than one batch. */
const LINES = 150;

/** https://www.sqlite.org/fileformat.html#the_write_ahead_log */
const WAL_HEADER_BYTES = 32;

describe('the terminal', () => {
  it('prints an answer with its citation, plain when piped, and exits with 0', async () => {
    const { code, stdout, stderr } = await run(['ask', 'Who', 'is', 'the mayor?'], folders().environment);

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Mayor Ines Calloway');
    expect(stdout).toContain(`[1] ${HARBOUR.title}`);
    expect(stdout.split('Mayor Ines Calloway')).toHaveLength(2);
    expect(stdout).not.toContain('\u001b[');
  });

  it('prints the answer as JSON in the documented form', async () => {
    const { environment } = folders();

    const answered = await run(['ask', 'Who is the mayor?', '--json'], environment);
    const refused = await run(['ask', 'What is the capital of France?', '--json'], environment);

    const answer = JSON.parse(answered.stdout);
    expect(Object.keys(answer)).toEqual(['kind', 'text', 'citations', 'confidence', 'engine']);
    expect(Object.keys(answer.citations[0])).toEqual([
      'marker',
      'articleId',
      'title',
      'start',
      'end',
      'quote',
    ]);
    expect(Object.keys(JSON.parse(refused.stdout))).toEqual(['kind', 'closest', 'confidence', 'engine']);
    expect(refused.code).toBe(3);
  });

  it('says that the article does not say, with the closest passages on request', async () => {
    const { code, stdout } = await run(
      ['ask', 'How many people live in Brannock?', '--closest'],
      folders().environment,
    );

    expect(code).toBe(3);
    expect(stdout).toMatch(/The article doesn['’]t say\./);
    expect(stdout).toContain('similarity');
  });

  it('exits with 2 and a short message on a mistake', async () => {
    const { code, stdout, stderr } = await run(['fly'], {});

    expect({ code, stdout, stderr }).toEqual({
      ...{ code: 2, stdout: '' },
      stderr: 'There is no command “fly”. Run “footnote help” to see the commands.\n',
    });
  });

  it('finds passages', async () => {
    const { code, stdout } = await run(['search', 'northern pier'], folders().environment);

    expect(code).toBe(0);
    expect(stdout).toContain(HARBOUR.title);
  });

  it('summarizes an article by words of its title, in a style, as text or JSON', async () => {
    const { environment } = folders();

    const brief = await run(['summary'], environment);
    const quotes = await run(['summary', 'repairs', 'harbour', '--style', 'quotes'], environment);
    const json = await run(['summary', '--style', 'key-points', '--json'], environment);
    const missing = await run(['summary', 'volcano'], environment);

    expect(brief.stdout).toMatch(/^- The old harbour of Brannock will close.* \[1\]$/m);
    expect(quotes.stdout).toMatch(/^- Tomas Reyle: “Nobody asked us”/m);
    expect(JSON.parse(json.stdout).summary).toMatchObject({ style: 'keyPoints', length: 'medium' });
    expect({ code: missing.code, lines: missing.stderr.trim().split('\n').length }).toEqual({
      code: 1,
      lines: 1,
    });
  });

  it('summarizes at the prompt too', async () => {
    const { stdout, stderr } = await run(
      ['ask'],
      folders().environment,
      '/summary quotes\n/summary quotes volcano\nexit\n',
    );

    expect(stdout).toContain('Tomas Reyle: “Nobody asked us”');
    expect(stderr).toContain("There's no article called “volcano”");
  });

  it('prints its version', async () => {
    const { code, stdout } = await run(['--version'], folders().environment);

    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });

  it('understands /help, /closest and exit at the prompt', async () => {
    const { code, stdout, stderr } = await run(
      ['ask'],
      folders().environment,
      '/help\nHow many people live in Brannock?\n/closest\nexit\nWho is the mayor?\n',
    );

    expect(code).toBe(0);
    expect(stderr).toContain('/closest');
    expect(stderr).not.toContain('There is no /');
    expect(stdout).toContain('similarity');
    expect(stdout).not.toContain('[1]');
  });

  it('says which command there is none of at the prompt', async () => {
    const { stderr } = await run(['ask'], folders().environment, '/sumary\nexit\n');

    expect(stderr).toContain('There is no /sumary here.');
  });

  it('refuses a message of thousands of lines, and keeps the prompt open', async () => {
    const { environment } = folders();
    const long = 'hi, '.repeat(40_000);

    const once = await run(['ask', 'hi\n'.repeat(40_000)], environment);
    const atPrompt = await run(['ask'], environment, `${long}\nWhat does Tomas Reyle doubt?\n`);

    expect(once).toMatchObject({ code: 1, stdout: '' });
    expect(once.stderr).toContain('Shorten it to 10,000');
    expect(atPrompt.code).toBe(0);
    expect(atPrompt.stderr).toContain('Shorten it to 10,000');
    expect(atPrompt.stdout).toContain('plan');
  });

  it('answers follow-up questions at the prompt', async () => {
    const { environment } = folders();

    const { code, stdout } = await run(
      ['ask'],
      environment,
      'What does Tomas Reyle doubt?\nWhat does he fear?\n',
    );

    expect(code).toBe(0);
    expect(stdout).toContain('small boats');
  });

  it.each([
    ['a number', '2'],
    ['words of a title', 'the lock one'],
  ])('takes %s at the prompt to choose an article, and answers the question', async (_, choice) => {
    const { corpusDir, environment } = folders();
    writeFileSync(
      join(corpusDir, 'lock.md'),
      '---\ntitle: The lock at Ferrin\nauthor: Ida Lund\n---\nIt leaks.',
    );

    const { stdout, stderr } = await run(
      ['ask'],
      environment,
      `who wrote this?\n3\n${choice}\nwhat is it called?\n`,
    );

    expect(stdout).toContain('2. The lock at Ferrin');
    expect(stderr).toContain('Type a number from 1 to 2.');
    expect(stdout).toContain('Ida Lund');
    expect(stdout.split('The lock at Ferrin')).toHaveLength(3);
  });

  it('indexes new and changed files, removes deleted ones, and names the ones it skips', async () => {
    const { environment, corpusDir } = folders();

    const first = await run(['index'], environment);
    writeFileSync(join(corpusDir, 'harbour.md'), 'The harbour is open.');
    writeFileSync(join(corpusDir, 'second.txt'), 'A second text.');
    writeFileSync(join(corpusDir, 'bad.md'), '');
    const second = await run(['index'], environment);
    rmSync(join(corpusDir, 'second.txt'));
    const third = await run(['index'], environment);

    expect(first.stdout).toMatch(
      /^1 article: 1 added, 0 changed, 0 unchanged, 0 removed, 0 skipped\. Indexed 1 passage in \d+ ms\./,
    );
    expect(second.stdout).toMatch(/^2 articles: 1 added, 1 changed, 0 unchanged, 0 removed, 1 skipped/);
    expect(second.stderr).toContain('Skipped bad.md: The file has no text.');
    expect(third.stdout).toMatch(/^1 article: 0 added, 0 changed, 1 unchanged, 1 removed, 1 skipped/);
  });

  it('explains a damaged database without a stack, and exits with 1', async () => {
    const { environment } = folders();
    mkdirSync(environment.DATA_DIR);
    writeFileSync(join(environment.DATA_DIR, 'footnote.db'), 'no database'.repeat(1_000));

    const { code, stderr } = await run(['ask', 'Who?'], environment);

    expect(code).toBe(1);
    expect(stderr).toContain('is damaged');
    expect(stderr).not.toContain('    at ');
  });

  it('reports a problem with the configuration', async () => {
    const { code, stderr } = await run(['ask', 'Who?'], { ...folders().environment, LOG_LEVEL: 'loud' });

    expect(code).toBe(1);
    expect(stderr).toContain('LOG_LEVEL');
  });

  it('has either the old state or the new one, after whichever write it is killed', async () => {
    const { environment, corpusDir } = folders();
    const versionOf = (word: string) =>
      Array.from({ length: LINES }, (_, line) => `The ${word} line number ${line} tells nothing new.`).join(
        ' ',
      );
    const file = join(corpusDir, 'long.txt');
    let before = versionOf('first');
    writeFileSync(file, before);
    await run(['index'], environment);

    let writes = 0;
    for (let isKilled = true; isKilled; ) {
      writes += 1;
      const after = versionOf(`round${writes}`);
      writeFileSync(file, after);
      isKilled = await killAfterWrites(start(['index'], environment), environment.DATA_DIR, writes);

      const app = await openApp({ dataDir: environment.DATA_DIR });
      const listed = app.assistant.listArticles({ library: 'x' }).find(({ title }) => title === 'long');
      const text = app.assistant.getArticle(listed?.id ?? '', { library: 'x' })?.text ?? '';
      const results = await app.assistant.search(`line number ${LINES - 1} tells`, {
        library: 'x',
        limit: 50,
      });
      await app.close();
      expect(isKilled ? [before, after] : [after], `killed after ${writes} writes`).toContain(text);
      expect(results.length).toBeGreaterThan(0);
      for (const { articleId, start: from, end, text: passage } of results) {
        if (articleId === listed?.id) expect(text.slice(from, end)).toBe(passage);
      }
      before = text;
    }
    expect(writes).toBeGreaterThan(3);
  });
});

/** Kills the program once it has written to its database this often. @returns false if it ended before */
async function killAfterWrites(
  child: ReturnType<typeof start>,
  dataDir: string,
  writes: number,
): Promise<boolean> {
  const exited = once(child, 'exit');
  const log = join(dataDir, 'footnote.db-wal');
  let seen = 0;
  let left = writes;
  while (child.exitCode === null && child.signalCode === null) {
    const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
    if (size > Math.max(seen, WAL_HEADER_BYTES)) {
      left -= 1;
      if (left === 0) child.kill('SIGKILL');
    }
    seen = size;
    await wait(1);
  }
  await exited;
  return child.signalCode === 'SIGKILL';
}
