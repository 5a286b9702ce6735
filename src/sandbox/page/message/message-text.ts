// A message's plain text, and whether it can be replied to.
import type { APIMessage } from 'discord-api-types/v10';
import type { MessageView } from '../../protocol.js';

/** Other messages can't refer to private replies or to deferred ones that are still empty. */
export function canBeRepliedTo({ isEphemeral, isThinking }: MessageView): boolean {
  return !isEphemeral && !isThinking;
}

/** All text of a message. Used for copying and for excerpts. */
export function messageText({ content, components = [], embeds }: APIMessage): string {
  return [content, ...embeds.map((embed) => embed.description ?? ''), ...components.map(componentText)]
    .filter((text) => text !== '')
    .join('\n');
}

function componentText(component: object): string {
  const content = 'content' in component && typeof component.content === 'string' ? [component.content] : [];
  const nested = 'components' in component && Array.isArray(component.components) ? component.components : [];
  return [...content, ...nested.map((part: object) => componentText(part))]
    .filter((text) => text !== '')
    .join('\n');
}
