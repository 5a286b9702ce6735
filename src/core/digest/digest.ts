// What a digest is: a summary of new and changed articles that is posted in a channel again and again.
import type { SummaryStyle } from '../answer.js';

/** When a digest is posted. `on-change`: soon after articles change, at most once an hour. */
export const FREQUENCIES = ['daily', 'weekdays', 'weekly', 'monthly', 'on-change'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

export interface DigestSchedule {
  readonly frequency: Frequency;
  /** Local time, `HH:MM`. Ignored for `on-change`. */
  readonly time: string;
  /** An IANA time zone, such as `Europe/Berlin`. */
  readonly timeZone: string;
  /** For `weekly`: 1 (Monday) to 7 (Sunday). Default 1. */
  readonly weekday?: number | undefined;
  /** For `monthly`: 1 to 31. A shorter month has it on its last day. Default 1. */
  readonly day?: number | undefined;
}

/** What a digest is about: these articles and those of these feeds. Nothing named: the whole library. */
export interface DigestSubject {
  readonly articleIds: readonly string[];
  readonly feedIds: readonly string[];
}

export interface Digest {
  readonly id: string;
  readonly library: string;
  readonly channelId: string;
  readonly subject: DigestSubject;
  readonly style: SummaryStyle;
  readonly schedule: DigestSchedule;
  /** Who added it. Unset after that person's data was deleted. */
  readonly createdBy?: string | undefined;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly paused?:
    | {
        /** ISO 8601. */
        readonly at: string;
        /** Why Footnote paused it itself, in words. */
        readonly problem?: string | undefined;
      }
    | undefined;
  /** The last time it was posted, with the message's address. */
  readonly posted?: { readonly at: string; readonly url: string } | undefined;
}

/** A digest with what its next run needs. */
export interface DigestState extends Digest {
  /** When it is looked at next. ISO 8601. */
  readonly dueAt: string;
  /** The versions of the articles that earlier digests covered: digests of articles by article id. */
  readonly covered: Readonly<Record<string, string>>;
}
