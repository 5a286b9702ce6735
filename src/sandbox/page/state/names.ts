// Names of users and channels by id. Used to show mentions.
import type { APIUser } from 'discord-api-types/v10';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ChannelView, Snapshot } from '../../protocol.js';

export interface Names {
  user(id: string): string;
  channel(id: string): string;
}

const UNKNOWN: Names = { user: () => 'unknown-user', channel: () => 'unknown-channel' };

export const NamesContext = createContext<Names>(UNKNOWN);

/** The names known to the current person. */
export function useNames(): Names {
  return useContext(NamesContext);
}

/** Builds the lookup from a snapshot. */
export function namesOf(snapshot: Snapshot): Names {
  const users = new Map(snapshot.users.map((user) => [user.id, displayName(user)]));
  const channels = new Map(
    snapshot.places.flatMap((place) => place.channels.map(({ id, name }) => [id, name] as const)),
  );
  return {
    user: (id) => users.get(id) ?? UNKNOWN.user(id),
    channel: (id) => channels.get(id) ?? UNKNOWN.channel(id),
  };
}

/** A user's display name. */
export function displayName(user: Pick<APIUser, 'global_name' | 'username'>): string {
  return user.global_name ?? user.username;
}

const CHANNEL_PREFIXES: Readonly<Record<ChannelView['kind'], string>> = {
  text: '#',
  thread: '',
  dm: '@',
  group: '',
};

/** A channel's title, such as `#general`. */
export function channelTitle({ kind, name }: ChannelView): string {
  return CHANNEL_PREFIXES[kind] + name;
}
