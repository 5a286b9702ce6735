// The list of articles and a single article, page by page.
import type { ArticleRecord } from '../../../core/library/ports.js';
import { readUrl } from '../../../core/links/text-fragment.js';
import type { Article, ListedArticle } from '../../../core/text/article.js';
import { countBodyWords } from '../../../core/text/body-words.js';
import { escapeLine, escapeMarkdown, escapeStart, splitText } from '../../markdown/escape-markdown.js';
import { articleText } from '../../text/article/browse.js';
import { manageText } from '../../text/article/manage.js';
import { ENGLISH_LABELS } from '../../text/labels/en.js';
import { ACCENT, actionButton, linkButton, type Payload, renderBlocks, type View } from '../message.js';
import { clampPage, renderPageButtons } from '../pagination.js';
import { openMenu } from '../reply.js';
import { renderOrigin, renderTime } from './details.js';

const ARTICLES_PER_PAGE = 10;
/** Of an article's text on one page, escaped. */
const PAGE_CHARS = 2_000;
/** In the list; `/article show` has the whole title. */
const LISTED_TITLE_CHARS = 120;
const MAX_QUESTIONS = 3;
/** Of the reason why an article couldn't be refreshed, escaped. */
const PROBLEM_CHARS = 300;

/** What the library's managers see in addition. */
export interface ListState {
  /** Ids of default articles. */
  readonly defaults: readonly string[];
  /** Hidden articles among those that are listed, by id. */
  readonly hidden: readonly string[];
  readonly feeds: number;
  /** When the library will be deleted, if that is planned. */
  readonly plannedDeletion?: Date | undefined;
}

/** How an article belongs to the library. */
export interface ArticleState {
  readonly record?: ArticleRecord | undefined;
  readonly isDefault: boolean;
  /** Whether the person may change it. */
  readonly isManager: boolean;
}

/** @param page from 0, brought into range */
export function renderArticleList(
  articles: readonly ListedArticle[],
  page: number,
  { defaults, hidden, feeds, plannedDeletion }: ListState = { defaults: [], hidden: [], feeds: 0 },
): Payload {
  const notes = [
    ...(plannedDeletion ? [manageText.beingDeleted(renderTime(plannedDeletion))] : []),
    ...(hidden.length > 0 ? [manageText.hiddenHeading(hidden.length)] : []),
    ...(feeds > 0 ? [manageText.feedsHeading(feeds)] : []),
  ];
  if (articles.length === 0) return renderBlocks([articleText.empty, ...notes], { accent: ACCENT.plain })[0];
  const pages = Math.ceil(articles.length / ARTICLES_PER_PAGE);
  const current = clampPage(page, pages);
  const items = articles.slice(current * ARTICLES_PER_PAGE, (current + 1) * ARTICLES_PER_PAGE);
  const lines = items.map((item) =>
    renderItem(item, [
      ...(defaults.includes(item.id) ? [manageText.isDefault] : []),
      ...(hidden.includes(item.id) ? [manageText.isHidden] : []),
    ]),
  );
  const footer = notes.length > 0 ? [notes.join('\n')] : [];
  return renderBlocks([ENGLISH_LABELS.articles(articles.length), ...lines, ...footer], {
    accent: ACCENT.plain,
    buttons: renderPageButtons(current, pages, (target) => `articles:${target}`),
    rows: [
      openMenu(
        items.map(({ id, title }) => ({ articleId: id, title })),
        ENGLISH_LABELS,
      ),
    ],
  })[0];
}

/**
 * The first page has the details, suggested questions above the text, and a manager's buttons.
 * @param page from 0, brought into range
 */
export function renderArticle(
  article: Article,
  page: number,
  questions: readonly string[],
  state: ArticleState = { isDefault: false, isManager: false },
): Payload {
  const { id, title, text, bodyStart, url } = article;
  const parts = splitText(escapeMarkdown(text.slice(bodyStart)), PAGE_CHARS);
  const current = clampPage(page, parts.length);
  const link = readUrl(url);
  const suggestions = questions.slice(0, MAX_QUESTIONS).map(escapeLine);
  const head =
    current === 0
      ? [
          `### ${escapeLine(title)}`,
          [
            `-# ${[details(article), articleText.words(countBodyWords(article))].filter(Boolean).join(' · ')}`,
            ...renderState(state),
          ].join('\n'),
          ...(suggestions.length > 0 ? [articleText.suggestions(suggestions)] : []),
        ]
      : [`-# ${escapeLine(title)}`];
  return renderBlocks([...head, parts[current] ?? ''], {
    accent: ACCENT.plain,
    buttons: [
      ...renderPageButtons(current, parts.length, (target) => `article:${id}:${target}`),
      ...(link === undefined ? [] : [linkButton(articleText.openOriginal, link)]),
      ...(current === 0 && state.isManager ? renderManagerButtons(id, state) : []),
    ],
  })[0];
}

/** What a manager sees of a hidden article. */
export function renderHiddenArticle(article: ListedArticle): View {
  return renderBlocks([`### ${escapeLine(article.title)}`, manageText.hiddenHere], {
    accent: ACCENT.plain,
    buttons: [actionButton(manageText.buttons.show, `unhide:${article.id}`)],
  });
}

/** Where it comes from, and what the managers have chosen for it. */
function renderState({ record, isDefault }: ArticleState): readonly string[] {
  const notes = isDefault ? [`-# ${manageText.isDefault}`] : [];
  if (!record) return notes;
  const { origin, addedAt, addedBy, refreshedAt, refreshEvery, problem } = record;
  const line = [
    origin === 'folder'
      ? manageText.origins.folder
      : manageText.provenance(manageText.origins[origin], renderTime(addedAt), addedBy),
    ...(refreshedAt === undefined ? [] : [manageText.refreshedAt(renderTime(refreshedAt))]),
    ...(refreshEvery === undefined ? [] : [manageText.refreshedEvery(manageText.intervals[refreshEvery])]),
  ];
  const failure =
    problem === undefined ? [] : [`-# ${manageText.refreshFailed(escapeStart(problem, PROBLEM_CHARS))}`];
  return [`-# ${line.join(' · ')}`, ...failure, ...notes];
}

function renderManagerButtons(id: string, { record, isDefault }: ArticleState) {
  const { buttons } = manageText;
  const isBuiltIn = record?.origin === 'folder';
  return [
    ...(record?.sourceUrl === undefined || isBuiltIn ? [] : [actionButton(buttons.refresh, `refresh:${id}`)]),
    isDefault
      ? actionButton(buttons.clearDefault, `unmake-default:${id}`)
      : actionButton(buttons.makeDefault, `make-default:${id}`),
    isBuiltIn ? actionButton(buttons.hide, `hide:${id}`) : actionButton(buttons.remove, `remove:${id}`),
  ];
}

function renderItem(article: ListedArticle, notes: readonly string[]): string {
  const line = [details(article), ...notes].filter(Boolean).join(' · ');
  return `**${escapeStart(article.title, LISTED_TITLE_CHARS)}**${line === '' ? '' : `\n-# ${line}`}`;
}

function details(article: ListedArticle): string {
  return renderOrigin(article).join(' · ');
}
