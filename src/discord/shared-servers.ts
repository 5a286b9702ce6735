// Finds the servers whose articles a person may use in direct messages. When in doubt, a server is left out.
import { type Client, type Guild, RESTJSONErrorCodes } from 'discord.js';
import type { Assistant } from '../core/assistant.js';
import type { Logger } from '../log.js';
import type { SharedServer } from './command.js';
import { codeOf } from './reply/retry.js';

/** Discord doesn't tell who leaves a server without a privileged intent. So this is how long someone may still read after leaving. */
const MEMBER_MS = 60_000;
/** Someone who just joined waits this long, unless they use the bot in that server first. */
const STRANGER_MS = 5 * 60_000;
const MAX_CACHED = 20_000;
/** Servers asked about one person at a time. Those where the person used the bot lately come first. */
const MAX_SERVERS = 100;
const CONCURRENT_REQUESTS = 5;
/** A server that hasn't been confirmed by then is left out this time. The lookup goes on, so that the next message has it. */
const LOOKUP_MS = 2_500;

interface Membership {
  /** Never rejects. */
  readonly confirmed: Promise<boolean>;
  /** Undefined while Discord is being asked. */
  readonly isMember?: boolean | undefined;
  /** By `performance.now()`. */
  readonly expiresAt: number;
}

export interface SharedServers {
  /** Servers with articles of their own that both the person and the bot are in, in order of name. Never throws. */
  find(userId: string, client: Client, signal?: AbortSignal): Promise<readonly SharedServer[]>;
  /** Notes that Discord has just shown the person to be a member of the server. */
  noteMember(guildId: string, userId: string): void;
}

export function createSharedServers({
  assistant,
  log,
}: {
  readonly assistant: Pick<Assistant, 'listLibraries'>;
  readonly log: Logger;
}): SharedServers {
  const memberships = new Map<string, Membership>();

  function remember(key: string, membership: Omit<Membership, 'expiresAt'>, ms: number): void {
    memberships.delete(key);
    memberships.set(key, { ...membership, expiresAt: performance.now() + ms });
    const [oldest] = memberships.keys();
    if (memberships.size > MAX_CACHED && oldest !== undefined) memberships.delete(oldest);
  }

  function recall(guildId: string, userId: string): Membership | undefined {
    const found = memberships.get(`${guildId}:${userId}`);
    return found && found.expiresAt > performance.now() ? found : undefined;
  }

  function confirm(guild: Guild, userId: string): Promise<boolean> {
    const known = recall(guild.id, userId);
    if (known) return known.confirmed;
    const key = `${guild.id}:${userId}`;
    const confirmed = askDiscord(guild, userId).then(
      (isMember) => {
        const ms = isMember ? MEMBER_MS : STRANGER_MS;
        remember(key, { confirmed: Promise.resolve(isMember), isMember }, ms);
        return isMember;
      },
      (error: unknown) => {
        memberships.delete(key);
        log.warn({ err: error, guild: guild.id }, 'membership not confirmed');
        return false;
      },
    );
    remember(key, { confirmed }, STRANGER_MS);
    return confirmed;
  }

  return {
    async find(userId, client, signal) {
      const withArticles = new Set(assistant.listLibraries());
      const rank = ({ id }: Guild) => (recall(id, userId)?.isMember ? 0 : 1);
      const guilds = [...client.guilds.cache.values()]
        .filter(({ id }) => withArticles.has(libraryOf(id)) && recall(id, userId)?.isMember !== false)
        .sort((a, b) => rank(a) - rank(b))
        .slice(0, MAX_SERVERS);
      const confirmed: SharedServer[] = [];
      const work = async () => {
        for (let guild = guilds.shift(); guild; guild = guilds.shift()) {
          if (await confirm(guild, userId))
            confirmed.push({ library: libraryOf(guild.id), name: guild.name });
        }
      };
      await inTime(Promise.all(Array.from({ length: CONCURRENT_REQUESTS }, work)), signal);
      return confirmed.toSorted((a, b) => a.name.localeCompare(b.name));
    },

    noteMember(guildId, userId) {
      remember(`${guildId}:${userId}`, { confirmed: Promise.resolve(true), isMember: true }, MEMBER_MS);
    },
  };
}

/** Someone who hasn't accepted the server's rules yet can't read its channels, so they don't count. */
async function askDiscord(guild: Guild, userId: string): Promise<boolean> {
  try {
    const member = await guild.members.fetch({ user: userId, force: true, cache: false });
    return !member.pending;
  } catch (error) {
    const code = codeOf(error);
    if (code === RESTJSONErrorCodes.UnknownMember || code === RESTJSONErrorCodes.UnknownUser) return false;
    throw error;
  }
}

function libraryOf(guildId: string): string {
  return `guild:${guildId}`;
}

/** Waits for the work, the time limit or the signal, whichever comes first. */
async function inTime(work: Promise<unknown>, signal?: AbortSignal): Promise<void> {
  const limit = AbortSignal.any([AbortSignal.timeout(LOOKUP_MS), ...(signal ? [signal] : [])]);
  const ended = new Promise<void>((resolve) => {
    if (limit.aborted) resolve();
    limit.addEventListener('abort', () => resolve(), { once: true });
  });
  await Promise.race([work, ended]);
}
