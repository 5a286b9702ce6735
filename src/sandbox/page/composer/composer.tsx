// The text field for messages, with mentions and slash commands.
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { UploadedFile } from '../../protocol.js';
import { hasHover } from '../layout/has-hover.js';
import { channelTitle, displayName } from '../state/names.js';
import type { Session } from '../state/session.js';
import { currentChannel, currentCommands, type PageState } from '../state/state.js';
import { pageText } from '../text.js';
import { AttachButton, AttachedFiles } from './attachments.js';
import { CommandForm } from './command-form.js';
import { type CommandEntry, filterEntries, listCommandEntries, parseCommandText } from './commands.js';
import { type Completion, CompletionList, moveActive, optionId } from './completion-list.js';
import { isSendShortcut } from './send-shortcut.js';

/** A command being filled in, with the text typed after its name. */
export interface StartedCommand {
  readonly entry: CommandEntry;
  readonly typed: string;
}

interface CompletionItem extends Completion {
  pick(): void;
}

/** Matches an unfinished mention before the caret. */
const MENTION_BEFORE_CARET = /(?:^|\s)@([^\s@]{0,32})$/;
const MAX_MENTION_SUGGESTIONS = 8;

/** The bottom of a channel. The parent holds `command`, so that other components can start one too. */
export function Composer({
  state,
  session,
  command,
  onCommand,
}: {
  readonly state: PageState;
  readonly session: Session;
  readonly command: StartedCommand | undefined;
  onCommand(command: StartedCommand | undefined): void;
}) {
  const listId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const [files, setFiles] = useState<readonly UploadedFile[]>([]);
  const [active, setActive] = useState(0);
  const [isListHidden, setListHidden] = useState(false);
  const current = currentChannel(state);
  const users = state.snapshot?.users ?? [];
  const entries = listCommandEntries(currentCommands(state));
  const replyTo = state.replyTo?.message;

  /** The channel in which a command was being filled in. */
  const formChannelId = useRef<string | undefined>(undefined);
  useEffect(() => {
    const isBackFromForm = command === undefined && formChannelId.current === state.channelId;
    formChannelId.current = command === undefined ? undefined : state.channelId;
    if (isBackFromForm || hasHover()) field.current?.focus();
  }, [state.channelId, command === undefined]);
  useEffect(() => {
    if (replyTo !== undefined) field.current?.focus();
  }, [replyTo?.id]);

  function type(next: string): void {
    const started = parseCommandText(next, entries);
    setText(started === undefined ? next : '');
    setActive(0);
    setListHidden(false);
    if (started !== undefined) onCommand({ entry: started.entry, typed: started.rest });
  }

  function findCompletions(): readonly CompletionItem[] {
    if (isListHidden) return [];
    if (/^\/[^\n]*$/.test(text)) {
      return filterEntries(entries, text.slice(1)).map((entry) => ({
        key: entry.name,
        name: `/${entry.name}`,
        detail: entry.description,
        pick() {
          setText('');
          onCommand({ entry, typed: '' });
        },
      }));
    }
    const caret = field.current?.selectionStart ?? text.length;
    const typed = MENTION_BEFORE_CARET.exec(text.slice(0, caret))?.[1]?.toLowerCase();
    if (typed === undefined) return [];
    return users
      .filter((user) => displayName(user).toLowerCase().includes(typed) || user.username.includes(typed))
      .slice(0, MAX_MENTION_SUGGESTIONS)
      .map((user) => ({
        key: user.id,
        name: `@${displayName(user)}`,
        detail: user.id === state.snapshot?.botId ? pageText.app : user.role,
        pick: () => type(`${text.slice(0, caret - typed.length)}${displayName(user)} ${text.slice(caret)}`),
      }));
  }

  async function send(): Promise<void> {
    if (text.trim() === '' && files.length === 0) return;
    const content = users
      .toSorted((one, other) => displayName(other).length - displayName(one).length)
      .reduce((replaced, user) => replaced.replaceAll(`@${displayName(user)}`, `<@${user.id}>`), text.trim());
    if (
      await session.sendMessage(
        content,
        files.map(({ id }) => id),
      )
    ) {
      setText('');
      setFiles([]);
    }
    field.current?.focus();
  }

  const items = findCompletions();
  function onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const step = moveActive(event.key, active, items.length);
    if (isSendShortcut(event) && !text.startsWith('/')) void send();
    else if (step !== undefined) setActive(step);
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && items.length > 0)
      items[active]?.pick();
    else if (event.key === 'Escape' && items.length > 0) setListHidden(true);
    else if (event.key === 'Escape' && replyTo !== undefined)
      session.change({ kind: 'reply-target-changed', replyTo: undefined });
    else if (event.key === 'Enter' && !event.shiftKey) void send();
    else return;
    event.preventDefault();
  }

  if (current?.channel.canSend !== true) {
    return <p class="composer closed">{state.notice ?? pageText.readOnly}</p>;
  }
  return (
    <footer class="composer">
      {state.notice === undefined ? null : (
        <p class="failure notice" role="alert">
          {state.notice}
        </p>
      )}
      {replyTo === undefined ? null : (
        <p class="reply-bar">
          {pageText.replyingTo} <b>{displayName(replyTo.author)}</b>
          <button
            type="button"
            class="link-button"
            aria-label={pageText.cancelReply}
            onClick={() => session.change({ kind: 'reply-target-changed', replyTo: undefined })}
          >
            ✕
          </button>
        </p>
      )}
      {command === undefined ? (
        <>
          {items.length === 0 ? null : (
            <CompletionList
              id={listId}
              label={text.startsWith('/') ? pageText.commands : pageText.people}
              items={items}
              active={active}
              onPick={(index) => items[index]?.pick()}
            />
          )}
          <AttachedFiles files={files} onChange={setFiles} />
          <div class="field">
            <AttachButton
              session={session}
              onAttach={(attached) => {
                setFiles([...files, ...attached]);
                field.current?.focus();
              }}
            />
            <textarea
              ref={field}
              rows={1}
              value={text}
              placeholder={placeholderFor(channelTitle(current.channel))}
              aria-label={pageText.messageLabel(current.channel.name)}
              aria-autocomplete="list"
              aria-controls={listId}
              aria-activedescendant={items.length > 0 ? optionId(listId, active) : undefined}
              onInput={(event) => type(event.currentTarget.value)}
              onKeyDown={onKeyDown}
            />
            <button
              type="button"
              class="send"
              aria-label={pageText.send}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => void send()}
            >
              ➤
            </button>
          </div>
        </>
      ) : (
        <CommandForm
          key={command.entry.name}
          entry={command.entry}
          typed={command.typed}
          session={session}
          onSent={() => onCommand(undefined)}
          onCancel={() => onCommand(undefined)}
        />
      )}
    </footer>
  );
}

/** The long placeholder doesn't fit on phones. */
function placeholderFor(channel: string): string {
  return hasHover() ? pageText.messagePlaceholder(channel) : pageText.shortPlaceholder(channel);
}
