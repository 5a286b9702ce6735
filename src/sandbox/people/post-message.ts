// A person writes a message.
import { requireVisibleChannel } from '../interactions/create-interaction.js';
import type { SendMessage } from '../protocol.js';
import type { Json } from '../validation/problems.js';
import { createMessage } from '../world/messages.js';
import { canSend } from '../world/permissions.js';
import type { MessageRecord } from '../world/types.js';
import type { World } from '../world/world.js';
import { RejectedAction } from './rejected-action.js';

/**
 * Sends what a person wrote. `@Name` at a word's end is a mention, as if it had been picked from the list.
 * @param message `mentionReply`: whether the author of what is replied to is told; default true
 * @throws Refused
 */
export function postMessage(
  world: World,
  message: SendMessage & { readonly mentionReply?: boolean | undefined },
): MessageRecord {
  const { userId, channelId, replyToId, mentionReply = true } = message;
  const channel = requireVisibleChannel(world, userId, channelId);
  if (!canSend(world, userId, channel)) throw new RejectedAction('You cannot write in this channel.');
  const author = world.users.get(userId);
  if (!author) throw new RejectedAction('There is no such person.');
  if (message.content.trim() === '') throw new RejectedAction('Write something first.');
  if ([...message.content].length > 2000)
    throw new RejectedAction('A message takes at most 2000 characters.');
  if (
    replyToId &&
    !world.messagesOf(channelId).some((record) => record.message.id === replyToId && !record.visibleTo)
  ) {
    throw new RejectedAction('The message that you reply to is gone.');
  }
  const body: Json = {
    content: replaceMentions(world, message.content),
    ...(replyToId && { message_reference: { message_id: replyToId } }),
    allowed_mentions: { parse: ['users', 'roles', 'everyone'], replied_user: mentionReply },
  };
  return createMessage(world, { channelId, author, body });
}

function replaceMentions(world: World, content: string): string {
  let text = content;
  for (const { id, username, global_name: name } of world.users.values()) {
    for (const written of [name, username]) {
      if (written)
        text = text.replaceAll(
          new RegExp(`@${written.replaceAll(/\W/g, '\\$&')}(?![\\w])`, 'gi'),
          `<@${id}>`,
        );
    }
  }
  return text;
}
