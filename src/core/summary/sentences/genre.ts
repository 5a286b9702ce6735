// What kind of text an article is, by its structure. It decides how much an early position counts.
import { listSpeeches } from '../../interview/speakers.js';
import type { Article } from '../../text/article.js';
import { findQuestionParagraphs } from '../../text/headings.js';
import { isUnpunctuated, type SummarySentence } from './read-sentences.js';

/**
 * - `news`: the most important things come first.
 * - `reference`: a handbook, a FAQ or a report in sections. Each section starts with what matters.
 * - `conversation`: an interview or a transcript. Position says nothing.
 */
export type Genre = 'news' | 'reference' | 'conversation';

const MIN_HEADINGS = 3;
const MIN_TURNS = 4;
const MIN_QUESTIONS = 3;
/** Position of a sentence in a conversation, whatever its place. */
const NEUTRAL_PLACE = 4;
/** Places of the first sentence of a section, and of each further one. */
const SECTION_PLACE = 2;
const SECTION_STEP = 4;
/** A line that starts with the name of who speaks. */
const TURN =
  /^(?:[[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?\s*)?(?<label>\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,2}):\s/gmu;

export function detectGenre(article: Article, sentences: readonly SummarySentence[]): Genre {
  const { structure = [] } = article;
  const turns = countTurns(article);
  const questions = findQuestionParagraphs(article).length;
  const headings = structure.filter(({ kind }) => kind === 'heading').length;
  if (isUnpunctuated(article) && sentences.length > 3) return 'conversation';
  if (listSpeeches(article).length >= MIN_QUESTIONS) return 'conversation';
  if (turns >= MIN_TURNS && turns * 6 > sentences.length) return 'conversation';
  if (questions >= MIN_QUESTIONS && headings < questions) return 'conversation';
  return headings >= MIN_HEADINGS ? 'reference' : 'news';
}

/** Lines of speakers who speak more than once. "Day: Monday" in a table is none. */
function countTurns({ text, bodyStart, structure = [] }: Article): number {
  const rows = structure.filter(({ kind }) => kind === 'row' || kind === 'list-marker');
  const labels = new Map<string, number>();
  for (const { groups, index } of text.slice(bodyStart).matchAll(TURN)) {
    const [label, at] = [groups?.['label'] ?? '', bodyStart + index];
    if (rows.some(({ start, end }) => start <= at && at <= end)) continue;
    labels.set(label, (labels.get(label) ?? 0) + 1);
  }
  return [...labels.values()].reduce((sum, count) => sum + (count > 1 ? count : 0), 0);
}

/** How early each sentence counts as standing, from 0. */
export function placesOf(genre: Genre, sentences: readonly SummarySentence[]): readonly number[] {
  if (genre === 'conversation') return sentences.map(() => NEUTRAL_PLACE);
  if (genre === 'news') return sentences.map(({ index }) => index);
  let section: number | undefined;
  let place = 0;
  return sentences.map((sentence) => {
    place = sentence.section === section ? place + 1 : 0;
    section = sentence.section;
    // The introduction counts most, then the first sentence of each section.
    return section === -1 ? place : SECTION_PLACE + place * SECTION_STEP;
  });
}
