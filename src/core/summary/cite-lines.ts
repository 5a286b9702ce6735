// Turns the lines of a summary into an answer: text with markers, and citations.
import type { Answered, Summary } from '../answer.js';
import { cite } from '../ask/citation/cite.js';
import { evidenceText } from '../ask/citation/evidence.js';
import { renderExcerpt, spanOfExcerpt } from '../excerpt/excerpt.js';
import type { Evidence } from '../writing-ports.js';
import type { DraftLine } from './line.js';

/** One citation a line, whose quote goes from the line's first word to its last. */
export function citeLines(
  drafts: readonly DraftLine[],
  { engine, ...summary }: Omit<Summary, 'lines'> & { readonly engine: string },
): Answered {
  const lines = drafts.map((line, index) => shortenNames(line, drafts.slice(0, index)));
  const sources = lines.map(toEvidence);
  const { text, citations } = cite(
    lines.map((line, index) => ({ text: line.text, evidence: sources.slice(index, index + 1) })),
  );
  const markersOf = (source: Evidence | undefined): readonly number[] =>
    citations
      .filter(
        ({ articleId, start, end }) =>
          articleId === source?.article.id && start === source.start && end === source.end,
      )
      .map(({ marker }) => marker);
  return {
    ...{ kind: 'answered', text, citations, confidence: 1, engine },
    summary: {
      ...summary,
      lines: lines.map(({ article, parts, text: words, label, date }, index) => ({
        ...{ text: words, articleId: article.id, title: article.title, parts },
        markers: markersOf(sources[index]),
        ...(label === undefined ? {} : { label }),
        ...(date === undefined ? {} : { date }),
      })),
    },
  };
}

function toEvidence({ article, parts }: DraftLine, index: number): Evidence {
  const { start, end } = spanOfExcerpt(parts);
  return {
    number: index + 1,
    article,
    start,
    end,
    text: evidenceText(article.text.slice(start, end)),
    relevance: 1,
  };
}

/** After "Helena Vasquez", the bracketed name is "[Vasquez]" or "[Vasquez:]". */
function shortenNames(line: DraftLine, before: readonly DraftLine[]): DraftLine {
  const { article, parts } = line;
  const shortened = parts.map((part) => {
    const name = article.text.slice(part.start, part.end);
    const last = /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*)? (\p{Lu}[\p{L}'’-]+)$/u.exec(name)?.[1];
    const isKnown = before.some((one) => one.article === article && one.text.includes(name));
    const { replaces } = part;
    const isPerson =
      part.bracket === 'speaker' ||
      (replaces && /^(?:he|she|him|her|his)$/iu.test(article.text.slice(replaces.start, replaces.end)));
    return part.bracket && last && isKnown && isPerson ? { ...part, start: part.end - last.length } : part;
  });
  const isChanged = shortened.some((part, index) => part !== parts[index]);
  return isChanged ? { ...line, parts: shortened, text: renderExcerpt(article.text, shortened) } : line;
}
