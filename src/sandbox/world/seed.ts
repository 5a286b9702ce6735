// The contents of a new sandbox. Ids are fixed, so that data a bot stores by id stays valid after a restart.

export interface SeedUser {
  readonly id: string;
  readonly username: string;
  /** The display name. */
  readonly name: string;
  /** The person's role, shown in the user switcher. */
  readonly role: string;
  /** Discord locale; default `en-US`. */
  readonly locale?: string;
  /** Whether the person added the application to their own account. */
  readonly hasUserInstall?: boolean;
}

export interface SeedChannel {
  readonly id: string;
  readonly name: string;
  readonly topic?: string;
  /** What the bot isn't allowed to do here. `view` includes sending. */
  readonly botCannot?: 'send' | 'view';
  readonly threads?: readonly { readonly id: string; readonly name: string }[];
}

export interface SeedGuild {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly memberIds: readonly string[];
  readonly roles?: readonly {
    readonly id: string;
    readonly name: string;
    readonly memberIds: readonly string[];
  }[];
  readonly channels: readonly SeedChannel[];
}

export interface WorldSeed {
  /** The bot user has the application's id and name. */
  readonly application: { readonly id: string; readonly name: string; readonly description: string };
  readonly users: readonly SeedUser[];
  readonly guilds: readonly SeedGuild[];
  /** Direct message channels between a person and the bot. */
  readonly directs: readonly { readonly id: string; readonly userId: string }[];
  /** Group messages. The bot isn't a member. */
  readonly groups: readonly {
    readonly id: string;
    readonly name: string;
    readonly userIds: readonly string[];
  }[];
}

const APPLICATION_ID = '1200000000000000001';
const OWNER = '1200000000000000011';
const MEMBER = '1200000000000000012';
const GUEST = '1200000000000000013';

/** Two fictional servers: a newspaper and a neighbourhood. */
export const DEFAULT_SEED: WorldSeed = {
  application: { id: APPLICATION_ID, name: 'Footnote', description: '' },
  users: [
    {
      id: OWNER,
      username: 'nora.vale',
      name: 'Nora Vale',
      role: 'owner of both servers',
      hasUserInstall: true,
    },
    { id: MEMBER, username: 'tomas.reed', name: 'Tomas Reed', role: 'member of both servers' },
    { id: GUEST, username: 'ines.park', name: 'Ines Park', role: 'member of Harbor Community' },
  ],
  guilds: [
    {
      id: '1200000000000000101',
      name: 'Riverside Gazette',
      ownerId: OWNER,
      memberIds: [OWNER, MEMBER],
      roles: [{ id: '1200000000000000151', name: 'Librarians', memberIds: [MEMBER] }],
      channels: [
        { id: '1200000000000000111', name: 'general', topic: 'Anything goes' },
        {
          id: '1200000000000000112',
          name: 'articles',
          topic: 'Ask about what we publish',
          threads: [{ id: '1200000000000000121', name: 'Questions about this week' }],
        },
        {
          id: '1200000000000000113',
          name: 'read-only',
          topic: 'The bot can read this channel but not write in it',
          botCannot: 'send',
        },
        {
          id: '1200000000000000114',
          name: 'editors',
          topic: 'The bot cannot see this channel',
          botCannot: 'view',
          threads: [{ id: '1200000000000000122', name: 'Corrections' }],
        },
      ],
    },
    {
      id: '1200000000000000201',
      name: 'Harbor Community',
      ownerId: OWNER,
      memberIds: [OWNER, MEMBER, GUEST],
      channels: [
        { id: '1200000000000000211', name: 'general', topic: 'Neighbours, news, lost cats' },
        { id: '1200000000000000212', name: 'articles', topic: 'What we are reading' },
      ],
    },
  ],
  directs: [
    { id: '1200000000000000301', userId: OWNER },
    { id: '1200000000000000302', userId: MEMBER },
    { id: '1200000000000000303', userId: GUEST },
  ],
  groups: [{ id: '1200000000000000311', name: 'Reading group', userIds: [OWNER, MEMBER] }],
};
