// The sentences of an article: prose is split, a table row is one sentence, and headings and code are no sentences.
import type { Article, Span, StructureSpan } from './article.js';
import { BOLD_QUESTION_LEVEL, findQuestionParagraphs, startOfQuestion } from './headings.js';
import { walkSentences } from './split-sentences.js';

/** Kinds that are never part of a sentence. */
const NO_SENTENCE: ReadonlySet<StructureSpan['kind']> = new Set(['heading', 'caption', 'code']);

type Splittable = Pick<Article, 'text' | 'language' | 'structure' | 'bodyStart'>;

/**
 * Lists the sentences of an article in order, without overlap. Headings, captions and code are left out, except in an
 * article that has nothing else.
 * @param range only sentences inside this range. Default: the whole text
 */
export function listSentences(article: Splittable, range?: Span): readonly Span[] {
  return [...walkArticleSentences(article, range)];
}

/** As {@link listSentences}, little by little, so that a long article can be split in steps. */
export function* walkArticleSentences(
  article: Splittable,
  range: Span = { start: 0, end: article.text.length },
): Generator<Span> {
  const { text, language } = article;
  let from = range.start;
  let isAny = false;
  function* split(to: number): Generator<Span> {
    if (to <= from) return;
    for (const sentence of walkSentences(text, language, { start: from, end: to })) {
      isAny = true;
      yield sentence;
    }
  }
  for (const span of listBoundaries(article)) {
    if (span.start >= range.end) break;
    if (span.start < from || span.end > range.end) continue;
    const isRow = span.kind === 'row';
    yield* split(span.start);
    if (isRow) {
      isAny = true;
      yield { start: span.start, end: span.end };
    }
    from = span.end;
  }
  yield* split(range.end);
  if (!isAny) yield* walkSentences(text, language, range);
}

const boundaries = new WeakMap<object, readonly Pick<StructureSpan, 'kind' | 'start' | 'end'>[]>();

/** Rows, and what is never part of a sentence, in order. */
function listBoundaries(article: Splittable) {
  const known = boundaries.get(article);
  if (known) return known;
  const own = (article.structure ?? [])
    .filter(({ kind }) => kind === 'row' || NO_SENTENCE.has(kind))
    .map((span) => (span.level === BOLD_QUESTION_LEVEL ? withoutRemark(article, span) : span));
  const questions = findQuestionParagraphs(article).map((span) => ({
    ...withoutRemark(article, span),
    kind: 'heading' as const,
  }));
  const found = [...own, ...questions].sort((a, b) => a.start - b.start);
  boundaries.set(article, found);
  return found;
}

/** What an interviewer says before the question is a sentence. */
function withoutRemark<T extends Span>({ text }: Splittable, span: T): T {
  return { ...span, start: startOfQuestion(text, span) };
}
