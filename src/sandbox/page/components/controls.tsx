// Rows of buttons, and buttons of every style.
import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import { pageText } from '../text.js';
import type { ControlContext } from './control-context.js';
import { SelectMenu } from './select-menu.js';

const STYLES: Readonly<Partial<Record<ButtonStyle, string>>> = {
  [ButtonStyle.Primary]: 'primary',
  [ButtonStyle.Secondary]: 'secondary',
  [ButtonStyle.Success]: 'success',
  [ButtonStyle.Danger]: 'danger',
  [ButtonStyle.Link]: 'link',
};

/** A row with up to five buttons or one select menu. */
export function Row({
  row,
  context,
}: {
  readonly row: APIActionRowComponent<APIComponentInMessageActionRow>;
  readonly context: ControlContext;
}) {
  return (
    <div class="row">
      {row.components.map((component, index) =>
        component.type === ComponentType.Button ? (
          <RowButton key={component.id ?? index} button={component} context={context} />
        ) : (
          <SelectMenu
            key={component.custom_id}
            menu={component}
            isBusy={context.busy === component.custom_id}
            onChoose={(values) =>
              context.use({ customId: component.custom_id, componentType: component.type, values })
            }
          />
        ),
      )}
    </div>
  );
}

/** A button. Link buttons work only for http and https. */
export function RowButton({
  button,
  context,
}: {
  readonly button: APIButtonComponent;
  readonly context: ControlContext;
}) {
  const style = `button ${STYLES[button.style] ?? 'secondary'}`;
  if (button.style === ButtonStyle.Premium) {
    return (
      <button type="button" class={style} disabled>
        {pageText.premium}
      </button>
    );
  }
  const label = [button.emoji?.id == null ? button.emoji?.name : `:${button.emoji.name}:`, button.label]
    .filter((part) => part != null && part !== '')
    .join(' ');
  if (button.style === ButtonStyle.Link) {
    if (button.disabled === true || !/^https?:\/\//i.test(button.url)) {
      return (
        <button type="button" class={style} disabled>
          {label}
        </button>
      );
    }
    return (
      <a class={style} href={button.url} target="_blank" rel="noopener noreferrer">
        {label} <span aria-hidden="true">↗</span>
      </a>
    );
  }
  const { custom_id: customId } = button;
  const isBusy = context.busy === customId;
  return (
    <button
      type="button"
      class={style}
      disabled={button.disabled === true}
      aria-busy={isBusy}
      onClick={() => {
        if (!isBusy) context.use({ customId, componentType: ComponentType.Button });
      }}
    >
      {label}
    </button>
  );
}
