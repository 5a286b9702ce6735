// Answers that are several sentences of one paragraph: what stands under a question, and what a topic sentence opens.

import { findHeadings, findSection } from '../../../../core/text/headings.js';
import type { Evidence } from '../../../../core/writing-ports.js';
import { isNextInParagraph, termsOf } from '../sentences.js';
import { isRow } from '../tables/tables.js';
import { asksForOneOf, coverageOf, hasTerm, type ListQuestion } from './list-question.js';
import { isIntroduction, isListItem } from './marked-lists.js';

/** A longer section is more than an answer. */
const MAX_SENTENCES = 5;
const MAX_CHARS = 600;
/** A heading must have this share of the question's terms. */
const MIN_HEADING_COVERAGE = 0.5;
/** A topic sentence must have this share of the question's terms … */
const MIN_TOPIC_COVERAGE = 0.5;
/** … and adds at most so many terms, names apart. */
const MAX_TOPIC_TERMS = 2;
/** Sentences quoted after a topic sentence. */
const MAX_AFTER_TOPIC = 4;

/**
 * The whole paragraph under a heading or interview question that asks for the same; empty if the section is longer, or
 * if the question asks for something that only some of its sentences mention.
 */
export function findSectionAnswer(
  question: ListQuestion,
  best: Evidence,
  evidence: readonly Evidence[],
): readonly Evidence[] {
  const heading = findHeadings(best.article, best.start).at(-1);
  if (!heading) return [];
  const { language, text: whole } = best.article;
  const frame = termsOf(whole.slice(heading.start, heading.end), language);
  if (coverageOf(question, frame) < MIN_HEADING_COVERAGE) return [];
  const section = findSection(best.article, best.start);
  const own = evidence.filter(
    ({ article, start, end }) => article === best.article && start >= section.start && end <= section.end,
  );
  const isWhole =
    whole.slice(section.start, section.end).trim().length <= MAX_CHARS && own.length <= MAX_SENTENCES;
  return isWhole &&
    isProse(own) &&
    !asksForOneOf(
      question,
      frame,
      own.map(({ text }) => termsOf(text, language)),
    )
    ? own
    : [];
}

/**
 * The best sentence with those after it, if it opens a paragraph and says little that the question doesn't: "What
 * happens next is less clear."
 */
export function findTopicAnswer(
  question: ListQuestion,
  best: Evidence,
  evidence: readonly Evidence[],
): readonly Evidence[] {
  const at = evidence.indexOf(best);
  const before = evidence[at - 1];
  if (before && isNextInParagraph(before, best)) return [];
  const { language } = best.article;
  const own = termsOf(best.text, language);
  if (/[\p{N}:：]/u.test(best.text) || coverageOf(question, own) < MIN_TOPIC_COVERAGE) return [];
  const names = language === 'de' ? [] : findNameTerms(best.text, language);
  const added = own.filter(
    (term) => !names.includes(term) && !question.allTerms.some((asked) => hasTerm([term], asked, language)),
  );
  if (added.length > MAX_TOPIC_TERMS) return [];
  const paragraph = [best];
  for (const next of evidence.slice(at + 1, at + 1 + MAX_AFTER_TOPIC)) {
    if (!isNextInParagraph(paragraph.at(-1) ?? best, next)) break;
    paragraph.push(next);
  }
  return isProse(paragraph) ? paragraph : [];
}

/** Terms of capitalized words inside a sentence. */
function findNameTerms(text: string, language: string): readonly string[] {
  return [...text.matchAll(/(?<=\S\s)\p{Lu}[\p{L}'’-]*/gu)].flatMap(([name]) => termsOf(name, language));
}

/** Whether they are sentences of one paragraph, no lists and tables. */
function isProse(sentences: readonly Evidence[]): boolean {
  return (
    sentences.length > 1 &&
    sentences.every((sentence, at) => {
      const previous = sentences[at - 1];
      const follows = previous === undefined || isNextInParagraph(previous, sentence);
      return follows && !isListItem(sentence) && !isRow(sentence) && !isIntroduction(sentence);
    })
  );
}
