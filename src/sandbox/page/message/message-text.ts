// What of a message can be copied, quoted and answered.
import type { APIMessage } from 'discord-api-types/v10';
import type { MessageView } from '../../protocol.js';

/** Private replies and those that have not come yet are no messages that others could refer to. */
export function canBeRepliedTo({ isEphemeral, isThinking }: MessageView): boolean {
  return !isEphemeral && !isThinking;
}

/** All text of a message, for copying and for excerpts. */
export function messageText({ content, components = [], embeds }: APIMessage): string {
  return [content, ...embeds.map((embed) => embed.description ?? ''), ...components.map(componentText)]
    .filter((text) => text !== '')
    .join('\n');
}

function componentText(component: object): string {
  const own = 'content' in component && typeof component.content === 'string' ? [component.content] : [];
  const inner = 'components' in component && Array.isArray(component.components) ? component.components : [];
  return [...own, ...inner.map((part: object) => componentText(part))]
    .filter((text) => text !== '')
    .join('\n');
}
