// The sources of an answer, one per page: each quoted sentence in its paragraph. Also the results of `/search`.
import type { Citation, ClosestPassage } from '../../core/answer.js';
import type { SearchResults } from '../../core/ask/retrieval/search-passages.js';
import { linkToQuote } from '../../core/links/text-fragment.js';
import type { StoredAnswer } from '../../core/store-ports.js';
import type { Article, Span } from '../../core/text/article.js';
import {
  escapeEnd,
  escapeLine,
  escapeMarkdown,
  escapeStart,
  splitText,
} from '../markdown/escape-markdown.js';
import { ENGLISH_LABELS } from '../text/labels/en.js';
import type { Labels } from '../text/labels/labels.js';
import { labelsFor } from '../text/labels/labels-for.js';
import { searchText } from '../text/search.js';
import { renderDetails, renderOrigin, renderTitle } from './article/details.js';
import { citationsOf } from './claim-check.js';
import { ACCENT, linkButton, type Payload, renderBlocks, type View } from './message.js';
import { clampPage, renderPageButtons } from './pagination.js';

/** Of a quote on one page, escaped. A longer quote continues on the next page. */
const QUOTE_CHARS = 1_800;
/** Of a closest passage on one page, escaped. */
const PASSAGE_CHARS = 3_000;
/** Of the paragraph's text on either side of the quote, escaped. */
const CONTEXT_CHARS = 600;
/** Of the paragraph's text on either side of a search result's sentence, escaped. */
const RESULT_CONTEXT_CHARS = 240;

/** As {@link Assistant.findCited}. */
type FindCited = (
  citation: Citation,
) => { readonly article: Article; readonly isCurrent: boolean } | undefined;

/** @param page from 0, brought into range */
export function renderSources(stored: StoredAnswer, page: number, findCited: FindCited): Payload {
  const { answer, id } = stored;
  const labels = labelsFor('language' in answer ? answer : {});
  const pages =
    answer.kind === 'not-in-article'
      ? answer.closest.flatMap((passage) => closestPages(passage, labels))
      : citationsIn(answer).flatMap((citation) => citationPages(citation, findCited(citation), labels));
  const pageNumber = clampPage(page, pages.length);
  const current = pages[pageNumber] ?? { blocks: [labels.sources.empty], link: undefined };
  const buttons = [
    ...renderPageButtons(pageNumber, pages.length, (target) => `source-page:${id}:${target}`, labels),
    ...(current.link === undefined ? [] : [linkButton(labels.buttons.openArticle, current.link)]),
  ];
  return renderBlocks(current.blocks, { accent: ACCENT.plain, buttons })[0];
}

function citationsIn(answer: StoredAnswer['answer']): readonly Citation[] {
  if (answer.kind === 'checked') return citationsOf(answer);
  return answer.kind === 'answered' ? answer.citations : [];
}

interface Page {
  readonly blocks: readonly string[];
  readonly link: string | undefined;
}

function citationPages(citation: Citation, cited: ReturnType<FindCited>, labels: Labels): Page[] {
  const { marker, title, url, quote, start, end, page } = citation;
  const { article, isCurrent = false } = cited ?? {};
  const isThere = article?.text.slice(start, end) === quote;
  const context = article && isThere ? paragraphAround(article.text, { start, end }) : undefined;
  const before = context ? escapeEnd(oneLine(context.before), CONTEXT_CHARS) : '';
  const after = context ? escapeStart(oneLine(context.after), CONTEXT_CHARS) : '';
  const parts = splitText(escapeMarkdown(oneLine(quote)), QUOTE_CHARS);
  return parts.map((part, index) => {
    const paragraph = [index === 0 ? before : '', `**${part}**`, index === parts.length - 1 ? after : '']
      .filter((text) => text !== '')
      .join(' ');
    const details = [
      ...renderPlace(title, url, page, labels),
      ...renderOrigin(
        { author: article?.author, published: article?.published },
        { inLanguage: labels.language },
      ),
    ];
    return {
      blocks: [
        labels.sources.heading(marker),
        `> ${paragraph}`,
        `-# ${details.join(' · ')}`,
        ...(isCurrent ? [] : [labels.sources.changed]),
      ],
      link: citation.link ?? linkToQuote(url, quote),
    };
  });
}

function closestPages({ title, url, link, text, page }: ClosestPassage, labels: Labels): Page[] {
  return splitText(quoted(escapeMarkdown(text)), PASSAGE_CHARS).map((part) => ({
    blocks: [
      labels.sources.closestHeading,
      part.startsWith('> ') ? part : `> ${part}`,
      `-# ${renderPlace(title, url, page, labels).join(' · ')}`,
    ],
    link: link ?? linkToQuote(url, text),
  }));
}

/** The title, and the page of a paged document. */
function renderPlace(
  title: string,
  url: string | undefined,
  page: string | undefined,
  { sources }: Labels,
): readonly string[] {
  return [renderTitle(title, url), ...renderDetails([page && sources.page(page)])];
}

/** Search results, best first, each with its best sentence in bold. */
export function renderResults(query: string, results: SearchResults): View {
  const quotedQuery = `> ${escapeStart(query.replace(/\s+/gu, ' '), 200)}`;
  if (results.length === 0) {
    return renderBlocks([quotedQuery, searchText.nothingFound], { accent: ACCENT.refusal });
  }
  const count = `-# ${searchText.count(results.length, results.total)}`;
  return renderBlocks([`${quotedQuery}\n${count}`, ...results.map(renderResult)], { accent: ACCENT.answer });
}

function renderResult(result: SearchResults[number], index: number): string {
  const { title, url, text, start, sentence, page } = result;
  const offset = sentence.start - start;
  const around = paragraphAround(text, { start: offset, end: offset + sentence.text.length });
  const before = escapeEnd(oneLine(around.before), RESULT_CONTEXT_CHARS);
  const after = escapeStart(oneLine(around.after), RESULT_CONTEXT_CHARS);
  const bold = splitText(escapeMarkdown(oneLine(sentence.text)), QUOTE_CHARS).map((part) => `**${part}**`);
  const excerpt = [before, ...bold, after].filter((part) => part !== '').join(' ');
  const link = result.link ?? linkToQuote(url, sentence.text);
  const openArticle = link === undefined ? '' : ` · [${searchText.openArticle}](${link})`;
  const place = [escapeLine(title), ...renderDetails([page && ENGLISH_LABELS.sources.page(page)])].join(
    ' · ',
  );
  return `${index + 1}\\. ${place}${openArticle}\n> ${excerpt}`;
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
