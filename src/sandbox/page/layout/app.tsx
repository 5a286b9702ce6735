// The whole page: banner, sidebar, the channel that is shown, and what lies above them.
import { useEffect, useMemo, useReducer, useState } from 'preact/hooks';
import type { Snapshot } from '../../protocol.js';
import { Modal } from '../components/modal.js';
import { Composer, type StartedCommand } from '../composer/composer.js';
import { Dots } from '../message/message.js';
import { Messages } from '../message/messages.js';
import { channelTitle, displayName, NamesContext, namesOf, useNames } from '../state/names.js';
import type { Session } from '../state/session.js';
import { currentChannel, type PageState } from '../state/state.js';
import { Sidebar } from './sidebar.js';
import { Welcome } from './welcome.js';

/** Draws whatever the session knows. */
export function App({ session }: { readonly session: Session }) {
  const [, redraw] = useReducer((count: number, _: undefined) => count + 1, 0);
  useEffect(() => session.subscribe(() => redraw(undefined)), [session]);
  const state = session.state();
  const { snapshot } = state;
  const names = useMemo(() => (snapshot === undefined ? undefined : namesOf(snapshot)), [snapshot]);
  return (
    <>
      <p class="banner">A local stand-in for Discord, on this machine alone.</p>
      {state.connection === 'lost' ? (
        <p class="connection" role="status">
          Connection lost. Reconnecting…
        </p>
      ) : null}
      {snapshot === undefined || names === undefined ? (
        <p class="loading" role="status">
          {state.notice ?? 'Opening the sandbox…'}
        </p>
      ) : (
        <NamesContext.Provider value={names}>
          <Chat state={state} snapshot={snapshot} session={session} />
        </NamesContext.Provider>
      )}
    </>
  );
}

function Chat({
  state,
  snapshot,
  session,
}: {
  readonly state: PageState;
  readonly snapshot: Snapshot;
  readonly session: Session;
}) {
  const [isDrawerOpen, setDrawerOpen] = useState(false);
  const [command, setCommand] = useState<StartedCommand>();
  const shown = currentChannel(state);
  const bot = snapshot.users.find(({ id }) => id === snapshot.botId);
  // A half-filled command belongs to the channel and the person it was begun by.
  useEffect(() => setCommand(undefined), [state.channelId, snapshot.me]);
  useEffect(() => {
    if (!isDrawerOpen) return undefined;
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setDrawerOpen(false);
    };
    document.addEventListener('keydown', leave);
    return () => document.removeEventListener('keydown', leave);
  }, [isDrawerOpen]);
  return (
    <div class={isDrawerOpen ? 'chat drawer-open' : 'chat'}>
      <Sidebar state={state} snapshot={snapshot} session={session} onChosen={() => setDrawerOpen(false)} />
      <button
        type="button"
        class="drawer-veil"
        aria-label="Close the channel list"
        onClick={() => setDrawerOpen(false)}
      />
      <main>
        <header class="channel-head">
          <button
            type="button"
            class="drawer-button"
            aria-label="Servers and channels"
            aria-expanded={isDrawerOpen}
            onClick={() => setDrawerOpen(!isDrawerOpen)}
          >
            ☰
          </button>
          <h2>{shown === undefined ? '' : channelTitle(shown.channel)}</h2>
          <span class="topic">{shown?.channel.topic ?? ''}</span>
          <span class={snapshot.isBotOnline ? 'presence online' : 'presence'} title={snapshot.activity ?? ''}>
            {bot === undefined ? snapshot.application.name : displayName(bot)}{' '}
            {snapshot.isBotOnline ? 'is online' : 'is offline'}
          </span>
        </header>
        <Messages state={state} session={session}>
          <Welcome state={state} session={session} onCommand={(entry) => setCommand({ entry, typed: '' })} />
        </Messages>
        <Typing ids={state.typing[state.channelId ?? ''] ?? []} />
        <Composer state={state} session={session} command={command} onCommand={setCommand} />
      </main>
      {state.modal === undefined ? null : (
        <Modal key={state.modal.interactionId} open={state.modal} session={session} notice={state.notice} />
      )}
    </div>
  );
}

function Typing({ ids }: { readonly ids: readonly string[] }) {
  const names = useNames();
  return (
    <p class="typing" aria-live="polite">
      {ids.length === 0 ? null : (
        <>
          <Dots /> <b>{ids.map((id) => names.user(id)).join(', ')}</b> {ids.length === 1 ? 'is' : 'are'}{' '}
          typing…
        </>
      )}
    </p>
  );
}
