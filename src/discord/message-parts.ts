// Reads the text and the custom ids of a message, whether it uses `content` or components.
import type { Message } from 'discord.js';

/** The text that people see. */
export function textOf(message: Message): string {
  return message.content === '' ? collect(message, 'content').join('\n\n') : message.content;
}

/** Custom ids of buttons and menus, in order. */
export function customIdsOf(message: Message): readonly string[] {
  return collect(message, 'custom_id');
}

function collect({ components }: Message, key: 'content' | 'custom_id'): string[] {
  const search = (value: unknown): string[] => {
    if (Array.isArray(value)) return value.flatMap(search);
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([name, child]) =>
      name === key && typeof child === 'string' ? [child] : search(child),
    );
  };
  return search(components.map((component) => component.toJSON()));
}
