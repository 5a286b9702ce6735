// Puts the caret back into the text field that has the focus.

/**
 * When a dialog closes, Chromium gives the focus back to the field that had it, but can leave the caret where the last click in
 * the dialog put it. The field then looks focused and ignores what is typed.
 */
export function restoreCaret(): void {
  const { activeElement: field } = document;
  const isField = field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement;
  // Fields without text, such as those for files, have no selection.
  if (isField && field.selectionStart !== null)
    field.setSelectionRange(field.selectionStart, field.selectionEnd);
}
