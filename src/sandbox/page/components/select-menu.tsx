// A select menu: a button that opens a listbox. A single choice is sent at once, several when the list closes.
import type { APISelectMenuComponent } from 'discord-api-types/v10';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { usePageState } from '../state/page-state.js';
import { pageText } from '../text.js';
import { defaultValues, menuChoices } from './menu-choices.js';

/** What a menu in a form needs besides. */
interface FormMenu {
  readonly id: string;
  readonly isInvalid: boolean;
  readonly describedBy: string;
}

export function SelectMenu({
  menu,
  isBusy = false,
  form,
  onChoose,
}: {
  readonly menu: APISelectMenuComponent;
  readonly isBusy?: boolean;
  /** In a form, each change counts at once, because it is sent with the form. */
  readonly form?: FormMenu | undefined;
  onChoose(values: readonly string[]): void;
}) {
  const listId = useId();
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const choices = menuChoices(menu, usePageState());
  const defaults = defaultValues(menu);
  const max = menu.max_values ?? 1;
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const [chosen, setChosen] = useState<readonly string[]>(defaults);

  // If the bot updates the menu's defaults, they replace the current selection.
  useEffect(() => setChosen(defaults), [defaults.join('\n')]);
  useEffect(() => {
    if (!isOpen) return undefined;
    const onPointerDown = (event: Event) => {
      if (!box.current?.contains(event.target as Node)) close(true);
    };
    document.addEventListener('pointerdown', onPointerDown);
    return () => document.removeEventListener('pointerdown', onPointerDown);
  });

  useEffect(() => {
    if (isOpen) list.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  useEffect(() => {
    if (isOpen) list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [isOpen, active]);

  function open(): void {
    setActive(
      Math.max(
        0,
        choices.findIndex(({ value }) => chosen.includes(value)),
      ),
    );
    setOpen(true);
  }

  function close(isDone: boolean): void {
    setOpen(false);
    if (form) return;
    const hasChanged = chosen.join('\n') !== defaults.join('\n');
    if (isDone && max > 1 && hasChanged && chosen.length >= (menu.min_values ?? 1)) onChoose(chosen);
    else if (!isDone) setChosen(defaults);
  }

  function pick(value: string): void {
    if (max === 1) {
      setChosen([value]);
      setOpen(false);
      onChoose([value]);
      return;
    }
    const others = chosen.filter((selected) => selected !== value);
    if (others.length === chosen.length && chosen.length >= max) return;
    const values = others.length < chosen.length ? others : [...chosen, value];
    setChosen(values);
    if (form) onChoose(values);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const choice = choices[active];
    if (event.key === 'Tab') {
      if (isOpen) close(true);
      return;
    }
    if (!isOpen) {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      open();
    } else if (event.key === 'Escape') close(false);
    else if (event.key === 'ArrowDown') setActive((active + 1) % choices.length);
    else if (event.key === 'ArrowUp') setActive((active + choices.length - 1) % choices.length);
    else if ((event.key === 'Enter' || event.key === ' ') && choice !== undefined) pick(choice.value);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const labels = choices.filter(({ value }) => chosen.includes(value)).map(({ label }) => label);
  return (
    <div class="select" ref={box}>
      <button
        type="button"
        role="combobox"
        class="select-button"
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-activedescendant={isOpen ? `${listId}-${active}` : undefined}
        {...(form
          ? {
              ...{ id: form.id, name: menu.custom_id },
              ...{ 'aria-invalid': form.isInvalid, 'aria-describedby': form.describedBy },
            }
          : { 'aria-label': menu.placeholder ?? pageText.makeSelection })}
        aria-busy={isBusy}
        disabled={menu.disabled === true}
        onClick={() => (isOpen ? close(true) : open())}
        onKeyDown={onKeyDown}
      >
        <span>{labels.join(', ') || (menu.placeholder ?? pageText.makeSelection)}</span>
        <span aria-hidden="true">▾</span>
      </button>
      {isOpen && (
        <div ref={list} role="listbox" id={listId} class="listbox" aria-multiselectable={max > 1}>
          {choices.map(({ label, value, description }, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox has the focus and handles the keys
            <div
              key={value}
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={chosen.includes(value)}
              class={index === active ? 'option active' : 'option'}
              onPointerMove={() => setActive(index)}
              onClick={() => pick(value)}
            >
              <span class="option-name">{label}</span>
              {description === undefined ? null : <span class="option-detail">{description}</span>}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
