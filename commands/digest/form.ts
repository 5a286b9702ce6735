// The form of `/digest add`. Its custom id carries the schedule's options.
import { ComponentType, TextInputStyle } from 'discord.js';
import { SUMMARY_STYLES } from '../../src/core/answer.js';
import { type DigestSchedule, FREQUENCIES } from '../../src/core/digest/digest.js';
import type { DigestRequest } from '../../src/core/digest/digests.js';
import { digestErrors } from '../../src/core/digest/errors.js';
import { isTimeZone } from '../../src/core/digest/schedule.js';
import type { Modal, Opening, Submission } from '../../src/discord/command.js';
import { describeSchedule } from '../../src/discord/render/digest.js';
import { channelMenu, type MenuOption, selectMenu } from '../../src/discord/render/message.js';
import { digestText } from '../../src/discord/text/digest.js';
import { summaryText } from '../../src/discord/text/summary.js';
import { actorOf, ownArticles } from '../article/subcommand.js';

/** A schedule without the day, which the form asks for. */
export type TimeOptions = Pick<DigestSchedule, 'frequency' | 'time' | 'timeZone'>;

const ALL = 'all';
const DEFAULT_STYLE = 'keyPoints';
const MENU_OPTIONS = 25;
const text = digestText.form;

/** @param channelId chosen to begin with @throws AppError `digest/invalid-time-zone` */
export function createForm(opening: Opening, schedule: TimeOptions, channelId: string): Modal {
  const { frequency, time, timeZone } = schedule;
  if (!isTimeZone(timeZone)) throw digestErrors.invalidTimeZone(timeZone);
  const subjects = listSubjects(opening);
  const shown = subjects.slice(0, MENU_OPTIONS);
  const styles = SUMMARY_STYLES.map((value) => ({
    ...{ value, label: summaryText.styles[value], isChosen: value === DEFAULT_STYLE },
  }));
  const { label, description, more } = text.subject;
  return {
    custom_id: `digest-form:${frequency}:${time.replace(':', '')}:${timeZone}`,
    title: text.title,
    components: [
      { type: ComponentType.TextDisplay, content: text.intro(describeSchedule(schedule)) },
      {
        ...{ type: ComponentType.Label, ...text.channel },
        component: channelMenu('channel', '', channelId),
      },
      {
        ...{ type: ComponentType.Label, label },
        description: subjects.length > MENU_OPTIONS ? more(MENU_OPTIONS - 1) : description,
        component: { ...selectMenu('subject', '', shown), min_values: 1, max_values: shown.length },
      },
      { ...{ type: ComponentType.Label, ...text.style }, component: selectMenu('style', '', styles) },
      ...dayInput(frequency),
    ],
  };
}

/** @throws AppError `digest/invalid-day` */
export function readForm({ args, choices = {}, fields }: Submission): DigestRequest {
  const [frequency, digits = '', timeZone = ''] = args;
  const subjects = choices['subject'] ?? [];
  const idsOf = (kind: string) =>
    subjects.filter((value) => value.startsWith(`${kind}-`)).map((value) => value.slice(kind.length + 1));
  const isAll = subjects.includes(ALL);
  const [weekday] = choices['weekday'] ?? [];
  const day = fields['day']?.trim();
  if (day !== undefined && !/^\d{1,2}$/u.test(day)) throw digestErrors.invalidDay(day);
  return {
    channelId: choices['channel']?.[0] ?? '',
    subject: { articleIds: isAll ? [] : idsOf('article'), feedIds: isAll ? [] : idsOf('feed') },
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

/** All articles, then feeds, then single articles, the newest first. */
function listSubjects(opening: Opening): readonly MenuOption[] {
  const { all, allDetail, feed } = text.subject;
  const feeds = opening.manager.listFeeds(actorOf(opening));
  const articles = ownArticles(opening).toSorted((a, b) => b.record.addedAt.localeCompare(a.record.addedAt));
  return [
    { label: all, value: ALL, description: allDetail, isChosen: true },
    ...feeds.map(({ id, title }) => ({ label: title, value: `feed-${id}`, description: feed })),
    ...articles.map(({ id, title }) => ({ label: title, value: `article-${id}` })),
  ];
}

function dayInput(frequency: DigestSchedule['frequency']): Modal['components'] {
  if (frequency === 'weekly') {
    const options = digestText.weekdays.map((name, index) => ({
      ...{ label: name, value: String(index + 1), isChosen: index === 0 },
    }));
    return [
      { ...{ type: ComponentType.Label, ...text.weekday }, component: selectMenu('weekday', '', options) },
    ];
  }
  if (frequency !== 'monthly') return [];
  return [
    {
      ...{ type: ComponentType.Label, ...text.day },
      component: {
        ...{ type: ComponentType.TextInput, custom_id: 'day', style: TextInputStyle.Short },
        ...{ value: '1', min_length: 1, max_length: 2 },
      },
    },
  ];
}
