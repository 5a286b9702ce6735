// Makes the sentences of an answer readable where the article's sentence before them isn't shown.
import { renderExcerpt } from '../../excerpt/excerpt.js';
import { findMissingMarks } from '../../excerpt/quotation-marks.js';
import { quoteAlone } from '../../excerpt/quote-alone.js';
import type { Evidence } from '../../writing-ports.js';
import type { GroundedSentence } from './cite.js';
import { type EntryOptions, showEntries } from './show-entries.js';

/**
 * The sentences with bracketed names for pronouns, where the sentence is the article's own, the one before it isn't shown
 * and the name is certain. A quotation that
 * is shown in part gets both of its marks. Rows and items are shown as {@link showEntries} says. Citations stay the whole sentences.
 */
export function showAlone(
  sentences: readonly GroundedSentence[],
  options: EntryOptions = {},
): readonly GroundedSentence[] {
  const alone = sentences.map((sentence, at) => {
    const [source, ...others] = sentence.evidence;
    const [before] = sentences[at - 1]?.evidence.slice(-1) ?? [];
    if (!source || others.length > 0 || sentence.text !== source.text) return sentence;
    if (before && followsDirectly(before, source)) return sentence;
    const { article } = source;
    const parts = quoteAlone(article, source);
    const [first] = parts ?? [];
    const isChanged = parts !== undefined && (parts.length > 1 || first?.start !== source.start);
    return isChanged ? { ...sentence, text: renderExcerpt(article.text, parts) } : sentence;
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

function followsDirectly(before: Evidence, after: Evidence): boolean {
  const gap = before.article.text.slice(before.end, after.start);
  return (
    before.article.id === after.article.id &&
    before.end <= after.start &&
    gap.trim() === '' &&
    !/\n\s*\n/.test(gap)
  );
}
