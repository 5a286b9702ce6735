// Keeps the keyboard focus in place when the focused element disappears or is disabled.

/**
 * Watches `root`. If the focused element is removed, the fallback gets the focus. If it is disabled, such as “Next” on
 * the last page, an enabled button next to it does.
 * @returns a function that stops watching
 */
export function keepFocus(root: HTMLElement, findFallback: () => HTMLElement | null): () => void {
  let focused: Element | null = null;
  const remember = () => {
    focused = document.activeElement;
  };
  const observer = new MutationObserver(() => {
    if (focused === null) return;
    const isGone = !focused.isConnected;
    if (!isGone && !focused.matches(':disabled')) return;
    const { activeElement } = document;
    const hasMovedOn = activeElement !== document.body && activeElement !== focused;
    const sibling = isGone ? null : focused.parentElement?.querySelector<HTMLElement>('button:enabled');
    focused = null;
    if (!hasMovedOn) (sibling ?? findFallback())?.focus();
  });
  root.addEventListener('focusin', remember);
  observer.observe(root, { childList: true, subtree: true, attributeFilter: ['disabled'] });
  return () => {
    root.removeEventListener('focusin', remember);
    observer.disconnect();
  };
}
