// Builds every message that the bot sends: Components V2 within Discord's limits, with all mentions off.
import {
  type APIButtonComponent,
  type APIChannelSelectComponent,
  type APIComponentInContainer,
  type APIContainerComponent,
  type APIStringSelectComponent,
  ButtonStyle,
  ChannelType,
  ComponentType,
  MessageFlags,
  SelectMenuDefaultValueType,
} from 'discord.js';
import {
  BUTTON_LABEL_CHARS,
  MENU_OPTION_CHARS,
  MENU_OPTIONS,
  MESSAGE_TEXT_CHARS,
  PLACEHOLDER_CHARS,
  ROW_BUTTONS,
} from '../limits.js';
import { shorten, splitText } from '../markdown/escape-markdown.js';

/** What can stand in a row below a message. */
type RowComponent = APIButtonComponent | APIStringSelectComponent | APIChannelSelectComponent;

/** A message, ready to send or to replace another one. */
export interface Payload {
  readonly components: readonly [APIContainerComponent];
  readonly flags: MessageFlags.IsComponentsV2;
  readonly allowedMentions: { readonly parse: readonly []; readonly repliedUser: false };
}

/** A reply: usually one message, more if it doesn't fit into one. */
export type View = readonly [Payload, ...Payload[]];

/** Colours of the bar on the left side of a message. `fault` is red and only for our own faults. */
export const ACCENT = { answer: 0x4f7cff, refusal: 0x8a8f98, fault: 0xd9534f, plain: 0x5b6270 } as const;

export interface MessageOptions {
  readonly accent: number;
  /** Below the last message of the reply, five in a row. */
  readonly buttons?: readonly APIButtonComponent[] | undefined;
  /** Between the text and the buttons, one in a row: menus, and buttons with long labels. */
  readonly rows?: readonly RowComponent[] | undefined;
}

/** An entry of a menu. */
export interface MenuOption {
  readonly label: string;
  readonly value: string;
  readonly description?: string | undefined;
  /** Whether the menu shows it as chosen. */
  readonly isChosen?: boolean | undefined;
}

/** Kinds of channels that a summary can be posted in. */
export const POSTABLE_CHANNELS = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildVoice,
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
] as const;

/** For a title of spaces: Discord requires a label. */
const NO_LABEL = '–';
/** Text displays in one message. With the container and the buttons, this stays below Discord's 40 components. */
const MAX_BLOCKS = 12;

/**
 * Puts each block of Markdown into its own text display, and starts another message when one is full. A block that is too
 * long for a message is split. Nothing is left out.
 */
export function renderBlocks(
  blocks: readonly string[],
  { accent, buttons = [], rows = [] }: MessageOptions,
): View {
  const messages: string[][] = [[]];
  let chars = 0;
  for (const block of blocks.flatMap((text) => splitText(text, MESSAGE_TEXT_CHARS))) {
    const last = messages.at(-1) as string[];
    if (last.length > 0 && (chars + block.length > MESSAGE_TEXT_CHARS || last.length >= MAX_BLOCKS)) {
      messages.push([block]);
      chars = block.length;
    } else {
      last.push(block);
      chars += block.length;
    }
  }
  const controls = [...rows.map((component) => [component]), ...inRows(buttons)];
  const payloads = messages.map((texts, index) =>
    toPayload(texts, accent, index === messages.length - 1 ? controls : []),
  );
  return payloads as unknown as View;
}

/** @param customId the action's name and arguments, joined by colons */
export function actionButton(
  label: string,
  customId: string,
  {
    style = ButtonStyle.Secondary,
    disabled = false,
  }: { style?: ButtonStyle.Primary | ButtonStyle.Secondary | ButtonStyle.Danger; disabled?: boolean } = {},
): APIButtonComponent {
  return {
    ...{ type: ComponentType.Button, style, custom_id: customId, disabled },
    label: shorten(label, BUTTON_LABEL_CHARS) || NO_LABEL,
  };
}

export function linkButton(label: string, url: string): APIButtonComponent {
  return { type: ComponentType.Button, style: ButtonStyle.Link, label, url };
}

/**
 * A select menu for one choice. What doesn't fit into Discord's limits is left out.
 * @param customId the action's name and arguments, joined by colons; the chosen value becomes the last argument
 */
export function selectMenu(
  customId: string,
  placeholder: string,
  options: readonly MenuOption[],
): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: customId,
    ...placeholderOf(placeholder),
    options: options.slice(0, MENU_OPTIONS).map(({ label, value, description, isChosen }) => ({
      label: shorten(label, MENU_OPTION_CHARS) || NO_LABEL,
      value,
      ...(description ? { description: shorten(description, MENU_OPTION_CHARS) } : {}),
      ...(isChosen ? { default: true } : {}),
    })),
  };
}

/**
 * A menu of the server's channels that can be written to.
 * @param customId as of {@link selectMenu}
 * @param chosen the channel that is chosen to begin with
 */
export function channelMenu(
  customId: string,
  placeholder: string,
  chosen?: string,
): APIChannelSelectComponent {
  return {
    type: ComponentType.ChannelSelect,
    custom_id: customId,
    ...placeholderOf(placeholder),
    channel_types: [...POSTABLE_CHANNELS],
    ...(chosen === undefined
      ? {}
      : { default_values: [{ id: chosen, type: SelectMenuDefaultValueType.Channel }] }),
  };
}

function placeholderOf(placeholder: string): { readonly placeholder?: string } {
  return placeholder === '' ? {} : { placeholder: shorten(placeholder, PLACEHOLDER_CHARS) };
}

function inRows(buttons: readonly APIButtonComponent[]): readonly (readonly APIButtonComponent[])[] {
  return Array.from({ length: Math.ceil(buttons.length / ROW_BUTTONS) }, (_, row) =>
    buttons.slice(row * ROW_BUTTONS, (row + 1) * ROW_BUTTONS),
  );
}

function toPayload(
  texts: readonly string[],
  accent: number,
  controls: readonly (readonly RowComponent[])[],
): Payload {
  const components: APIComponentInContainer[] = texts.map((content) => ({
    type: ComponentType.TextDisplay,
    content: content === '' ? '\u200B' : content,
  }));
  for (const row of controls) components.push({ type: ComponentType.ActionRow, components: [...row] });
  return {
    components: [{ type: ComponentType.Container, accent_color: accent, components }],
    flags: MessageFlags.IsComponentsV2,
    allowedMentions: { parse: [], repliedUser: false },
  };
}
