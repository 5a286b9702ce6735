// What the page and the sandbox say to each other: JSON over HTTP and one WebSocket, Discord's own shapes where it has one.
import type {
  APIApplicationCommand,
  APIApplicationCommandOptionChoice,
  APIMessage,
  APIModalInteractionResponseCallbackData,
  APIUser,
  ApplicationCommandOptionType,
  ComponentType,
} from 'discord-api-types/v10';

/** A channel as a person sees it in the list. */
export interface ChannelView {
  readonly id: string;
  readonly name: string;
  readonly topic?: string | undefined;
  readonly kind: 'text' | 'thread' | 'dm' | 'group';
  /** The channel that a thread belongs to. */
  readonly parentId?: string | undefined;
  /** Whether the person, and whether the bot, may write here. */
  readonly canSend: boolean;
  readonly botCanSend: boolean;
}

/** A server, or the place where direct messages are. */
export interface PlaceView {
  readonly id: string;
  readonly name: string;
  readonly kind: 'guild' | 'direct';
  readonly channels: readonly ChannelView[];
}

/** `GET /sandbox/snapshot?user=ID`: all that one person sees before any message. */
export interface Snapshot {
  readonly application: { readonly id: string; readonly name: string; readonly description: string };
  readonly botId: string;
  readonly isBotOnline: boolean;
  /** The bot's presence, as Discord shows it below its name. */
  readonly activity?: string | undefined;
  /** People who can be switched to; the bot is among them by `botId`, not to be switched to. */
  readonly users: readonly (APIUser & { readonly role?: string | undefined })[];
  readonly me: string;
  readonly places: readonly PlaceView[];
  /** Commands that this person may use, by place id: slash commands and context menus. */
  readonly commands: Readonly<Record<string, readonly APIApplicationCommand[]>>;
}

/** A message with what the page needs beside it. `GET /sandbox/messages?user=ID&channel=ID` lists them, oldest first. */
export interface MessageView {
  readonly message: APIMessage;
  /** Shown to this person only; can be dismissed. */
  readonly isEphemeral: boolean;
  /** A deferred reply that has not come yet. */
  readonly isThinking: boolean;
  /** The last payload that the bot really sent for it, as it was sent. */
  readonly payload?: unknown;
}

/** `POST /sandbox/messages` → {@link MessageView}. */
export interface SendMessage {
  readonly userId: string;
  readonly channelId: string;
  readonly content: string;
  readonly replyToId?: string | undefined;
}

/** A filled option, subcommands nested as Discord nests them. */
export interface FilledOption {
  readonly name: string;
  readonly type: ApplicationCommandOptionType;
  readonly value?: string | number | boolean | undefined;
  readonly focused?: boolean | undefined;
  readonly options?: readonly FilledOption[] | undefined;
}

/** `POST /sandbox/interactions`: what a person did → {@link ActionResult}. */
export type Action = { readonly userId: string; readonly channelId: string } & (
  | {
      readonly kind: 'command';
      readonly commandId: string;
      readonly options: readonly FilledOption[];
      /** The message or user that a context menu was opened on. */
      readonly targetId?: string | undefined;
    }
  | { readonly kind: 'autocomplete'; readonly commandId: string; readonly options: readonly FilledOption[] }
  | {
      readonly kind: 'component';
      readonly messageId: string;
      readonly customId: string;
      readonly componentType: ComponentType;
      readonly values?: readonly string[] | undefined;
    }
  | {
      readonly kind: 'modal';
      /** The interaction that opened the modal. */
      readonly interactionId: string;
      readonly customId: string;
      /** Text by the custom id of its input. */
      readonly fields: Readonly<Record<string, string>>;
    }
);

export interface ActionResult {
  readonly interactionId: string;
  /** Autocomplete only. */
  readonly choices?: readonly APIApplicationCommandOptionChoice[] | undefined;
}

/** A request that was refused: an HTTP status of 400 or more with this body. */
export interface Rejection {
  /** One sentence, as a person would be told. */
  readonly error: string;
}

/** `POST /sandbox/dismiss`: removes a private reply from its owner's sight. */
export interface Dismiss {
  readonly userId: string;
  readonly messageId: string;
}

/** What the WebSocket `/sandbox/events?user=ID` tells one person, one JSON text a frame. */
export type PageEvent =
  /** New, or edited: known by `message.id`. */
  | { readonly kind: 'message'; readonly shown: MessageView }
  | { readonly kind: 'message-deleted'; readonly channelId: string; readonly messageId: string }
  | { readonly kind: 'typing'; readonly channelId: string; readonly userId: string }
  | {
      readonly kind: 'modal';
      readonly interactionId: string;
      readonly modal: APIModalInteractionResponseCallbackData;
    }
  /** `failed`: what Discord shows in red, such as “The application did not respond”. */
  | {
      readonly kind: 'interaction';
      readonly interactionId: string;
      readonly state: 'acknowledged' | 'failed';
      readonly reason?: string | undefined;
    }
  /** Places, commands, people or the bot's presence changed: fetch the snapshot again. */
  | { readonly kind: 'snapshot-changed' };
