// Makes the sentences of an answer readable where the article's sentence before them isn't shown.
import { attributeSpeech, findShortlyAnswered } from '../../excerpt/attribute-speech.js';
import { renderExcerpt } from '../../excerpt/excerpt.js';
import { findMissingMarks } from '../../excerpt/quotation-marks.js';
import { isEntry, quoteAlone } from '../../excerpt/quote-alone.js';
import { findSpeech } from '../../interview/speakers.js';
import type { Article, Span } from '../../text/article.js';
import type { ExcerptPart } from '../../text/excerpt-part.js';
import type { Evidence } from '../../writing-ports.js';
import type { GroundedSentence } from './cite.js';
import { type EntryOptions, showEntries } from './show-entries.js';

/**
 * The sentences as they are shown: with bracketed names for pronouns, where the sentence is the article's own, the one
 * before it isn't shown and the name is certain; in an interview with who says it; and a short answer that stands alone
 * with its question. A quotation that is shown in part gets both of its marks. Rows and items are shown as
 * {@link showEntries} says. Citations stay the whole sentences.
 */
export function showAlone(
  sentences: readonly GroundedSentence[],
  options: EntryOptions = {},
): readonly GroundedSentence[] {
  const alone = sentences.map((sentence, at) => {
    const source = quotedSource(sentence);
    if (!source) return sentence;
    const [before] = sentences[at - 1]?.evidence.slice(-1) ?? [];
    const [after] = sentences[at + 1]?.evidence ?? [];
    const { article } = source;
    const follows = before !== undefined && followsDirectly(before, source);
    const whole: readonly ExcerptPart[] = [{ start: source.start, end: source.end }];
    const clear = follows ? whole : (quoteAlone(article, source) ?? whole);
    const parts = isEntry(article, source)
      ? clear
      : attributeSpeech(
          article,
          clear,
          ({ speaker }) => before !== undefined && isBy(before, article, speaker),
        );
    const question =
      after && followsDirectly(source, after) ? undefined : findShortlyAnswered(article, source);
    const shown = question ? [{ ...question, bracket: 'question' as const }, ...parts] : parts;
    const [first] = shown;
    const isChanged = shown.length > 1 || first?.start !== source.start;
    return isChanged ? { ...sentence, text: renderExcerpt(article.text, shown) } : sentence;
  });
  return showEntries(balanceQuotations(alone), options);
}

/** The sentences with the quotation marks that stand at sentences which aren't shown. */
function balanceQuotations(sentences: readonly GroundedSentence[]): readonly GroundedSentence[] {
  const missing = sentences.map(({ text, evidence: [source, ...others] }) =>
    source && others.length === 0 && text === source.text ? findMissingMarks(source.article, source) : {},
  );
  /** Whether the quotation goes on from the sentence at this position to the next one. */
  const goesOn = (at: number) => {
    const [before, after] = [sentences[at]?.evidence[0], sentences[at + 1]?.evidence[0]];
    const quotation = missing[at]?.after;
    const isSame = quotation !== undefined && quotation.start === missing[at + 1]?.before?.start;
    return isSame && before !== undefined && after !== undefined && followsDirectly(before, after);
  };
  return sentences.map((sentence, at) => {
    const { before, after } = missing[at] ?? {};
    const opening = before && !goesOn(at - 1) ? before.opening : '';
    const closing = after && !goesOn(at) ? after.closing : '';
    return opening || closing ? { ...sentence, text: `${opening}${sentence.text}${closing}` } : sentence;
  });
}

/** The sentence of the article that is quoted word for word; undefined if it's somebody else's wording. */
function quotedSource({ text, evidence: [source, ...others] }: GroundedSentence): Evidence | undefined {
  return source && others.length === 0 && text === source.text ? source : undefined;
}

function isBy(before: Evidence, article: Article, speaker: Span): boolean {
  if (before.article.id !== article.id) return false;
  return findSpeech(article, before.start)?.speaker.start === speaker.start;
}

function followsDirectly(before: Evidence, after: Evidence): boolean {
  const gap = before.article.text.slice(before.end, after.start);
  return (
    before.article.id === after.article.id &&
    before.end <= after.start &&
    gap.trim() === '' &&
    !/\n\s*\n/.test(gap)
  );
}
