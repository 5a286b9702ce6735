// The sidebar: servers, channels of the current server, and the user switcher.
import { useState } from 'preact/hooks';
import type { ChannelView, PlaceView, Snapshot } from '../../protocol.js';
import { displayName } from '../state/names.js';
import type { Session } from '../state/session.js';
import { currentChannel, type PageState } from '../state/state.js';
import { pageText } from '../text.js';
import { Avatar } from './avatar.js';
import { Menu, type MenuPosition } from './menu.js';

const CHANNEL_ICONS: Readonly<Record<ChannelView['kind'], string>> = {
  text: '#',
  thread: '↳',
  dm: '@',
  group: '⁂',
};

/** On narrow screens the sidebar is a drawer, and `onChosen` closes it. */
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
  const current = currentChannel(state);
  const openChannel = (channelId: string | undefined) => {
    if (channelId !== undefined) void session.chooseChannel(channelId);
  };
  return (
    <div class="sidebar">
      <nav class="places" aria-label={pageText.serverList}>
        {snapshot.places.map((place) => (
          <button
            key={place.id}
            type="button"
            title={place.name}
            aria-label={labelWithUnread(place.name, countUnread(place, state))}
            aria-current={place.id === current?.place.id}
            onClick={() => openChannel(place.channels[0]?.id)}
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
        <h1>{current?.place.name ?? ''}</h1>
        <nav aria-label={pageText.channelList}>
          {current?.place.channels.map((channel) => {
            const unread = state.unread[channel.id] ?? 0;
            return (
              <button
                key={channel.id}
                type="button"
                class={channel.parentId === undefined ? 'channel' : 'channel nested'}
                aria-current={channel.id === state.channelId ? 'page' : undefined}
                onClick={() => {
                  openChannel(channel.id);
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
  const [menuPosition, setMenuPosition] = useState<MenuPosition>();
  const me = snapshot.users.find(({ id }) => id === snapshot.me);
  const others = snapshot.users.filter(({ id }) => id !== snapshot.me && id !== snapshot.botId);
  if (me === undefined) return null;
  return (
    <div class="me">
      <button
        type="button"
        aria-haspopup="menu"
        aria-expanded={menuPosition !== undefined}
        aria-label={pageText.switchUserFrom(displayName(me))}
        title={pageText.switchUser}
        onClick={(event) => {
          const { left, top } = event.currentTarget.getBoundingClientRect();
          setMenuPosition({ x: left, y: top });
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
      {menuPosition === undefined ? null : (
        <Menu
          label={pageText.switchUser}
          position={menuPosition}
          items={others.map((user, index) => ({
            label: user.role === undefined ? displayName(user) : `${displayName(user)} · ${user.role}`,
            group: index === 0 ? pageText.switchTo : undefined,
            run: () => void session.chooseUser(user.id),
          }))}
          onClose={() => setMenuPosition(undefined)}
        />
      )}
    </div>
  );
}

function countUnread(place: PlaceView, { unread }: PageState): number {
  return place.channels.reduce((sum, { id }) => sum + (unread[id] ?? 0), 0);
}

function labelWithUnread(name: string, unread: number): string {
  return unread === 0 ? name : pageText.withUnread(name, unread);
}
