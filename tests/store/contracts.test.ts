import { onTestFinished } from 'vitest';
import { openStore } from '../../src/store/open.js';
import { describeAnswerStore } from '../contracts/answer-store.js';
import { describeArticleStore } from '../contracts/article-store.js';
import { describePassageIndex } from '../contracts/passage-index.js';
import { analyzer, embedder } from '../contracts/small-library.js';
import { temporaryFolder } from '../support/temporary.js';

async function open(exactMaxPassages?: number) {
  const store = await openStore({ dataDir: temporaryFolder(), embedder, analyzer, exactMaxPassages });
  onTestFinished(() => store.close());
  return store;
}

describeArticleStore('SQLite', open);
describeAnswerStore('SQLite', open);
describePassageIndex('SQLite, searched exactly,', () => open(Number.POSITIVE_INFINITY));
describePassageIndex('SQLite, searched by its graph,', () => open(0));
