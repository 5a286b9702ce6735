// An answer as Discord shows it: sentences with markers that open the exact sentence, or that the article doesn't say.
import type { APIButtonComponent } from 'discord.js';
import type { Answer, Answered, Citation, ClosestPassage, NotInArticle, Notice } from '../../core/answer.js';
import { highlightedPhrase, splitAtMarkers } from '../../core/ask/cite.js';
import { escapeLine, escapeMarkdown, escapeStart } from '../text/escape-markdown.js';
import { linkToQuote } from '../text/text-fragment.js';
import { renderTitle } from './article-details.js';
import { ACCENT, actionButton, type Payload, renderBlocks, type View } from './message.js';

/** Of a question, where it is shown above its answer. */
const QUESTION_CHARS = 300;
/** Of a close passage, where the article doesn't say; the whole stands behind the button. */
const EXCERPT_CHARS = 280;
const NOTICES: Readonly<Record<Notice, string>> = {
  'model-unavailable': 'The language model cannot be reached just now, so the built-in engine answered.',
  'budget-reached': "Today's budget for the language model is spent, so the built-in engine answered.",
  'cut-short': 'The language model stopped half-way; this is what it had said until then.',
};

export interface AnswerOptions {
  /** Shown above the answer; left out where it stands in the chat already. */
  readonly question?: string | undefined;
  /** The id under which the answer is kept: buttons need it. */
  readonly id: string;
  /** Only the asker sees it: it can be shared. */
  readonly isPrivate: boolean;
}

export function renderAnswer(answer: Answer, options: AnswerOptions): View {
  const { question, id, isPrivate } = options;
  const asked =
    question === undefined ? [] : [`> ${escapeStart(question.replace(/\s+/gu, ' '), QUESTION_CHARS)}`];
  const buttons = buttonsOf(answer, id, isPrivate);
  if (answer.kind === 'reply' || answer.kind === 'choose-article') {
    return renderBlocks([...asked, escapeMarkdown(answer.text)], { accent: ACCENT.answer, buttons });
  }
  if (answer.kind === 'not-in-article') {
    return renderBlocks([...asked, ...refusal(answer)], { accent: ACCENT.refusal, buttons });
  }
  const blocks = [...asked, renderSentences(answer).join(' '), sourcesLine(answer)];
  return renderBlocks(blocks, { accent: ACCENT.answer, buttons });
}

/** A summary: each sentence on a line of its own. */
export function renderSummary(summary: Answered, { id, isPrivate }: AnswerOptions): View {
  const [first] = summary.citations;
  const heading = first === undefined ? [] : [`### ${renderTitle(first.title, first.url)}`];
  const lines = renderSentences(summary).map((sentence) => `- ${sentence}`);
  return renderBlocks([...heading, ...lines, wordsLine(summary)], {
    accent: ACCENT.answer,
    buttons: buttonsOf(summary, id, isPrivate),
  });
}

/** An answer that is still growing. */
export function renderPartialAnswer(sofar: Pick<Answered, 'text' | 'citations'>): Payload {
  return renderBlocks([renderSentences(sofar).join(' '), '-# Writing…'], { accent: ACCENT.answer })[0];
}

/** A place in the queue to the model, from 1. */
export function renderQueued(position: number): Payload {
  return renderBlocks([`-# You are number ${position} in the queue.`], { accent: ACCENT.answer })[0];
}

/** The sentences, escaped, each marker a link to what it cites where the article has a link. */
function renderSentences({ text, citations }: Pick<Answered, 'text' | 'citations'>): readonly string[] {
  const byMarker = new Map(citations.map((citation) => [citation.marker, citation]));
  return splitAtMarkers({ text, citations }).map((sentence) => {
    const cited = sentence.markers.flatMap((number) => byMarker.get(number) ?? []);
    const markers = sentence.markers.map((number) => renderMarker(number, byMarker.get(number)));
    return [renderSentence(sentence.text, cited), markers.join('')].filter(Boolean).join(' ');
  });
}

/** The phrase that answers by itself is bold, where it stands there once. */
function renderSentence(sentence: string, cited: readonly Citation[]): string {
  const [phrase] = cited.flatMap((citation) => highlightedPhrase(citation) ?? []);
  const [before, after, ...more] = phrase ? sentence.split(phrase) : [];
  if (phrase === undefined || before === undefined || after === undefined || more.length > 0) {
    return escapeMarkdown(sentence);
  }
  return `${escapeMarkdown(before)}**${escapeMarkdown(phrase)}**${escapeMarkdown(after)}`;
}

export function renderMarker(number: number, citation: Citation | undefined): string {
  const link = citation && linkToQuote(citation.url, citation.quote);
  return link === undefined ? `\\[${number}\\]` : `[[${number}]](${link})`;
}

/** Which article each footnote is from, and in whose words the answer is. */
function sourcesLine(answer: Answered): string {
  const { citations } = answer;
  const titles = new Map<string, Citation[]>();
  for (const citation of citations) {
    titles.set(citation.articleId, [...(titles.get(citation.articleId) ?? []), citation]);
  }
  const sources = [...titles.values()].map((cited) => {
    const [first] = cited;
    const markers = titles.size > 1 ? `${cited.map(({ marker }) => `\\[${marker}\\]`).join(' ')} ` : '';
    return `-# ${markers}${renderTitle(first?.title ?? '', first?.url)}`;
  });
  return [...sources, wordsLine(answer)].join('\n');
}

function wordsLine({ engine, notice }: Answered): string {
  const words =
    engine === 'builtin'
      ? "In the article's own words"
      : `Written by ${escapeLine(engine)}, checked against the article`;
  return [`-# ${words}`, ...noticeLine(notice)].join('\n');
}

/** Why the built-in engine stood in for the model, where it did. */
export function noticeLine(notice: Notice | undefined): readonly string[] {
  const line = notice && NOTICES[notice];
  return line === undefined ? [] : [`-# ${line}`];
}

function refusal({ closest, notice }: NotInArticle): readonly string[] {
  if (closest.length === 0) return ["**The article doesn't say.**", ...noticeLine(notice)];
  return [
    "**The article doesn't say.** Closest to it:",
    ...closest.map(renderClosest),
    ...noticeLine(notice),
  ];
}

function renderClosest({ text, title, url }: ClosestPassage): string {
  // An article's first passage begins with its title, which stands below anyway.
  const body = text.startsWith(`${title}\n`) ? text.slice(title.length) : text;
  const excerpt = escapeStart(body.replace(/\s+/gu, ' ').trim(), EXCERPT_CHARS);
  return `> ${excerpt}\n-# ${renderTitle(title, url)}`;
}

function buttonsOf(answer: Answer, id: string, isPrivate: boolean): readonly APIButtonComponent[] {
  if (answer.kind === 'reply' || answer.kind === 'choose-article') return [];
  const hasSources = answer.kind === 'answered' || answer.closest.length > 0;
  return [
    ...(hasSources
      ? [actionButton(answer.kind === 'answered' ? 'Sources' : 'Closest passages', `sources:${id}:0`)]
      : []),
    actionButton('Follow up', `follow-up:${id}`),
    ...(isPrivate ? [actionButton('Share in channel', `share:${id}`)] : []),
  ];
}
