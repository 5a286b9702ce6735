// Replies to messages that ask nothing about an article's text, and menus that ask which article is meant.
import type { APIButtonComponent, APIStringSelectComponent } from 'discord.js';
import type { ArticleReference, ChooseArticle, Reply } from '../../core/answer.js';
import type { ListedArticle } from '../../core/text/article.js';
import { MENU_OPTIONS } from '../limits.js';
import { escapeMarkdown, escapeStart } from '../markdown/escape-markdown.js';
import { articleText } from '../text/article/browse.js';
import { ENGLISH_LABELS } from '../text/labels/en.js';
import type { Labels } from '../text/labels/labels.js';
import { labelsFor } from '../text/labels/labels-for.js';
import { renderTitle } from './article/details.js';
import { ACCENT, actionButton, renderBlocks, selectMenu, type View } from './message.js';

const MAX_SUGGESTIONS = 3;
/** Articles listed in a reply; `/article list` has all of them. */
const MAX_LISTED = 10;
/** Of what was typed for an article, escaped. */
const TYPED_CHARS = 200;

interface ReplyOptions {
  /** Blocks above the reply. */
  readonly head: readonly string[];
  /** The id that the reply is stored under. */
  readonly id: string;
}

/** A short reply with suggested questions as buttons. A list of articles also has a menu that opens one. */
export function renderReply(reply: Reply, { head, id }: ReplyOptions): View {
  const { text, suggestions, articles = [] } = reply;
  const labels = labelsFor(reply);
  const questions = suggestionButtons(suggestions, id);
  const isList = articles.length > 1;
  const listed = articles.slice(0, MAX_LISTED).map(({ title, url }) => `- ${renderTitle(title, url)}`);
  const more = articles.length - listed.length;
  const lines = [...listed, ...(more > 0 ? [labels.moreArticles(more)] : [])].join('\n');
  return renderBlocks(
    [...head, isList ? labels.articles(articles.length) : escapeMarkdown(text), ...(isList ? [lines] : [])],
    {
      accent: ACCENT.answer,
      rows: [...(articles.length > 0 ? [openMenu(articles, labels, id)] : []), ...questions],
      // Something to do next. A direct message also finds the conversation by a button's id.
      buttons:
        articles.length + questions.length > 0 ? [] : [actionButton(labels.buttons.openList, `list:${id}`)],
    },
  );
}

/** Suggested questions as buttons, one in a row. @param id of the stored answer that has them */
export function suggestionButtons(suggestions: readonly string[], id: string): readonly APIButtonComponent[] {
  return suggestions
    .slice(0, MAX_SUGGESTIONS)
    .map((question, index) => actionButton(question, `suggested:${id}:${index}`));
}

/** A menu for a question about one of several articles. */
export function renderArticleChoice(choice: ChooseArticle, { head, id }: ReplyOptions): View {
  return renderBlocks([...head, escapeMarkdown(choice.text)], {
    accent: ACCENT.plain,
    rows: [articleMenu(`choose:${id}`, labelsFor(choice).chooseArticle, choice.candidates)],
  });
}

/**
 * A menu for a command whose article isn't clear.
 * @param problem what was typed, and whether several articles match it or none; unset if nothing was typed
 * @param customId of an action whose last argument is the chosen article's id
 */
export function renderArticleMenu(
  problem: { readonly typed: string; readonly isAmbiguous: boolean } | undefined,
  customId: string,
  articles: readonly ListedArticle[],
): View {
  const says = problem && (problem.isAmbiguous ? articleText.several : articleText.unknown);
  const sentence = says?.(escapeStart(problem?.typed ?? '', TYPED_CHARS), articles.length);
  const references = articles.map(({ id, title }) => ({ articleId: id, title }));
  const isCut = articles.length > MENU_OPTIONS;
  return renderBlocks(
    [[sentence, articleText.which].filter(Boolean).join(' '), ...(isCut ? [articleText.typeMore] : [])],
    { accent: ACCENT.plain, rows: [articleMenu(customId, ENGLISH_LABELS.chooseArticle, references)] },
  );
}

/** A menu that opens an article. @param answerId the id of the reply that it belongs to, if any */
export function openMenu(
  articles: readonly ArticleReference[],
  labels: Labels,
  answerId = '',
): APIStringSelectComponent {
  return articleMenu(`open-article:${answerId}`, labels.openArticle, articles);
}

function articleMenu(customId: string, placeholder: string, articles: readonly ArticleReference[]) {
  const options = articles.map(({ articleId, title }) => ({ value: articleId, label: title }));
  return selectMenu(customId, placeholder, options);
}
