// The clause of a question that tells only when or under what circumstances: "What did he do after he came home?"
import type { QueryTerms } from './query-terms.js';

/** Which of the asked terms stand in the clause, and in the rest. */
export interface SubordinateClause {
  /** Whether what is asked for follows what the clause tells, comes before it, or neither. */
  readonly order: 'follows' | 'precedes' | 'beside';
  /** Indices of asked terms. */
  readonly inside: readonly number[];
  readonly outside: readonly number[];
}

/** English alone. */
const FOLLOWS = 'after|when|whenever|once|as soon as|because|if|upon|since';
const PRECEDES = 'before|until|till';
const BESIDE = 'while|although|though|where|during';
const OPENER = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(${FOLLOWS})|(${PRECEDES})|${BESIDE})(?![\\p{L}\\p{N}])`,
  'iu',
);
const ASKING = /(?<!\p{L})(?:who|whom|whose|what|which|when|where|why|how)(?!\p{L})/iu;

/** Undefined where the question is of one piece. */
export function findSubordinateClause(
  question: string,
  { terms }: QueryTerms,
): SubordinateClause | undefined {
  const asking = ASKING.exec(question)?.index ?? -1;
  if (asking < 0) return undefined;
  const before = OPENER.exec(question.slice(0, asking));
  const opener = before ?? OPENER.exec(question.slice(asking + 1));
  if (!opener) return undefined;
  const opens = before ? -1 : asking + 1 + opener.index;
  const closes = before ? asking : question.length;
  const inside: number[] = [];
  const outside: number[] = [];
  for (const [index, { start }] of terms.entries())
    (start > opens && start < closes ? inside : outside).push(index);
  if (inside.length === 0) return undefined;
  const order = opener[1] ? 'follows' : opener[2] ? 'precedes' : 'beside';
  return { order, inside, outside };
}
