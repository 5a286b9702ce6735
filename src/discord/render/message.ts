// The one form in which anything is said: Components V2 messages within Discord's limits, with all mentions off.
import {
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIContainerComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord.js';
import { MESSAGE_TEXT_CHARS, ROW_BUTTONS } from '../limits.js';
import { splitText } from '../text/escape-markdown.js';

/** A message, ready to be sent or to replace another. */
export interface Payload {
  readonly components: readonly [APIContainerComponent];
  readonly flags: MessageFlags.IsComponentsV2;
  readonly allowedMentions: { readonly parse: readonly []; readonly repliedUser: false };
}

/** What is shown: one message, or several where one cannot hold it. */
export type View = readonly [Payload, ...Payload[]];

/** The colour at a message's left side. */
export const ACCENT = { answer: 0x4f7cff, refusal: 0x8a8f98, error: 0xd9534f, plain: 0x5b6270 } as const;

export interface MessageOptions {
  readonly accent: number;
  /** Below the last message. */
  readonly buttons?: readonly APIButtonComponent[] | undefined;
}

/** Text displays of a message at most; with container, separators and buttons this stays below 40 components. */
const MAX_BLOCKS = 12;

/**
 * Blocks of Markdown, each in a text display of its own; as many messages as they need. A block that no message holds
 * goes on in the next; nothing is left out.
 */
export function renderBlocks(blocks: readonly string[], { accent, buttons = [] }: MessageOptions): View {
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
  const payloads = messages.map((texts, index) =>
    toPayload(texts, accent, index === messages.length - 1 ? buttons : []),
  );
  return payloads as unknown as View;
}

/** A button that does something: `custom_id` names the action and what it is about. */
export function actionButton(
  label: string,
  customId: string,
  {
    style = ButtonStyle.Secondary,
    disabled = false,
  }: { style?: ButtonStyle.Primary | ButtonStyle.Secondary; disabled?: boolean } = {},
): APIButtonComponent {
  return { type: ComponentType.Button, style, label, custom_id: customId, disabled };
}

export function linkButton(label: string, url: string): APIButtonComponent {
  return { type: ComponentType.Button, style: ButtonStyle.Link, label, url };
}

function toPayload(
  texts: readonly string[],
  accent: number,
  buttons: readonly APIButtonComponent[],
): Payload {
  const components: APIComponentInContainer[] = texts.map((content) => ({
    type: ComponentType.TextDisplay,
    content: content === '' ? '\u200B' : content,
  }));
  for (let from = 0; from < buttons.length; from += ROW_BUTTONS) {
    components.push({ type: ComponentType.ActionRow, components: buttons.slice(from, from + ROW_BUTTONS) });
  }
  return {
    components: [{ type: ComponentType.Container, accent_color: accent, components }],
    flags: MessageFlags.IsComponentsV2,
    allowedMentions: { parse: [], repliedUser: false },
  };
}
