// What stands in a message, whichever way it was built: its text, and the ids of its buttons.
import type { Message } from 'discord.js';

/** The text that people read: of a message built of components, its text displays. */
export function textOf(message: Message): string {
  return message.content === '' ? collect(message, 'content').join('\n') : message.content;
}

/** Custom ids of buttons and menus, in order. */
export function customIdsOf(message: Message): readonly string[] {
  return collect(message, 'custom_id');
}

function collect({ components }: Message, key: 'content' | 'custom_id'): string[] {
  const within = (value: unknown): string[] => {
    if (Array.isArray(value)) return value.flatMap(within);
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([name, held]) =>
      name === key && typeof held === 'string' ? [held] : within(held),
    );
  };
  return within(components.map((component) => component.toJSON()));
}
