import { onTestFinished } from 'vitest';
import { openStore } from '../../src/store/open.js';
import { answerStoreContract } from '../contracts/answer-store.js';
import { articleStoreContract } from '../contracts/article-store.js';
import { libraryStoreContract } from '../contracts/library-store.js';
import { passageIndexContract } from '../contracts/passage-index.js';
import { analyzer, embedder } from '../contracts/small-library.js';
import { temporaryFolder } from '../support/temporary.js';

async function open(exactMaxPassages?: number) {
  const store = await openStore({ dataDir: temporaryFolder(), embedder, analyzer, exactMaxPassages });
  onTestFinished(() => store.close());
  await store.indexed;
  return store;
}

articleStoreContract('SQLite', open);
answerStoreContract('SQLite', open);
libraryStoreContract('SQLite', open);
passageIndexContract('SQLite with flat indexes', () => open(Number.POSITIVE_INFINITY));
passageIndexContract('SQLite with HNSW graphs', () => open(0));
