// Lists without any mark: sentences in a row that go on with "also", or that say the same of different things.
import type { Evidence } from '../../../../core/writing-ports.js';
import { isNextInParagraph, termsOf } from '../sentences.js';
import { headingTerms } from './group.js';
import { hasTerm, type ListQuestion } from './list-question.js';

/** Opens or marks a sentence that adds something to the one before it. */
const ADDING =
  /^["“‘«„]?(?:also|and|another|besides|in addition|additionally|then|after that|afterwards|finally|auch|und|außerdem|zudem|ferner|danach|schließlich|también|además|y|después|luego|finalmente|aussi|et|en outre|de plus|ensuite|puis|enfin)(?!\p{L})|^(?:[\p{L}'’]+ ){1,3}(?:also|auch|außerdem|también|además|aussi|y además)(?!\p{L})/iu;
const MAX_SENTENCES = 5;

/** Two sentences that share this much of the shorter one say the same of different things. */
const MIN_SHARED = 0.34;

/**
 * The best sentence with its neighbours that add to it or repeat its pattern; empty if there are none, or if the question
 * asks for something that only one of them says.
 */
export function findParallel(
  { terms, language }: ListQuestion,
  best: Evidence,
  evidence: readonly Evidence[],
): readonly Evidence[] {
  const at = evidence.indexOf(best);
  const isRepeated = (before: Evidence | undefined, next: Evidence | undefined) =>
    before !== undefined && next !== undefined && isNextInParagraph(before, next) && isAlike(before, next);
  const goesOn = (before: Evidence | undefined, next: Evidence | undefined) =>
    isRepeated(before, next) || (before && next && isNextInParagraph(before, next) && ADDING.test(next.text));
  let [from, to] = [at, at];
  while (to - from + 1 < MAX_SENTENCES && goesOn(evidence[from - 1], evidence[from])) from -= 1;
  while (to - from + 1 < MAX_SENTENCES && goesOn(evidence[to], evidence[to + 1])) to += 1;
  const found = evidence.slice(from, to + 1);
  const heading = headingTerms(best);
  const repeated = found.filter((one, index) => index === 0 || !ADDING.test(one.text)).map(patternOf);
  const isGeneral = terms.every(
    (term) =>
      hasTerm(heading, term, language) || repeated.every((pattern) => hasTerm(pattern, term, language)),
  );
  return found.length > 1 && isGeneral ? found : [];
}

function patternOf({ text, article }: Evidence): readonly string[] {
  return termsOf(text, article.language);
}

function isAlike(before: Evidence, next: Evidence): boolean {
  const [a, b] = [new Set(patternOf(before)), new Set(patternOf(next))];
  const shared = [...a].filter((term) => b.has(term)).length;
  return shared / Math.max(1, Math.min(a.size, b.size)) >= MIN_SHARED;
}
