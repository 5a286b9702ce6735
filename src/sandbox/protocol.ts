// The protocol between the page and the sandbox: JSON over HTTP, and a WebSocket for events.
// It uses Discord's own types wherever there is one.
import type {
  APIApplicationCommand,
  APIApplicationCommandOptionChoice,
  APIMessage,
  APIModalInteractionResponseCallbackData,
  APIUser,
  ApplicationCommandOptionType,
  ComponentType,
} from 'discord-api-types/v10';

/** A channel in a person's channel list. */
export interface ChannelView {
  readonly id: string;
  readonly name: string;
  readonly topic?: string | undefined;
  readonly kind: 'text' | 'thread' | 'dm' | 'group';
  /** For a thread: the channel it belongs to. */
  readonly parentId?: string | undefined;
  /** Whether the person can send messages here. */
  readonly canSend: boolean;
  /** Whether the bot can send messages here. */
  readonly botCanSend: boolean;
}

/** A server, or the list of direct messages. */
export interface PlaceView {
  readonly id: string;
  readonly name: string;
  readonly kind: 'guild' | 'direct';
  readonly channels: readonly ChannelView[];
  /** The server's roles, without @everyone. */
  readonly roles: readonly { readonly id: string; readonly name: string }[];
}

/** `GET /sandbox/snapshot?user=ID`: everything one person can see, except messages. */
export interface Snapshot {
  readonly application: { readonly id: string; readonly name: string; readonly description: string };
  readonly botId: string;
  readonly isBotOnline: boolean;
  /** Whether the bot is online and has registered its commands, so that people can use it. */
  readonly isBotReady: boolean;
  /** The bot's activity, which Discord shows below its name. */
  readonly activity?: string | undefined;
  /** Everyone, including the bot. The page can switch to anyone except the bot. */
  readonly users: readonly (APIUser & { readonly role?: string | undefined })[];
  /** The id of the person this snapshot is for. */
  readonly me: string;
  readonly places: readonly PlaceView[];
  /** Slash and context menu commands this person can use, by server id or direct message channel id. */
  readonly commands: Readonly<Record<string, readonly APIApplicationCommand[]>>;
}

/** A message as one person sees it. `GET /sandbox/messages?user=ID&channel=ID` lists them, oldest first. */
export interface MessageView {
  readonly message: APIMessage;
  /** Whether only this person sees it. They can dismiss it. */
  readonly isEphemeral: boolean;
  /** Whether this is a deferred reply that the bot hasn't filled in yet. */
  readonly isThinking: boolean;
  /** The last request body the bot sent for this message, unchanged. */
  readonly payload?: unknown;
}

/** `POST /sandbox/messages` → {@link MessageView}. */
export interface SendMessage {
  readonly userId: string;
  readonly channelId: string;
  readonly content: string;
  /** Ids of uploaded files. */
  readonly attachmentIds?: readonly string[] | undefined;
  readonly replyToId?: string | undefined;
}

/** An option with its value. Subcommands are nested as in Discord's interactions. */
export interface FilledOption {
  readonly name: string;
  readonly type: ApplicationCommandOptionType;
  readonly value?: string | number | boolean | undefined;
  readonly focused?: boolean | undefined;
  readonly options?: readonly FilledOption[] | undefined;
}

/** `POST /sandbox/interactions` → {@link ActionResult}. */
export type Action = { readonly userId: string; readonly channelId: string } & (
  | {
      readonly kind: 'command';
      readonly commandId: string;
      readonly options: readonly FilledOption[];
      /** For a context menu command: the message or user it runs on. */
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
      readonly fields: FilledFields;
    }
);

/** What was filled into a form, by custom id: an input's text, or the values of a menu or file upload. */
export type FilledFields = Readonly<Record<string, string | readonly string[]>>;

/** `POST /sandbox/uploads?user=ID&name=NAME` with the file as the body. Its id is the value of an attachment option. */
export interface UploadedFile {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
}

/** The outcome of an {@link Action}. */
export interface ActionResult {
  readonly interactionId: string;
  /** Only for autocomplete. */
  readonly choices?: readonly APIApplicationCommandOptionChoice[] | undefined;
}

/** The body of a rejected request, sent with an HTTP status of 400 or more. */
export interface Rejection {
  /** One or two sentences, ready to show. */
  readonly error: string;
}

/** `POST /sandbox/dismiss`: hides a private reply. */
export interface Dismiss {
  readonly userId: string;
  readonly messageId: string;
}

/** An event of the WebSocket `/sandbox/events?user=ID`. Each frame holds one event as JSON. */
export type PageEvent =
  /** A new or edited message. */
  | { readonly kind: 'message'; readonly view: MessageView }
  | { readonly kind: 'message-deleted'; readonly channelId: string; readonly messageId: string }
  | { readonly kind: 'typing'; readonly channelId: string; readonly userId: string }
  | {
      readonly kind: 'modal';
      readonly interactionId: string;
      readonly modal: APIModalInteractionResponseCallbackData;
    }
  /** `reason` says why it failed, such as “The application did not respond”. */
  | {
      readonly kind: 'interaction';
      readonly interactionId: string;
      readonly state: 'acknowledged' | 'failed';
      readonly reason?: string | undefined;
    }
  /** Places, commands, people or the bot's presence changed, so the page has to fetch the snapshot again. */
  | { readonly kind: 'snapshot-changed' };
