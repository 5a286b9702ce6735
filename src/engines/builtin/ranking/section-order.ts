// Prefers the first sentences under a heading that asks the same as the question.
import { findHeadings, findSection } from '../../../core/text/headings.js';
import type { ExtractedFeatures } from '../features/extract-features.js';
import { classifyAnswerType } from '../question/answer-type.js';
import type { AnswerType } from '../question/answer-types.js';
import { EVIDENT_TYPES } from '../question/answer-types.js';

/** Added to the score of the first sentences under a heading that asks the same as the question. */
const FIRST_OF_SECTION_BONUS = 1.6;
/** What is left of the bonus if the heading asks for something else: "where" under "What are you working on?" */
const OTHER_QUESTION_SHARE = 0.25;
/** Added to an answer such as "No, never." under a heading that asks the same. */
const YES_NO_BONUS = 1.2;
const YES_NO_OPENER =
  /^["“„«]?(?:yes|no|ja|nein|sí|oui|non|gern|gerne|sure|of course|natürlich|claro|bien sûr)[,.:!]/iu;
const FIRST_OF_SECTION_DECAY = 0.5;

/** Under a heading that is the question, the answer comes first: in an FAQ or an interview. */
export function preferFirstOfSection<T extends ExtractedFeatures['candidates'][number]>(
  ranked: readonly { readonly candidate: T; readonly score: number }[],
  type: AnswerType,
): readonly { readonly candidate: T; readonly score: number }[] {
  if (ranked.every(({ candidate }) => candidate.headingCoverage === 0)) return ranked;
  const places = new Map<T, number>();
  const counts = new Map<string, number>();
  for (const { candidate } of ranked.toSorted(
    (a, b) => a.candidate.sentence.start - b.candidate.sentence.start,
  )) {
    const { match, sentence } = candidate;
    const key = `${match.article.id} ${findSection(match.article, sentence.start).start}`;
    const place = counts.get(key) ?? 0;
    counts.set(key, place + 1);
    places.set(candidate, place);
  }
  return ranked
    .map(({ candidate, score }) => {
      // Rows and list items stand side by side: being first says nothing about them.
      if (isSideBySide(candidate)) return { candidate, score };
      const place = places.get(candidate) ?? 0;
      const { sentence, match, headingCoverage } = candidate;
      const heading = findHeadings(match.article, sentence.start).at(-1);
      const asked = heading ? match.article.text.slice(heading.start, heading.end) : '';
      const isOther =
        /[?？]/u.test(asked) && !isSameType(classifyAnswerType(asked, match.article.language), type);
      const share = FIRST_OF_SECTION_DECAY ** place * (isOther ? OTHER_QUESTION_SHARE : 1);
      const yesNo = place === 0 && YES_NO_OPENER.test(sentence.text) ? YES_NO_BONUS : 0;
      return { candidate, score: score + (FIRST_OF_SECTION_BONUS * share + yesNo) * headingCoverage };
    })
    .sort((a, b) => b.score - a.score);
}

/** Whether a heading can ask the same as a question. Only types that a sentence shows by its form tell them apart. */
function isSameType(asked: AnswerType, type: AnswerType): boolean {
  const isAmount = (one: AnswerType) => one === 'money' || one === 'number' || one === 'percent';
  if (asked === type || (isAmount(asked) && isAmount(type))) return true;
  return !EVIDENT_TYPES.has(type) && type !== 'where' && type !== 'why';
}

function isSideBySide({ match, sentence }: ExtractedFeatures['candidates'][number]): boolean {
  return (
    match.article.structure?.some(
      ({ kind, start }) => (kind === 'row' || kind === 'list-marker') && start === sentence.start,
    ) ?? false
  );
}
