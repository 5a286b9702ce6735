// What commands, buttons and forms are made of: data, a reply mode and a `run`. Commands use nothing else of the bot.
import type {
  APIModalInteractionResponseCallbackData,
  RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { Assistant } from '../core/assistant.js';
import type { Retention } from '../core/limits/retention.js';
import type { Payload, View } from './render/message.js';

/** Who sees a reply: everyone in the channel, or only the person. */
export type ReplyMode = 'public' | 'private';

/** The options that a person filled in. A subcommand's options are in `values` too. */
export interface Options {
  readonly subcommand?: string | undefined;
  readonly values: Readonly<Record<string, string | number | boolean | undefined>>;
  /** The text of the message whose menu the command was chosen from. */
  readonly targetText?: string | undefined;
}

/** How this installation handles people's data, for `/privacy`. */
export interface Terms {
  readonly retention: Retention;
  /** The models that questions and passages are sent to. Empty: only the built-in engine. */
  readonly models: readonly { readonly model: string; readonly host: string }[];
  /** Whether calls to the models are also sent to LangSmith. Default false. */
  readonly isTraced?: boolean | undefined;
}

/** What every `run` gets. */
export interface Invocation {
  readonly assistant: Assistant;
  /** The articles to use: `guild:ID` or `user:ID`. */
  readonly library: string;
  /**
   * The library of the message that a button belongs to. In a group it is the asker's, whoever clicks. In all other cases
   * it is the same as `library`.
   */
  readonly messageLibrary: string;
  readonly userId: string;
  /** May manage the library: it is the person's own, or they manage the server. */
  readonly isAdmin: boolean;
  readonly isPrivate: boolean;
  readonly terms: Terms;
  /** Aborted at the deadline, and when the bot stops. */
  readonly signal: AbortSignal;
  /** Shows a partial reply. May be called often; edits are throttled. */
  readonly show: (payload: Payload) => void;
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
  /** Autocomplete choices for the option `name`, best first. */
  complete?(
    typing: Pick<Invocation, 'assistant' | 'library' | 'signal'> & {
      readonly options: Options;
      readonly name: string;
      /** What has been typed so far. */
      readonly text: string;
    },
  ): Promise<readonly Choice[]>;
}

/**
 * What a button or a form does. Its `custom_id` is the action's name and arguments, joined by colons. The reply mode
 * `update` replaces the message that the button belongs to; `same` is private if that message is private.
 */
export interface Action {
  readonly name: string;
  readonly reply: ReplyMode | 'same' | 'update';
  run(invocation: Invocation & { readonly args: readonly string[]; readonly fields: Fields }): Promise<View>;
  /** Opens a form first; `run` is called when it is submitted. */
  modal?(args: readonly string[]): APIModalInteractionResponseCallbackData;
}

/** Submitted text by the custom id of its input. */
export type Fields = Readonly<Record<string, string>>;

/** Answers a question that was asked in a message rather than with a command. */
export type AnswerQuestion = (
  invocation: Invocation & { readonly question: string; readonly previousAnswerId?: string | undefined },
) => Promise<View>;
