// The list above the composer: commands, choices or people. The focus stays in the text field.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

export interface Completion {
  readonly key: string;
  readonly name: string;
  readonly detail?: string | undefined;
}

/** A listbox. The text field that it belongs to handles the keys. */
export function CompletionList({
  id,
  label,
  items,
  active,
  children,
  onPick,
}: {
  readonly id: string;
  readonly label: string;
  readonly items: readonly Completion[];
  /** Index of the item that Enter picks, or -1 for none. */
  readonly active: number;
  /** Shown above the items. */
  readonly children?: ComponentChildren;
  onPick(index: number): void;
}) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div class="completions">
      {children}
      <div ref={list} id={id} role="listbox" aria-label={label} class="completion-items">
        {items.map(({ key, name, detail }, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the text field has the focus and handles the keys
          <div
            key={key}
            id={optionId(id, index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            class={index === active ? 'option active' : 'option'}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onPick(index)}
          >
            <span class="option-name">{name}</span>
            {detail === undefined ? null : <span class="option-detail">{detail}</span>}
          </div>
        ))}
      </div>
    </div>
  );
}

/** The element id of an item, for `aria-activedescendant`. */
export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}

/** The next active index after an arrow key, or undefined for other keys. */
export function moveActive(key: string, active: number, length: number): number | undefined {
  if (length === 0) return undefined;
  if (key === 'ArrowDown') return (active + 1) % length;
  if (key === 'ArrowUp') return active <= 0 ? length - 1 : active - 1;
  return undefined;
}
