import { onTestFinished } from 'vitest';
import { openStore } from '../../src/store/open.js';
import { answerStoreContract } from '../contracts/answer-store.js';
import { articleStoreContract } from '../contracts/article-store.js';
import { digestStoreContract } from '../contracts/digest-store.js';
import { libraryStoreContract } from '../contracts/library-store.js';
import { passageIndexContract } from '../contracts/passage-index.js';
import { analyzer, embedder } from '../contracts/small-library.js';
import { temporaryFolder } from '../support/temporary.js';

async function open(exactMaxPassages?: number, dataDir = temporaryFolder()) {
  const store = await openStore({ dataDir, embedder, analyzer, exactMaxPassages });
  onTestFinished(() => store.close());
  await store.indexed;
  return store;
}

articleStoreContract('SQLite', open);
answerStoreContract('SQLite', open);
libraryStoreContract('SQLite', open);
digestStoreContract('SQLite', async () => {
  const dataDir = temporaryFolder();
  return [await open(undefined, dataDir), await open(undefined, dataDir)];
});
passageIndexContract('SQLite with flat indexes', () => open(Number.POSITIVE_INFINITY));
passageIndexContract('SQLite with HNSW graphs', () => open(0));
