// One message: author, time, content, toolbar, and the JSON that the bot sent.
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
import { pageText } from '../text.js';
import { MessageOrigin } from './message-origin.js';
import { canBeRepliedTo } from './message-text.js';

export interface MessageProps {
  readonly view: MessageView;
  /** Without avatar and name, because it follows a message of the same author. */
  readonly isCompact: boolean;
  readonly controls: ControlContext;
  /** Why the last interaction with one of its components failed. */
  readonly failure: string | undefined;
  readonly isJsonShown: boolean;
  onMenu(position: MenuPosition): void;
  onReply(): void;
  onToggleJson(): void;
  onDismiss(): void;
  onJump(messageId: string): void;
}

/** Renders a message like Discord's client. */
export function Message(props: MessageProps) {
  const { view, isCompact, isJsonShown } = props;
  const { message, isEphemeral } = view;
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
          <Body view={view} controls={props.controls} />
          {props.failure === undefined ? null : (
            <p class="failure" role="alert">
              {props.failure}
            </p>
          )}
          {isEphemeral ? (
            <p class="ephemeral-note">
              <span aria-hidden="true">◉ </span>
              {pageText.onlyYou} ·{' '}
              <button type="button" class="link-button" onClick={props.onDismiss}>
                {pageText.dismiss}
              </button>
            </p>
          ) : null}
          {isJsonShown ? <Json view={view} /> : null}
        </div>
      </div>
      <Toolbar {...props} />
    </article>
  );
}

function Body({ view, controls }: { readonly view: MessageView; readonly controls: ControlContext }) {
  const { message, isThinking } = view;
  if (isThinking) {
    return (
      <p class="thinking">
        <Dots /> {pageText.isThinking(displayName(message.author))}
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
          {pageText.edited}
        </small>
      )}
    </>
  );
}

/** Three moving dots. They stay still for people who prefer reduced motion. */
export function Dots() {
  return (
    <span class="dots" aria-hidden="true">
      <i />
      <i />
      <i />
    </span>
  );
}

function Json({ view }: { readonly view: MessageView }) {
  const [isCopied, setCopied] = useState(false);
  const isFromBot = view.payload !== undefined;
  const text = JSON.stringify(isFromBot ? view.payload : view.message, undefined, 2);
  return (
    <figure class="json">
      <figcaption>
        {isFromBot ? pageText.payloadCaption : pageText.messageCaption}
        <button
          type="button"
          class="link-button"
          onClick={async () => {
            await navigator.clipboard.writeText(text);
            setCopied(true);
          }}
        >
          {isCopied ? pageText.copied : pageText.copy}
        </button>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must be reachable by keyboard */}
      <pre tabIndex={0}>{text}</pre>
    </figure>
  );
}

function Toolbar({ view, isJsonShown, onReply, onToggleJson, onMenu }: MessageProps) {
  return (
    <div class="toolbar">
      {canBeRepliedTo(view) ? (
        <button type="button" aria-label={pageText.reply} title={pageText.reply} onClick={onReply}>
          ↩
        </button>
      ) : null}
      <button
        type="button"
        aria-label={isJsonShown ? pageText.hideJson : pageText.showJson}
        title={isJsonShown ? pageText.hideJson : pageText.showJson}
        aria-pressed={isJsonShown}
        onClick={onToggleJson}
      >
        {'{ }'}
      </button>
      <button
        type="button"
        aria-label={pageText.more}
        title={pageText.more}
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
