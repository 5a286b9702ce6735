// What a command, a button and a modal are: data, a reply mode and a run. Commands know no more of Discord than this.
import type {
  APIModalInteractionResponseCallbackData,
  RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { Assistant } from '../core/assistant.js';
import type { Retention } from '../core/limits/retention.js';
import type { Payload, View } from './render/message.js';

/** Who sees a reply: everyone in the channel, or the person alone. */
export type ReplyMode = 'public' | 'private';

/** What a person filled in; a subcommand's options stand beside its name. */
export interface Options {
  readonly subcommand?: string | undefined;
  readonly values: Readonly<Record<string, string | number | boolean | undefined>>;
  /** The text of the message whose menu was opened. */
  readonly targetText?: string | undefined;
}

/** What people are told of how this copy of Footnote handles what they ask. */
export interface Terms {
  readonly retention: Retention;
  /** The models that what is asked is sent to, each with its host; none where the built-in engine does it all. */
  readonly models: readonly { readonly model: string; readonly host: string }[];
}

/** What every run is given. */
export interface Invocation {
  readonly assistant: Assistant;
  /** Whose articles: one server's, or one person's. */
  readonly library: string;
  /**
   * Whose articles the message was made of that a button stands on: in a group that is whoever asked, whoever clicks.
   * Elsewhere, and of a command, the same as `library`.
   */
  readonly messageLibrary: string;
  readonly userId: string;
  /** May manage what is in `library`: it is their own, or they manage the server. */
  readonly isAdmin: boolean;
  readonly isPrivate: boolean;
  readonly terms: Terms;
  /** Aborted at the deadline, and when the bot stops. */
  readonly signal: AbortSignal;
  /** Shows what there is so far; called as often as one likes, sent only so often. */
  readonly show: (payload: Payload) => void;
}

/** A choice of an autocompleted option. */
export interface Choice {
  readonly name: string;
  readonly value: string;
}

export interface Command {
  readonly data: RESTPostAPIApplicationCommandsJSONBody;
  readonly reply: ReplyMode | ((options: Options) => ReplyMode);
  run(invocation: Invocation & { readonly options: Options }): Promise<View>;
  /** Choices for the option that is being typed; the best first. */
  complete?(
    typing: Pick<Invocation, 'assistant' | 'library' | 'signal'> & {
      readonly options: Options;
      readonly name: string;
      readonly text: string;
    },
  ): Promise<readonly Choice[]>;
}

/**
 * What a button does. Its `custom_id` is the action's name and arguments, joined by colons; a modal's likewise.
 * `update` replaces the message that the button stands on, `same` answers as privately as that message was.
 */
export interface Action {
  readonly name: string;
  readonly reply: ReplyMode | 'same' | 'update';
  run(invocation: Invocation & { readonly args: readonly string[]; readonly fields: Fields }): Promise<View>;
  /** Opens a modal in place of running; what is submitted is then run, with its fields. */
  modal?(args: readonly string[]): APIModalInteractionResponseCallbackData;
}

/** Text by the custom id of its input. */
export type Fields = Readonly<Record<string, string>>;

/** A question that was put in words, outside any command. */
export type AnswerQuestion = (
  invocation: Invocation & { readonly question: string; readonly previousAnswerId?: string | undefined },
) => Promise<View>;
