// The form of `/digest add`: what it offers, and what was chosen in it.
import { SUMMARY_STYLES } from '../../src/core/answer.js';
import { FREQUENCIES } from '../../src/core/digest/digest.js';
import type { DigestRequest } from '../../src/core/digest/digests.js';
import { digestErrors } from '../../src/core/digest/errors.js';
import { isTimeZone } from '../../src/core/digest/schedule.js';
import type { Modal, Opening, Submission } from '../../src/discord/command.js';
import {
  ALL_ARTICLES,
  DEFAULT_STYLE,
  renderDigestForm,
  type TimeOptions,
} from '../../src/discord/render/digest/digest-form.js';
import { actorOf, ownArticles } from '../shared/subcommand.js';

/** @param channelId chosen to begin with @throws AppError `digest/invalid-time-zone` */
export function createForm(opening: Opening, schedule: TimeOptions, channelId: string): Modal {
  if (!isTimeZone(schedule.timeZone)) throw digestErrors.invalidTimeZone(schedule.timeZone);
  const feeds = opening.manager.listFeeds(actorOf(opening));
  const articles = ownArticles(opening).toSorted((a, b) => b.record.addedAt.localeCompare(a.record.addedAt));
  return renderDigestForm({ schedule, channelId, feeds, articles });
}

/** @throws AppError `digest/invalid-day` */
export function readForm({ args, choices = {}, fields }: Submission): DigestRequest {
  const [frequency, digits = '', timeZone = ''] = args;
  const subjects = choices['subject'] ?? [];
  const idsOf = (kind: string) =>
    subjects.includes(ALL_ARTICLES)
      ? []
      : subjects.filter((one) => one.startsWith(`${kind}-`)).map((one) => one.slice(kind.length + 1));
  const [weekday] = choices['weekday'] ?? [];
  const day = fields['day']?.trim();
  if (day !== undefined && !/^\d{1,2}$/u.test(day)) throw digestErrors.invalidDay(day);
  return {
    channelId: choices['channel']?.[0] ?? '',
    subject: { articleIds: idsOf('article'), feedIds: idsOf('feed') },
    style: SUMMARY_STYLES.find((style) => style === choices['style']?.[0]) ?? DEFAULT_STYLE,
    schedule: {
      frequency: FREQUENCIES.find((one) => one === frequency) ?? 'daily',
      time: `${digits.slice(0, 2)}:${digits.slice(2)}`,
      timeZone,
      ...(weekday === undefined ? {} : { weekday: Number(weekday) }),
      ...(day === undefined ? {} : { day: Number(day) }),
    },
  };
}
