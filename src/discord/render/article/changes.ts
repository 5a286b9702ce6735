// What has changed: the sentences of a refreshed article, a removed article, and the audit log.
import { type APIStringSelectComponent, ButtonStyle } from 'discord.js';
import type { Refreshed } from '../../../core/library/manager.js';
import type { ArticleRecord, LibraryChange } from '../../../core/library/ports.js';
import type { ListedArticle } from '../../../core/text/article.js';
import { escapeLine, escapeStart } from '../../markdown/escape-markdown.js';
import { manageText } from '../../text/article/manage.js';
import { ACCENT, actionButton, renderBlocks, selectMenu, type View } from '../message.js';
import { clampPage, renderPageButtons } from '../pagination.js';
import { renderTime } from './details.js';

/** Of added, removed and changed sentences, each. */
const MAX_SENTENCES = 4;
/** Of a sentence, escaped. */
const SENTENCE_CHARS = 280;
const CHANGES_PER_PAGE = 10;
const MAX_RESTORABLE = 3;
/** Of a title or a setting in the log, escaped. */
const SUBJECT_CHARS = 150;

/** @param record of the article now, for the menu of intervals */
export function renderRefreshed(refreshed: Refreshed, record: ArticleRecord | undefined): View {
  const { article, added, removed, changed } = refreshed;
  const text = manageText.refresh;
  const hasChanged = added.length + removed.length + changed.length > 0;
  const groups = [
    renderGroup(
      text.groups.changed,
      changed.map(({ before, after }) => `- ~~${sentence(before)}~~\n  ${sentence(after)}`),
    ),
    renderGroup(
      text.groups.added,
      added.map((one) => `- ${sentence(one)}`),
    ),
    renderGroup(
      text.groups.removed,
      removed.map((one) => `- ~~${sentence(one)}~~`),
    ),
  ];
  return renderBlocks(
    [
      `${text.heading(escapeLine(article.title))}\n${hasChanged ? text.count(added.length, removed.length, changed.length) : text.unchanged}`,
      ...groups.flat(),
      ...(hasChanged ? [text.oldAnswers] : []),
    ],
    { accent: ACCENT.plain, rows: [scheduleMenu(article.id, record)] },
  );
}

function renderGroup(heading: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  const more = lines.length - MAX_SENTENCES;
  const shown = [...lines.slice(0, MAX_SENTENCES), ...(more > 0 ? [manageText.refresh.more(more)] : [])];
  return [[heading, ...shown].join('\n')];
}

function sentence(text: string): string {
  return escapeStart(text.replace(/\s+/gu, ' ').trim(), SENTENCE_CHARS);
}

function scheduleMenu(articleId: string, record: ArticleRecord | undefined): APIStringSelectComponent {
  const { schedule, scheduleOptions } = manageText.refresh;
  const options = Object.entries(scheduleOptions).map(([value, label]) => ({
    ...{ value, label },
    isChosen: value === (record?.refreshEvery ?? 'never'),
  }));
  return selectMenu(`schedule:${articleId}`, schedule, options);
}

/** Asks before an article is removed. */
export function renderRemoval(articleId: string, title: string): View {
  const { confirm, buttons } = manageText.remove;
  return renderBlocks([confirm(escapeLine(title))], {
    accent: ACCENT.plain,
    buttons: [
      actionButton(buttons.remove, `remove-now:${articleId}`, { style: ButtonStyle.Danger }),
      actionButton(buttons.cancel, 'keep'),
    ],
  });
}

export function renderRemoved(articleId: string, title: string, restorableUntil: Date): View {
  const { removed, buttons } = manageText.remove;
  return renderBlocks([removed(escapeLine(title), renderTime(restorableUntil, 'f'))], {
    accent: ACCENT.plain,
    buttons: [actionButton(buttons.undo, `restore:${articleId}`)],
  });
}

/**
 * The audit log, newest first. The first page has buttons that bring removed articles back.
 * @param page from 0, brought into range
 */
export function renderHistory(
  changes: readonly LibraryChange[],
  page: number,
  removed: readonly Pick<ListedArticle, 'id' | 'title'>[],
): View {
  const { heading, none, actions, line, restore } = manageText.history;
  if (changes.length === 0) return renderBlocks([none], { accent: ACCENT.plain });
  const pages = Math.ceil(changes.length / CHANGES_PER_PAGE);
  const current = clampPage(page, pages);
  const shown = changes.slice(current * CHANGES_PER_PAGE, (current + 1) * CHANGES_PER_PAGE);
  const lines = shown.map(({ at, action, subject, userId }) =>
    line(renderTime(at), actions[action], escapeStart(subject.replace(/\s+/gu, ' '), SUBJECT_CHARS), userId),
  );
  return renderBlocks([heading, lines.join('\n')], {
    accent: ACCENT.plain,
    buttons: renderPageButtons(current, pages, (target) => `history:${target}`),
    rows:
      current === 0
        ? removed
            .slice(0, MAX_RESTORABLE)
            .map(({ id, title }) => actionButton(restore(title), `restore:${id}`))
        : [],
  });
}
