// Features of what a sentence says otherwise than the question: most of all for telling that an article does not say.
import { bitOf } from '../kinds.js';
import { HELD, type Overview } from './overview.js';

export const MISMATCH_FEATURES = ['opposite', 'anyOpposite', 'missingNumber', 'otherNumber'] as const;

const NUMBER = bitOf.number | bitOf.numberWord;

export function readMismatchFeatures({ asked, sentences }: Overview, at: number): readonly number[] {
  const seen = sentences[at];
  if (!seen) return [];
  const { sentence, level, hits } = seen;
  let [opposite, anyOpposite, missingNumber] = [0, 0, 0];
  for (let index = 0; index < asked.terms.length; index += 1) {
    const { opposites = [], isNumber = false } = asked.terms[index] ?? {};
    const isMissing = (level.held[index] ?? 0) < HELD;
    if (opposites.some((term) => sentence.terms.has(term))) {
      anyOpposite = 1;
      if (isMissing) opposite = 1;
    }
    if (isNumber && isMissing) missingNumber = 1;
  }
  const hasOther =
    missingNumber === 1 &&
    hits.all.some((hit, place) => hit < 0 && ((sentence.wordKinds[place] ?? 0) & NUMBER) !== 0);
  return [opposite, anyOpposite, missingNumber, hasOther ? 1 : 0];
}
