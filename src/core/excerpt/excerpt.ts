// An excerpt: exact spans of an article that are shown as one line.
import { evidenceText } from '../ask/citation/evidence.js';
import type { Span } from '../text/article.js';
import type { ExcerptPart } from '../text/excerpt-part.js';

/** Punctuation that follows a word without a space. */
const CLOSING = /^[,.;:!?)\]”'’»、。！？]/u;

/** What follows words in brackets. */
const CLOSING_OF = { name: '', possessive: '’s', speaker: ':', question: '' } as const;

/**
 * The excerpt on one line: its parts, joined by spaces, names for pronouns in brackets, and a capital at the start.
 * @param text the article's
 */
export function renderExcerpt(text: string, parts: readonly ExcerptPart[]): string {
  let line = '';
  for (const { start, end, bracket, isCut } of parts) {
    const words = evidenceText(text.slice(start, end));
    const shown =
      bracket === undefined
        ? `${isCut?.atStart ? '… ' : ''}${words}${isCut?.atEnd ? ' …' : ''}`
        : `[${words}${CLOSING_OF[bracket]}]`;
    line +=
      line === '' || CLOSING.test(shown) || /^["”“»]$/u.test(shown) || opensQuotation(line)
        ? shown
        : ` ${shown}`;
  }
  return line.replace(
    /^((?:\[[^\]]+[:?？]\] )*["“„«']?)(\p{Ll})/u,
    (_all, open: string, first: string) => open + first.toUpperCase(),
  );
}

/** Whether a line ends in a mark that stands close to what follows. A straight mark opens if it is the first of a pair. */
function opensQuotation(line: string): boolean {
  return /[“„«(]$/u.test(line) || (line.endsWith('"') && (line.split('"').length - 1) % 2 === 1);
}

/** From the first to the last word of the excerpt, without bracketed names. */
export function spanOfExcerpt(parts: readonly ExcerptPart[]): Span {
  const own = parts.filter(({ bracket }) => bracket === undefined);
  return { start: Math.min(...own.map(({ start }) => start)), end: Math.max(...own.map(({ end }) => end)) };
}

/** The excerpt as far as it lies inside the spans, which are in order. */
export function restrictTo(parts: readonly ExcerptPart[], spans: readonly Span[]): readonly ExcerptPart[] {
  return spans.flatMap((span) =>
    parts.flatMap((part): readonly ExcerptPart[] => {
      const place = part.replaces ?? part;
      const start = Math.max(place.start, span.start);
      const end = Math.min(place.end, span.end);
      if (start >= end) return [];
      return [part.replaces ? part : { ...part, start, end }];
    }),
  );
}
