// One input of a form: a text field, a menu or a file upload, with its label and what is wrong with it.
import {
  type APIComponentInLabel,
  type APIFileUploadComponent,
  type APISelectMenuComponent,
  type APITextInputComponent,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import { useId } from 'preact/hooks';
import type { Session } from '../state/session.js';
import { pageText } from '../text.js';
import { FilePicker } from './file-picker.js';
import { defaultValues } from './menu-choices.js';
import { SelectMenu } from './select-menu.js';

/** Discord's own limit: https://discord.com/developers/docs/components/reference#text-input */
const MAX_CHARS = 4_000;

type Input = APITextInputComponent | APIFileUploadComponent | APISelectMenuComponent;

export interface FormInput {
  readonly kind: 'input';
  readonly input: Input;
  readonly label: string;
  readonly description?: string | undefined;
}

export function Field({
  part,
  value,
  isChecked,
  session,
  onFill,
}: {
  readonly part: FormInput;
  readonly value: string | readonly string[];
  readonly isChecked: boolean;
  readonly session: Session;
  onFill(value: string | readonly string[]): void;
}) {
  const id = useId();
  const { input, label, description } = part;
  const problem = isChecked ? findProblem(input, value) : undefined;
  return (
    <div class="modal-field">
      <label for={id}>
        {label}
        {input.required === false ? null : <span class="required"> *</span>}
      </label>
      {description === undefined ? null : <small>{description}</small>}
      {isText(input) ? (
        <TextField
          {...{ id, input, value: String(value), isInvalid: problem !== undefined, onInput: onFill }}
        />
      ) : input.type !== ComponentType.FileUpload ? (
        <SelectMenu
          menu={input}
          form={{ id, isInvalid: problem !== undefined, describedBy: `${id}-note` }}
          onChoose={onFill}
        />
      ) : (
        <FilePicker
          {...{ id, session, name: input.custom_id, types: input.file_types, max: input.max_values }}
          isInvalid={problem !== undefined}
          describedBy={`${id}-note`}
          onChange={(files) => onFill(files.map((file) => file.id))}
        />
      )}
      <small id={`${id}-note`} class={problem === undefined ? '' : 'failure'}>
        {problem ??
          (isText(input) && input.max_length !== undefined
            ? pageText.charactersUsed(value.length, input.max_length)
            : '')}
      </small>
    </div>
  );
}

function TextField({
  id,
  input,
  value,
  isInvalid,
  onInput,
}: {
  readonly id: string;
  readonly input: APITextInputComponent;
  readonly value: string;
  readonly isInvalid: boolean;
  onInput(value: string): void;
}) {
  const shared = {
    ...{ id, name: input.custom_id, value, placeholder: input.placeholder ?? '' },
    maxLength: input.max_length ?? MAX_CHARS,
    'aria-required': input.required !== false,
    'aria-invalid': isInvalid,
    'aria-describedby': `${id}-note`,
    onInput: (event: Event & { currentTarget: { value: string } }) => onInput(event.currentTarget.value),
  };
  return input.style === TextInputStyle.Paragraph ? (
    <textarea rows={5} {...shared} />
  ) : (
    <input type="text" {...shared} />
  );
}

function isText(input: Input): input is APITextInputComponent {
  return input.type === ComponentType.TextInput;
}

const SUPPORTED: readonly ComponentType[] = [
  ...[ComponentType.TextInput, ComponentType.FileUpload, ComponentType.StringSelect],
  ...[ComponentType.ChannelSelect, ComponentType.RoleSelect, ComponentType.UserSelect],
  ComponentType.MentionableSelect,
];

/** Whether the page can show this input. */
export function isSupported(input: APIComponentInLabel): input is Input {
  return SUPPORTED.includes(input.type);
}

/** What an input starts with. */
export function initialValue(input: Input): string | readonly string[] {
  if (isText(input)) return input.value ?? '';
  return input.type === ComponentType.FileUpload ? [] : defaultValues(input);
}

export function findProblem(input: Input, value: string | readonly string[]): string | undefined {
  const isEmpty = typeof value === 'string' ? value.trim() === '' : value.length === 0;
  if (isEmpty) return input.required === false ? undefined : pageText.requiredField;
  const min = isText(input) ? (input.min_length ?? 0) : 0;
  return value.length < min ? pageText.tooShort(min) : undefined;
}
