// Answers as JSON.
import type { Answer } from '../index.js';

/** What `--json` prints. docs/json.md documents it, so it must stay stable. */
export function toJson(answer: Answer) {
  if (answer.kind === 'answered') {
    const { kind, text, citations, confidence, engine, notice } = answer;
    return { kind, text, citations, confidence, engine, ...(notice ? { notice } : {}) };
  }
  if (answer.kind !== 'not-in-article') return answer;
  const { kind, closest, confidence, engine, notice } = answer;
  return {
    kind,
    closest: closest.map(({ articleId, start, end, text, similarity }) => ({
      ...{ articleId, start, end, text, similarity },
    })),
    ...{ confidence, engine },
    ...(notice ? { notice } : {}),
  };
}
