// The shortcut that sends a message, command or form from anywhere in it.

/** Whether this is Ctrl+Enter, or Command+Enter on a Mac. */
export function isSendShortcut({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return key === 'Enter' && (ctrlKey || metaKey);
}
