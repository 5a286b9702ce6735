// One message: who, when, what the bot really sent, and what can be done with it.
import { MessageFlags } from 'discord-api-types/v10';
import { useState } from 'preact/hooks';
import type { MessageView } from '../../protocol.js';
import { Components } from '../components/components-v2.js';
import type { ControlContext } from '../components/control-context.js';
import { Attachment, Embed } from '../components/embeds.js';
import { Avatar } from '../layout/avatar.js';
import type { MenuPosition } from '../layout/menu.js';
import { Markdown } from '../markdown/markdown-view.js';
import { displayName } from '../state/names.js';
import { formatFullTime, formatMessageTime } from '../state/time.js';
import { MessageOrigin } from './message-origin.js';
import { canBeRepliedTo } from './message-text.js';

export interface MessageProps {
  readonly shown: MessageView;
  /** Follows one of the same author closely: without picture and name. */
  readonly isCompact: boolean;
  readonly controls: ControlContext;
  /** Why the last use of one of its controls failed. */
  readonly failure: string | undefined;
  readonly isJsonShown: boolean;
  onMenu(place: MenuPosition): void;
  onReply(): void;
  onToggleJson(): void;
  onDismiss(): void;
  onJump(messageId: string): void;
}

/** Shows a message as Discord would. */
export function Message(props: MessageProps) {
  const { shown, isCompact, isJsonShown } = props;
  const { message, isEphemeral } = shown;
  const name = displayName(message.author);
  const className = ['message', isCompact && 'compact', isEphemeral && 'ephemeral'].filter(Boolean).join(' ');
  return (
    <article
      id={`message-${message.id}`}
      class={className}
      tabIndex={-1}
      aria-label={`${name}, ${formatMessageTime(message.timestamp)}`}
      onContextMenu={(event) => {
        if (window.getSelection()?.isCollapsed === false) return;
        event.preventDefault();
        props.onMenu({ x: event.clientX, y: event.clientY });
      }}
    >
      <MessageOrigin message={message} onJump={props.onJump} />
      <div class="message-row">
        {isCompact ? <span class="gutter" /> : <Avatar id={message.author.id} name={name} />}
        <div class="message-main">
          {isCompact ? null : (
            <header>
              <span class="author">{name}</span>
              {message.author.bot === true ? <span class="app-tag">APP</span> : null}
              <time dateTime={message.timestamp} title={formatFullTime(Date.parse(message.timestamp))}>
                {formatMessageTime(message.timestamp)}
              </time>
            </header>
          )}
          <Body shown={shown} controls={props.controls} />
          {props.failure === undefined ? null : (
            <p class="failure" role="alert">
              {props.failure}
            </p>
          )}
          {isEphemeral ? (
            <p class="ephemeral-note">
              <span aria-hidden="true">◉ </span>Only you can see this ·{' '}
              <button type="button" class="link-button" onClick={props.onDismiss}>
                Dismiss message
              </button>
            </p>
          ) : null}
          {isJsonShown ? <Json shown={shown} /> : null}
        </div>
      </div>
      <Toolbar {...props} />
    </article>
  );
}

function Body({ shown, controls }: { readonly shown: MessageView; readonly controls: ControlContext }) {
  const { message, isThinking } = shown;
  if (isThinking) {
    return (
      <p class="thinking">
        <Dots /> {displayName(message.author)} is thinking…
      </p>
    );
  }
  const isV2 = ((message.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
  return (
    <>
      {message.content === '' ? null : <Markdown text={message.content} />}
      {message.embeds.map((embed, index) => (
        <Embed key={index} embed={embed} />
      ))}
      {isV2 ? null : message.attachments.map((file) => <Attachment key={file.id} attachment={file} />)}
      <Components components={message.components ?? []} context={controls} />
      {message.edited_timestamp === null ? null : (
        <small class="edited" title={formatFullTime(Date.parse(message.edited_timestamp))}>
          (edited)
        </small>
      )}
    </>
  );
}

/** Three dots that move, unless motion is not wanted. */
export function Dots() {
  return (
    <span class="dots" aria-hidden="true">
      <i />
      <i />
      <i />
    </span>
  );
}

function Json({ shown }: { readonly shown: MessageView }) {
  const [isCopied, setCopied] = useState(false);
  const isSent = shown.payload !== undefined;
  const text = JSON.stringify(isSent ? shown.payload : shown.message, undefined, 2);
  return (
    <figure class="json">
      <figcaption>
        {isSent ? 'The payload that the bot sent' : 'The message as the sandbox keeps it'}
        <button
          type="button"
          class="link-button"
          onClick={async () => {
            await navigator.clipboard.writeText(text);
            setCopied(true);
          }}
        >
          {isCopied ? 'Copied' : 'Copy'}
        </button>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to reach it */}
      <pre tabIndex={0}>{text}</pre>
    </figure>
  );
}

function Toolbar({ shown, isJsonShown, onReply, onToggleJson, onMenu }: MessageProps) {
  return (
    <div class="toolbar">
      {canBeRepliedTo(shown) ? (
        <button type="button" aria-label="Reply" title="Reply" onClick={onReply}>
          ↩
        </button>
      ) : null}
      <button
        type="button"
        aria-label={isJsonShown ? 'Hide JSON' : 'Show JSON'}
        title={isJsonShown ? 'Hide JSON' : 'Show JSON'}
        aria-pressed={isJsonShown}
        onClick={onToggleJson}
      >
        {'{ }'}
      </button>
      <button
        type="button"
        aria-label="More"
        title="More"
        aria-haspopup="menu"
        onClick={(event) => {
          const { left, bottom } = event.currentTarget.getBoundingClientRect();
          onMenu({ x: left, y: bottom });
        }}
      >
        …
      </button>
    </div>
  );
}
