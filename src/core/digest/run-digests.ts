// Posts the digests that are due. Several processes may run this on one store: each slot is claimed by one of them.
import type { Assistant } from '../assistant.js';
import { type RepeatedWork, repeatWork } from '../async/repeated-work.js';
import type { LibraryStore } from '../library/library-store.js';
import { changeOf } from '../library/manage/parts.js';
import type { Clock } from '../ports.js';
import { digestOf } from '../text/article.js';
import { findChanged } from './changed-articles.js';
import { summarizeDigest } from './compose-digest.js';
import type { Digest, DigestState } from './digest.js';
import type { ClaimedSlot, DigestPublisher, DigestStore } from './ports.js';
import { lastSlot, nextSlot } from './schedule.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const STEP_MS = 30_000;
/** A slot that was missed while the bot was offline is posted this late, but no later. */
const MAX_LATE_MS = 12 * HOUR_MS;
/** How long writing a digest may take. Shorter than its claim. */
const WRITE_MS = 4 * MINUTE_MS;
const CLAIM_MS = 5 * MINUTE_MS;
/** Longer than the requests for posting can take. */
const POSTING_MS = 2 * MINUTE_MS;
/** Until the second attempt after something failed. The wait doubles with each one, up to an hour. */
const RETRY_MS = 2 * MINUTE_MS;
const MAX_RETRY_MS = HOUR_MS;
const MAX_ATTEMPTS = 30;
const CLOSE_MS = 2_000;
/** How often an `on-change` digest looks for changes, and how often it is posted at most. */
const CHANGE_CHECK_MS = 5 * MINUTE_MS;
const CHANGE_PAUSE_MS = HOUR_MS;
/** Digests in one step. The others follow in the next one. */
const MAX_PER_STEP = 25;
const NONCE_CHARS = 20;

export interface DigestRunParts {
  readonly store: DigestStore & LibraryStore;
  readonly assistant: Assistant;
  readonly publisher: DigestPublisher;
  readonly clock: Clock;
  /** Called with errors that aren't expected. The work goes on. */
  readonly onFailure?: ((error: unknown) => void) | undefined;
}

/** `run` posts what is due. */
export type DigestRuns = RepeatedWork;

/**
 * Starts to post digests, now and twice a minute. Closing gives a digest that is being posted two seconds to finish; otherwise
 * the next start finishes it.
 */
export function startDigestRuns(
  parts: DigestRunParts,
  { stepMs = STEP_MS }: { readonly stepMs?: number | undefined } = {},
): DigestRuns {
  return repeatWork((signal) => runDue(parts, signal), { everyMs: stepMs, closeMs: CLOSE_MS });
}

/** Never throws: a digest that fails doesn't keep the others from being posted. */
async function runDue(parts: DigestRunParts, signal: AbortSignal): Promise<void> {
  const { store } = parts;
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      if (!signal.aborted) parts.onFailure?.(error);
    }
  };
  await attempt(async () => {
    for (let done = 0; done < MAX_PER_STEP && !signal.aborted; done += 1) {
      const slot = store.takeOverSlot(timeFromNow(parts, 0), timeFromNow(parts, CLAIM_MS));
      if (!slot) break;
      await attempt(() => resumeSlot(slot, parts, signal));
    }
  });
  await attempt(async () => {
    for (const digest of store.listDueDigests(timeFromNow(parts, 0), MAX_PER_STEP)) {
      if (signal.aborted) return;
      await attempt(() => runDigest(digest, parts, signal));
    }
  });
}

async function runDigest(digest: DigestState, parts: DigestRunParts, signal: AbortSignal): Promise<void> {
  const { store, clock } = parts;
  const now = clock.now();
  const { schedule } = digest;
  const isOnChange = schedule.frequency === 'on-change';
  if (isOnChange && findChanged(digest, store).articleIds.length === 0)
    return store.postponeDigest(digest, timeFromNow(parts, CHANGE_CHECK_MS));
  const slot = isOnChange ? hourOf(now) : lastSlot(schedule, now);
  const dueAt = isOnChange ? timeFromNow(parts, CHANGE_PAUSE_MS) : nextSlot(schedule, now).toISOString();
  if (!isOnChange && now.getTime() - slot.getTime() > MAX_LATE_MS) return store.postponeDigest(digest, dueAt);
  const until = timeFromNow(parts, CLAIM_MS);
  const claimed = store.claimSlot(digest, { slot: slot.toISOString(), dueAt, until });
  if (claimed) await runSlot(claimed, digest, parts, signal);
}

/** Goes on with a slot that a process left, because it was stopped or something failed. */
async function resumeSlot(slot: ClaimedSlot, parts: DigestRunParts, signal: AbortSignal): Promise<void> {
  const { store, publisher, clock } = parts;
  const digest = store.getDigest(slot.digestId, slot.library);
  if (!digest) return;
  const isTooLate = clock.now().getTime() - Date.parse(slot.slot) > MAX_LATE_MS + HOUR_MS;
  if (isTooLate || slot.attempts > MAX_ATTEMPTS) return store.finishSlot(slot, { kind: 'given-up' });
  if (slot.answerId !== undefined) {
    const found = await publisher.findPosted(digest, slot.answerId).catch((error: unknown) => {
      store.releaseSlot(slot, timeFromNow(parts, retryMs(slot)));
      throw error;
    });
    // If in doubt, it isn't posted a second time.
    if (found === 'unknown') return store.finishSlot(slot, { kind: 'given-up' });
    if (found !== 'missing')
      return store.finishSlot(slot, { kind: 'posted', at: timeFromNow(parts, 0), url: found.url });
  }
  await runSlot(slot, digest, parts, signal);
}

async function runSlot(
  slot: ClaimedSlot,
  digest: DigestState,
  parts: DigestRunParts,
  signal: AbortSignal,
): Promise<void> {
  const { store, publisher, assistant } = parts;
  try {
    // Read before it is summarized: what changes meanwhile is in the next digest.
    const { articleIds, covered } = findChanged(digest, store);
    const deadline = AbortSignal.any([signal, AbortSignal.timeout(WRITE_MS)]);
    const content = await summarizeDigest(digest, articleIds, { assistant, signal: deadline });
    if (!content) return store.finishSlot(slot, { kind: 'nothing-new' });
    if (signal.aborted) return store.releaseSlot(slot, timeFromNow(parts, 0));
    const until = timeFromNow(parts, POSTING_MS);
    if (!store.startPosting(slot, { answerId: content.summary.id, covered, until })) return;
    const published = await publisher.publish(digest, content, nonceOf(slot));
    if (published.kind === 'refused') {
      store.finishSlot(slot, { kind: 'given-up' });
      return await pauseDigest(digest, published.problem, parts);
    }
    store.finishSlot(slot, { kind: 'posted', at: timeFromNow(parts, 0), url: published.url });
  } catch (error) {
    store.releaseSlot(slot, timeFromNow(parts, signal.aborted ? 0 : retryMs(slot)));
    throw error;
  }
}

async function pauseDigest(digest: Digest, problem: string, parts: DigestRunParts): Promise<void> {
  const { id, library, channelId } = digest;
  const change = changeOf(parts, { library }, { action: 'digest-paused', subject: `<#${channelId}>` });
  const paused = { at: timeFromNow(parts, 0), problem };
  if (parts.store.setPaused(id, library, change, { paused }))
    await parts.publisher.tellPaused(digest, problem);
}

function retryMs({ attempts }: ClaimedSlot): number {
  return Math.min(RETRY_MS * 2 ** Math.min(attempts - 1, 10), MAX_RETRY_MS);
}

/** The same for every attempt at a slot. */
function nonceOf({ library, digestId, slot }: ClaimedSlot): string {
  return digestOf(library, digestId, slot).slice(0, NONCE_CHARS);
}

function hourOf(now: Date): Date {
  return new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS);
}

/** ISO 8601 time, relative to now. */
function timeFromNow({ clock }: Pick<DigestRunParts, 'clock'>, ms: number): string {
  return new Date(clock.now().getTime() + ms).toISOString();
}
