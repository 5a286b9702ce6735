// Tells touch screens from screens with a pointer.

/** Whether the main input can hover. On touch screens it can't, and a focused text field opens the keyboard. */
export function hasHover(): boolean {
  return window.matchMedia('(hover: hover)').matches;
}
