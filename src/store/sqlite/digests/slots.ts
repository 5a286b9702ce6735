// Slots of digests: each is claimed by one process, and a claim expires if its process dies.
import { randomUUID } from 'node:crypto';
import type { ClaimedSlot, DigestStore } from '../../../core/digest/ports.js';
import type { Connection } from '../database.js';

/** Older ones can't be due again. */
const KEPT_SLOTS = 50;

interface SlotRow {
  library: string;
  digest: string;
  slot: string;
  claim: string;
  attempts: number;
  answer: string | null;
}

type SlotMethods = Pick<
  DigestStore,
  'postponeDigest' | 'claimSlot' | 'takeOverSlot' | 'startPosting' | 'releaseSlot' | 'finishSlot'
>;

export function createSlots(database: Connection): SlotMethods {
  /** Succeeds only for the process that sees the digest as it is. */
  const postpone = database.prepare(
    `UPDATE digests SET due_at = @next
     WHERE library = @library AND id = @id AND due_at = @dueAt AND paused_at IS NULL`,
  );
  const insert = database.prepare(
    `INSERT OR IGNORE INTO digest_slots (library, digest, slot, state, claim, claimed_until, attempts)
     VALUES (@library, @id, @slot, 'open', @claim, @until, 1)`,
  );
  const takeOver = database.prepare(
    `UPDATE digest_slots SET claim = @claim, claimed_until = @until, attempts = attempts + 1
     WHERE (library, digest, slot) = (
       SELECT s.library, s.digest, s.slot FROM digest_slots s
       JOIN digests d ON d.library = s.library AND d.id = s.digest
       WHERE s.state = 'open' AND s.claimed_until <= @now AND d.paused_at IS NULL
         AND s.library NOT IN (SELECT library FROM planned_deletions)
       ORDER BY s.claimed_until LIMIT 1
     ) RETURNING *`,
  );
  const OWN =
    "library = @library AND digest = @digestId AND slot = @slot AND claim = @claim AND state = 'open'";
  const start = database.prepare(
    `UPDATE digest_slots SET answer = @answerId, covered = @covered, claimed_until = @until WHERE ${OWN}`,
  );
  const release = database.prepare(`UPDATE digest_slots SET claimed_until = @until WHERE ${OWN}`);
  const finish = database
    .prepare(`UPDATE digest_slots SET state = @state WHERE ${OWN} RETURNING covered`)
    .pluck();
  const markPosted = database.prepare(
    `UPDATE digests SET posted_at = @at, posted_url = @url, covered = coalesce(@covered, covered)
     WHERE library = @library AND id = @digestId`,
  );
  const forgetOld = database.prepare(
    `DELETE FROM digest_slots WHERE library = @library AND digest = @digestId AND state <> 'open' AND slot NOT IN (
       SELECT slot FROM digest_slots WHERE library = @library AND digest = @digestId
       ORDER BY slot DESC LIMIT ${KEPT_SLOTS})`,
  );
  const keyOf = ({ library, digestId, slot, claim }: ClaimedSlot) => ({ library, digestId, slot, claim });

  return {
    postponeDigest({ id, library, dueAt }, next) {
      postpone.run({ id, library, dueAt, next });
    },
    claimSlot({ id, library, dueAt }, { slot, dueAt: next, until }) {
      return database
        .transaction(() => {
          if (postpone.run({ id, library, dueAt, next }).changes === 0) return undefined;
          const claim = randomUUID();
          const isClaimed = insert.run({ id, library, slot, claim, until }).changes > 0;
          return isClaimed ? { library, digestId: id, slot, claim, attempts: 1 } : undefined;
        })
        .immediate();
    },
    takeOverSlot(now, until) {
      const row = takeOver.get({ now, until, claim: randomUUID() }) as SlotRow | undefined;
      if (!row) return undefined;
      const { library, digest: digestId, slot, claim, attempts, answer } = row;
      return { library, digestId, slot, claim, attempts, ...(answer === null ? {} : { answerId: answer }) };
    },
    startPosting(slot, { answerId, covered, until }) {
      const posting = { answerId, covered: JSON.stringify(covered), until };
      return start.run({ ...keyOf(slot), ...posting }).changes > 0;
    },
    releaseSlot(slot, until) {
      release.run({ ...keyOf(slot), until });
    },
    finishSlot(slot, outcome) {
      database
        .transaction(() => {
          const covered = finish.get({ ...keyOf(slot), state: outcome.kind }) as string | null | undefined;
          if (covered === undefined) return;
          const { library, digestId } = slot;
          if (outcome.kind === 'posted')
            markPosted.run({ library, digestId, covered, at: outcome.at, url: outcome.url });
          forgetOld.run({ library, digestId });
        })
        .immediate();
    },
  };
}
