// Reads the sentences of passages once and keeps what was read: the same article is asked about again and again.
import type { Match } from '../../core/ports.js';
import { type Token, tokenize } from './analyze.js';

/** A sentence, read. */
export interface ReadSentence {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Terms that are no stop words, with the places in `tokens` where they stand. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  readonly startsWithPronoun: boolean;
  /** Stands in headline or dek. */
  readonly isHead: boolean;
}

/** Passages kept: some 200 words each. */
const MAX_KEPT = 4_000;
const PRONOUNS = new Set(
  'he she it they his her their its this that these those such er sie es il elle ils elles él ella ellos lui lei он она оно они'.split(
    ' ',
  ),
);

const kept = new Map<string, readonly ReadSentence[]>();

/** The sentences of a match's passage. */
export function readSentences({ article, passage }: Match): readonly ReadSentence[] {
  const key = `${article.digest} ${passage.start} ${passage.end}`;
  const known = kept.get(key);
  if (known) return known;
  const sentences = passage.sentences.map(({ start, end }): ReadSentence => {
    const text = article.text.slice(start, end);
    const tokens = tokenize(text, article.language);
    const places = new Map<string, number[]>();
    for (const [place, { term, isStop }] of tokens.entries()) {
      if (isStop) continue;
      const at = places.get(term);
      if (at) at.push(place);
      else places.set(term, [place]);
    }
    const first = tokens[0]?.surface.toLowerCase() ?? '';
    return {
      ...{ start, end, text, tokens, places },
      startsWithPronoun: PRONOUNS.has(first),
      isHead: start < article.bodyStart,
    };
  });
  if (kept.size >= MAX_KEPT) kept.clear();
  kept.set(key, sentences);
  return sentences;
}
