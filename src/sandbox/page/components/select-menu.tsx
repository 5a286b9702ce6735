// A select menu: a button that opens a listbox. A single choice is sent at once, several when the list closes.
import { type APISelectMenuComponent, ComponentType } from 'discord-api-types/v10';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { pageText } from '../text.js';
import type { ControlContext } from './control-context.js';

interface MenuChoice {
  readonly label: string;
  readonly value: string;
  readonly description?: string | undefined;
}

/** Only string select menus work. Menus of users, roles and channels are shown but disabled. */
export function SelectMenu({
  menu,
  context,
}: {
  readonly menu: APISelectMenuComponent;
  readonly context: ControlContext;
}) {
  const listId = useId();
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const isStringSelect = menu.type === ComponentType.StringSelect;
  const choices: readonly MenuChoice[] = isStringSelect ? menu.options : [];
  const defaults = isStringSelect
    ? menu.options.filter((option) => option.default).map((option) => option.value)
    : [];
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

  const send = (values: readonly string[]) =>
    context.use({ customId: menu.custom_id, componentType: menu.type, values });

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
    const hasChanged = chosen.join('\n') !== defaults.join('\n');
    if (isDone && max > 1 && hasChanged && chosen.length >= (menu.min_values ?? 1)) send(chosen);
    else if (!isDone) setChosen(defaults);
  }

  function pick(value: string): void {
    if (max === 1) {
      setChosen([value]);
      setOpen(false);
      send([value]);
    } else if (chosen.includes(value)) setChosen(chosen.filter((selected) => selected !== value));
    else if (chosen.length < max) setChosen([...chosen, value]);
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
        aria-label={menu.placeholder ?? pageText.makeSelection}
        aria-busy={context.busy === menu.custom_id}
        disabled={menu.disabled === true || !isStringSelect}
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
