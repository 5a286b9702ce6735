// The records the sandbox's world is made of. Everything that reads or changes the world shares these types.
import type {
  APIApplicationCommandOptionChoice,
  APIMessage,
  APIModalInteractionResponseCallbackData,
  APIOverwrite,
  APIRole,
  APIUser,
  ChannelType,
  InteractionType,
} from 'discord-api-types/v10';
import type { Json } from '../validation/problems.js';

export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly roles: readonly APIRole[];
  /** Role ids by user id. */
  readonly members: ReadonlyMap<string, readonly string[]>;
}

export interface Channel {
  readonly id: string;
  readonly type:
    | ChannelType.GuildText
    | ChannelType.PublicThread
    | ChannelType.PrivateThread
    | ChannelType.DM
    | ChannelType.GroupDM;
  readonly name: string;
  readonly topic?: string | undefined;
  readonly guildId?: string | undefined;
  readonly parentId?: string | undefined;
  readonly ownerId?: string | undefined;
  readonly overwrites: readonly APIOverwrite[];
  /** User ids: recipients of a direct or group message, or members of a thread. */
  readonly people: Set<string>;
}

/** A message, plus what Discord stores about it but doesn't show. */
export interface MessageRecord {
  message: APIMessage;
  /** The only person who sees an ephemeral message. `undefined` means everyone who can see the channel. */
  readonly visibleTo?: string | undefined;
  /** The interaction whose token can edit this message. */
  readonly interactionId?: string | undefined;
  /** Whether this is a deferred reply that still shows “thinking…”. */
  isThinking: boolean;
  /** Whether the person dismissed this ephemeral message. */
  isDismissed?: boolean;
  /** The last request body the bot sent for this message. */
  payload?: unknown;
}

export interface Attachment {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** One use of a command, component or modal, from dispatch to the expiry of its token. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  readonly userId: string;
  readonly channelId: string;
  /** The payload that the gateway dispatches. */
  readonly payload: Json;
  /** The message whose component was used, also for a modal opened from that component. */
  readonly sourceId?: string | undefined;
  /** For a modal: the interaction that opened it. */
  readonly openerId?: string | undefined;
  state: 'pending' | 'acknowledged' | 'failed';
  /** The message that answered the interaction. `''` means an answer without a message, such as choices. */
  answerId?: string;
  acknowledgedAt?: number;
  /** The id of the message that `@original` refers to. */
  originalId?: string | undefined;
  modal?: APIModalInteractionResponseCallbackData;
  choices?: readonly APIApplicationCommandOptionChoice[];
  /** Why the interaction failed, in the words Discord shows the person. */
  reason?: string;
}

/** Everything that a seed turns into. */
export interface PopulatedWorld {
  readonly application: { readonly id: string; readonly name: string; description: string };
  readonly bot: APIUser;
  readonly users: Map<string, APIUser>;
  readonly guilds: Map<string, Guild>;
  readonly channels: Map<string, Channel>;
  /** Messages by channel id, oldest first. */
  readonly messages: Map<string, MessageRecord[]>;
}

/** A change in the world. The gateway, the page and waiting tests listen for these. */
export type WorldEvent =
  | {
      readonly kind: 'message-created' | 'message-edited' | 'message-deleted' | 'message-dismissed';
      readonly record: MessageRecord;
    }
  | { readonly kind: 'typing'; readonly channelId: string; readonly userId: string }
  | { readonly kind: 'thread-created' | 'channel-changed' | 'channel-deleted'; readonly channel: Channel }
  | {
      readonly kind:
        | 'interaction-created'
        | 'interaction-acknowledged'
        | 'interaction-answered'
        | 'interaction-failed'
        | 'modal-opened';
      readonly interaction: Interaction;
    }
  | { readonly kind: 'bot-removed' | 'bot-added'; readonly guildId: string }
  | { readonly kind: 'commands-changed' | 'presence-changed' | 'application-changed' | 'reset' };

export type EventKind = WorldEvent['kind'];
