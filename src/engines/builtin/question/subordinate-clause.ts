// The clause of a question that tells only when or under what circumstances: "What did he do after he came home?"
import type { QueryTerms } from './query-terms.js';

/** Which of the query terms stand in the clause, and in the rest. */
export interface SubordinateClause {
  /** Whether what is query for follows what the clause tells, comes before it, or neither. */
  readonly order: 'follows' | 'precedes' | 'beside';
  /** Indices of query terms. */
  readonly clauseTerms: readonly number[];
  readonly mainTerms: readonly number[];
}

/** English alone. */
const FOLLOWS = 'after|when|whenever|once|as soon as|because|if|upon|since';
const PRECEDES = 'before|until|till';
const OTHER = 'while|although|though|where|during';
const OPENER = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(${FOLLOWS})|(${PRECEDES})|${OTHER})(?![\\p{L}\\p{N}])`,
  'iu',
);
const QUESTION_WORD = /(?<!\p{L})(?:who|whom|whose|what|which|when|where|why|how)(?!\p{L})/iu;

/** Undefined where the question is of one piece. */
export function findSubordinateClause(
  question: string,
  { terms }: QueryTerms,
): SubordinateClause | undefined {
  const questionWord = QUESTION_WORD.exec(question)?.index ?? -1;
  if (questionWord < 0) return undefined;
  const before = OPENER.exec(question.slice(0, questionWord));
  const opener = before ?? OPENER.exec(question.slice(questionWord + 1));
  if (!opener) return undefined;
  const opens = before ? -1 : questionWord + 1 + opener.index;
  const closes = before ? questionWord : question.length;
  const clauseTerms: number[] = [];
  const mainTerms: number[] = [];
  for (const [index, { start }] of terms.entries())
    (start > opens && start < closes ? clauseTerms : mainTerms).push(index);
  if (clauseTerms.length === 0) return undefined;
  const order = opener[1] ? 'follows' : opener[2] ? 'precedes' : 'beside';
  return { order, clauseTerms, mainTerms };
}
