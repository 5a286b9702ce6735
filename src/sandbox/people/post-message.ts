// Posts a message as a person.
import { requireVisibleChannel } from '../interactions/create-interaction.js';
import type { SendMessage } from '../protocol.js';
import { rejectionText as text } from '../text.js';
import type { Json } from '../validation/problems.js';
import { createMessage } from '../world/messages.js';
import { canSend } from '../world/permissions.js';
import type { MessageRecord } from '../world/types.js';
import { requireUpload } from '../world/uploads.js';
import type { World } from '../world/world.js';
import { RejectedAction } from './rejected-action.js';

/** https://docs.discord.com/developers/resources/message#create-message-jsonform-params */
const MAX_CHARS = 2_000;

/**
 * Posts a person's message. `@Name` becomes a mention, as if the person had picked it from the list.
 * @param message `mentionReply`: whether a reply also mentions the author it replies to; default true
 * @throws RejectedAction if the message is empty or too long, or can't be posted here
 */
export function postMessage(
  world: World,
  message: SendMessage & { readonly mentionReply?: boolean | undefined },
): MessageRecord {
  const { userId, channelId, replyToId, mentionReply = true } = message;
  const channel = requireVisibleChannel(world, userId, channelId);
  if (!canSend(world, userId, channel)) throw new RejectedAction(text.readOnlyChannel);
  const author = world.users.get(userId);
  if (!author) throw new RejectedAction(text.unknownPerson);
  const files = (message.attachmentIds ?? []).map((id) => requireUpload(world, id, []));
  if (message.content.trim() === '' && files.length === 0) throw new RejectedAction(text.emptyMessage);
  if ([...message.content].length > MAX_CHARS) throw new RejectedAction(text.messageTooLong(MAX_CHARS));
  if (
    replyToId &&
    !world.messagesOf(channelId).some((record) => record.message.id === replyToId && !record.visibleTo)
  ) {
    throw new RejectedAction(text.repliedMessageDeleted);
  }
  const body: Json = {
    content: replaceMentions(world, message.content),
    ...(replyToId && { message_reference: { message_id: replyToId } }),
    allowed_mentions: { parse: ['users', 'roles', 'everyone'], replied_user: mentionReply },
  };
  return createMessage(world, { channelId, author, body, files });
}

function replaceMentions(world: World, content: string): string {
  let replaced = content;
  for (const { id, username, global_name: name } of world.users.values()) {
    for (const alias of [name, username]) {
      if (alias)
        replaced = replaced.replaceAll(
          new RegExp(`@${alias.replaceAll(/\W/g, '\\$&')}(?![\\w])`, 'gi'),
          `<@${id}>`,
        );
    }
  }
  return replaced;
}
