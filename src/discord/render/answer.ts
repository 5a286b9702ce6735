// Answers and summaries: sentences with numbered citations, or that the article doesn't say.
import type { APIButtonComponent } from 'discord.js';
import type { Answer, Answered, Citation, ClosestPassage, NotInArticle } from '../../core/answer.js';
import { highlightedPhrase, splitAtMarkers } from '../../core/ask/citation/cite.js';
import type { ListedArticle } from '../../core/text/article.js';
import type { SharedServer } from '../command.js';
import { escapeLine, escapeMarkdown, escapeStart } from '../markdown/escape-markdown.js';
import { askText } from '../text/ask.js';
import type { Labels } from '../text/labels/labels.js';
import { labelsFor } from '../text/labels/labels-for.js';
import { renderTitle } from './article/details.js';
import { renderAuthorLine, renderMarker, renderModelNotice } from './citations.js';
import { ACCENT, actionButton, type Payload, renderBlocks, selectMenu, type View } from './message.js';
import { renderArticleChoice, renderReply, suggestionButtons } from './reply.js';
import { renderSummary } from './summary.js';

/** Of the question above its answer, escaped. */
const QUESTION_CHARS = 300;
/** Of a closest passage, escaped; the button shows the whole passage. */
const EXCERPT_CHARS = 280;
const MAX_EXCERPTS = 2;

/** An article's title, and its address if it has one. */
type ArticleLink = Pick<ListedArticle, 'title' | 'url'>;

export interface AnswerOptions {
  /** Repeated above the answer. Unset: not repeated. */
  readonly question?: string | undefined;
  /** The id that the answer is stored under, for the buttons. */
  readonly id: string;
  /** Only the asker sees the answer, so it gets a button that shares it. */
  readonly isPrivate: boolean;
  /** The person to name above a shared answer, by id. Naming doesn't notify anyone. */
  readonly askedBy?: string | undefined;
  /** The default article, which the question was about because it named none. */
  readonly about?: ArticleLink | undefined;
  /** Whether other articles can be asked instead. */
  readonly canAskAll?: boolean | undefined;
  /** Servers that match the question, the one that answered first. A menu offers the others. */
  readonly servers?: readonly SharedServer[] | undefined;
}

export function renderAnswer(answer: Answer, options: AnswerOptions): View {
  const { question, id, askedBy, about } = options;
  const labels = labelsFor(answer);
  const asked = [
    ...(askedBy === undefined ? [] : [labels.askedBy(askedBy)]),
    ...(question === undefined ? [] : [`> ${escapeStart(question.replace(/\s+/gu, ' '), QUESTION_CHARS)}`]),
  ];
  // Chat and lists aren't about the default article.
  const isAbout = about !== undefined && (answer.kind === 'answered' || answer.kind === 'not-in-article');
  if (isAbout) asked.push(labels.about(renderTitle(about.title, about.url)));
  const head = asked.length > 0 ? [asked.join('\n')] : [];
  if (answer.kind === 'reply') return renderReply(answer, { head, id });
  if (answer.kind === 'choose-article') return renderArticleChoice(answer, { head, id });
  const buttons = renderButtons(answer, options);
  const [server, ...others] = options.servers ?? [];
  const from = server && others.length > 0 ? [labels.fromServer(escapeLine(server.name))] : [];
  const rows = others.length > 0 ? [serverMenu(id, others, labels)] : [];
  if (answer.kind === 'not-in-article') {
    const blocks = [...head, ...renderRefusal(answer), ...from];
    const questions = suggestionButtons(answer.suggestions ?? [], id);
    return renderBlocks(blocks, { accent: ACCENT.refusal, buttons, rows: [...rows, ...questions] });
  }
  if (answer.summary) return renderSummary(answer, { ...options, head });
  const blocks = [...head, ...renderBody(answer), renderArticleLines(answer), ...from];
  return renderBlocks(blocks, { accent: ACCENT.answer, buttons, rows });
}

function serverMenu(answerId: string, servers: readonly SharedServer[], { chooseServer }: Labels) {
  const options = servers.map(({ library, name }) => ({
    label: name,
    value: library.replace(/^guild:/, ''),
  }));
  return selectMenu(`server:${answerId}`, chooseServer, options);
}

/** The sentences that a model has written so far. */
export function renderPartialAnswer(partial: Pick<Answered, 'text' | 'citations'>): Payload {
  return renderBlocks([renderSentences(partial), askText.writing], { accent: ACCENT.answer })[0];
}

/** @param position in the queue for the model, from 1 */
export function renderQueued(position: number): Payload {
  return renderBlocks([askText.queued(position)], { accent: ACCENT.answer })[0];
}

/** The sentences with our own remark: running text, or lines if they are items of a list. */
function renderBody(answer: Answered): readonly string[] {
  const { remark } = answer;
  const text = renderSentences(answer);
  if (remark === undefined) return [text];
  const ours = escapeMarkdown(remark.text);
  return remark.kind === 'part-unanswered'
    ? [text, ours]
    : [`${ours}${text.includes('\n') ? '\n' : ' '}${text}`];
}

/** Each sentence, escaped, followed by its markers. */
function renderSentences({ text, citations }: Pick<Answered, 'text' | 'citations'>): string {
  const byMarker = new Map(citations.map((citation) => [citation.marker, citation]));
  return splitAtMarkers({ text, citations })
    .map((sentence, index) => {
      const cited = sentence.markers.flatMap((number) => byMarker.get(number) ?? []);
      const markers = sentence.markers.map((number) => renderMarker(number, byMarker.get(number)));
      const gap = index === 0 ? '' : sentence.line ? '\n' : ' ';
      const bullet = sentence.line === 'bullet' ? '- ' : '';
      const words = [renderSentence(sentence.text, cited), markers.join('')].filter(Boolean).join(' ');
      return `${gap}${bullet}${words}`;
    })
    .join('');
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

function renderRefusal(answer: NotInArticle): readonly string[] {
  const { closest, notice, message } = answer;
  const labels = labelsFor(answer);
  const says = message === undefined ? labels.notInArticle : `**${escapeMarkdown(message)}**`;
  const advice = closest.length > 0 ? labels.closest : labels.noClosest;
  const excerpts = closest.slice(0, MAX_EXCERPTS).map(renderClosest);
  return [`${says} ${advice}`, ...excerpts, ...renderModelNotice(notice, labels)];
}

function renderClosest({ text, title, url }: ClosestPassage): string {
  // An article's first passage starts with its title, which is shown below the excerpt anyway.
  const body = text.startsWith(`${title}\n`) ? text.slice(title.length) : text;
  const excerpt = escapeStart(body.replace(/\s+/gu, ' ').trim(), EXCERPT_CHARS);
  return `> ${excerpt}\n-# ${renderTitle(title, url)}`;
}

function renderButtons(
  answer: Answered | NotInArticle,
  { id, isPrivate, canAskAll = false }: Pick<AnswerOptions, 'id' | 'isPrivate' | 'canAskAll'>,
): readonly APIButtonComponent[] {
  const { sources, closest, followUp, share, askAll } = labelsFor(answer).buttons;
  const hasSources = answer.kind === 'answered' || answer.closest.length > 0;
  return [
    ...(hasSources ? [actionButton(answer.kind === 'answered' ? sources : closest, `sources:${id}:0`)] : []),
    actionButton(followUp, `follow-up:${id}`),
    ...(canAskAll && answer.kind === 'not-in-article' ? [actionButton(askAll, `ask-all:${id}`)] : []),
    ...(isPrivate ? [actionButton(share, `share:${id}`)] : []),
  ];
}
