// A row of the table of digests.
import type { SummaryStyle } from '../../../core/answer.js';
import type { DigestSchedule, DigestState, DigestSubject } from '../../../core/digest/digest.js';

export interface DigestRow {
  library: string;
  id: string;
  channel: string;
  subject: string;
  style: string;
  schedule: string;
  created_by: string | null;
  created_at: string;
  paused_at: string | null;
  problem: string | null;
  posted_at: string | null;
  posted_url: string | null;
  due_at: string;
  covered: string;
}

export function toDigest(row: DigestRow): DigestState {
  const { paused_at: pausedAt, problem, posted_at: postedAt, posted_url: url } = row;
  return {
    ...{ id: row.id, library: row.library, channelId: row.channel, style: row.style as SummaryStyle },
    subject: JSON.parse(row.subject) as DigestSubject,
    schedule: JSON.parse(row.schedule) as DigestSchedule,
    ...(row.created_by === null ? {} : { createdBy: row.created_by }),
    createdAt: row.created_at,
    ...(pausedAt === null ? {} : { paused: { at: pausedAt, ...(problem === null ? {} : { problem }) } }),
    ...(postedAt === null ? {} : { posted: { at: postedAt, url: url ?? '' } }),
    dueAt: row.due_at,
    covered: JSON.parse(row.covered) as Record<string, string>,
  };
}

export function fromDigest(digest: DigestState): DigestRow {
  const { id, library, channelId: channel, style, paused, posted } = digest;
  return {
    ...{ id, library, channel, style },
    subject: JSON.stringify(digest.subject),
    schedule: JSON.stringify(digest.schedule),
    created_by: digest.createdBy ?? null,
    created_at: digest.createdAt,
    ...{ paused_at: paused?.at ?? null, problem: paused?.problem ?? null },
    ...{ posted_at: posted?.at ?? null, posted_url: posted?.url ?? null },
    due_at: digest.dueAt,
    covered: JSON.stringify(digest.covered),
  };
}
