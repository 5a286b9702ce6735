// `npm run bench [-- --sizes 1000,10000,100000]`: measures speed, vector recall, memory and cold start on the
// built-in articles, with a model, on Discord and on synthetic libraries. LangChain's stock pipeline runs
// alongside for comparison.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openApp } from '../../src/app.js';
import { benchDiscord } from './bench/bench-discord.js';
import { benchEmbedding } from './bench/bench-embedding.js';
import { benchLibrary } from './bench/bench-library.js';
import { benchModel } from './bench/bench-model.js';
import { benchReader } from './bench/bench-reader.js';
import { openSyntheticEmbedder } from './bench/synthetic-embedder.js';
import { showTimes, timeEach } from './bench/timing.js';

const CORPUS = join(import.meta.dirname, '../../../corpus');

const { values: flags } = parseArgs({ options: { sizes: { type: 'string', default: '1000,10000,100000' } } });
console.log(await benchCorpus());
console.log(`\n${(await benchReader()).join('\n')}`);
console.log(`\n${(await benchModel()).join('\n')}`);
console.log(`\n${(await benchDiscord()).join('\n')}`);
console.log(`\n${(await benchEmbedding()).join('\n')}`);
const embedder = await openSyntheticEmbedder();
for (const size of flags.sizes.split(',').map(Number)) {
  console.log(`\n${(await benchLibrary(size, embedder)).join('\n')}`);
}

async function benchCorpus(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'footnote-bench-'));
  const { assistant, close } = await openApp({ dataDir, corpusDir: CORPUS });
  const [listed] = assistant.listArticles({ library: 'bench' });
  const article = assistant.getArticle(listed?.id ?? '', { library: 'bench' });
  const words = article?.text.match(/\p{L}{5,}/gu) ?? [];
  const questions = words.map((word, at) => `What about ${word} and ${words[at + 3] ?? word}?`);
  const times = await timeEach(questions, (question) => assistant.ask(question, { library: 'bench' }));
  await close();
  rmSync(dataDir, { recursive: true, force: true });
  return `built-in articles\nanswer               ${showTimes(times)}, ${questions.length} questions`;
}
