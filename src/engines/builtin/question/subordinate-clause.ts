// Finds a question's subordinate clause of time or circumstance: "What did he do after he came home?"
import type { QueryTerms } from './query-terms.js';

/** The query terms inside the subordinate clause and outside it. */
export interface SubordinateClause {
  /** Whether the answer comes after what the clause describes, before it, or neither. */
  readonly order: 'follows' | 'precedes' | 'other';
  /** Indices of query terms. */
  readonly clauseTerms: readonly number[];
  readonly mainTerms: readonly number[];
}

/** English only. */
const FOLLOWS = 'after|when|whenever|once|as soon as|because|if|upon|since';
const PRECEDES = 'before|until|till';
const OTHER = 'while|although|though|where|during';
const OPENER = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(${FOLLOWS})|(${PRECEDES})|${OTHER})(?![\\p{L}\\p{N}])`,
  'iu',
);
const QUESTION_WORD = /(?<!\p{L})(?:who|whom|whose|what|which|when|where|why|how)(?!\p{L})/iu;

/** Returns undefined if the question has no such clause. */
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
  const order = opener[1] ? 'follows' : opener[2] ? 'precedes' : 'other';
  return { order, clauseTerms, mainTerms };
}
