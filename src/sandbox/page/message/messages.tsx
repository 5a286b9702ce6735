// A channel's messages. Scrolls to new messages only if the person is already at the end.
import { ApplicationCommandType } from 'discord-api-types/v10';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { MessageView } from '../../protocol.js';
import { Menu, type MenuItem, type MenuPosition } from '../layout/menu.js';
import { PendingInteractions } from '../layout/pending-interactions.js';
import type { Session } from '../state/session.js';
import { currentCommands, type PageState } from '../state/state.js';
import { pageText } from '../text.js';
import { Message } from './message.js';
import { canBeRepliedTo, messageText } from './message-text.js';

/** A message is compact if it follows one of the same author within this time. */
const COMPACT_WITHIN_MS = 7 * 60_000;
/** The distance from the end, in pixels, that still counts as being at the end. */
const AT_END_PX = 48;

/** `children` is shown above the first message. */
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
  const messages = state.messageLogs[channelId]?.messages ?? [];
  const last = messages.at(-1)?.message;
  const lastSent = state.pendingInteractions.findLast(
    (pending) => pending.channelId === channelId && pending.target === undefined,
  );
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const newestId = useRef('0');
  /** The scroll position and heights that were last set or seen. */
  const lastSeen = useRef({ scrollTop: 0, scrollHeight: 0, clientHeight: 0 });
  const [hasNew, setNew] = useState(false);
  const [menu, setMenu] = useState<{ view: MessageView; position: MenuPosition }>();
  const [idsWithJson, setIdsWithJson] = useState<ReadonlySet<string>>(new Set());

  const scrollToEnd = () => {
    isAtEnd.current = true;
    setNew(false);
    if (box.current === null) return;
    box.current.scrollTop = box.current.scrollHeight;
    // While at the end, only a person scrolls up, never the browser to keep other messages in place.
    box.current.style.overflowAnchor = 'none';
    lastSeen.current = positionOf(box.current);
  };
  // Whoever sends a command or a form wants to see its reply. A button's reply can come below what they are reading.
  useLayoutEffect(scrollToEnd, [channelId, lastSent?.interactionId]);
  useLayoutEffect(() => {
    if (last === undefined) return;
    // After a deletion, the last message is an older one.
    const isNew = BigInt(last.id) > BigInt(newestId.current);
    newestId.current = last.id;
    if (isAtEnd.current || (isNew && last.author.id === state.snapshot?.me)) scrollToEnd();
    else if (isNew) setNew(true);
  }, [last?.id]);
  useEffect(() => {
    // Edits, images and opened spoilers change the height too. Stay at the end if the person is there.
    const observer = new ResizeObserver(() => {
      if (isAtEnd.current) scrollToEnd();
    });
    if (box.current !== null) observer.observe(box.current);
    if (content.current !== null) observer.observe(content.current);
    return () => observer.disconnect();
  }, []);

  function onScroll(): void {
    if (box.current === null) return;
    const { scrollTop, scrollHeight, clientHeight } = positionOf(box.current);
    const last = lastSeen.current;
    // The browser also moves the position, if the messages shrink or the composer gets smaller.
    const isMovedByLayout = clientHeight !== last.clientHeight || scrollHeight < last.scrollHeight;
    // Unless someone scrolled up, it was a growing message that moved the end away.
    const isStaying = isAtEnd.current && (scrollTop >= last.scrollTop || isMovedByLayout);
    isAtEnd.current = isStaying || scrollHeight - scrollTop - clientHeight < AT_END_PX;
    lastSeen.current = { scrollTop, scrollHeight, clientHeight };
    box.current.style.overflowAnchor = isAtEnd.current ? 'none' : 'auto';
    if (isStaying) scrollToEnd();
    else if (isAtEnd.current) setNew(false);
  }

  const toggleJson = (id: string) => {
    const next = new Set(idsWithJson);
    if (!next.delete(id)) next.add(id);
    setIdsWithJson(next);
  };

  return (
    <div class="messages">
      <section class="scroll" ref={box} tabIndex={-1} onScroll={onScroll} aria-label={pageText.messages}>
        <div ref={content}>
          {children}
          <div role="log" aria-live="polite" aria-relevant="additions">
            {messages.map((view, index) => {
              const { id } = view.message;
              const pending = state.pendingInteractions.find(({ target }) => target?.messageId === id);
              const outcome = pending === undefined ? undefined : state.outcomes[pending.interactionId];
              return (
                <Message
                  key={id}
                  view={view}
                  isCompact={canBeCompact(messages[index - 1], view)}
                  controls={{
                    busy: outcome === undefined ? pending?.target?.customId : undefined,
                    use: (component) => void session.useComponent(view, component),
                  }}
                  failure={outcome?.kind === 'failed' ? outcome.reason : undefined}
                  isJsonShown={idsWithJson.has(id)}
                  onMenu={(position) => setMenu({ view, position })}
                  onReply={() => session.change({ kind: 'reply-target-changed', replyTo: view })}
                  onToggleJson={() => toggleJson(id)}
                  onDismiss={() => void session.dismiss(view)}
                  onJump={jumpTo}
                />
              );
            })}
          </div>
          <PendingInteractions state={state} session={session} />
        </div>
      </section>
      {hasNew ? (
        <button type="button" class="new-messages" onClick={scrollToEnd}>
          {pageText.newMessages}
        </button>
      ) : null}
      {menu === undefined ? null : (
        <Menu
          label={pageText.message}
          position={menu.position}
          items={menuItemsFor(menu.view, state, session, () => toggleJson(menu.view.message.id))}
          onClose={() => setMenu(undefined)}
        />
      )}
    </div>
  );
}

function positionOf({ scrollTop, scrollHeight, clientHeight }: HTMLElement) {
  return { scrollTop, scrollHeight, clientHeight };
}

function menuItemsFor(
  view: MessageView,
  state: PageState,
  session: Session,
  toggleJson: () => void,
): MenuItem[] {
  const { message } = view;
  const commands = currentCommands(state).filter(({ type }) => type === ApplicationCommandType.Message);
  const items: MenuItem[] = [
    { label: pageText.copyText, run: () => void navigator.clipboard.writeText(messageText(message)) },
    { label: pageText.toggleJson, run: toggleJson },
  ];
  if (!canBeRepliedTo(view)) return items;
  return [
    { label: pageText.reply, run: () => session.change({ kind: 'reply-target-changed', replyTo: view }) },
    ...items,
    ...commands.map(({ id, name }, index) => ({
      label: name,
      group: index === 0 ? pageText.apps : undefined,
      run: () => void session.runCommand(id, name, [], message.id),
    })),
  ];
}

function canBeCompact(previous: MessageView | undefined, { message, isEphemeral }: MessageView): boolean {
  return (
    previous !== undefined &&
    previous.message.author.id === message.author.id &&
    previous.isEphemeral === isEphemeral &&
    message.interaction_metadata === undefined &&
    message.message_reference === undefined &&
    Date.parse(message.timestamp) - Date.parse(previous.message.timestamp) < COMPACT_WITHIN_MS
  );
}

function jumpTo(messageId: string): void {
  const target = document.getElementById(`message-${messageId}`);
  target?.scrollIntoView({ block: 'center' });
  target?.focus({ preventScroll: true });
}
