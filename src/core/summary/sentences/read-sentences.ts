// The sentences of an article that a summary may use: prose, without headlines, tables, captions and small print.

import { collectInTurns } from '../../async/collect-in-turns.js';
import { skipFrontMatter } from '../../excerpt/openings.js';
import type { Article, Span, StructureSpan } from '../../text/article.js';
import { walkArticleSentences } from '../../text/article-sentences.js';
import { countWords } from '../../text/count-words.js';
import { findHeadings } from '../../text/headings.js';
import { endOfHeadline } from '../../text/headline.js';
import { splitAtClauses } from '../../text/split-clauses.js';

/** A sentence of prose and where it stands. */
export interface SummarySentence extends Span {
  /** From 0, among the sentences of the body that a summary may use. Those of the dek are below 0. */
  readonly index: number;
  /** From 0. */
  readonly paragraph: number;
  readonly isFirstOfParagraph: boolean;
  /** Where the heading above it starts; -1 if there is none. */
  readonly section: number;
  readonly isListItem: boolean;
  /** It starts inside a quotation that an earlier sentence opened, or leaves one open. */
  readonly isInQuotation: boolean;
  /** A piece of a sentence that is too long to show. */
  readonly isCut?: { readonly atStart: boolean; readonly atEnd: boolean } | undefined;
}

/** A longer sentence is cut. In characters and words. */
const MAX_CHARS = 400;
const PIECE_CHARS = 180;
/** A line, or what is said between two time stamps. */
const TRANSCRIPT_LINE = /(?:(?!\s[[(]?\d{1,2}:\d{2}:\d{2})[^\n])+/gu;
/** Fewer words say nothing. */
const MIN_WORDS = 3;
/** A line of at most this many words that ends without punctuation is a heading or a label. */
const MAX_HEADING_WORDS = 14;
const END = /[.!?…。！？।؟:;]["”’»)\]]*$/u;
const CAPTION =
  /^(?:photo|photograph|image|picture|figure|fig\.|table|source|caption|video|foto|bild|abbildung|abb\.|tabelle|quelle|imagen|figura|tabla|fuente|photographie|tableau|légende|crédit)\b[^.!?]{0,20}:/iu;
const SMALL_PRINT =
  /©|all rights reserved|https?:\/\/\S+$|^(?:welcome to|hello|dear|read more|read also|click (?:here|to)|see also|subscribe|sign up|follow us|share this|advertisement|e-?mail to a friend|copyright|related (?:articles?|stories)|watch (?:the )?(?:video|a |as |how |more |what |why )|by \p{Lu}\p{L}+ \p{Lu}\p{L}+$)|contributed to this (?:report|story|article)|\b(?:cannot|could not|can't) (?:independently )?(?:verify|confirm) the authenticity/iu;

/**
 * In document order. If an article has no prose, such as one that is only a table, all of its sentences. A book is read in
 * steps.
 */
export async function readSentences(article: Article): Promise<readonly SummarySentence[]> {
  const { structure = [] } = article;
  const sentences: readonly Piece[] = await collectInTurns(walkArticleSentences(article));
  const headlineEnd = endOfHeadline(article);
  const all = sentences.filter(({ start }) => start >= headlineEnd);
  // A row is one sentence.
  const rows = startsOf(structure, 'row');
  const withoutRows = all.filter(({ start }) => !rows.has(start));
  const prose = await collectInTurns(walkPieces(article, withoutRows));
  const usable = await collectInTurns(walkUsable(article, prose));
  const kept = usable.length > 0 ? usable : [...walkPieces(article, prose.length > 0 ? prose : all)];
  return await collectInTurns(walkDescribed(article, kept.length > 0 ? kept : sentences));
}

function* walkPieces(article: Article, spans: readonly Span[]): Generator<Piece> {
  for (const span of spans) yield* splitLong(article, span);
}

function* walkUsable(article: Article, pieces: readonly Piece[]): Generator<Piece> {
  for (const piece of pieces) if (isUsable(article, piece)) yield piece;
}

function* walkDescribed(article: Article, pieces: readonly Piece[]): Generator<SummarySentence> {
  const { text, structure = [] } = article;
  const listMarkers = startsOf(structure, 'list-marker');
  const hasLowQuotes = text.includes('„');
  const dek = pieces.filter(({ start }) => start < article.bodyStart).length;
  let paragraph = -1;
  let isOpen = false;
  let before: Span | undefined;
  for (const [at, span] of pieces.entries()) {
    const isNew = before === undefined || /\n\s*\n/.test(text.slice(before.end, span.start));
    if (isNew) {
      paragraph += 1;
      isOpen = false;
    }
    const startsInside = isOpen;
    isOpen = leavesOpen(
      text.slice(before && !isNew ? before.end : span.start, span.end),
      isOpen,
      hasLowQuotes,
    );
    const own = skipFrontMatter(text, span);
    yield {
      ...{ start: own.start, end: span.end, index: at - dek, paragraph },
      isFirstOfParagraph: isNew,
      section: findHeadings(article, span.start).at(-1)?.start ?? -1,
      isListItem: listMarkers.has(span.start) || isItem(text.slice(span.start, span.end)),
      isInQuotation: startsInside || isOpen,
      ...(span.isCut ? { isCut: span.isCut } : {}),
    };
    before = span;
  }
}

function startsOf(
  structure: NonNullable<Article['structure']>,
  wanted: StructureSpan['kind'],
): ReadonlySet<number> {
  return new Set(structure.flatMap(({ kind, start }) => (kind === wanted ? [start] : [])));
}

type Piece = Span & { readonly isCut?: { readonly atStart: boolean; readonly atEnd: boolean } | undefined };

/** Lines first, as in a transcript, and then clauses. */
function splitLong(article: Article, span: Span): readonly Piece[] {
  const { text } = article;
  if (span.end - span.start <= MAX_CHARS && !isUnpunctuated(article)) return [span];
  const lines: Span[] = [];
  for (const line of text.slice(span.start, span.end).matchAll(TRANSCRIPT_LINE)) {
    const start = span.start + line.index + (line[0].length - line[0].trimStart().length);
    lines.push({ start, end: start + line[0].trim().length });
  }
  return lines.flatMap((line) =>
    line.end - line.start <= MAX_CHARS ? [line] : splitAtClauses(text, line, PIECE_CHARS),
  );
}

function isUsable(article: Article, { start, end, isCut }: Piece): boolean {
  const { text } = article;
  const words = text.slice(start, end).replace(/\s+/gu, ' ').trim();
  if (countWords(words) < MIN_WORDS || CAPTION.test(words) || SMALL_PRINT.test(words)) return false;
  // A table that the source's markup doesn't show.
  if ((words.match(/\|/gu)?.length ?? 0) > 1 || /\t.*\t/u.test(text.slice(start, end))) return false;
  if (isCut || END.test(words)) return true;
  const isAlone =
    /(?:^|\n)[^\S\n]*$/u.test(text.slice(Math.max(0, start - 80), start)) &&
    /^[^\S\n]*(?:\n|$)/u.test(text.slice(end, end + 80));
  return !(isAlone && countWords(words) <= MAX_HEADING_WORDS) || isUnpunctuated(article);
}

const unpunctuated = new WeakMap<Article, boolean>();

/** A transcript without full stops: most lines end without punctuation. */
export function isUnpunctuated(article: Article): boolean {
  const known = unpunctuated.get(article);
  if (known !== undefined) return known;
  const body = article.text.slice(article.bodyStart);
  const stops = body.match(/[.!?。！？।؟](?=\s|$|["”’»)])/gu)?.length ?? 0;
  const found = stops * 60 < countWords(body);
  unpunctuated.set(article, found);
  return found;
}

function isItem(sentence: string): boolean {
  return /^(?:[-*+•‣◦]|\(?\d{1,3}[.)])\s/u.test(sentence);
}

/** Whether a quotation is open at the end of `part`. In German, “ closes one. */
function leavesOpen(part: string, wasOpen: boolean, hasLowQuotes: boolean): boolean {
  let isOpen = wasOpen;
  for (const [mark] of part.matchAll(/["“”„«»]/gu)) {
    if (mark === '"') isOpen = !isOpen;
    else isOpen = mark === '„' || mark === '«' || (mark === '“' && !hasLowQuotes);
  }
  return isOpen;
}
