import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../../src/store/sqlite/database.js';
import { createFullText, createTextMerger } from '../../../src/store/sqlite/full-text.js';
import { temporaryFolder } from '../../support/temporary.js';

const EVERYWHERE = { tags: undefined, share: 1 };

function open(documents: readonly string[]) {
  const database = openDatabase(join(temporaryFolder(), 'footnote.db'));
  onTestFinished(() => {
    database.close();
  });
  const insert = database.prepare("INSERT INTO passages_text (rowid, scope, terms) VALUES (?, 'l1', ?)");
  database.transaction(() => {
    for (const [index, terms] of documents.entries()) insert.run(index + 1, terms);
  })();
  return createFullText(database, () => []);
}

/** So many that the common term alone would exceed the limit on candidate postings. */
const ORDINARY = Array.from({ length: 6_000 }, (_, at) => `ordinary filler${at % 100}`);

describe('full-text search', () => {
  it('scores the candidates of rare terms by common terms too', () => {
    const text = open(['rare filler1', ...ORDINARY, 'rare ordinary']);

    const hits = text.search(['ordinary', 'rare'], EVERYWHERE, 10);

    expect(hits.map(({ id }) => id)).toEqual([6_002, 1]);
  });

  it('returns each passage once, best first', () => {
    const text = open([...ORDINARY, 'rare ordinary', 'rare rare ordinary', 'rare filler1']);

    const hits = text.search(['ordinary', 'rare'], EVERYWHERE, 2);

    expect(hits.map(({ id }) => id)).toEqual([6_002, 6_001]);
    expect(hits[0]?.score).toBeGreaterThan(hits[1]?.score ?? 0);
  });

  it('searches for a common term if there is no other', () => {
    const text = open(ORDINARY);

    expect(text.search(['ordinary'], EVERYWHERE, 10)).toHaveLength(10);
  });

  it('stays in few segments during incremental writes', () => {
    const database = openDatabase(join(temporaryFolder(), 'footnote.db'));
    onTestFinished(() => {
      database.close();
    });
    const insert = database.prepare("INSERT INTO passages_text (scope, terms) VALUES ('l1', ?)");
    const countParts = database.prepare('SELECT count(DISTINCT segid) FROM passages_text_idx').pluck();
    const merge = createTextMerger(database);

    for (let step = 0; step < 15; step += 1) {
      insert.run(`ordinary filler${step}`);
      merge();
    }

    expect(countParts.get()).toBeLessThan(8);
    expect(createFullText(database, () => []).search(['ordinary'], EVERYWHERE, 20)).toHaveLength(15);
  });
});
