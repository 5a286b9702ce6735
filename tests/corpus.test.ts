import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { CorpusReport } from '../src/corpus.js';
import { openTestApp, temporaryFolder } from './support/temporary.js';

it('changes in the folder of built-in articles are picked up while the app is open', async () => {
  const corpusDir = join(temporaryFolder(), 'corpus');
  mkdirSync(corpusDir);
  writeFileSync(join(corpusDir, 'ferry.md'), '# Ferry\n\nThe ferry leaves at seven every morning.');
  let report: (report: CorpusReport) => void = () => {};
  const changed = () =>
    new Promise<CorpusReport>((resolve) => {
      report = resolve;
    });
  const { assistant, library } = await openTestApp({
    ...{ corpusDir, runsScheduledWork: true },
    onCorpusChange: (one) => report(one),
  });
  const { id } = await library.preview({ kind: 'text', text: 'The pier is long.' }, { library: 'corpus' });
  await library.add(id, { library: 'corpus' });
  const titles = () => assistant.listArticles({ library: 'guild:1' }).map(({ title }) => title);

  const first = changed();
  writeFileSync(join(corpusDir, 'bridge.md'), '# Bridge\n\nThe bridge was built in 1871.');
  const added = await first;
  const afterAdding = titles();
  const second = changed();
  rmSync(join(corpusDir, 'ferry.md'));
  const removed = await second;

  expect(added.ingested.map(({ change }) => change)).toEqual(['added', 'unchanged']);
  expect(afterAdding).toEqual(['Bridge', 'Ferry', 'The pier is long.']);
  expect(removed.removed).toBe(1);
  expect(titles()).toEqual(['Bridge', 'The pier is long.']);
}, 30_000);
