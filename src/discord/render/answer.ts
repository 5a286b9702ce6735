// Answers and summaries: sentences with numbered citations, or that the article doesn't say.
import type { APIButtonComponent } from 'discord.js';
import type { Answer, Answered, Citation, ClosestPassage, NotInArticle, Notice } from '../../core/answer.js';
import { highlightedPhrase, splitAtMarkers } from '../../core/ask/cite.js';
import { linkToQuote } from '../../core/links/text-fragment.js';
import { escapeLine, escapeMarkdown, escapeStart } from '../markdown/escape-markdown.js';
import { askText } from '../text/ask.js';
import { renderTitle } from './article-details.js';
import { ACCENT, actionButton, type Payload, renderBlocks, type View } from './message.js';

/** Of the question above its answer, escaped. */
const QUESTION_CHARS = 300;
/** Of a closest passage, escaped; the button shows the whole passage. */
const EXCERPT_CHARS = 280;

export interface AnswerOptions {
  /** Repeated above the answer. Unset: not repeated. */
  readonly question?: string | undefined;
  /** The id that the answer is stored under, for the buttons. */
  readonly id: string;
  /** Only the asker sees the answer, so it gets a button that shares it. */
  readonly isPrivate: boolean;
}

export function renderAnswer(answer: Answer, options: AnswerOptions): View {
  const { question, id, isPrivate } = options;
  const quotedQuestion =
    question === undefined ? [] : [`> ${escapeStart(question.replace(/\s+/gu, ' '), QUESTION_CHARS)}`];
  const buttons = renderButtons(answer, id, isPrivate);
  if (answer.kind === 'not-in-article') {
    return renderBlocks([...quotedQuestion, ...renderRefusal(answer)], { accent: ACCENT.refusal, buttons });
  }
  const blocks = [...quotedQuestion, renderSentences(answer).join(' '), renderArticleLines(answer)];
  return renderBlocks(blocks, { accent: ACCENT.answer, buttons });
}

/** One sentence per line. */
export function renderSummary(summary: Answered, { id, isPrivate }: AnswerOptions): View {
  const [first] = summary.citations;
  const heading = first === undefined ? [] : [`### ${renderTitle(first.title, first.url)}`];
  const lines = renderSentences(summary).map((sentence) => `- ${sentence}`);
  return renderBlocks([...heading, ...lines, renderAuthorLine(summary)], {
    accent: ACCENT.answer,
    buttons: renderButtons(summary, id, isPrivate),
  });
}

/** The sentences that a model has written so far. */
export function renderPartialAnswer(partial: Pick<Answered, 'text' | 'citations'>): Payload {
  return renderBlocks([renderSentences(partial).join(' '), askText.writing], { accent: ACCENT.answer })[0];
}

/** @param position in the queue for the model, from 1 */
export function renderQueued(position: number): Payload {
  return renderBlocks([askText.queued(position)], { accent: ACCENT.answer })[0];
}

/** A link to the quoted sentence, or plain text if the article has no URL. */
export function renderMarker(number: number, citation: Citation | undefined): string {
  const link = citation && (citation.link ?? linkToQuote(citation.url, citation.quote));
  return link === undefined ? `\\[${number}\\]` : `[[${number}]](${link})`;
}

/** Says why a model's answer is by the built-in engine or incomplete. */
export function renderModelNotice(notice: Notice | undefined): readonly string[] {
  return notice === undefined || !(notice in askText.notices) ? [] : [`-# ${askText.notices[notice]}`];
}

/** Each sentence, escaped, followed by its markers. */
function renderSentences({ text, citations }: Pick<Answered, 'text' | 'citations'>): readonly string[] {
  const byMarker = new Map(citations.map((citation) => [citation.marker, citation]));
  return splitAtMarkers({ text, citations }).map((sentence) => {
    const cited = sentence.markers.flatMap((number) => byMarker.get(number) ?? []);
    const markers = sentence.markers.map((number) => renderMarker(number, byMarker.get(number)));
    return [renderSentence(sentence.text, cited), markers.join('')].filter(Boolean).join(' ');
  });
}

/** The answer phrase is bold if it occurs exactly once. */
function renderSentence(sentence: string, cited: readonly Citation[]): string {
  const [phrase] = cited.flatMap((citation) => highlightedPhrase(citation) ?? []);
  const [before, after, ...more] = phrase ? sentence.split(phrase) : [];
  if (phrase === undefined || before === undefined || after === undefined || more.length > 0) {
    return escapeMarkdown(sentence);
  }
  return `${escapeMarkdown(before)}**${escapeMarkdown(phrase)}**${escapeMarkdown(after)}`;
}

/** The cited articles, with their markers if there are several, and who wrote the answer. */
function renderArticleLines(answer: Answered): string {
  const byArticle = new Map<string, Citation[]>();
  for (const citation of answer.citations) {
    byArticle.set(citation.articleId, [...(byArticle.get(citation.articleId) ?? []), citation]);
  }
  const articles = [...byArticle.values()].map((cited) => {
    const [first] = cited;
    const markers = byArticle.size > 1 ? `${cited.map(({ marker }) => `\\[${marker}\\]`).join(' ')} ` : '';
    return `-# ${markers}${renderTitle(first?.title ?? '', first?.url)}`;
  });
  return [...articles, renderAuthorLine(answer)].join('\n');
}

function renderAuthorLine({ engine, notice }: Answered): string {
  const author = engine === 'builtin' ? askText.quoted : askText.writtenBy(escapeLine(engine));
  return [author, ...renderModelNotice(notice)].join('\n');
}

function renderRefusal({ closest, notice }: NotInArticle): readonly string[] {
  const advice = closest.length > 0 ? askText.closest : askText.noClosest;
  return [`${askText.notInArticle} ${advice}`, ...closest.map(renderClosest), ...renderModelNotice(notice)];
}

function renderClosest({ text, title, url }: ClosestPassage): string {
  // An article's first passage starts with its title, which is shown below the excerpt anyway.
  const body = text.startsWith(`${title}\n`) ? text.slice(title.length) : text;
  const excerpt = escapeStart(body.replace(/\s+/gu, ' ').trim(), EXCERPT_CHARS);
  return `> ${excerpt}\n-# ${renderTitle(title, url)}`;
}

function renderButtons(answer: Answer, id: string, isPrivate: boolean): readonly APIButtonComponent[] {
  const { sources, closest, followUp, share } = askText.buttons;
  const hasSources = answer.kind === 'answered' || answer.closest.length > 0;
  return [
    ...(hasSources ? [actionButton(answer.kind === 'answered' ? sources : closest, `sources:${id}:0`)] : []),
    actionButton(followUp, `follow-up:${id}`),
    ...(isPrivate ? [actionButton(share, `share:${id}`)] : []),
  ];
}
