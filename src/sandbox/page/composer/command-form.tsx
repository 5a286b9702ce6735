// A command being filled: its options as pills, the list of choices above, and what is wrong in red.
import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Choice, useChoices } from '../components/choices.js';
import type { Session } from '../state/session.js';
import {
  type CommandEntry,
  findProblems,
  hasAutocomplete,
  isRequired,
  type OptionInputs,
  toFilledOptions,
} from './commands.js';
import { CompletionList, moveActive, optionId } from './completion-list.js';

/** Takes the place of the text field until the command is sent or given up. */
export function CommandForm({
  entry,
  typed,
  session,
  onSent,
  onCancel,
}: {
  readonly entry: CommandEntry;
  /** What was typed behind the command's name: goes into its first option. */
  readonly typed: string;
  readonly session: Session;
  onSent(): void;
  onCancel(): void;
}) {
  const listId = useId();
  const form = useRef<HTMLFormElement>(null);
  const first = entry.options[0];
  // Optional ones wait until they are asked for, or the command could not be sent without them.
  const begun = first !== undefined && (isRequired(first) || typed !== '') ? first.name : undefined;
  const [values, setValues] = useState<OptionInputs>(begun === undefined ? {} : { [begun]: { text: typed } });
  const [added, setAdded] = useState<readonly string[]>(begun === undefined ? [] : [begun]);
  const [focused, setFocused] = useState(begun);
  const [picked, setPicked] = useState(-1);
  const [isListHidden, setListHidden] = useState(false);
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});

  const shown = entry.options.filter((option) => isRequired(option) || added.includes(option.name));
  const more = entry.options.filter((option) => !shown.includes(option));
  const option = entry.options.find(({ name }) => name === focused);
  const choices = useChoices({ entry, option, values }, session);
  const isOpenText = option !== undefined && hasAutocomplete(option);
  const items = isListHidden ? [] : (choices ?? []);
  // A closed list is filled by its first match; free text is only replaced by what was gone to.
  const active = Math.min(picked === -1 && !isOpenText && items.length > 0 ? 0 : picked, items.length - 1);

  const focusOn = (name: string | undefined) => {
    form.current
      ?.querySelector<HTMLElement>(name === undefined ? '[type="submit"]' : `input[name="${name}"]`)
      ?.focus();
  };
  useLayoutEffect(() => focusOn(focused), [added.length]);

  function give(name: string, text: string, value?: Choice['value']): OptionInputs {
    const next = { ...values, [name]: { text, value } };
    setValues(next);
    setPicked(-1);
    setListHidden(value !== undefined);
    if (problems[name] !== undefined) setProblems(findProblems(entry, next));
    return next;
  }

  function pick(index: number): void {
    const choice = items[index];
    if (option === undefined || choice === undefined) return;
    const next = give(option.name, choice.name, choice.value);
    const empty = shown.find(({ name }) => (next[name]?.text ?? '') === '');
    if (empty !== undefined) focusOn(empty.name);
  }

  async function send(): Promise<void> {
    const found = findProblems(entry, values);
    setProblems(found);
    const [wrong] = Object.keys(found);
    if (wrong !== undefined) return focusOn(wrong);
    if (await session.runCommand(entry.commandId, `/${entry.name}`, toFilledOptions(entry, values))) onSent();
  }

  function remove({ name }: APIApplicationCommandBasicOption): void {
    setAdded(added.filter((one) => one !== name));
    setValues(Object.fromEntries(Object.entries(values).filter(([one]) => one !== name)));
    setFocused(shown[shown.findIndex((one) => one.name === name) - 1]?.name ?? shown[0]?.name);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const isInField = event.target instanceof HTMLInputElement;
    if (!isInField && event.key !== 'Escape') return;
    const step = moveActive(event.key, active, items.length);
    if (step !== undefined) setPicked(step);
    else if (event.key === 'Escape' && items.length > 0) setListHidden(true);
    else if (event.key === 'Escape') onCancel();
    else if (
      (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) &&
      active >= 0 &&
      !isFilled()
    )
      pick(active);
    else if (event.key === 'Enter') void send();
    else if (event.key === 'Backspace' && option !== undefined && (values[option.name]?.text ?? '') === '') {
      if (isRequired(option)) {
        if (option !== first) return;
        onCancel();
      } else remove(option);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function isFilled(): boolean {
    const given = values[focused ?? ''];
    return given?.value !== undefined && given.value === items[active]?.value;
  }

  const [problem] = Object.values(problems);
  return (
    <form
      ref={form}
      class="command-form"
      aria-label={`/${entry.name}`}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <CompletionList
        id={listId}
        label={option === undefined ? entry.name : `Choices for ${option.name}`}
        items={items.map(({ name, value }) => ({ key: String(value), name }))}
        active={active}
        onPick={pick}
      >
        <p class="completion-head">
          <b>{option?.name ?? `/${entry.name}`}</b> {option?.description ?? entry.description}
          {option !== undefined && hasAutocomplete(option) && choices === undefined ? (
            <i> Loading choices…</i>
          ) : null}
        </p>
      </CompletionList>
      {problem === undefined ? null : (
        <p class="failure" role="alert">
          {problem}
        </p>
      )}
      <div class="pills">
        <b class="command-name">/{entry.name}</b>
        {shown.map(({ name, description }) => (
          <label key={name} class={problems[name] === undefined ? 'pill' : 'pill wrong'} title={description}>
            <span>{name}</span>
            <input
              name={name}
              autocomplete="off"
              role="combobox"
              aria-autocomplete="list"
              aria-expanded={name === focused && items.length > 0}
              aria-controls={listId}
              aria-activedescendant={name === focused && active >= 0 ? optionId(listId, active) : undefined}
              aria-invalid={problems[name] !== undefined}
              value={values[name]?.text ?? ''}
              onFocus={() => {
                setFocused(name);
                setPicked(-1);
                setListHidden(values[name]?.value !== undefined);
              }}
              onInput={(event) => give(name, event.currentTarget.value)}
            />
          </label>
        ))}
        {more.map(({ name, description }) => (
          <button
            key={name}
            type="button"
            class="pill-add"
            title={description}
            onClick={() => {
              setAdded([...added, name]);
              setFocused(name);
            }}
          >
            + {name}
          </button>
        ))}
        <button type="submit" class="send" aria-label={`Send /${entry.name}`}>
          ➤
        </button>
      </div>
    </form>
  );
}
