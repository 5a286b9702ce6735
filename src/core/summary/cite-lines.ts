// Turns the lines of a summary into an answer: text with markers, and citations.
import type { Answered, Summary } from '../answer.js';
import { cite } from '../ask/citation/cite.js';
import { evidenceText } from '../ask/citation/evidence.js';
import { spanOfExcerpt } from '../excerpt/excerpt.js';
import type { Evidence } from '../ports.js';
import type { DraftLine } from './line.js';

/** One citation a line, whose quote goes from the line's first word to its last. */
export function citeLines(
  lines: readonly DraftLine[],
  { engine, ...summary }: Omit<Summary, 'lines'> & { readonly engine: string },
): Answered {
  const sentences = lines.map((line, index) => ({ text: line.text, evidence: [toEvidence(line, index)] }));
  const { text, citations } = cite(sentences);
  return {
    ...{ kind: 'answered', text, citations, confidence: 1, engine },
    summary: {
      ...summary,
      lines: lines.map(({ article, parts, text: words, label, date }, index) => {
        const { start, end } = sentences[index]?.evidence[0] as Evidence;
        const markers = citations
          .filter((one) => one.articleId === article.id && one.start === start && one.end === end)
          .map(({ marker }) => marker);
        return {
          ...{ text: words, articleId: article.id, title: article.title, markers, parts },
          ...(label === undefined ? {} : { label }),
          ...(date === undefined ? {} : { date }),
        };
      }),
    },
  };
}

function toEvidence({ article, parts }: DraftLine, index: number): Evidence {
  const { start, end } = spanOfExcerpt(parts);
  return { number: index + 1, article, start, end, text: evidenceText(article.text.slice(start, end)), relevance: 1 };
}
