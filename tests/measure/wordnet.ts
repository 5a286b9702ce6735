// Reads WordNet (Fellbaum 1998, https://wordnet.princeton.edu) as bags of words: one for each sense, of the words that
// share it, those of related senses, and those that explain it. Form of the files: https://wordnet.princeton.edu/documentation/wndb5wn
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A word → how much it belongs to the sense. */
export type Bag = ReadonlyMap<string, number>;

interface Sense {
  readonly key: string;
  readonly lemmas: readonly string[];
  readonly relations: readonly { readonly symbol: string; readonly to: string }[];
  readonly gloss: string;
  readonly examples: string;
}

const PARTS = { noun: 'n', verb: 'v', adj: 'a', adv: 'r' } as const;
/** How near a related sense is, by WordNet's symbol: `@` is a kind of, `+` derived from, `&` similar to, `!` opposite of. */
const NEARNESS: Readonly<Record<string, number>> = {
  '@': 0.5,
  '@i': 0.5,
  '~': 0.15,
  '~i': 0.15,
  '+': 0.7,
  '&': 0.7,
  '!': 0.4,
  '^': 0.4,
  '\\': 0.6,
  $: 0.6,
  '*': 0.4,
  '>': 0.4,
  '%p': 0.3,
  '#p': 0.3,
  '%m': 0.3,
  '#m': 0.3,
  '=': 0.5,
  '<': 0.6,
};
const FAR = 0.2;
const GLOSS = 0.3;
const EXAMPLE = 0.12;
/** Words of a related sense that are read. */
const RELATED_LEMMAS = 4;
/** A word's n-th sense counts 1 / (1 + n times this). */
const RARER_SENSE = 0.3;

/** @param terms reads text as the built-in engine does */
export function* readWordNet(folder: string, terms: (text: string) => readonly string[]): Iterable<Bag> {
  const ranks = readSenseRanks(folder);
  const senses = new Map(
    Object.keys(PARTS)
      .flatMap((part) => readSenses(folder, part as keyof typeof PARTS))
      .map((sense) => [sense.key, sense]),
  );
  for (const sense of senses.values()) {
    const bag = new Map<string, number>();
    const add = (words: readonly string[], weight: number) => {
      for (const word of words) bag.set(word, Math.max(bag.get(word) ?? 0, weight));
    };
    const addLemmas = ({ key, lemmas }: Sense, weight: number, most = lemmas.length) => {
      for (const lemma of lemmas.slice(0, most)) {
        const words = terms(lemma.replaceAll('_', ' '));
        const rank = ranks.get(`${key} ${lemma}`) ?? 3;
        add(words, weight / (words.length > 1 ? 2 : 1) / (1 + RARER_SENSE * rank));
      }
    };
    addLemmas(sense, 1);
    for (const { symbol, to } of sense.relations) {
      const other = senses.get(to);
      if (other) addLemmas(other, NEARNESS[symbol] ?? FAR, RELATED_LEMMAS);
    }
    add(terms(sense.gloss), GLOSS);
    add(terms(sense.examples), EXAMPLE);
    yield bag;
  }
}

function readSenses(folder: string, part: keyof typeof PARTS): Sense[] {
  return linesOf(join(folder, `data.${part}`)).map((line) => {
    const [head = '', gloss = ''] = line.split(' | ');
    const fields = head.trim().split(' ');
    const count = Number.parseInt(fields[3] ?? '0', 16);
    const lemmas = Array.from({ length: count }, (_, at) =>
      (fields[4 + 2 * at] ?? '').toLowerCase().replace(/\(.*\)/, ''),
    );
    const from = 4 + 2 * count;
    const relations = Array.from({ length: Number(fields[from]) }, (_, at) => {
      const [symbol = '', offset = '', to = ''] = fields.slice(from + 1 + 4 * at);
      return { symbol, to: `${to} ${offset}` };
    });
    const examples = (gloss.match(/"[^"]*"/g) ?? []).join(' ');
    return {
      key: `${PARTS[part]} ${fields[0]}`,
      lemmas,
      relations,
      gloss: gloss.replace(/"[^"]*"/g, ' '),
      examples,
    };
  });
}

/** Sense and lemma → 0 for the lemma's most common sense, 1 for the next. */
function readSenseRanks(folder: string): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>();
  for (const [part, letter] of Object.entries(PARTS)) {
    for (const line of linesOf(join(folder, `index.${part}`))) {
      const fields = line.trim().split(' ');
      const offsets = fields.slice(6 + Number(fields[3]));
      for (const [rank, offset] of offsets.entries()) ranks.set(`${letter} ${offset} ${fields[0]}`, rank);
    }
  }
  return ranks;
}

/** Without the licence that opens each file. */
function linesOf(file: string): string[] {
  return readFileSync(file, 'latin1')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith(' '));
}
