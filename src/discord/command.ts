// What commands, buttons and forms are made of: data, a reply mode and a `run`. Commands use nothing else of the bot.
import type {
  APIModalInteractionResponseCallbackData,
  RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { Assistant } from '../core/assistant.js';
import type { DigestManager } from '../core/digest/digests.js';
import type { LibraryManager } from '../core/library/manager.js';
import type { SourceFile } from '../core/library/ports.js';
import type { Retention } from '../core/limits/retention.js';
import type { Place } from '../core/store-ports.js';
import type { Payload, View } from './render/message.js';

/** Who sees a reply: everyone in the channel, or only the person. */
export type ReplyMode = 'public' | 'private';

/** The options that a person filled in. A subcommand's options are in `values` too. */
export interface Options {
  readonly subcommand?: string | undefined;
  readonly values: Readonly<Record<string, string | number | boolean | undefined>>;
  /** Attached files, by option. */
  readonly files?: Readonly<Record<string, AttachedFile>> | undefined;
  /** The text of the message whose menu the command was chosen from. */
  readonly targetText?: string | undefined;
  /** The files of that message. */
  readonly targetFiles?: readonly AttachedFile[] | undefined;
}

/** A file that someone attached, before it is downloaded. */
export interface AttachedFile {
  readonly name: string;
  readonly bytes: number;
  readonly contentType?: string | undefined;
  /** On Discord's servers. */
  readonly url: string;
}

/** How this installation handles people's data, for `/privacy`. */
export interface Terms {
  readonly retention: Retention;
  /** The models that questions and passages are sent to. Empty: only the built-in engine. */
  readonly models: readonly { readonly model: string; readonly host: string }[];
  /** Whether calls to the models are also sent to LangSmith. Default false. */
  readonly isTraced?: boolean | undefined;
}

/** A server whose articles a person can use in direct messages, because both the person and the bot are in it. */
export interface SharedServer {
  readonly library: string;
  readonly name: string;
}

/** What every `run` gets. */
export interface Invocation {
  readonly assistant: Assistant;
  /** Manages the articles of `library`. Whoever calls it for a person checks `isManager` first. */
  readonly manager: LibraryManager;
  /** Manages the digests of `library`. As with `manager`, `isManager` is checked first. */
  readonly digests: DigestManager;
  /** Whose answers and usage these are: `guild:ID` or `user:ID`. */
  readonly library: string;
  /** Whose articles to use: the library, and in direct messages also those of `servers`. */
  readonly libraries: readonly string[];
  /** Only in direct messages: the servers with articles that the person shares with the bot, in order of name. */
  readonly servers: readonly SharedServer[];
  /**
   * The library of the message that a button belongs to. In a group it is the asker's, whoever clicks. In all other cases
   * it is the same as `library`.
   */
  readonly messageLibrary: string;
  readonly userId: string;
  /** The channel of the request. A thread counts as its channel. */
  readonly channelId: string;
  /** The channel or thread of the request, if the library is the server's. */
  readonly place?: Place | undefined;
  /** It is the person's own library, or they have the permission Manage Server. */
  readonly isAdmin: boolean;
  /** May manage the library's articles: an admin, or someone with the role that the server chose. */
  readonly isManager: boolean;
  readonly isPrivate: boolean;
  readonly terms: Terms;
  /** Aborted at the deadline, and when the bot stops. */
  readonly signal: AbortSignal;
  /** Shows a partial reply. May be called often; edits are throttled. */
  readonly show: (payload: Payload) => void;
  /** Keeps a request until a menu completes it. */
  readonly pending: PendingRequests;
  /**
   * Posts in a channel of this server, if both the person and the bot may write there.
   * @returns the message's address
   * @throws AppError `discord/only-in-servers`, `discord/channel-gone`, `discord/cannot-post`, `discord/may-not-post`
   */
  readonly post: (channelId: string, view: View) => Promise<string>;
  /** Whether `post` can post there. @throws AppError as `post` */
  readonly checkPost: (channelId: string) => Promise<void>;
  /** The place of a channel or thread of this server. Undefined if the person may not read it. */
  readonly findReadable: (channelId: string) => Promise<Place | undefined>;
  /** @throws AppError `discord/file-too-large`, `discord/file-gone` */
  readonly download: (file: AttachedFile) => Promise<SourceFile>;
}

/** What is known when a form is opened. */
export type Opening = Pick<
  Invocation,
  'assistant' | 'manager' | 'digests' | 'library' | 'userId' | 'channelId' | 'place' | 'isAdmin' | 'isManager'
> & {
  /** The name of a channel or thread of this server. Undefined if it is unknown. */
  readonly channelName?: ((channelId: string) => string | undefined) | undefined;
};

/** A form. */
export type Modal = APIModalInteractionResponseCallbackData;

/** A command and its options, without the article that is still to be chosen. */
export interface PendingRequest {
  readonly command: string;
  readonly options: Options;
  /** Only this person may choose. */
  readonly userId: string;
  readonly library: string;
}

/** Commands that wait for a choice in a menu. They are kept in memory, so they are gone after a restart. */
export interface PendingRequests {
  /** @returns an id for {@link PendingRequests.find} */
  keep(request: PendingRequest): string;
  find(id: string): PendingRequest | undefined;
}

/** An autocomplete choice. */
export interface Choice {
  readonly name: string;
  readonly value: string;
}

export interface Command {
  readonly data: RESTPostAPIApplicationCommandsJSONBody;
  readonly reply: ReplyMode | ((options: Options) => ReplyMode);
  run(invocation: Invocation & { readonly options: Options }): Promise<View>;
  /** Opens a form instead of running. Undefined: it runs. */
  modal?(opening: Opening & { readonly options: Options }): Modal | undefined;
  /** Autocomplete choices for the option `name`, best first. */
  complete?(
    typing: Opening &
      Pick<Invocation, 'libraries' | 'signal'> & {
        readonly options: Options;
        readonly name: string;
        /** What has been typed so far. */
        readonly text: string;
      },
  ): Promise<readonly Choice[]>;
}

/**
 * What a button, a menu or a form does. Its `custom_id` is the action's name and arguments, joined by colons; the value
 * chosen in a menu is the last argument. The reply mode `update` replaces the message that the button belongs to; `same` is
 * private if that message is private.
 */
export interface Action {
  readonly name: string;
  readonly reply: ReplyMode | 'same' | 'update';
  run(invocation: Invocation & Submission): Promise<View>;
  /** Opens a form first; `run` is called when it is submitted. @throws AppError that is told to the person instead */
  modal?(args: readonly string[], opening: Opening): Modal;
}

/** What came with a click or a submitted form. */
export interface Submission {
  readonly args: readonly string[];
  readonly fields: Fields;
  /** What was chosen in the menus of a form, by the custom id of the menu. */
  readonly choices?: Readonly<Record<string, readonly string[]>> | undefined;
  /** Uploaded files, in order. */
  readonly files?: readonly AttachedFile[] | undefined;
}

/** Submitted text by the custom id of its input. */
export type Fields = Readonly<Record<string, string>>;

/** A message that mentions the bot or is sent to it directly. */
export interface AskedMessage {
  /** The text without mentions of the bot. May be empty. */
  readonly question: string;
  /** The answer that it follows up on. */
  readonly previousAnswerId?: string | undefined;
  /** The text of another person's message that it replies to. Empty if Discord doesn't let the bot read it. */
  readonly repliedText?: string | undefined;
}

/** Replies to a message that was written rather than sent with a command. */
export type AnswerQuestion = (invocation: Invocation & AskedMessage) => Promise<View>;
