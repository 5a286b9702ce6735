// The store when the disk is full, its files are damaged, or its deleted content must be gone.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createBuiltinEngine } from '../../src/engines/builtin/engine.js';
import { openStore } from '../../src/store/open.js';
import { isOtherLiveProcess } from '../../src/store/process-alive.js';
import { createAnswerStore } from '../../src/store/sqlite/answer-store.js';
import { explainErrorsOf, openDatabase } from '../../src/store/sqlite/database.js';
import { countTurnsDuring } from '../support/event-loop.js';
import { HARBOUR } from '../support/small-article.js';
import { openTestApp, temporaryFolder } from '../support/temporary.js';

const QUESTION = 'When will the harbour close?';
const town = { library: 'town' };
const ANSWER = { kind: 'not-in-article', closest: [], confidence: 0, engine: 'builtin' } as const;

/** Runs SQL on the database of a store, past the store. */
function change(dataDir: string, work: (database: Database.Database) => void): void {
  const database = new Database(join(dataDir, 'footnote.db'));
  database.unsafeMode(true);
  work(database);
  database.close();
}

async function openTown(dataDir: string, warnings: string[] = []) {
  const app = await openTestApp({ dataDir, onWarning: (warning) => warnings.push(warning) });
  await app.assistant.addArticle({ ...HARBOUR, ...town, origin: 'harbour' });
  return app;
}

/** Overwrites the data of the full-text index. */
function breakTextIndex(database: Database.Database): void {
  database.exec('UPDATE passages_text_data SET block = zeroblob(length(block)) WHERE id > 1');
}

describe('the files', () => {
  it('can be read by their owner alone', async () => {
    const dataDir = join(temporaryFolder(), 'data');

    await openTown(dataDir);

    const modes = ['', '-wal', '-shm'].map(
      (suffix) => statSync(join(dataDir, `footnote.db${suffix}`)).mode & 0o777,
    );
    expect(modes).toEqual([0o600, 0o600, 0o600]);
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
  });

  it('no longer hold an answer that was deleted, and shrink', async () => {
    const dataDir = temporaryFolder();
    const database = openDatabase(join(dataDir, 'footnote.db'));
    const answers = createAnswerStore(database);
    for (let index = 0; index < 2_000; index += 1) {
      const question = `SECRET-QUESTION number ${index} ${'about the tower '.repeat(20)}`;
      answers.putAnswer({
        id: `${index}`,
        ...town,
        question,
        answer: ANSWER,
        createdAt: '2020-01-01T00:00:00Z',
      });
    }
    database.pragma('wal_checkpoint(TRUNCATE)');
    database.close();
    const before = statSync(join(dataDir, 'footnote.db')).size;

    const store = await openStore({ dataDir, ...createBuiltinEngine() });
    const time = '2030-01-01T00:00:00Z';
    const pruning = store.prune({ answers: time, cache: time, usage: time });
    const turns = await countTurnsDuring(pruning);
    await store.close();

    const files = ['footnote.db', 'footnote.db-wal'].map((name) => {
      try {
        return readFileSync(join(dataDir, name), 'latin1');
      } catch {
        return '';
      }
    });
    expect(await pruning).toBe(2_000);
    expect(turns).toBeGreaterThan(10);
    expect(files.join('')).not.toContain('SECRET-QUESTION');
    expect(statSync(join(dataDir, 'footnote.db')).size).toBeLessThan(before / 2);
  });
});

describe('a store that cannot be written', () => {
  it('says that the disk may be full', () => {
    const database = openDatabase(join(temporaryFolder(), 'footnote.db'));
    onTestFinished(() => void database.close());
    const pages = database.pragma('page_count', { simple: true });
    database.pragma(`max_page_count = ${pages}`);
    const answers = explainErrorsOf(createAnswerStore(database), database.name);
    const question = 'Why? '.repeat(10_000);

    const save = () =>
      answers.putAnswer({ id: 'a', ...town, question, answer: ANSWER, createdAt: '2031-01-01' });

    expect(save).toThrow(
      expect.objectContaining({ code: 'store/unavailable', advice: expect.stringContaining('full') }),
    );
  });

  it('loses no answer: it is shown, and the operator is warned once', async () => {
    const dataDir = temporaryFolder();
    const warnings: string[] = [];
    const { assistant } = await openTown(dataDir, warnings);
    change(dataDir, (database) => {
      for (const table of ['answers', 'usage'])
        database.exec(
          `CREATE TRIGGER full_${table} BEFORE INSERT ON ${table} BEGIN SELECT RAISE(FAIL, 'disk full'); END`,
        );
    });

    const answers = [await assistant.ask(QUESTION, town), await assistant.ask('Who is Tomas Reyle?', town)];

    expect(answers).toMatchObject([{ kind: 'answered' }, { kind: 'answered' }]);
    expect(warnings).toHaveLength(1);
    // The buttons under the answer work until the next start.
    expect(assistant.findAnswer(answers[0]?.id ?? '', town)).toMatchObject({ question: QUESTION });
  });
});

describe('a damaged full-text index', () => {
  it('is made again at the start', async () => {
    const dataDir = temporaryFolder();
    await (await openTown(dataDir)).close();
    change(dataDir, breakTextIndex);

    const { assistant } = await openTestApp({ dataDir });

    expect(await assistant.ask(QUESTION, town)).toMatchObject({ kind: 'answered' });
  });

  it('is made again even if its tables are gone', async () => {
    const dataDir = temporaryFolder();
    await (await openTown(dataDir)).close();
    change(dataDir, (database) => {
      database.pragma('writable_schema = ON');
      database.exec("DELETE FROM sqlite_schema WHERE name = 'passages_text_data'");
    });

    const { assistant } = await openTestApp({ dataDir });

    expect(await assistant.ask(QUESTION, town)).toMatchObject({ kind: 'answered' });
  });

  it('is made again while it is in use', async () => {
    const dataDir = temporaryFolder();
    const { assistant } = await openTown(dataDir);
    change(dataDir, breakTextIndex);

    let failure: unknown;
    let answer: unknown;
    for (let attempt = 0; attempt < 20 && answer === undefined; attempt += 1) {
      answer = await assistant.ask(QUESTION, town).catch((error: unknown) => {
        failure = error;
        return undefined;
      });
      await new Promise((resolve) => setImmediate(resolve));
    }

    expect(answer).toMatchObject({ kind: 'answered' });
    if (failure) expect(failure).toMatchObject({ code: 'store/rebuilding' });
  });
});

describe('damage to the schema that is found late', () => {
  it('is told as damage, with what to do', async () => {
    const dataDir = temporaryFolder();
    const { assistant } = await openTown(dataDir);
    change(dataDir, (database) => database.exec('DROP TABLE passages'));

    const failure = await assistant.ask(QUESTION, town).catch((error: unknown) => error);

    expect(failure).toMatchObject({ code: 'store/corrupt', advice: expect.stringContaining('backup') });
  });
});

describe('what a killed writer left behind', () => {
  it('is swept although another program has its process id now', async () => {
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    onTestFinished(() => void other.kill());
    await once(other, 'spawn');
    const dataDir = temporaryFolder();
    await (await openTown(dataDir)).close();
    const left = (startedAt: string) =>
      change(dataDir, (database) => {
        database
          .prepare('UPDATE articles SET visible = 0, writer = ?, writer_started = ?')
          .run(other.pid, startedAt);
      });
    const count = () => {
      let articles = 0;
      change(dataDir, (database) => {
        articles = database.prepare('SELECT count(*) FROM articles').pluck().get() as number;
      });
      return articles;
    };

    left('');
    await (await openTestApp({ dataDir })).close();
    const afterUnknown = count();
    left('long ago');
    await (await openTestApp({ dataDir })).close();

    expect(isOtherLiveProcess(other.pid ?? 0)).toBe(true);
    expect([afterUnknown, count()]).toEqual([1, 0]);
  });
});
