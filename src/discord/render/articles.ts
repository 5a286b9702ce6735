// The list of articles and a single article, page by page.

import { readUrl } from '../../core/links/text-fragment.js';
import type { Article, ListedArticle } from '../../core/text/article.js';
import { escapeLine, escapeMarkdown, escapeStart, splitText } from '../markdown/escape-markdown.js';
import { articleText } from '../text/article.js';
import { renderDetails } from './article-details.js';
import { ACCENT, linkButton, type Payload, renderBlocks } from './message.js';
import { clampPage, renderPageButtons } from './pagination.js';

const ARTICLES_PER_PAGE = 10;
/** Of an article's text on one page, escaped. */
const PAGE_CHARS = 2_000;
/** In the list; `/article show` has the whole title. */
const LISTED_TITLE_CHARS = 120;
const MAX_QUESTIONS = 3;

/** @param page from 0, brought into range */
export function renderArticleList(articles: readonly ListedArticle[], page: number): Payload {
  if (articles.length === 0) return renderBlocks([articleText.empty], { accent: ACCENT.plain })[0];
  const pages = Math.ceil(articles.length / ARTICLES_PER_PAGE);
  const current = clampPage(page, pages);
  const items = articles.slice(current * ARTICLES_PER_PAGE, (current + 1) * ARTICLES_PER_PAGE);
  return renderBlocks([articleText.heading(articles.length), ...items.map(renderItem)], {
    accent: ACCENT.plain,
    buttons: renderPageButtons(current, pages, (target) => `articles:${target}`),
  })[0];
}

/** The first page has the details and suggested questions above the text. @param page from 0, brought into range */
export function renderArticle(article: Article, page: number, questions: readonly string[]): Payload {
  const { id, title, text, bodyStart, url } = article;
  const parts = splitText(escapeMarkdown(text.slice(bodyStart)), PAGE_CHARS);
  const current = clampPage(page, parts.length);
  const link = readUrl(url);
  const suggestions = questions.slice(0, MAX_QUESTIONS).map(escapeLine);
  const head =
    current === 0
      ? [
          `### ${escapeLine(title)}`,
          `-# ${[details(article), articleText.words(countWords(text))].filter(Boolean).join(' · ')}`,
          ...(suggestions.length > 0 ? [articleText.suggestions(suggestions)] : []),
        ]
      : [`-# ${escapeLine(title)}`];
  return renderBlocks([...head, parts[current] ?? ''], {
    accent: ACCENT.plain,
    buttons: [
      ...renderPageButtons(current, parts.length, (target) => `article:${id}:${target}`),
      ...(link === undefined ? [] : [linkButton(articleText.openOriginal, link)]),
    ],
  })[0];
}

function renderItem(article: ListedArticle): string {
  const line = details(article);
  return `**${escapeStart(article.title, LISTED_TITLE_CHARS)}**${line === '' ? '' : `\n-# ${line}`}`;
}

function details({ author, published, language }: ListedArticle): string {
  return renderDetails([author, published, language === 'und' ? undefined : language]).join(' · ');
}

function countWords(text: string): number {
  return text.split(/\s+/u).length;
}
