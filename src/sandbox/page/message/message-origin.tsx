// The line above a message that says which command it answers or which message it replies to.
import { type APIMessage, InteractionType } from 'discord-api-types/v10';
import { parseMarkdown, plainText } from '../markdown/parse-markdown.js';
import { displayName } from '../state/names.js';
import { pageText } from '../text.js';
import { messageText } from './message-text.js';

const EXCERPT_CHARS = 120;

/** Renders nothing for other messages. */
export function MessageOrigin({
  message,
  onJump,
}: {
  readonly message: APIMessage;
  onJump(messageId: string): void;
}) {
  const metadata = message.interaction_metadata;
  if (metadata?.type === InteractionType.ApplicationCommand || message.interaction !== undefined) {
    const user = metadata?.user ?? message.interaction?.user;
    return (
      <p class="origin">
        <span class="reply-line" aria-hidden="true" />
        <b>{user === undefined ? pageText.someone : displayName(user)}</b> {pageText.used}{' '}
        <span class="mention">{commandName(message.interaction?.name)}</span>
      </p>
    );
  }
  const { referenced_message: original, message_reference: reference } = message;
  if (original == null && reference?.message_id === undefined) return null;
  return (
    <p class="origin">
      <span class="reply-line" aria-hidden="true" />
      {original == null ? (
        <i>{pageText.originalDeleted}</i>
      ) : (
        <button type="button" class="jump" onClick={() => onJump(original.id)}>
          <b>{displayName(original.author)}</b> {excerptOf(original) || pageText.aMessage}
        </button>
      )}
    </p>
  );
}

/** Slash command names are always lower case. Context menu names almost never are, so they get no slash. */
function commandName(name: string | undefined): string {
  if (name === undefined) return pageText.aCommand;
  return name === name.toLowerCase() ? `/${name}` : name;
}

function excerptOf(message: APIMessage): string {
  const text = plainText(parseMarkdown(messageText(message)));
  return text.length <= EXCERPT_CHARS ? text : `${text.slice(0, EXCERPT_CHARS)}…`;
}
