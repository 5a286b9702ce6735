// Fills the privacy text with this installation's retention periods and models.
import type { Terms } from '../command.js';
import { escapeLine } from '../markdown/escape-markdown.js';
import { privacyText } from '../text/privacy.js';
import type { View } from './message.js';
import { renderNotice } from './notice.js';

export function renderPrivacy({ retention, models, isTraced = false }: Terms): View {
  const { reads, stores, sends } = privacyText;
  const endpoints = models.map(({ model, host }) => sends.model(escapeLine(model), escapeLine(host)));
  return renderNotice(
    [reads.heading, ...reads.lines].join('\n'),
    [
      stores.heading,
      stores.answers(retention.answerDays),
      stores.usage(retention.usageDays),
      ...(models.length > 0 ? [stores.cache(retention.cacheDays)] : []),
      stores.articles,
      stores.access,
      stores.log,
    ].join('\n'),
    [
      sends.heading,
      endpoints.length > 0 ? sends.models(endpoints) : sends.nothing,
      ...(endpoints.length > 0 && isTraced ? [sends.tracing] : []),
    ].join('\n'),
  );
}
