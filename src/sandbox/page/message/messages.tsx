// The messages of a channel: keeps the newest in sight for who is there, and the place for who reads above.
import { ApplicationCommandType } from 'discord-api-types/v10';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { MessageView } from '../../protocol.js';
import { Menu, type MenuItem, type MenuPosition } from '../layout/menu.js';
import { PendingInteractions } from '../layout/pending-interactions.js';
import type { Session } from '../state/session.js';
import { currentCommands, type PageState } from '../state/state.js';
import { Message } from './message.js';
import { canBeRepliedTo, messageText } from './message-text.js';

/** A later message of the same author is set below the first. */
const COMPACT_WITHIN_MS = 7 * 60_000;
/** So near to the end counts as being there. */
const AT_END_PX = 48;

/** The log; `children` stands above the first message. */
export function Messages({
  state,
  session,
  children,
}: {
  readonly state: PageState;
  readonly session: Session;
  readonly children: ComponentChildren;
}) {
  const { channelId = '' } = state;
  const messages = state.logs[channelId]?.messages ?? [];
  const last = messages.at(-1)?.message;
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const [hasNew, setNew] = useState(false);
  const [menu, setMenu] = useState<{ shown: MessageView; place: MenuPosition }>();
  const [withJson, setWithJson] = useState<ReadonlySet<string>>(new Set());

  const toEnd = () => {
    isAtEnd.current = true;
    setNew(false);
    if (box.current !== null) box.current.scrollTop = box.current.scrollHeight;
  };
  // Another channel starts at its end
  useLayoutEffect(toEnd, [channelId]);
  useLayoutEffect(() => {
    if (isAtEnd.current || last?.author.id === state.snapshot?.me) toEnd();
    else if (last !== undefined) setNew(true);
  }, [last?.id]);
  useEffect(() => {
    // Grows by edits, pictures and opened spoilers as well: whoever is at the end stays there.
    const observer = new ResizeObserver(() => {
      if (isAtEnd.current) toEnd();
    });
    if (box.current !== null) observer.observe(box.current);
    if (content.current !== null) observer.observe(content.current);
    return () => observer.disconnect();
  }, []);

  function onScroll(): void {
    if (box.current === null) return;
    const { scrollTop, scrollHeight, clientHeight } = box.current;
    isAtEnd.current = scrollHeight - scrollTop - clientHeight < AT_END_PX;
    if (isAtEnd.current) setNew(false);
  }

  const toggleJson = (id: string) => {
    const next = new Set(withJson);
    if (!next.delete(id)) next.add(id);
    setWithJson(next);
  };

  return (
    <div class="messages">
      <section class="scroll" ref={box} onScroll={onScroll} aria-label="Messages">
        <div ref={content}>
          {children}
          <div role="log" aria-live="polite" aria-relevant="additions">
            {messages.map((shown, index) => {
              const { id } = shown.message;
              const deed = state.deeds.find(({ on }) => on?.messageId === id);
              const outcome = deed === undefined ? undefined : state.outcomes[deed.interactionId];
              return (
                <Message
                  key={id}
                  shown={shown}
                  isCompact={canBeCompact(messages[index - 1], shown)}
                  controls={{
                    busy: outcome === undefined ? deed?.on?.customId : undefined,
                    use: (component) => void session.useComponent(shown, component),
                  }}
                  failure={outcome?.kind === 'failed' ? outcome.reason : undefined}
                  isJsonShown={withJson.has(id)}
                  onMenu={(place) => setMenu({ shown, place })}
                  onReply={() => session.change({ kind: 'reply', to: shown })}
                  onToggleJson={() => toggleJson(id)}
                  onDismiss={() => void session.dismiss(shown)}
                  onJump={jumpTo}
                />
              );
            })}
          </div>
          <PendingInteractions state={state} session={session} />
        </div>
      </section>
      {hasNew ? (
        <button type="button" class="new-messages" onClick={toEnd}>
          New messages ↓
        </button>
      ) : null}
      {menu === undefined ? null : (
        <Menu
          label="Message"
          place={menu.place}
          items={menuItemsFor(menu.shown, state, session, () => toggleJson(menu.shown.message.id))}
          onClose={() => setMenu(undefined)}
        />
      )}
    </div>
  );
}

function menuItemsFor(
  shown: MessageView,
  state: PageState,
  session: Session,
  toggleJson: () => void,
): MenuItem[] {
  const { message } = shown;
  const commands = currentCommands(state).filter(({ type }) => type === ApplicationCommandType.Message);
  const items: MenuItem[] = [
    { label: 'Copy text', run: () => void navigator.clipboard.writeText(messageText(message)) },
    { label: 'Show or hide JSON', run: toggleJson },
  ];
  if (!canBeRepliedTo(shown)) return items;
  return [
    { label: 'Reply', run: () => session.change({ kind: 'reply', to: shown }) },
    ...items,
    ...commands.map(({ id, name }, index) => ({
      label: name,
      group: index === 0 ? 'Apps' : undefined,
      run: () => void session.runCommand(id, name, [], message.id),
    })),
  ];
}

function canBeCompact(before: MessageView | undefined, { message, isEphemeral }: MessageView): boolean {
  return (
    before !== undefined &&
    before.message.author.id === message.author.id &&
    before.isEphemeral === isEphemeral &&
    message.interaction_metadata === undefined &&
    message.message_reference === undefined &&
    Date.parse(message.timestamp) - Date.parse(before.message.timestamp) < COMPACT_WITHIN_MS
  );
}

function jumpTo(messageId: string): void {
  const target = document.getElementById(`message-${messageId}`);
  target?.scrollIntoView({ block: 'center' });
  target?.focus({ preventScroll: true });
}
