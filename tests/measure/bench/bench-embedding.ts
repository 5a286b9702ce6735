// The built-in embedding model, for `npm run bench`: its speed alone, and questions while it embeds articles.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAssistant } from '../../../src/core/create-assistant.js';
import { splitIntoPassages } from '../../../src/core/text/passage.js';
import { splitIntoSentences } from '../../../src/core/text/split-sentences.js';
import { openEngine } from '../../../src/engines/open.js';
import { openStore } from '../../../src/store/open.js';
import { sampleEvenly } from '../eval/question-set.js';
import { percentile } from '../report/statistics.js';
import { showTimes, timeEach, watchLoop } from './timing.js';

const DOCS = join(import.meta.dirname, '../../../../docs');
const PASSAGES = 60;
const QUESTIONS = 40;
const MB = 2 ** 20;

/** Passages of this project's own documentation: real English text that is always here. */
export function readEnglishPassages(): readonly string[] {
  return readdirSync(DOCS, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .flatMap((name) => {
      const text = readFileSync(join(DOCS, name), 'utf8').normalize('NFC');
      const passages = splitIntoPassages(text, splitIntoSentences(text, 'en'));
      return passages.map(({ start, end }) => text.slice(start, end));
    });
}

/** Returns the lines of the report. */
export async function benchEmbedding(): Promise<readonly string[]> {
  const memoryBefore = process.memoryUsage.rss();
  const began = performance.now();
  const engine = await openEngine({});
  const openMs = performance.now() - began;
  const passages = sampleEvenly(readEnglishPassages(), PASSAGES);
  const questions = passages
    .slice(0, QUESTIONS)
    .map((text) => `What about ${text.split(/\s+/).slice(3, 9).join(' ')}?`);
  const documents = await timeEach(passages, (text) => engine.embedder.embedDocuments([text]));
  const queries = await timeEach(questions, (text) => engine.embedder.embedQuery(text));
  const memory = process.memoryUsage.rss();

  const dataDir = mkdtempSync(join(tmpdir(), 'footnote-bench-'));
  const store = await openStore({ dataDir, embedder: engine.embedder, analyzer: engine.analyzer });
  const parts = { engine, store, index: store, clock: { now: () => new Date() } };
  const assistant = createAssistant(parts);
  const draft = { library: 'bench', title: 'Documentation', text: passages.join('\n\n'), language: 'en' };
  // The first answer loads the ranker's data.
  await assistant.addArticle({ library: 'other', title: 'Warm-up', text: passages[0] ?? '', language: 'en' });
  for (const question of questions) await assistant.ask(question, { library: 'other' });
  await store.embedded;
  const adding = await watchLoop(() => assistant.addArticle(draft));
  const meanwhile = await watchLoop(() =>
    timeEach(questions, (question) => assistant.ask(question, { library: 'bench' })),
  );
  await store.embedded;
  const embeddedMs = adding.ms + meanwhile.ms;
  const afterwards = await timeEach(questions, (question) => assistant.ask(question, { library: 'bench' }));
  await store.close();
  await engine.close();
  rmSync(dataDir, { recursive: true, force: true });
  const median = percentile(documents.wallMs, 0.5);
  return [
    `embedding model (${engine.embedder.fingerprint})`,
    `opened in            ${openMs.toFixed(0)} ms, resident memory +${Math.round((memory - memoryBefore) / MB)} MB`,
    `a passage            ${showTimes(documents)}: ${(1_000 / median).toFixed(0)} passages/s on one thread`,
    `a question           ${showTimes(queries)}`,
    `article, ${passages.length} passages answerable after ${adding.ms.toFixed(0)} ms; longest block ${adding.blockMs.toFixed(0)} ms`,
    `answers meanwhile    ${showTimes(meanwhile.result)}; longest block ${meanwhile.blockMs.toFixed(0)} ms (${embeddedMs.toFixed(0)} ms in all)`,
    `answers afterwards   ${showTimes(afterwards)}`,
  ];
}
