// One option of a command that is being filled in: its name and its field.
import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10';
import { useId } from 'preact/hooks';
import type { UploadedFile } from '../../protocol.js';
import { FilePicker } from '../components/file-picker.js';
import type { Session } from '../state/session.js';
import { isAttachment } from './commands.js';

interface PillProps {
  readonly option: APIApplicationCommandBasicOption;
  readonly text: string;
  readonly isInvalid: boolean;
  /** The list of choices above the form. */
  readonly listId: string;
  readonly isListOpen: boolean;
  /** Element id of the choice that Enter picks. */
  readonly activeId: string | undefined;
  readonly session: Session;
  onFocus(): void;
  onInput(text: string): void;
  onFile(file: UploadedFile | undefined): void;
}

export function OptionPill(props: PillProps) {
  const { option, text, isInvalid, session, onFocus } = props;
  const { name, description } = option;
  const id = useId();
  return (
    <div class={isInvalid ? 'pill wrong' : 'pill'} title={description}>
      <label for={id}>{name}</label>
      {isAttachment(option) ? (
        <FilePicker
          {...{ id, name, isInvalid, session, onFocus, types: option.file_types }}
          onChange={([file]) => props.onFile(file)}
        />
      ) : (
        <input
          id={id}
          name={name}
          autocomplete="off"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={props.isListOpen}
          aria-controls={props.listId}
          aria-activedescendant={props.activeId}
          aria-invalid={isInvalid}
          value={text}
          onFocus={onFocus}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
      )}
    </div>
  );
}
