// The migration that adds digests, and where a question was asked. Never edit it, only append another one.

/**
 * Times are ISO 8601. Libraries are stored by name.
 * - `digests.subject`, `digests.schedule`, `digests.covered`: JSON.
 * - `digest_slots`: every slot that was ever claimed in the last weeks, so that none is posted twice. `state` is `open` until
 *   it ends. `claim` identifies the process that works on it until `claimed_until`. `answer` and `covered` are set just before
 *   it is posted.
 */
export const DIGEST_TABLES = `
  CREATE TABLE digests (
    library TEXT NOT NULL,
    id TEXT NOT NULL,
    channel TEXT NOT NULL,
    subject TEXT NOT NULL,
    style TEXT NOT NULL,
    schedule TEXT NOT NULL,
    created_by TEXT,
    created_at TEXT NOT NULL,
    paused_at TEXT, problem TEXT,
    posted_at TEXT, posted_url TEXT,
    due_at TEXT NOT NULL,
    covered TEXT NOT NULL,
    PRIMARY KEY (library, id)
  ) WITHOUT ROWID;
  CREATE INDEX digests_due ON digests (due_at) WHERE paused_at IS NULL;
  CREATE INDEX digests_by_person ON digests (created_by) WHERE created_by IS NOT NULL;
  CREATE TABLE digest_slots (
    library TEXT NOT NULL,
    digest TEXT NOT NULL,
    slot TEXT NOT NULL,
    state TEXT NOT NULL,
    claim TEXT NOT NULL,
    claimed_until TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    answer TEXT, covered TEXT,
    PRIMARY KEY (library, digest, slot)
  ) WITHOUT ROWID;
  CREATE INDEX open_digest_slots ON digest_slots (claimed_until) WHERE state = 'open';

  ALTER TABLE answers ADD COLUMN channel TEXT;
  ALTER TABLE answers ADD COLUMN thread TEXT;
  CREATE INDEX answers_by_channel ON answers (channel, created_at) WHERE channel IS NOT NULL;
`;
