// Digests: what is posted, and what managers see of them.
import type { Digest, DigestSchedule } from '../../../core/digest/digest.js';
import type { DigestContent } from '../../../core/digest/ports.js';
import { escapeMarkdown } from '../../markdown/escape-markdown.js';
import { digestText as text } from '../../text/digest.js';
import { summaryText } from '../../text/summary.js';
import { escapeTitle, renderTime } from '../article/details.js';
import { ACCENT, actionButton, type MenuOption, renderBlocks, selectMenu, type View } from '../message.js';
import { renderNotice } from '../notice.js';
import { renderSummary } from '../summary.js';

/** Names of articles and feeds in a line. */
const NAMES = 3;

/** A digest with what a list says about it. */
export interface ListedDigest {
  readonly digest: Digest;
  /** Titles of its articles and feeds; undefined for those that are gone. Unset: the whole library. */
  readonly subject?: readonly (string | undefined)[] | undefined;
  readonly next?: Date | undefined;
}

/** A digest as it is posted. */
export function renderDigest({ posted }: Digest, { summary, articles }: DigestContent): View {
  const since = posted && renderTime(posted.at, 'D');
  const head = [since === undefined ? text.posted.first(articles) : text.posted.since(articles, since)];
  return renderSummary(summary, { id: summary.id, isPrivate: false, head, hasControls: false });
}

/** What would be posted, for the manager who tests it. */
export function renderDigestTest({ channelId }: Digest, { summary }: DigestContent): View {
  const { id } = summary;
  const buttons = [actionButton(text.buttons.postNow, `summary-channel:${id}:${channelId}`)];
  const head = [text.test.heading(channelId)];
  return renderSummary(summary, { id, isPrivate: false, head, hasControls: false, buttons });
}

/** @param labels of the menu, in the order of the digests */
export function renderDigestList(digests: readonly ListedDigest[], labels: readonly MenuOption[]): View {
  if (digests.length === 0) return renderNotice(text.list.none);
  return renderBlocks([text.list.heading(digests.length), ...digests.map(describeDigest)], {
    accent: ACCENT.plain,
    rows: [selectMenu('digest-open', text.list.choose, labels)],
  });
}

/** One digest with its buttons. @param notice what was just done, as Markdown */
export function renderDigestPage(listed: ListedDigest, notice?: string): View {
  const { id, paused, createdBy } = listed.digest;
  const { buttons, list } = text;
  const addedBy = createdBy === undefined ? [] : [list.addedBy(createdBy)];
  return renderBlocks([...(notice === undefined ? [] : [notice]), describeDigest(listed), ...addedBy], {
    accent: ACCENT.plain,
    buttons: [
      paused
        ? actionButton(buttons.resume, `digest-resume:${id}`)
        : actionButton(buttons.pause, `digest-pause:${id}`),
      actionButton(buttons.test, `digest-test:${id}`),
      actionButton(buttons.remove, `digest-remove:${id}`),
    ],
  });
}

/** The direct message to the person who added it. */
export function renderPausedNotice(
  { channelId }: Digest,
  { problem, server }: { readonly problem: string; readonly server?: string | undefined },
): View {
  const { heading, someServer, body } = text.dm;
  const name = server === undefined ? someServer : escapeTitle(server);
  return renderNotice(heading(name), body(channelId, escapeMarkdown(problem)));
}

function describeDigest({ digest, subject, next }: ListedDigest): string {
  const { channelId, schedule, style, paused, posted } = digest;
  const { list } = text;
  const upcoming = next === undefined ? text.nextChange : text.next(describeTime(next, schedule));
  const problem = paused?.problem;
  return [
    `**<#${channelId}>** · ${describeSchedule(schedule)}`,
    `${describeSubject(subject)} · ${summaryText.styles[style]}`,
    paused ? (problem === undefined ? list.paused : list.problem(escapeMarkdown(problem))) : upcoming,
    `-# ${posted ? list.posted(renderTime(posted.at), posted.url) : list.notPosted}`,
  ].join('\n');
}

/** Such as “Every Monday at 09:00 (Europe/Berlin)”. A day that isn't chosen yet is left out. */
export function describeSchedule({ frequency, time, timeZone, weekday, day }: DigestSchedule): string {
  const { when } = text;
  const at = when.inZone(time, timeZone);
  switch (frequency) {
    case 'daily':
      return when.daily(at);
    case 'weekdays':
      return when.weekdays(at);
    case 'weekly':
      return weekday === undefined ? when.someWeekday(at) : when.weekly(at, text.weekdays[weekday - 1] ?? '');
    case 'monthly':
      return day === undefined ? when.someDay(at) : when.monthly(at, day);
    case 'on-change':
      return when.onChange;
  }
}

function describeSubject(subject: ListedDigest['subject']): string {
  if (subject === undefined) return text.subject.all;
  const names = subject.map((name) => (name === undefined ? text.subject.gone : escapeTitle(name)));
  return text.subject.these(names.slice(0, NAMES), names.length - NAMES);
}

/** Such as “Monday 30 November, 09:00 (Europe/Berlin)”. */
function describeTime(time: Date, { timeZone }: DigestSchedule): string {
  const date = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone });
  const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone });
  return `${date.format(time).replace(',', '')}, ${text.when.inZone(clock.format(time), timeZone)}`;
}
