// Servers and direct messages, the channels of the one that is shown, and who one is.
import { useState } from 'preact/hooks';
import type { ChannelView, PlaceView, Snapshot } from '../../protocol.js';
import { displayName } from '../state/names.js';
import type { Session } from '../state/session.js';
import { currentChannel, type PageState } from '../state/state.js';
import { Avatar } from './avatar.js';
import { Menu, type MenuPosition } from './menu.js';

const CHANNEL_ICONS: Readonly<Record<ChannelView['kind'], string>> = {
  text: '#',
  thread: '↳',
  dm: '@',
  group: '⁂',
};

/** A drawer on narrow screens, where `onChosen` closes it. */
export function Sidebar({
  state,
  snapshot,
  session,
  onChosen,
}: {
  readonly state: PageState;
  readonly snapshot: Snapshot;
  readonly session: Session;
  onChosen(): void;
}) {
  const shown = currentChannel(state);
  const choose = (channelId: string | undefined) => {
    if (channelId !== undefined) void session.chooseChannel(channelId);
  };
  return (
    <div class="sidebar">
      <nav class="places" aria-label="Servers and direct messages">
        {snapshot.places.map((place) => (
          <button
            key={place.id}
            type="button"
            title={place.name}
            aria-label={labelWithUnread(place.name, countUnread(place, state))}
            aria-current={place.id === shown?.place.id}
            onClick={() => choose(place.channels[0]?.id)}
          >
            {place.kind === 'direct' ? (
              <span class="avatar" aria-hidden="true">
                ✉
              </span>
            ) : (
              <Avatar id={place.id} name={place.name} />
            )}
            {countUnread(place, state) > 0 ? <span class="unread-dot" /> : null}
          </button>
        ))}
      </nav>
      <div class="channels">
        <h1>{shown?.place.name ?? ''}</h1>
        <nav aria-label="Channels">
          {shown?.place.channels.map((channel) => {
            const unread = state.unread[channel.id] ?? 0;
            return (
              <button
                key={channel.id}
                type="button"
                class={channel.parentId === undefined ? 'channel' : 'channel nested'}
                aria-current={channel.id === state.channelId ? 'page' : undefined}
                onClick={() => {
                  choose(channel.id);
                  onChosen();
                }}
              >
                <span class="sign" aria-hidden="true">
                  {CHANNEL_ICONS[channel.kind]}
                </span>
                <span class="channel-name">{channel.name}</span>
                {unread > 0 ? <span class="badge">{unread}</span> : null}
              </button>
            );
          })}
        </nav>
        <UserSwitcher snapshot={snapshot} session={session} />
      </div>
    </div>
  );
}

function UserSwitcher({ snapshot, session }: { readonly snapshot: Snapshot; readonly session: Session }) {
  const [place, setPlace] = useState<MenuPosition>();
  const me = snapshot.users.find(({ id }) => id === snapshot.me);
  const others = snapshot.users.filter(({ id }) => id !== snapshot.me && id !== snapshot.botId);
  if (me === undefined) return null;
  return (
    <div class="me">
      <button
        type="button"
        aria-haspopup="menu"
        aria-expanded={place !== undefined}
        aria-label={`${displayName(me)}: be somebody else`}
        title="Be somebody else"
        onClick={(event) => {
          const { left, top } = event.currentTarget.getBoundingClientRect();
          setPlace({ x: left, y: top });
        }}
      >
        <Avatar id={me.id} name={displayName(me)} />
        <span class="me-name">
          <b>{displayName(me)}</b>
          <small>{me.role ?? `@${me.username}`}</small>
        </span>
        <span class="me-switch" aria-hidden="true">
          ▴
        </span>
      </button>
      {place === undefined ? null : (
        <Menu
          label="Be somebody else"
          place={place}
          items={others.map((user, index) => ({
            label: user.role === undefined ? displayName(user) : `${displayName(user)} · ${user.role}`,
            group: index === 0 ? 'Switch to' : undefined,
            run: () => void session.chooseUser(user.id),
          }))}
          onClose={() => setPlace(undefined)}
        />
      )}
    </div>
  );
}

function countUnread(place: PlaceView, { unread }: PageState): number {
  return place.channels.reduce((sum, { id }) => sum + (unread[id] ?? 0), 0);
}

function labelWithUnread(name: string, unread: number): string {
  return unread === 0 ? name : `${name}, ${unread} unread`;
}
