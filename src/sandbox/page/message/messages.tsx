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
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const [hasNew, setNew] = useState(false);
  const [menu, setMenu] = useState<{ view: MessageView; position: MenuPosition }>();
  const [idsWithJson, setIdsWithJson] = useState<ReadonlySet<string>>(new Set());

  const scrollToEnd = () => {
    isAtEnd.current = true;
    setNew(false);
    if (box.current !== null) box.current.scrollTop = box.current.scrollHeight;
  };
  useLayoutEffect(scrollToEnd, [channelId]);
  useLayoutEffect(() => {
    if (isAtEnd.current || last?.author.id === state.snapshot?.me) scrollToEnd();
    else if (last !== undefined) setNew(true);
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
    const { scrollTop, scrollHeight, clientHeight } = box.current;
    isAtEnd.current = scrollHeight - scrollTop - clientHeight < AT_END_PX;
    if (isAtEnd.current) setNew(false);
  }

  const toggleJson = (id: string) => {
    const next = new Set(idsWithJson);
    if (!next.delete(id)) next.add(id);
    setIdsWithJson(next);
  };

  return (
    <div class="messages">
      <section class="scroll" ref={box} onScroll={onScroll} aria-label={pageText.messages}>
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
