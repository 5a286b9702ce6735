// Adding, pausing and removing digests. The runner posts them.
import { randomUUID } from 'node:crypto';
import type { SummaryStyle } from '../answer.js';
import type { Assistant } from '../assistant.js';
import type { FeedStore, LibraryStore } from '../library/library-store.js';
import { changeOf, requireKept } from '../library/manage/parts.js';
import type { Actor } from '../library/manager.js';
import type { LibraryChange } from '../library/ports.js';
import type { Clock } from '../ports.js';
import { findChanged, listSubject, versionsOf } from './changed-articles.js';
import { summarizeDigest } from './compose-digest.js';
import type { Digest, DigestSchedule, DigestState, DigestSubject } from './digest.js';
import { digestErrors } from './errors.js';
import type { DigestContent, DigestStore } from './ports.js';
import { readTimeOfDay } from './read-time.js';
import { isTimeZone, nextSlot } from './schedule.js';

/** Of one library. */
export const MAX_DIGESTS = 20;

/** What a new digest should be. */
export interface DigestRequest {
  readonly channelId: string;
  readonly subject: DigestSubject;
  readonly style: SummaryStyle;
  readonly schedule: DigestSchedule;
}

/**
 * Manages the digests of libraries. An id from another library is an unknown id. Every change is written to the library's
 * list of changes.
 */
export interface DigestManager {
  /**
   * The first run covers all articles; the first run of an `on-change` digest covers what changes from now on.
   * @throws AppError `digest/too-many`, `digest/invalid-time`, `digest/invalid-time-zone`, `digest/invalid-day`,
   * `digest/nothing-chosen`, `library/being-deleted`
   */
  add(request: DigestRequest, actor: Actor): Digest;
  /** In the order in which they were added. */
  list(actor: Actor): readonly Digest[];
  find(digestId: string, actor: Actor): Digest | undefined;
  /** @throws AppError `digest/no-such-digest` */
  pause(digestId: string, actor: Actor): Digest;
  /** What changed meanwhile is in the next run. @throws AppError `digest/no-such-digest`, `library/being-deleted` */
  resume(digestId: string, actor: Actor): Digest;
  /** @throws AppError `digest/no-such-digest` */
  remove(digestId: string, actor: Actor): Digest;
  /** When it is posted next if something has changed. Undefined if it is paused or `on-change`. */
  nextRun(digest: Digest): Date | undefined;
  /**
   * What would be posted now.
   * @returns undefined if nothing is new
   * @throws AppError `digest/no-such-digest`
   */
  preview(
    digestId: string,
    actor: Actor,
    options: { readonly signal?: AbortSignal | undefined },
  ): Promise<DigestContent | undefined>;
}

/** What {@link createDigestManager} needs. */
export interface DigestDependencies {
  readonly store: DigestStore & LibraryStore & Pick<FeedStore, 'listFeeds'>;
  readonly assistant: Assistant;
  readonly clock: Clock;
}

/** Acquires nothing, so there is nothing to close. */
export function createDigestManager(parts: DigestDependencies): DigestManager {
  const { store, assistant, clock } = parts;

  function requireDigest(digestId: string, { library }: Actor): DigestState {
    const found = store.findDeletion(library) ? undefined : store.getDigest(digestId, library);
    if (!found) throw digestErrors.noSuchDigest();
    return found;
  }

  const log = (actor: Actor, action: LibraryChange['action'], { channelId }: Pick<Digest, 'channelId'>) =>
    changeOf(parts, actor, { action, subject: `<#${channelId}>` });

  return {
    add({ channelId, subject, style, schedule }, actor) {
      const { library, userId } = actor;
      requireKept(parts, library);
      checkSchedule(schedule);
      if (store.listDigests(library).length >= MAX_DIGESTS) throw digestErrors.tooMany(MAX_DIGESTS);
      const known = knownSubject(subject, library, store);
      const now = clock.now();
      const isOnChange = schedule.frequency === 'on-change';
      const digest: DigestState = {
        ...{ id: randomUUID(), library, channelId, subject: known, style, schedule },
        ...(userId === undefined ? {} : { createdBy: userId }),
        createdAt: now.toISOString(),
        dueAt: firstDue(schedule, now),
        covered: isOnChange ? versionsOf(listSubject({ library, subject: known }, store)) : {},
      };
      store.addDigest(digest, log(actor, 'digest-added', digest));
      return toDigest(digest);
    },

    list: ({ library }) =>
      store.findDeletion(library) ? [] : store.listDigests(library).map((digest) => toDigest(digest)),
    find: (digestId, { library }) =>
      store.findDeletion(library) ? undefined : mapped(store.getDigest(digestId, library)),

    pause(digestId, actor) {
      const digest = requireDigest(digestId, actor);
      if (digest.paused) return toDigest(digest);
      const paused = { at: clock.now().toISOString() };
      store.setPaused(digestId, actor.library, log(actor, 'digest-paused', digest), { paused });
      return toDigest({ ...digest, paused });
    },

    resume(digestId, actor) {
      requireKept(parts, actor.library);
      const digest = requireDigest(digestId, actor);
      if (!digest.paused) return toDigest(digest);
      const dueAt = firstDue(digest.schedule, clock.now());
      store.setPaused(digestId, actor.library, log(actor, 'digest-resumed', digest), { dueAt });
      return toDigest({ ...digest, paused: undefined });
    },

    remove(digestId, actor) {
      const digest = requireDigest(digestId, actor);
      store.removeDigest(digestId, actor.library, log(actor, 'digest-removed', digest));
      return toDigest(digest);
    },

    nextRun: ({ paused, schedule }) =>
      paused || schedule.frequency === 'on-change' ? undefined : nextSlot(schedule, clock.now()),

    async preview(digestId, actor, { signal }) {
      const digest = requireDigest(digestId, actor);
      const { articleIds } = findChanged(digest, store);
      return await summarizeDigest(digest, articleIds, { assistant, signal, userId: actor.userId });
    },
  };
}

/** @throws AppError `digest/invalid-time`, `digest/invalid-time-zone`, `digest/invalid-day` */
function checkSchedule({ time, timeZone, day = 1, weekday = 1 }: DigestSchedule): void {
  if (readTimeOfDay(time) !== time) throw digestErrors.invalidTime(time);
  if (!isTimeZone(timeZone)) throw digestErrors.invalidTimeZone(timeZone);
  if (!Number.isInteger(day) || day < 1 || day > 31) throw digestErrors.invalidDay(String(day));
  if (!Number.isInteger(weekday) || weekday < 1 || weekday > 7)
    throw digestErrors.invalidDay(String(weekday));
}

/** Without articles and feeds that the library doesn't have. @throws AppError `digest/nothing-chosen` if none is left */
function knownSubject(
  { articleIds, feedIds }: DigestSubject,
  library: string,
  store: DigestDependencies['store'],
): DigestSubject {
  const articles = new Set(
    listSubject({ library, subject: { articleIds, feedIds: [] } }, store).map(({ id }) => id),
  );
  const feeds = new Set(store.listFeeds(library).map(({ id }) => id));
  const known = {
    articleIds: articleIds.filter((id) => articles.has(id)),
    feedIds: feedIds.filter((id) => feeds.has(id)),
  };
  const isNarrowed = articleIds.length + feedIds.length > 0;
  if (isNarrowed && known.articleIds.length + known.feedIds.length === 0) throw digestErrors.nothingChosen();
  return known;
}

function firstDue(schedule: DigestSchedule, now: Date): string {
  return (schedule.frequency === 'on-change' ? now : nextSlot(schedule, now)).toISOString();
}

function mapped(digest: DigestState | undefined): Digest | undefined {
  return digest && toDigest(digest);
}

function toDigest({ dueAt: _, covered: __, ...digest }: DigestState): Digest {
  return digest;
}
