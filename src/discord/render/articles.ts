// The list of articles and one article, page by page.
import type { Article, ListedArticle } from '../../core/text/article.js';
import { readUrl } from '../../core/text/text-fragment.js';
import { escapeLine, escapeMarkdown, escapeStart, splitText } from '../text/escape-markdown.js';
import { renderDetails } from './article-details.js';
import { ACCENT, linkButton, type Payload, renderBlocks } from './message.js';
import { clampPage, renderPageButtons } from './pagination.js';

const ARTICLES_PER_PAGE = 10;
/** Of an article's text on one page, escaped. */
const PAGE_CHARS = 2_000;
/** Of a title in the list; the whole stands above the article. */
const LISTED_TITLE_CHARS = 120;
const QUESTIONS_SHOWN = 3;

export function renderArticleList(articles: readonly ListedArticle[], page: number): Payload {
  if (articles.length === 0) {
    return renderBlocks(['There is no article here yet.'], { accent: ACCENT.plain })[0];
  }
  const pages = Math.ceil(articles.length / ARTICLES_PER_PAGE);
  const at = clampPage(page, pages);
  const shown = articles.slice(at * ARTICLES_PER_PAGE, (at + 1) * ARTICLES_PER_PAGE);
  const heading = articles.length === 1 ? '### One article' : `### ${articles.length} articles`;
  return renderBlocks([heading, ...shown.map(renderItem)], {
    accent: ACCENT.plain,
    buttons: renderPageButtons(at, pages, (target) => `articles:${target}`),
  })[0];
}

/** One article: what is known of it and questions to begin with, then its text. */
export function renderArticle(article: Article, page: number, questions: readonly string[]): Payload {
  const { id, title, text, bodyStart, url } = article;
  const parts = splitText(escapeMarkdown(text.slice(bodyStart)), PAGE_CHARS);
  const at = clampPage(page, parts.length);
  const link = readUrl(url);
  const about = [
    `### ${escapeLine(title)}`,
    `-# ${[details(article), `about ${countWords(text)} words`].filter(Boolean).join(' · ')}`,
    ...(questions.length > 0
      ? [
          `Try: ${questions
            .slice(0, QUESTIONS_SHOWN)
            .map((question) => `*${escapeLine(question)}*`)
            .join(' · ')}`,
        ]
      : []),
  ];
  return renderBlocks([...(at === 0 ? about : [`-# ${escapeLine(title)}`]), parts[at] ?? ''], {
    accent: ACCENT.plain,
    buttons: [
      ...renderPageButtons(at, parts.length, (target) => `article:${id}:${target}`),
      ...(link === undefined ? [] : [linkButton('Open the original', link)]),
    ],
  })[0];
}

function renderItem(article: ListedArticle): string {
  const about = details(article);
  return `**${escapeStart(article.title, LISTED_TITLE_CHARS)}**${about === '' ? '' : `\n-# ${about}`}`;
}

function details({ author, published, language }: ListedArticle): string {
  return renderDetails([author, published, language === 'und' ? undefined : language]).join(' · ');
}

function countWords(text: string): string {
  return text.split(/\s+/u).length.toLocaleString('en');
}
