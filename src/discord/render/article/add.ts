// Adding an article: the progress, the preview, and the card of the added article.
import { ButtonStyle } from 'discord.js';
import type { Preview } from '../../../core/library/manager.js';
import { readUrl } from '../../../core/links/text-fragment.js';
import { digestOf, type ListedArticle } from '../../../core/text/article.js';
import { MENU_OPTIONS } from '../../limits.js';
import { escapeLine, escapeMarkdown, escapeStart } from '../../markdown/escape-markdown.js';
import { addText } from '../../text/article/add.js';
import { articleText } from '../../text/article/browse.js';
import { ACCENT, actionButton, type Payload, renderBlocks, selectMenu, type View } from '../message.js';
import { renderDetails, renderOrigin, renderTitle } from './details.js';

const BAR_CELLS = 12;
const DIGEST_CHARS = 8;
const MAX_WARNINGS = 5;
/** Of a warning, escaped. */
const WARNING_CHARS = 250;

/** Something to add: a link or a file in a message. */
export interface SourceChoice {
  readonly label: string;
  readonly description?: string | undefined;
}

/** Long work in progress. @param step in words; not escaped */
export function renderProgress(step: string, done = 0, total = 0): Payload {
  const share = total > 0 ? Math.min(1, done / total) : 0;
  const filled = Math.round(share * BAR_CELLS);
  const bar = `${'▰'.repeat(filled)}${'▱'.repeat(BAR_CELLS - filled)}`;
  const line =
    total > 0 ? `${addText.progress(escapeLine(step), Math.round(share * 100))}\n${bar}` : escapeLine(step);
  return renderBlocks([line], { accent: ACCENT.plain })[0];
}

/** A menu of the links and files in a message. @param customId of an action whose last argument is the index */
export function renderSourceMenu(sources: readonly SourceChoice[], customId: string): View {
  const options = sources.map(({ label, description }, index) => ({
    ...{ label, description, value: String(index) },
  }));
  const hidden = sources.length - MENU_OPTIONS;
  return renderBlocks([addText.chooseSource, ...(hidden > 0 ? [addText.otherSources(hidden)] : [])], {
    accent: ACCENT.plain,
    rows: [selectMenu(customId, addText.choose, options)],
  });
}

export function renderPreview(preview: Preview): View {
  const { id, title, url, words, excerpt, rejected, replaces } = preview;
  const warnings = [...rejected.map(({ problem }) => addText.correct(problem)), ...preview.warnings];
  const details = renderOrigin(preview, { unknownLanguage: addText.unknownLanguage });
  const host = readUrl(url) === undefined ? [] : renderDetails([new URL(url ?? '').hostname]);
  const buttons = [
    replaces?.isUnchanged
      ? actionButton(addText.buttons.read, `article:${replaces.id}:0`)
      : actionButton(replaces ? addText.buttons.replace : addText.buttons.add, `add:${id}`, {
          style: ButtonStyle.Primary,
        }),
    actionButton(addText.buttons.edit, `edit-details:${id}`),
    actionButton(addText.buttons.cancel, `cancel-add:${id}`),
  ];
  return renderBlocks(
    [
      addText.preview,
      `### ${renderTitle(title, url)}\n-# ${[...details, articleText.words(words), ...host].join(' · ')}`,
      ...(excerpt === '' ? [] : [`> ${escapeMarkdown(excerpt).replace(/\n+/g, '\n> ')}`]),
      ...(warnings.length > 0
        ? [
            warnings
              .slice(0, MAX_WARNINGS)
              .map((one) => addText.warning(escapeStart(one, WARNING_CHARS)))
              .join('\n'),
          ]
        : []),
      ...(replaces
        ? [replaces.isUnchanged ? addText.unchanged : addText.replaces(escapeLine(replaces.title))]
        : []),
    ],
    { accent: ACCENT.plain, buttons },
  );
}

interface CardOptions {
  readonly questions: readonly string[];
  /** Only the person who added the article sees the card, which then says what happened. */
  readonly change?: 'added' | 'changed' | 'unchanged' | undefined;
  /** In a channel: the person who posts the card. */
  readonly postedBy?: string | undefined;
  /** Whether other people here can ask about it too, so that posting the card makes sense. */
  readonly canPost?: boolean | undefined;
}

/** The card of an article that was just added, with questions to try as buttons. */
export function renderCard(
  article: ListedArticle & { readonly words?: number | undefined },
  { questions, change, postedBy, canPost = false }: CardOptions,
): View {
  const { id, title, url, words } = article;
  const outcomes = { added: addText.added, changed: addText.replaced, unchanged: addText.notChanged };
  const details = [...renderOrigin(article), ...(words === undefined ? [] : [articleText.words(words)])];
  const heading = [
    `### ${renderTitle(title, url)}`,
    ...(details.length > 0 ? [`-# ${details.join(' · ')}`] : []),
  ];
  const intro = change === undefined ? addText.ask : addText.tryAsking;
  return renderBlocks(
    [
      ...(change === undefined ? [] : [outcomes[change]]),
      ...(postedBy === undefined ? [] : [addText.newArticle(postedBy)]),
      heading.join('\n'),
      ...(questions.length > 0 ? [intro] : []),
    ],
    {
      accent: ACCENT.answer,
      rows: questions.map((question) => actionButton(question, `try:${id}:${questionDigest(question)}`)),
      buttons:
        change === undefined
          ? []
          : [
              actionButton(addText.buttons.read, `open-article:${id}`),
              ...(canPost ? [actionButton(addText.post, `post-card:${id}`)] : []),
            ],
    },
  );
}

/** Identifies a suggested question in a button, because an article's suggestions change when it is refreshed. */
export function questionDigest(question: string): string {
  return digestOf(question).slice(0, DIGEST_CHARS);
}
