// A modal opened by the bot. Inputs are checked before they're sent.
import {
  type APIModalInteractionResponseCallbackData,
  type APITextInputComponent,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isSendShortcut } from '../composer/send-shortcut.js';
import { Markdown } from '../markdown/markdown-view.js';
import type { Session } from '../state/session.js';
import type { OpenModal } from '../state/state.js';
import { pageText } from '../text.js';

/** Discord's own limit: https://discord.com/developers/docs/components/reference#text-input */
const MAX_CHARS = 4_000;

type ModalPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'input';
      readonly input: APITextInputComponent;
      readonly label: string;
      readonly description?: string | undefined;
    };

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
  const [fields, setFields] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(inputs.map((input) => [input.custom_id, input.value ?? ''])),
  );
  const [isChecked, setChecked] = useState(false);
  useLayoutEffect(() => {
    const { current } = dialog;
    current?.showModal();
    // By default, the dialog focuses its first button, which is Close.
    current?.querySelector<HTMLElement>('input, textarea')?.focus();
    // Closing returns the focus to the element that had it before. Removing an open dialog doesn't.
    return () => current?.close();
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
            onClick={() => dialog.current?.close()}
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
              onInput={(value) => setFields({ ...fields, [id]: value })}
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
          <button type="button" class="button secondary" onClick={() => dialog.current?.close()}>
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

function Field({
  part,
  value,
  isChecked,
  onInput,
}: {
  readonly part: ModalPart & { kind: 'input' };
  readonly value: string;
  readonly isChecked: boolean;
  onInput(value: string): void;
}) {
  const id = useId();
  const { input, label, description } = part;
  const problem = isChecked ? findProblem(input, value) : undefined;
  const shared = {
    ...{ id, name: input.custom_id, value, placeholder: input.placeholder ?? '' },
    maxLength: input.max_length ?? MAX_CHARS,
    'aria-required': input.required !== false,
    'aria-invalid': problem !== undefined,
    'aria-describedby': `${id}-note`,
    onInput: (event: Event & { currentTarget: { value: string } }) => onInput(event.currentTarget.value),
  };
  return (
    <div class="modal-field">
      <label for={id}>
        {label}
        {input.required === false ? null : <span class="required"> *</span>}
      </label>
      {description === undefined ? null : <small>{description}</small>}
      {input.style === TextInputStyle.Paragraph ? (
        <textarea rows={5} {...shared} />
      ) : (
        <input type="text" {...shared} />
      )}
      <small id={`${id}-note`} class={problem === undefined ? '' : 'failure'}>
        {problem ??
          (input.max_length === undefined ? '' : pageText.charactersUsed(value.length, input.max_length))}
      </small>
    </div>
  );
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
        return [
          input.type === ComponentType.TextInput
            ? { kind: 'input', input, label, description }
            : { kind: 'unknown' },
        ];
      }
      default:
        return [{ kind: 'unknown' }];
    }
  });
}

function findProblem(
  { required, min_length: min = 0 }: APITextInputComponent,
  value: string,
): string | undefined {
  if (value.trim() === '') return required === false ? undefined : pageText.requiredField;
  return value.length < min ? pageText.tooShort(min) : undefined;
}
