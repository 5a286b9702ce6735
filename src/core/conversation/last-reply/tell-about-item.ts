// Tells more about one of the things in the last reply: a question that it suggested, a sentence, an item or a passage.
import type { Answer, Answered, Citation, Turn } from '../../answer.js';
import { cite, type GroundedSentence, splitAtMarkers } from '../../ask/citation/cite.js';
import { evidenceText } from '../../ask/citation/evidence.js';
import { showAlone } from '../../ask/citation/show-alone.js';
import { continueReading, quoteSentence } from '../../ask/follow-up/continue-reading.js';
import { isEntry } from '../../excerpt/quote-alone.js';
import type { Scope } from '../../ports.js';
import type { ArticleStore } from '../../store-ports.js';
import type { Article, Span } from '../../text/article.js';
import { listSentences } from '../../text/article-sentences.js';
import { findSection } from '../../text/headings.js';
import type { LastReply } from './find-last-reply.js';
import type { ItemChoice } from './read-item-choice.js';
import { type AboutReplyOptions, aboutQuestion, markAsShown } from './reply-about-reply.js';
import { showPlaces } from './show-places.js';

/** One of several things in a reply. */
export type Item =
  | { readonly kind: 'question'; readonly text: string }
  | ({ readonly kind: 'passage'; readonly articleId: string } & Span);

/** What {@link tellAboutItem} needs. */
interface ItemDependencies {
  readonly store: Pick<ArticleStore, 'getArticle'>;
  readonly findArticle: (articleId: string) => Article | undefined;
  /** Answers a question, as if it had been asked. */
  readonly answer: (question: string, articleId?: string) => Promise<Answer>;
}

/** Of a passage. If fewer are shown, what comes next is shown too. */
const MAX_SENTENCES = 3;
const NUMBERED = /^\(?(?:\d{1,3}|\p{L})[.)]\s/u;

/** What the message chooses. Undefined if the reply has no such thing, or only one. */
export function findItem({ place, of }: ItemChoice, { reply }: LastReply): Item | undefined {
  const items = listItems(reply, of);
  return items.length > 1
    ? items.at(place === 'last' ? -1 : place === 0 ? items.length : place - 1)
    : undefined;
}

function listItems(reply: Answer, of: ItemChoice['of']): readonly Item[] {
  if (reply.kind === 'answered') return of === 'questions' ? [] : listCited(reply);
  const suggestions = reply.kind === 'choose-article' ? [] : (reply.suggestions ?? []);
  const questions = suggestions.map((text): Item => ({ kind: 'question', text }));
  const passages = reply.kind === 'not-in-article' ? reply.closest.map(toPassage) : [];
  return (questions.length > 0 && of !== 'passages') || of === 'questions' ? questions : passages;
}

/** The lines of a summary or a list, or the sentences. */
function listCited(reply: Answered): readonly Item[] {
  const sentences = splitAtMarkers(reply);
  const entries = sentences.filter(({ text, line }) => line === 'bullet' || (line && NUMBERED.test(text)));
  const lines = reply.summary?.lines ?? (entries.length > 0 ? entries : sentences);
  return lines.flatMap(({ markers: [first] }) => {
    const citation = reply.citations.find(({ marker }) => marker === first);
    return citation ? [toPassage(citation)] : [];
  });
}

function toPassage({ articleId, start, end }: Span & { readonly articleId: string }): Item {
  return { kind: 'passage', articleId, start, end };
}

/** Undefined if the passage isn't there any more. */
export async function tellAboutItem(
  item: Item,
  last: LastReply,
  options: AboutReplyOptions & { readonly scope: Scope },
  parts: ItemDependencies,
): Promise<Answer | undefined> {
  if (item.kind === 'question') {
    const answer = await parts.answer(item.text);
    return answer.kind === 'answered' ? { ...answer, earlierQuestion: item.text } : answer;
  }
  const article = parts.findArticle(item.articleId);
  if (!article) return undefined;
  const sentences = listSentences(article, item).slice(0, MAX_SENTENCES);
  const own = (sentences.length > 0 ? sentences : [item]).map((span) => quoteSentence(article, span));
  const shown = last.reply.kind === 'answered' ? last.reply.citations : [];
  const more = isEntry(article, item)
    ? await searchMore(own, article, shown, parts)
    : readOn(own, article, shown, options.scope, parts);
  const found = more.length > 0 ? showAlone([...own, ...more]) : showPlaces([item], parts);
  return {
    ...{ kind: 'answered', ...cite(found), confidence: 1, engine: 'builtin' },
    ...(more.length > 0 ? {} : { remark: markAsShown(undefined, options.text) }),
    ...aboutQuestion(last, options),
  };
}

/** What comes next in the section, up to {@link MAX_SENTENCES} in all. */
function readOn(
  own: readonly GroundedSentence[],
  article: Article,
  shown: readonly Citation[],
  scope: Scope,
  { store }: ItemDependencies,
): readonly GroundedSentence[] {
  const read = own.flatMap(({ evidence }) => evidence.map((source) => toCited(article, source)));
  const turns: readonly Turn[] = [shown, read].map((citations) => ({ question: '', answer: '', citations }));
  const inScope = { ...scope, articleId: undefined };
  const section = findSection(article, read[0]?.start ?? 0);
  const isInside = ({ evidence }: GroundedSentence) =>
    evidence.every(({ start, end }) => start >= section.start && end <= section.end);
  const next = continueReading(turns, inScope, store).filter(isInside);
  return next.slice(0, MAX_SENTENCES - own.length);
}

/** What else the article says about a row or an item: the other rows say something else. */
async function searchMore(
  own: readonly GroundedSentence[],
  article: Article,
  shown: readonly Citation[],
  { answer }: ItemDependencies,
): Promise<readonly GroundedSentence[]> {
  const words = showAlone(own).map(({ text }) => text);
  const found = await answer(evidenceText(words.join(' ')), article.id);
  const isShown = ({ start }: Span) =>
    shown.some((one) => one.articleId === article.id && one.start === start);
  const citations = found.kind === 'answered' ? found.citations : [];
  return citations.filter((one) => !isShown(one)).map((one) => quoteSentence(article, one));
}

function toCited({ id, text }: Article, { start, end }: Span) {
  return { articleId: id, start, end, quote: text.slice(start, end) };
}
