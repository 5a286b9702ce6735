// The line above a message: what it replies to, or which command it answers.
import { type APIMessage, InteractionType } from 'discord-api-types/v10';
import { parseMarkdown, plainText } from '../markdown/parse-markdown.js';
import { displayName } from '../state/names.js';
import { messageText } from './message-text.js';

const EXCERPT_CHARS = 120;

/** Nothing for a message that stands for itself. */
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
        <span class="bend" aria-hidden="true" />
        <b>{user === undefined ? 'Someone' : displayName(user)}</b> used{' '}
        <span class="mention">{commandName(message.interaction?.name)}</span>
      </p>
    );
  }
  const { referenced_message: original, message_reference: reference } = message;
  if (original == null && reference?.message_id === undefined) return null;
  return (
    <p class="origin">
      <span class="bend" aria-hidden="true" />
      {original == null ? (
        <i>Original message was deleted</i>
      ) : (
        <button type="button" class="jump" onClick={() => onJump(original.id)}>
          <b>{displayName(original.author)}</b>{' '}
          {plainText(parseMarkdown(messageText(original))).slice(0, EXCERPT_CHARS) || 'a message'}
        </button>
      )}
    </p>
  );
}

/** Slash commands are of lower case throughout, those of context menus as good as never. */
function commandName(name: string | undefined): string {
  if (name === undefined) return 'a command';
  return name === name.toLowerCase() ? `/${name}` : name;
}
