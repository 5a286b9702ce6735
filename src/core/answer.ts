// What the core returns: answers, citations, checked messages and conversation turns. All are plain values.
import type { Span } from './text/article.js';
import type { ExcerptPart } from './text/excerpt-part.js';

/** A passage close to a question that the article doesn't answer. */
export interface ClosestPassage {
  readonly articleId: string;
  readonly title: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** 0 to 1, higher is closer. */
  readonly similarity: number;
  readonly url?: string | undefined;
  /** Opens `url` at the passage, by a text fragment. At most 512 characters. */
  readonly link?: string | undefined;
  /** In a paged document, the page as printed, such as `12`, or the first and last one, such as `12–13`. */
  readonly page?: string | undefined;
}

/**
 * Why an answer isn't entirely a model's. User interfaces show it as one line and ignore values they don't know.
 * - `model-unavailable`: the model failed, so the built-in engine answered.
 * - `budget-reached`: the token budget is used up, so the built-in engine answered.
 * - `cut-short`: the model stopped halfway. The sentences that arrived are checked and stay.
 */
export type Notice = 'model-unavailable' | 'budget-reached' | 'cut-short';

/** An answer whose every sentence has a citation. */
export interface Answered {
  readonly kind: 'answered';
  /** Sentences, each followed by its markers, such as `[1]`. */
  readonly text: string;
  readonly citations: readonly Citation[];
  /** Answerability, 0 to 1: the calibrated probability that the article answers the question. */
  readonly confidence: number;
  /** Who wrote it: `builtin`, or the model's name. */
  readonly engine: string;
  /** How many sentences of a model were replaced by the article's own, as they could not be confirmed. Unset: 0. */
  readonly replaced?: number | undefined;
  readonly notice?: Notice | undefined;
  /**
   * One short sentence of our own that stands before or after the text, such as "Yes." or "The article doesn't say
   * when." It says nothing that the citations don't show.
   */
  readonly remark?: Remark | undefined;
  /** ISO 639-1 code of the language for our own words around it. Unset if no message asked for it. */
  readonly language?: string | undefined;
  /** Set if it answers what an article is about, with its most important sentences. Best shown as a list. */
  readonly intent?: 'summary' | undefined;
  /** Set if the message was about the last reply or a part of it: the earlier question that is answered once more. */
  readonly earlierQuestion?: string | undefined;
  /** Set for a summary: its lines with their labels. The text has the same lines. */
  readonly summary?: Summary | undefined;
}

/**
 * What a summary shows of each line.
 * - `oneLine`: one sentence.
 * - `brief`: two to four sentences that read as one paragraph.
 * - `keyPoints`: a list of sentences.
 * - `timeline`: what happened when, in order of time. The label is the date.
 * - `whosWho`: people and organizations. The label is the name.
 * - `quotes`: what people said, word for word. The label is the speaker.
 * - `qa`: questions that the article answers. The label is the question.
 * - `numbers`: figures and what they count. The label is the figures.
 */
export const SUMMARY_STYLES = [
  'oneLine',
  'brief',
  'keyPoints',
  'timeline',
  'whosWho',
  'quotes',
  'qa',
  'numbers',
] as const;
export type SummaryStyle = (typeof SUMMARY_STYLES)[number];

/** How many lines and words a summary has, see docs/summaries.md. */
export const SUMMARY_LENGTHS = ['short', 'medium', 'long'] as const;
export type SummaryLength = (typeof SUMMARY_LENGTHS)[number];

/** The structure of a summary. */
export interface Summary {
  /** The style of the lines. It may differ from the one asked for, if the article has no dates, quotes and so on. */
  readonly style: SummaryStyle;
  /** Set if the article has nothing of the style that was asked for, so that this one is shown instead. */
  readonly requestedStyle?: SummaryStyle | undefined;
  readonly length: SummaryLength;
  readonly lines: readonly SummaryLine[];
  /**
   * Set if several articles were to be summarized: all of them, the most important first. Those that no line is from are left
   * out, because there was no room or because they were too many to read.
   */
  readonly articleIds?: readonly string[] | undefined;
}

/** A line of a summary. */
export interface SummaryLine {
  /** On one line, without markers. */
  readonly text: string;
  /** What stands in front of the line, by style: a date, a name, a question or figures. */
  readonly label?: string | undefined;
  /** Only in a timeline: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. Unset if the year isn't known. */
  readonly date?: string | undefined;
  readonly articleId: string;
  /** The article's title. */
  readonly title: string;
  /** The markers of its citations. */
  readonly markers: readonly number[];
  /** The exact spans of the article that the text is made of. A model's own words have the span of the sentence they say. */
  readonly parts: readonly ExcerptPart[];
}

/** Our own words around an answer, in the asker's language. */
export interface Remark {
  /**
   * - `yes`, `no`: what the cited sentence says to a yes-no question. Shown before the text.
   * - `same-sentence`: the previous answer cited this sentence already. Shown before the text.
   * - `source`: the text shows where the article says what was answered before. Shown before the text.
   * - `part-unanswered`: which of two questions the article doesn't answer. Shown after the text.
   */
  readonly kind: 'yes' | 'no' | 'same-sentence' | 'source' | 'part-unanswered';
  readonly text: string;
}

/** The articles don't answer the question. */
export interface NotInArticle {
  readonly kind: 'not-in-article';
  /** Best first. */
  readonly closest: readonly ClosestPassage[];
  /** Answerability, 0 to 1: the calibrated probability that the articles answer the question after all. */
  readonly confidence: number;
  /** Who decided: `builtin`, or the model's name. */
  readonly engine: string;
  readonly notice?: Notice | undefined;
  /** Says so in a sentence, in the asker's language: that the article doesn't say, or where we looked in vain. */
  readonly message?: string | undefined;
  /** ISO 639-1 code of the message's language. */
  readonly language?: string | undefined;
  /** Questions that the searched articles answer, to offer as buttons. Unset if there are none. */
  readonly suggestions?: readonly string[] | undefined;
  /** The article that was searched, if it was only one. */
  readonly articleId?: string | undefined;
}

/** What a piece of metadata is about. */
export type MetadataField = 'author' | 'published' | 'title' | 'url' | 'language' | 'length';

/** What a message is that a {@link Reply} answers. */
export type ReplyIntent =
  | 'greeting'
  | 'thanks'
  /** A short reaction that wants nothing: "lol", "ok cool". */
  | 'reaction'
  /** The last answer or the bot is no good. */
  | 'complaint'
  | 'goodbye'
  | 'small-talk'
  | 'help'
  /** Which articles there are. */
  | 'articles'
  /** Author, date and the like of an article. */
  | 'metadata'
  /** No question: blank, emoji, stop words. */
  | 'nothing'
  /** "New question": the conversation starts afresh. */
  | 'new-conversation';

/** A reply to a message that asks nothing about the text of an article. It is never counted as unanswered. */
export interface Reply {
  readonly kind: 'reply';
  readonly intent: ReplyIntent;
  /** One or two sentences of plain text. It may contain titles and names of articles, so it must be escaped. */
  readonly text: string;
  /** ISO 639-1 code of the text's language. */
  readonly language: string;
  /** Questions that the articles answer, to offer as buttons. */
  readonly suggestions: readonly string[];
  /** Only for `articles`: the articles, in order of title. */
  readonly articles?: readonly ArticleReference[] | undefined;
  /** Only for `metadata`. `value` is undefined if the article doesn't have it. */
  readonly metadata?: { readonly field: MetadataField; readonly value?: string | undefined } | undefined;
  /** Only for `metadata`: the article that it is about. */
  readonly articleId?: string | undefined;
  /** Always 1: nothing was searched. */
  readonly confidence: number;
  /** Always `builtin`: no model writes these. */
  readonly engine: string;
  readonly notice?: Notice | undefined;
}

/** An article to name or to choose. */
export interface ArticleReference {
  readonly articleId: string;
  readonly title: string;
  readonly url?: string | undefined;
}

/** The message is about one article, and it isn't clear which. Ask again with one of their ids. */
export interface ChooseArticle {
  readonly kind: 'choose-article';
  /** What will be answered once an article is chosen. */
  readonly intent: 'summary' | 'metadata';
  /** Asks which article is meant. */
  readonly text: string;
  /** ISO 639-1 code of the text's language. */
  readonly language: string;
  /** In order of title; at least two. */
  readonly candidates: readonly ArticleReference[];
  readonly confidence: number;
  readonly engine: string;
  readonly notice?: Notice | undefined;
}

/** The outcome of a question about what the articles say. */
export type QuestionAnswer = Answered | NotInArticle;

/** The outcome of a message. */
export type Answer = QuestionAnswer | Reply | ChooseArticle;

/** A marker, an article and the exact span that it quotes. */
export interface Citation {
  /** From 1, in order of first use. */
  readonly marker: number;
  readonly articleId: string;
  readonly title: string;
  readonly start: number;
  readonly end: number;
  /** Always `article.text.slice(start, end)`. */
  readonly quote: string;
  /** The phrase in the quote that answers the question, if that is certain. Offsets into the article. */
  readonly highlight?: Span | undefined;
  readonly url?: string | undefined;
  /** Opens `url` at the quote, by a text fragment. At most 512 characters. */
  readonly link?: string | undefined;
  /** In a paged document, the page as printed, such as `12`, or the first and last one, such as `12–13`. */
  readonly page?: string | undefined;
}

/**
 * What the articles say about a claim. `unconfirmed` is no verdict: no sentence could be shown to say or contradict it.
 */
export type Verdict = 'says-so' | 'says-otherwise' | 'unconfirmed';

/** One claim of a message, with its verdict. The span points into the message. */
export interface CheckedClaim extends Span {
  /** `message.slice(start, end)`. */
  readonly claim: string;
  readonly verdict: Verdict;
  /** The sentences behind the verdict; empty for `unconfirmed`. Markers are numbered across all claims. */
  readonly citations: readonly Citation[];
  /** The closest sentences, for `unconfirmed`. */
  readonly closest: readonly ClosestPassage[];
  /** For `says-otherwise`: the words of the claim, and those of the citation's quote that contradict them. */
  readonly difference?: { readonly claim: string; readonly quote: string } | undefined;
}

/** The outcome of checking a message against the articles. */
export interface CheckedMessage {
  readonly kind: 'checked';
  /** In the message's order; empty if the message makes no claim. */
  readonly claims: readonly CheckedClaim[];
  /** Who checked it: `builtin`, or the model's name. */
  readonly engine: string;
  readonly notice?: Notice | undefined;
}

/** One question of a conversation and its answer. */
export interface Turn {
  readonly question: string;
  /** The answer's text; empty if the articles didn't answer. */
  readonly answer: string;
  /** What the answer cited. A follow-up question gets these sentences as evidence again. */
  readonly citations?:
    | readonly (Pick<Citation, 'articleId' | 'start' | 'end' | 'quote'> &
        Partial<Pick<Citation, 'highlight'>>)[]
    | undefined;
  /** The article that the question named or that the reply described. */
  readonly articleId?: string | undefined;
  /** For a question that wasn't answered: the article that came closest, if any did. */
  readonly closestArticleId?: string | undefined;
  /** ISO 8601. A turn without a time never expires. */
  readonly askedAt?: string | undefined;
  /** Whether it asked about the article as a whole: a summary, its author and the like. */
  readonly isAboutArticle?: boolean | undefined;
  /** The whole reply, for messages about it. Unset if the caller made the turn. */
  readonly reply?: Answer | undefined;
  /** Whether it is an earlier part of the message that is being answered. */
  readonly isSameMessage?: boolean | undefined;
}
