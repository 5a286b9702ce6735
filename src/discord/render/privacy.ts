// Fills the privacy text with this installation's retention periods and models, and shows what is stored about a person.
import { ButtonStyle } from 'discord.js';
import type { PersonalData } from '../../core/library/manager.js';
import type { Terms } from '../command.js';
import { escapeLine } from '../markdown/escape-markdown.js';
import { privacyText } from '../text/privacy.js';
import { renderTime } from './article/details.js';
import { ACCENT, actionButton, renderBlocks, type View } from './message.js';
import { renderNotice } from './notice.js';

/** What a person may delete here. */
interface DeletionOptions {
  readonly canDeleteServer: boolean;
  /** When the server's data will be deleted, if that is planned. */
  readonly plannedDeletion?: Date | undefined;
}

export function renderPrivacy(
  { retention, models, isTraced = false }: Terms,
  { canDeleteServer, plannedDeletion }: DeletionOptions,
): View {
  const { reads, stores, sends, buttons, server } = privacyText;
  const endpoints = models.map(({ model, host }) => sends.model(escapeLine(model), escapeLine(host)));
  const serverButton = plannedDeletion
    ? actionButton(buttons.keepServer, 'keep-server')
    : actionButton(buttons.deleteServer, 'delete-server', { style: ButtonStyle.Danger });
  return renderBlocks(
    [
      ...(plannedDeletion ? [describePlan(plannedDeletion)] : []),
      [reads.heading, ...reads.lines].join('\n'),
      [
        stores.heading,
        stores.answers(retention.answerDays),
        stores.usage(retention.usageDays),
        ...(models.length > 0 ? [stores.cache(retention.cacheDays)] : []),
        stores.articles,
        stores.digests,
        stores.changes,
        stores.access,
        stores.log,
      ].join('\n'),
      [
        sends.heading,
        endpoints.length > 0 ? sends.models(endpoints) : sends.nothing,
        sends.pages,
        ...(endpoints.length > 0 && isTraced ? [sends.tracing] : []),
      ].join('\n'),
      ...(canDeleteServer ? [server.removedBot] : []),
    ],
    {
      accent: ACCENT.plain,
      buttons: [actionButton(buttons.mine, 'my-data'), ...(canDeleteServer ? [serverButton] : [])],
    },
  );
}

export function renderMyData(data: PersonalData): View {
  const { heading, none, alsoId, delete: deleteLabel } = privacyText.mine;
  const lines = countLines(data);
  const since = data.since === undefined ? [] : [privacyText.mine.since(renderTime(data.since, 'D'))];
  return renderBlocks(
    [[heading, ...(lines.length > 0 ? lines : [none])].join('\n'), [...since, alsoId].join('\n')],
    {
      accent: ACCENT.plain,
      buttons: [actionButton(deleteLabel, 'delete-my-data', { style: ButtonStyle.Danger })],
    },
  );
}

export function renderDeleted({ usageEntries, ...data }: PersonalData): View {
  const { deleted, counted } = privacyText.mine;
  const lines = countLines({ ...data, usageEntries: 0 });
  return renderNotice([deleted, ...lines, ...(usageEntries > 0 ? [counted] : [])].join('\n'));
}

export function renderPlannedDeletion(due: Date): View {
  return renderBlocks([describePlan(due)], {
    accent: ACCENT.plain,
    buttons: [actionButton(privacyText.buttons.keepServer, 'keep-server')],
  });
}

function describePlan(due: Date): string {
  return privacyText.server.planned(renderTime(due, 'D'), renderTime(due));
}

function countLines({ articles, answers, usageEntries }: PersonalData): readonly string[] {
  const { mine } = privacyText;
  return [
    ...(articles > 0 ? [mine.articles(articles)] : []),
    ...(answers > 0 ? [mine.answers(answers)] : []),
    ...(usageEntries > 0 ? [mine.usage(usageEntries)] : []),
  ];
}
