// Replies to messages that ask nothing about an article's text, and menus that ask which article is meant.
import type { ArticleReference, ChooseArticle, Reply } from '../../core/answer.js';
import { escapeMarkdown } from '../markdown/escape-markdown.js';
import { articleText } from '../text/article.js';
import { renderTitle } from './article-details.js';
import { ACCENT, actionButton, renderBlocks, selectMenu, type View } from './message.js';

const MAX_SUGGESTIONS = 3;
/** Articles listed in a reply; `/article list` has all of them. */
const MAX_LISTED = 10;

interface ReplyOptions {
  /** Blocks above the reply. */
  readonly head: readonly string[];
  /** The id that the reply is stored under. */
  readonly id: string;
}

/** A short reply with suggested questions as buttons. A list of articles also has a menu that opens one. */
export function renderReply(reply: Reply, { head, id }: ReplyOptions): View {
  const { text, suggestions, articles = [] } = reply;
  const questions = suggestions
    .slice(0, MAX_SUGGESTIONS)
    .map((question, index) => actionButton(question, `suggested:${id}:${index}`));
  const isList = articles.length > 1;
  const listed = articles.slice(0, MAX_LISTED).map(({ title, url }) => `- ${renderTitle(title, url)}`);
  const more = articles.length - listed.length;
  const lines = [...listed, ...(more > 0 ? [articleText.more(more)] : [])].join('\n');
  return renderBlocks(
    [
      ...head,
      isList ? articleText.heading(articles.length) : escapeMarkdown(text),
      ...(isList ? [lines] : []),
    ],
    {
      accent: ACCENT.answer,
      rows: [...(articles.length > 0 ? [openMenu(articles)] : []), ...questions],
    },
  );
}

/** A menu for a question about one of several articles. */
export function renderArticleChoice({ text, candidates }: ChooseArticle, { head, id }: ReplyOptions): View {
  return renderArticleMenu([...head, escapeMarkdown(text)], `choose:${id}`, candidates);
}

/** Blocks above a menu of articles. @param customId of an action whose last argument is the chosen article's id */
export function renderArticleMenu(
  blocks: readonly string[],
  customId: string,
  articles: readonly ArticleReference[],
): View {
  const menu = selectMenu(
    customId,
    articleText.choose,
    articles.map(({ articleId, title }) => ({ value: articleId, label: title })),
  );
  return renderBlocks(blocks, { accent: ACCENT.plain, rows: [menu] });
}

function openMenu(articles: readonly ArticleReference[]) {
  const options = articles.map(({ articleId, title }) => ({ value: articleId, label: title }));
  return selectMenu('open-article', articleText.open, options);
}
