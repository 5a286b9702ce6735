// The form for a command's options: one pill per option, with the choices listed above.
import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Choice, useChoices } from '../components/choices.js';
import type { Session } from '../state/session.js';
import { pageText } from '../text.js';
import {
  type CommandEntry,
  findProblems,
  hasAutocomplete,
  isRequired,
  type OptionInputs,
  toFilledOptions,
} from './commands.js';
import { CompletionList, moveActive, optionId } from './completion-list.js';
import { OptionPill } from './option-pill.js';
import { isSendShortcut } from './send-shortcut.js';

/** Replaces the text field until the command is sent or cancelled. */
export function CommandForm({
  entry,
  typed,
  session,
  onSent,
  onCancel,
}: {
  readonly entry: CommandEntry;
  /** Text typed after the command's name. It becomes the value of the first option. */
  readonly typed: string;
  readonly session: Session;
  onSent(): void;
  onCancel(): void;
}) {
  const listId = useId();
  const form = useRef<HTMLFormElement>(null);
  const first = entry.options[0];
  // An optional first option starts hidden, so that the command can be sent without it.
  const initial = first !== undefined && (isRequired(first) || typed !== '') ? first.name : undefined;
  const [values, setValues] = useState<OptionInputs>(
    initial === undefined ? {} : { [initial]: { text: typed } },
  );
  const [added, setAdded] = useState<readonly string[]>(initial === undefined ? [] : [initial]);
  const [focused, setFocused] = useState(initial);
  const [picked, setPicked] = useState(-1);
  const [isListHidden, setListHidden] = useState(false);
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});

  const visible = entry.options.filter((option) => isRequired(option) || added.includes(option.name));
  const hidden = entry.options.filter((option) => !visible.includes(option));
  const option = entry.options.find(({ name }) => name === focused);
  const choices = useChoices({ entry, option, values }, session);
  const allowsFreeText = option !== undefined && hasAutocomplete(option);
  const items = isListHidden ? [] : (choices ?? []);
  // Fixed choices preselect the first match. Free text is replaced only by a choice the person moved to.
  const active = Math.min(
    picked === -1 && !allowsFreeText && items.length > 0 ? 0 : picked,
    items.length - 1,
  );

  const focusOn = (name: string | undefined) => {
    form.current
      ?.querySelector<HTMLElement>(name === undefined ? '[type="submit"]' : `input[name="${name}"]`)
      ?.focus();
  };
  useLayoutEffect(() => focusOn(focused), [added.length]);

  function setInput(name: string, text: string, value?: Choice['value']): OptionInputs {
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
    const next = setInput(option.name, choice.name, choice.value);
    const empty = visible.find(({ name }) => (next[name]?.text ?? '') === '');
    if (empty !== undefined) focusOn(empty.name);
  }

  async function send(): Promise<void> {
    const found = findProblems(entry, values);
    setProblems(found);
    const [firstInvalid] = Object.keys(found);
    if (firstInvalid !== undefined) return focusOn(firstInvalid);
    if (await session.runCommand(entry.commandId, `/${entry.name}`, toFilledOptions(entry, values))) onSent();
  }

  function remove({ name }: APIApplicationCommandBasicOption): void {
    setAdded(added.filter((other) => other !== name));
    setValues(Object.fromEntries(Object.entries(values).filter(([other]) => other !== name)));
    setFocused(visible[visible.findIndex((other) => other.name === name) - 1]?.name ?? visible[0]?.name);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (isSendShortcut(event)) {
      event.preventDefault();
      void send();
      return;
    }
    const isInField = event.target instanceof HTMLInputElement;
    // Enter and Space open the browser's file dialog.
    if (isInField && event.target.type === 'file' && event.target.value === '' && event.key === 'Enter')
      return;
    if (!isInField && event.key !== 'Escape') return;
    const step = moveActive(event.key, active, items.length);
    if (step !== undefined) setPicked(step);
    else if (event.key === 'Escape' && items.length > 0) setListHidden(true);
    else if (event.key === 'Escape') onCancel();
    else if (
      (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) &&
      active >= 0 &&
      !isActiveChoicePicked()
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

  function isActiveChoicePicked(): boolean {
    const input = values[focused ?? ''];
    return input?.value !== undefined && input.value === items[active]?.value;
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
        label={option === undefined ? entry.name : pageText.choicesFor(option.name)}
        items={items.map(({ name, value }) => ({ key: String(value), name }))}
        active={active}
        onPick={pick}
      >
        <p class="completion-head">
          <b>{option?.name ?? `/${entry.name}`}</b> {option?.description ?? entry.description}
          {option !== undefined && hasAutocomplete(option) && choices === undefined ? (
            <i> {pageText.loadingChoices}</i>
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
        {visible.map((shown) => {
          const { name } = shown;
          return (
            <OptionPill
              key={name}
              option={shown}
              text={values[name]?.text ?? ''}
              isInvalid={problems[name] !== undefined}
              listId={listId}
              isListOpen={name === focused && items.length > 0}
              activeId={name === focused && active >= 0 ? optionId(listId, active) : undefined}
              session={session}
              onFocus={() => {
                setFocused(name);
                setPicked(-1);
                setListHidden(values[name]?.value !== undefined);
              }}
              onInput={(text) => setInput(name, text)}
              onFile={(file) => setInput(name, file?.name ?? '', file?.id)}
            />
          );
        })}
        {hidden.map(({ name, description }) => (
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
        <button type="submit" class="send" aria-label={pageText.sendCommand(entry.name)}>
          ➤
        </button>
      </div>
    </form>
  );
}
