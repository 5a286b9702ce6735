// A modal opened by the bot. Inputs are checked before they're sent.
import { type APIModalInteractionResponseCallbackData, ComponentType } from 'discord-api-types/v10';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { FilledFields } from '../../protocol.js';
import { isSendShortcut } from '../composer/send-shortcut.js';
import { Markdown } from '../markdown/markdown-view.js';
import type { Session } from '../state/session.js';
import type { OpenModal } from '../state/state.js';
import { pageText } from '../text.js';
import { Field, type FormInput, findProblem, initialValue, isSupported } from './modal-field.js';
import { restoreCaret } from './restore-caret.js';

type ModalPart = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'unknown' } | FormInput;

/** Uses the browser's dialog element, which keeps the focus inside and closes on Escape. */
export function Modal({
  open,
  session,
  notice,
}: {
  readonly open: OpenModal;
  readonly session: Session;
  /** Why the sandbox rejected the last submission. */
  readonly notice: string | undefined;
}) {
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const parts = modalParts(open.modal);
  const inputs = parts.flatMap((part) => (part.kind === 'input' ? [part.input] : []));
  const [fields, setFields] = useState<FilledFields>(
    Object.fromEntries(inputs.map((input) => [input.custom_id, initialValue(input)])),
  );
  const [isChecked, setChecked] = useState(false);
  useLayoutEffect(() => {
    const { current } = dialog;
    current?.showModal();
    // By default, the dialog focuses its first button, which is Close.
    current?.querySelector<HTMLElement>('input, textarea, .select-button')?.focus();
    // Closing returns the focus to the element that had it before. Removing an open dialog doesn't.
    return () => closeDialog(current);
  }, []);

  async function submit(): Promise<void> {
    setChecked(true);
    const invalid = inputs.find((input) => findProblem(input, fields[input.custom_id] ?? '') !== undefined);
    if (invalid === undefined) await session.submitModal(fields);
    else dialog.current?.querySelector<HTMLElement>(`[name="${CSS.escape(invalid.custom_id)}"]`)?.focus();
  }

  return (
    <dialog
      ref={dialog}
      class="modal"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        closeDialog(dialog.current);
      }}
      onClose={() => {
        // The event arrives late, when the bot may have opened another modal.
        if (session.state().modal?.interactionId === open.interactionId)
          session.change({ kind: 'modal-closed' });
      }}
    >
      <form
        noValidate
        onKeyDown={(event) => {
          if (!isSendShortcut(event)) return;
          event.preventDefault();
          void submit();
        }}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <header>
          <h2 id={titleId}>{open.modal.title}</h2>
          <button
            type="button"
            class="link-button"
            aria-label={pageText.close}
            onClick={() => closeDialog(dialog.current)}
          >
            ✕
          </button>
        </header>
        {parts.map((part, index) => {
          if (part.kind === 'text') return <Markdown key={`text-${index}`} text={part.text} />;
          if (part.kind === 'unknown') return <p key={`unknown-${index}`}>{pageText.unknownField}</p>;
          const { custom_id: id } = part.input;
          return (
            <Field
              key={id}
              part={part}
              value={fields[id] ?? ''}
              isChecked={isChecked}
              session={session}
              onFill={(value) => setFields((latest) => ({ ...latest, [id]: value }))}
            />
          );
        })}
        {notice === undefined ? null : (
          <p class="failure" role="alert">
            {notice}
          </p>
        )}
        <footer>
          <span class="modal-hint">
            <kbd>{pageText.submitHint.keys}</kbd> {pageText.submitHint.meaning}
          </span>
          <button type="button" class="button secondary" onClick={() => closeDialog(dialog.current)}>
            {pageText.cancel}
          </button>
          <button type="submit" class="button primary" aria-keyshortcuts="Control+Enter">
            {pageText.submit}
          </button>
        </footer>
      </form>
    </dialog>
  );
}

/** Closes it and puts the caret back at once: the close event comes later, when somebody may be typing already. */
function closeDialog(dialog: HTMLDialogElement | null): void {
  dialog?.close();
  restoreCaret();
}

function modalParts({ components }: APIModalInteractionResponseCallbackData): readonly ModalPart[] {
  return components.flatMap((component): readonly ModalPart[] => {
    switch (component.type) {
      case ComponentType.TextDisplay:
        return [{ kind: 'text', text: component.content }];
      case ComponentType.ActionRow:
        return component.components.map((input) => ({
          kind: 'input',
          input,
          label: input.label ?? input.custom_id,
        }));
      case ComponentType.Label: {
        const { label, description, component: input } = component;
        return [isSupported(input) ? { kind: 'input', input, label, description } : { kind: 'unknown' }];
      }
      default:
        return [{ kind: 'unknown' }];
    }
  });
}
