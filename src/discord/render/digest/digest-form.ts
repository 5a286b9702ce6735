// The form that adds a digest. Its custom id carries the options of the command.
import { ComponentType, TextInputStyle } from 'discord.js';
import { SUMMARY_STYLES, type SummaryStyle } from '../../../core/answer.js';
import type { DigestSchedule } from '../../../core/digest/digest.js';
import type { Modal } from '../../command.js';
import { MENU_OPTIONS } from '../../limits.js';
import { digestText } from '../../text/digest.js';
import { summaryText } from '../../text/summary.js';
import { channelMenu, type MenuOption, selectMenu } from '../message.js';
import { describeSchedule } from './digest.js';

/** A schedule without the day, which the form asks for. */
export type TimeOptions = Pick<DigestSchedule, 'frequency' | 'time' | 'timeZone'>;

/** The value of the option for all articles. Others are `article-ID` and `feed-ID`. */
export const ALL_ARTICLES = 'all';
export const DEFAULT_STYLE: SummaryStyle = 'keyPoints';

const text = digestText.form;

interface Named {
  readonly id: string;
  readonly title: string;
}

/** What the form offers. */
export interface DigestFormParts {
  readonly schedule: TimeOptions;
  /** Chosen to begin with. */
  readonly channelId: string;
  readonly feeds: readonly Named[];
  /** The most important ones first, because a menu has 25 options. */
  readonly articles: readonly Named[];
}

export function renderDigestForm({ schedule, channelId, feeds, articles }: DigestFormParts): Modal {
  const { frequency, time, timeZone } = schedule;
  const { all, allDetail, feed, label, description, more } = text.subject;
  const subjects: readonly MenuOption[] = [
    { label: all, value: ALL_ARTICLES, description: allDetail, isChosen: true },
    ...feeds.map(({ id, title }) => ({ label: title, value: `feed-${id}`, description: feed })),
    ...articles.map(({ id, title }) => ({ label: title, value: `article-${id}` })),
  ];
  const count = Math.min(subjects.length, MENU_OPTIONS);
  const styles = SUMMARY_STYLES.map((value) => ({
    ...{ value, label: summaryText.styles[value], isChosen: value === DEFAULT_STYLE },
  }));
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
        description: subjects.length > count ? more(count - 1) : description,
        component: { ...selectMenu('subject', '', subjects), min_values: 1, max_values: count },
      },
      { ...{ type: ComponentType.Label, ...text.style }, component: selectMenu('style', '', styles) },
      ...dayInput(frequency),
    ],
  };
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
