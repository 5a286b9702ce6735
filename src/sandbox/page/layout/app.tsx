// The page's layout: banner, sidebar, current channel and modal.
import { useEffect, useMemo, useReducer, useState } from 'preact/hooks';
import type { Snapshot } from '../../protocol.js';
import { Modal } from '../components/modal.js';
import { Composer, type StartedCommand } from '../composer/composer.js';
import { Dots } from '../message/message.js';
import { Messages } from '../message/messages.js';
import { channelTitle, NamesContext, namesOf, useNames } from '../state/names.js';
import { PageStateContext } from '../state/page-state.js';
import type { Session } from '../state/session.js';
import { currentChannel, type PageState } from '../state/state.js';
import { pageText } from '../text.js';
import { hasHover } from './has-hover.js';
import { keepFocus } from './keep-focus.js';
import { Presence } from './presence.js';
import { Sidebar } from './sidebar.js';
import { Welcome } from './welcome.js';

/** Renders the session's state, and renders it again after each change. */
export function App({ session }: { readonly session: Session }) {
  const [, redraw] = useReducer((count: number, _: undefined) => count + 1, 0);
  useEffect(() => session.subscribe(() => redraw(undefined)), [session]);
  useEffect(() => keepFocus(document.body, findFocusFallback), []);
  const state = session.state();
  const { snapshot } = state;
  const names = useMemo(() => (snapshot === undefined ? undefined : namesOf(snapshot)), [snapshot]);
  return (
    <>
      <p class="banner">{pageText.banner}</p>
      {state.connection === 'lost' ? (
        <p class="connection" role="status">
          {pageText.connectionLost}
        </p>
      ) : null}
      {snapshot === undefined || names === undefined ? (
        <p class="loading" role="status">
          {state.notice ?? pageText.opening}
        </p>
      ) : (
        <NamesContext.Provider value={names}>
          <PageStateContext.Provider value={state}>
            <Chat state={state} snapshot={snapshot} session={session} />
          </PageStateContext.Provider>
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
  const current = currentChannel(state);
  // A command that isn't sent yet doesn't carry over to another channel or person.
  useEffect(() => setCommand(undefined), [state.channelId, snapshot.me]);
  useEffect(() => {
    if (!isDrawerOpen) return undefined;
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setDrawerOpen(false);
    };
    document.addEventListener('keydown', closeOnEscape);
    return () => document.removeEventListener('keydown', closeOnEscape);
  }, [isDrawerOpen]);
  return (
    <div class={isDrawerOpen ? 'chat drawer-open' : 'chat'}>
      <Sidebar state={state} snapshot={snapshot} session={session} onChosen={() => setDrawerOpen(false)} />
      <button
        type="button"
        class="drawer-backdrop"
        aria-label={pageText.closeChannelList}
        onClick={() => setDrawerOpen(false)}
      />
      <main>
        <header class="channel-head">
          <button
            type="button"
            class="drawer-button"
            aria-label={pageText.openChannelList}
            aria-expanded={isDrawerOpen}
            onClick={() => setDrawerOpen(!isDrawerOpen)}
          >
            ☰
          </button>
          <h2>{current === undefined ? '' : channelTitle(current.channel)}</h2>
          <span class="topic">{current?.channel.topic ?? ''}</span>
          <Presence state={state} snapshot={snapshot} />
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

/** The text field, or the messages on touch screens, where a focused field opens the keyboard. */
function findFocusFallback(): HTMLElement | null {
  const field = hasHover() ? document.querySelector<HTMLElement>('.composer textarea') : null;
  return field ?? document.querySelector<HTMLElement>('.scroll');
}

function Typing({ ids }: { readonly ids: readonly string[] }) {
  const names = useNames();
  return (
    <p class="typing" aria-live="polite">
      {ids.length === 0 ? null : (
        <>
          <Dots /> <b>{ids.map((id) => names.user(id)).join(', ')}</b> {pageText.isTyping(ids.length)}
        </>
      )}
    </p>
  );
}
