// How near the words of a sentence come in meaning to those of a question that it does not hold.
import { type Asked, readWanted } from './asked.js';
import { hasMeaning, type ReadSentence } from './prepare.js';
import type { QuestionType } from './question-type.js';
import { cosine, openWordVectors } from './word-vectors.js';

/** What a sentence's words mean, against a question. */
export interface Meaning {
  /** For each asked term the nearest of the sentence's other words, 0…1. */
  readonly nearest: readonly number[];
  /** How near its new words come to the kind of thing that is asked for, 0…1. */
  readonly wanted: number;
}

/** Words that stand for what a question of a type asks for, as terms. */
const PROTOTYPES: Partial<Record<QuestionType, readonly string[]>> = {
  who: ['person', 'leader', 'man', 'writer', 'politician'],
  where: ['citi', 'countri', 'river', 'region', 'place'],
  when: ['centuri', 'month', 'year'],
  group: ['compani', 'organ', 'group'],
  measure: ['mile', 'metr', 'kilomet'],
  money: ['dollar', 'cost'],
  why: ['reason', 'caus'],
};

/** Weaker likeness is chance. */
const LEAST = 0.3;

/** Reads sentences in English; others have no vectors, and no meaning is told. */
export function createMeaningReader(asked: Asked, type: QuestionType, language: string) {
  const vectors = openWordVectors();
  const size = asked.terms.length;
  const isRead = hasMeaning(language);
  const places = asked.terms.map(({ term }) => vectors.find(term));
  const head = readWanted(asked);
  const wanted = (head.length > 0 ? head : (PROTOTYPES[type] ?? [])).flatMap(
    (term) => vectors.find(term) ?? [],
  );
  const known = new Map<string, Float32Array>();

  /** By asked term, and last by what is wanted. */
  function readLikeness(term: string, place: number): Float32Array {
    const row = new Float32Array(size + 1);
    for (let index = 0; index < size; index += 1) {
      const other = places[index];
      if (other !== undefined) row[index] = ease(cosine(vectors, place, other));
    }
    for (const other of wanted) row[size] = Math.max(row[size] ?? 0, ease(cosine(vectors, place, other)));
    known.set(term, row);
    return row;
  }

  const read = ({ meanings }: ReadSentence): Meaning => {
    const nearest = new Array<number>(size).fill(0);
    let best = 0;
    for (const { term, place } of meanings) {
      // The question's own words are held, not meant.
      if (asked.counting.has(term)) continue;
      const row = known.get(term) ?? readLikeness(term, place);
      for (let index = 0; index < size; index += 1)
        nearest[index] = Math.max(nearest[index] as number, row[index] as number);
      best = Math.max(best, row[size] ?? 0);
    }
    return { nearest, wanted: best };
  };
  return Object.assign(read, { isRead });
}

function ease(value: number): number {
  return value <= LEAST ? 0 : (value - LEAST) / (1 - LEAST);
}
