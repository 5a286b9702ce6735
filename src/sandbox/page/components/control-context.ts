// What the buttons and menus of one message need from the message that shows them.
import type { UsedComponent } from '../state/session.js';

export interface ControlContext {
  /** Custom id of the control whose interaction is still waiting for the bot. */
  readonly busy: string | undefined;
  use(component: UsedComponent): void;
}
