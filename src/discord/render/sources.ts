// The private view behind “Sources”: each quote in its paragraph with the sentence marked, page by page.
import type { Citation, ClosestPassage } from '../../core/answer.js';
import type { SearchResult } from '../../core/ask/search-passages.js';
import type { StoredAnswer } from '../../core/ports.js';
import type { Article, Span } from '../../core/text/article.js';
import { escapeEnd, escapeLine, escapeMarkdown, escapeStart, splitText } from '../text/escape-markdown.js';
import { linkToQuote } from '../text/text-fragment.js';
import { renderDetails, renderTitle } from './article-details.js';
import { citationsOf } from './claim-check.js';
import { ACCENT, linkButton, type Payload, renderBlocks, type View } from './message.js';
import { clampPage, renderPageButtons } from './pagination.js';

/** Of a quote on one page, escaped; a longer one goes on on the next. */
const QUOTE_CHARS = 1_800;
/** Of a close passage on one page, escaped. */
const PASSAGE_CHARS = 3_000;
/** Of what stands before and after it in its paragraph, each. */
const CONTEXT_CHARS = 600;
/** Of a search result, around its sentence. */
const RESULT_CONTEXT_CHARS = 160;

type FindArticle = (articleId: string) => Article | undefined;

/** One page of the sources of a stored answer; `page` counts from 0 and is brought into range. */
export function renderSources(stored: StoredAnswer, page: number, findArticle: FindArticle): Payload {
  const { answer, id } = stored;
  const pages =
    answer.kind === 'not-in-article'
      ? answer.closest.flatMap(closestPages)
      : (answer.kind === 'checked'
          ? citationsOf(answer)
          : answer.kind === 'answered'
            ? answer.citations
            : []
        ).flatMap((citation) => citationPages(citation, findArticle(citation.articleId)));
  const at = clampPage(page, pages.length);
  const current = pages[at] ?? { blocks: ['Nothing is kept for this answer.'], link: undefined };
  const buttons = [
    ...renderPageButtons(at, pages.length, (target) => `source-page:${id}:${target}`),
    ...(current.link === undefined ? [] : [linkButton('Open the article there', current.link)]),
  ];
  return renderBlocks(current.blocks, { accent: ACCENT.plain, buttons })[0];
}

interface Page {
  readonly blocks: readonly string[];
  readonly link: string | undefined;
}

function citationPages(citation: Citation, article: Article | undefined): Page[] {
  const { marker, title, url, quote, start, end } = citation;
  // An article may have been replaced since; its new text must not be shown around an old quote.
  const isCurrent = article?.text.slice(start, end) === quote;
  const context = article && isCurrent ? paragraphAround(article.text, { start, end }) : undefined;
  const before = context ? escapeEnd(oneLine(context.before), CONTEXT_CHARS) : '';
  const after = context ? escapeStart(oneLine(context.after), CONTEXT_CHARS) : '';
  const parts = splitText(escapeMarkdown(oneLine(quote)), QUOTE_CHARS);
  return parts.map((part, index) => {
    const shown = [index === 0 ? before : '', `**${part}**`, index === parts.length - 1 ? after : '']
      .filter((text) => text !== '')
      .join(' ');
    const about = [renderTitle(title, url), ...renderDetails([article?.author, article?.published])];
    return {
      blocks: [
        `### Source [${marker}]`,
        `> ${shown}`,
        `-# ${about.join(' · ')}`,
        ...(isCurrent ? [] : ['-# The article has changed or was removed since; this is what it said.']),
      ],
      link: linkToQuote(url, quote),
    };
  });
}

function closestPages({ title, url, text }: ClosestPassage): Page[] {
  return splitText(quoted(escapeMarkdown(text)), PASSAGE_CHARS).map((part) => ({
    blocks: [
      '### A close passage',
      part.startsWith('> ') ? part : `> ${part}`,
      `-# ${renderTitle(title, url)}`,
    ],
    link: linkToQuote(url, text),
  }));
}

/** What `/search` found, best first, each in a few lines with its best sentence marked. */
export function renderResults(query: string, results: readonly SearchResult[]): View {
  const asked = `> ${escapeStart(query.replace(/\s+/gu, ' '), 200)}`;
  if (results.length === 0) {
    const nothing = `${asked}\n**Nothing matches.** Try other words, or another article.`;
    return renderBlocks([nothing], { accent: ACCENT.refusal });
  }
  return renderBlocks([asked, ...results.map(renderResult)], { accent: ACCENT.answer });
}

function renderResult({ title, url, text, start, sentence }: SearchResult, index: number): string {
  const at = sentence.start - start;
  const before = escapeEnd(oneLine(text.slice(0, at)), RESULT_CONTEXT_CHARS);
  const after = escapeStart(oneLine(text.slice(at + sentence.text.length)), RESULT_CONTEXT_CHARS);
  const marked = splitText(escapeMarkdown(oneLine(sentence.text)), QUOTE_CHARS).map((part) => `**${part}**`);
  const shown = [before, ...marked, after].filter((part) => part !== '').join(' ');
  const link = linkToQuote(url, sentence.text);
  const there = link === undefined ? '' : ` · [open it there](${link})`;
  return `${index + 1}\\. ${escapeLine(title)}${there}\n${`> ${shown}`}`;
}

function paragraphAround(text: string, { start, end }: Span): { before: string; after: string } {
  const from = text.lastIndexOf('\n\n', start - 1);
  const to = text.indexOf('\n\n', end);
  return {
    before: start === 0 ? '' : text.slice(from === -1 ? 0 : from + 2, start).trim(),
    after: text.slice(end, to === -1 ? text.length : to).trim(),
  };
}

function quoted(markdown: string): string {
  return `> ${markdown.replace(/\n+/g, '\n> ')}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
