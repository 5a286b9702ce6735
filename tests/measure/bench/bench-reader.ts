// The reader, for `npm run bench`: the time that a question waits for it, alone and under load.

import type { Match } from '../../../src/core/ranking-ports.js';
import { splitIntoSentences } from '../../../src/core/text/split-sentences.js';
import { createRanker } from '../../../src/engines/builtin/ranker.js';
import { createReader, openReaderModel, readRanking } from '../../../src/engines/builtin/reader/reader.js';
import { sampleEvenly } from '../eval/question-set.js';
import { readEnglishPassages } from './bench-embedding.js';
import { showTimes, timeEach, watchLoop } from './timing.js';

const PASSAGES = 40;
const QUESTIONS = 40;
/** Questions that arrive at the same time. */
const CROWD = 20;
const MB = 2 ** 20;

/** Returns the lines of the report. */
export async function benchReader(): Promise<readonly string[]> {
  const texts = sampleEvenly(readEnglishPassages(), PASSAGES);
  const matches = texts.map(toMatch);
  const questions = sampleEvenly(texts, QUESTIONS).map((text) => ({
    text: `What about ${text.split(/\s+/).slice(3, 9).join(' ')}?`,
    language: 'en',
  }));
  const ranker = createRanker();
  const rankings = questions.map((question) => ({
    question,
    ranking: ranker.rank(question, matches, { passages: PASSAGES, count: () => 1 }),
  }));
  const memoryBefore = process.memoryUsage.rss();
  const began = performance.now();
  const model = await openReaderModel();
  const openMs = performance.now() - began;
  const { result: times, blockMs } = await watchLoop(() =>
    timeEach(rankings, ({ question, ranking }) => readRanking(question, ranking, model)),
  );
  const memory = process.memoryUsage.rss();
  const reader = createReader({ open: async () => model });
  const crowd = await Promise.all(
    rankings.slice(0, CROWD).map(async ({ question, ranking }) => {
      const start = performance.now();
      const wasRead = (await reader.read(question, ranking)) !== ranking;
      return { wasRead, ms: performance.now() - start };
    }),
  );
  await model.close();
  return [
    'reader',
    `opened in            ${openMs.toFixed(0)} ms, resident memory +${Math.round((memory - memoryBefore) / MB)} MB`,
    `a question           ${showTimes(times)}; longest block ${blockMs.toFixed(0)} ms`,
    `${CROWD} at once           ${crowd.filter(({ wasRead }) => wasRead).length} read, the slowest after ${Math.max(...crowd.map(({ ms }) => ms)).toFixed(0)} ms`,
  ];
}

function toMatch(text: string, at: number): Match {
  const article = {
    ...{ id: String(at), library: 'bench', title: 'Documentation', text, bodyStart: 0 },
    ...{ language: 'en', digest: String(at) },
  };
  const passage = { start: 0, end: text.length, sentences: splitIntoSentences(text, 'en') };
  return { article, passage, similarity: 0.5, textScore: 0.5 };
}
