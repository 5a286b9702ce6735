// A popup menu that works with the pointer and the keyboard.
import { useLayoutEffect, useRef } from 'preact/hooks';

export interface MenuItem {
  readonly label: string;
  /** Shown before the first item of a group. */
  readonly group?: string | undefined;
  run(): void;
}

export interface MenuPosition {
  /** CSS pixels from the top left of the window. */
  readonly x: number;
  readonly y: number;
}

const MARGIN_PX = 8;

/** Takes the focus while open, and returns it to the previous element when it closes. */
export function Menu({
  items,
  position,
  label,
  onClose,
}: {
  readonly items: readonly MenuItem[];
  readonly position: MenuPosition;
  readonly label: string;
  onClose(): void;
}) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = box;
    if (current === null) return;
    const { width, height } = current.getBoundingClientRect();
    current.style.left = `${Math.max(MARGIN_PX, Math.min(position.x, window.innerWidth - width - MARGIN_PX))}px`;
    current.style.top = `${Math.max(MARGIN_PX, Math.min(position.y, window.innerHeight - height - MARGIN_PX))}px`;
  }, [position]);
  useLayoutEffect(() => {
    const previous = document.activeElement;
    box.current?.querySelector('button')?.focus();
    const closeOutside = (event: Event) => {
      if (!box.current?.contains(event.target as Node)) onClose();
    };
    document.addEventListener('pointerdown', closeOutside);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
      const hasLostFocus = document.activeElement === document.body || document.activeElement === null;
      if (previous instanceof HTMLElement && hasLostFocus) previous.focus();
    };
  }, []);

  function onKeyDown(event: KeyboardEvent): void {
    const buttons = [...(box.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) buttons.at((at + step) % buttons.length)?.focus();
    else if (event.key === 'Home') buttons[0]?.focus();
    else if (event.key === 'End') buttons.at(-1)?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div ref={box} role="menu" aria-label={label} class="menu" tabIndex={-1} onKeyDown={onKeyDown}>
      {items.map((item) => (
        <div key={`${item.group} ${item.label}`} role="none">
          {item.group === undefined ? null : (
            <span class="menu-group" role="presentation">
              {item.group}
            </span>
          )}
          <button
            type="button"
            role="menuitem"
            tabIndex={-1}
            onClick={() => {
              onClose();
              item.run();
            }}
          >
            {item.label}
          </button>
        </div>
      ))}
    </div>
  );
}
