// The page's state and its reducer. session.ts talks to the sandbox.
import type { APIApplicationCommand, APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { ChannelView, MessageView, PageEvent, PlaceView, Snapshot } from '../../protocol.js';
import { pageText } from '../text.js';

/** An interaction this person started and the bot has to answer. */
export interface PendingInteraction {
  readonly interactionId: string;
  readonly channelId: string;
  /** Display name, such as `/ask`. */
  readonly name: string;
  /** The message and component it was started from. */
  readonly target?: { readonly messageId: string; readonly customId: string } | undefined;
}

/** The outcome of an interaction. Pending interactions have none. */
type Outcome = { readonly kind: 'acknowledged' } | { readonly kind: 'failed'; readonly reason: string };

export interface OpenModal {
  readonly interactionId: string;
  readonly channelId: string;
  readonly modal: APIModalInteractionResponseCallbackData;
}

/** A channel's messages. `changedIds` are the messages that events changed since the list was last requested. */
interface ChannelLog {
  readonly messages: readonly MessageView[];
  readonly isLoaded: boolean;
  readonly changedIds: readonly string[];
}

export interface PageState {
  readonly connection: 'connecting' | 'open' | 'lost';
  readonly snapshot?: Snapshot | undefined;
  readonly channelId?: string | undefined;
  readonly messageLogs: Readonly<Record<string, ChannelLog>>;
  /** User ids by channel. */
  readonly typing: Readonly<Record<string, readonly string[]>>;
  readonly unread: Readonly<Record<string, number>>;
  readonly pendingInteractions: readonly PendingInteraction[];
  readonly outcomes: Readonly<Record<string, Outcome>>;
  readonly modal?: OpenModal | undefined;
  readonly replyTo?: MessageView | undefined;
  /** An error message, shown above the composer. */
  readonly notice?: string | undefined;
}

export type StateChange =
  | PageEvent
  | { readonly kind: 'connection'; readonly connection: PageState['connection'] }
  | { readonly kind: 'snapshot'; readonly snapshot: Snapshot }
  | { readonly kind: 'user-switched' }
  | { readonly kind: 'channel-selected'; readonly channelId: string }
  | { readonly kind: 'messages-requested'; readonly channelId: string }
  | {
      readonly kind: 'messages-loaded';
      readonly channelId: string;
      readonly messages: readonly MessageView[];
    }
  | { readonly kind: 'typing-ended'; readonly channelId: string; readonly userId: string }
  | { readonly kind: 'interaction-sent'; readonly interaction: PendingInteraction }
  | { readonly kind: 'interaction-dismissed'; readonly interactionId: string }
  | { readonly kind: 'modal-closed' }
  | { readonly kind: 'reply-target-changed'; readonly replyTo: MessageView | undefined }
  | { readonly kind: 'notice'; readonly notice: string | undefined };

export const INITIAL_STATE: PageState = {
  connection: 'connecting',
  messageLogs: {},
  typing: {},
  unread: {},
  pendingInteractions: [],
  outcomes: {},
};

const EMPTY_LOG: ChannelLog = { messages: [], isLoaded: false, changedIds: [] };

/** Returns the state after a change. */
export function reduce(state: PageState, change: StateChange): PageState {
  switch (change.kind) {
    case 'connection':
      return { ...state, connection: change.connection };
    case 'snapshot':
      return { ...state, snapshot: change.snapshot };
    case 'user-switched':
      return { ...INITIAL_STATE, channelId: state.channelId };
    case 'channel-selected':
      return {
        ...state,
        channelId: change.channelId,
        unread: { ...state.unread, [change.channelId]: 0 },
        replyTo: undefined,
        notice: undefined,
      };
    case 'messages-requested':
      return withLog(state, change.channelId, (log) => ({ ...log, changedIds: [] }));
    case 'messages-loaded':
      return withLog(state, change.channelId, (log) => mergeMessages(log, change.messages));
    case 'message':
      return withMessage(state, change.view);
    case 'message-deleted':
      return withLog(state, change.channelId, (log) => ({
        ...log,
        messages: log.messages.filter(({ message }) => message.id !== change.messageId),
        changedIds: [...log.changedIds, change.messageId],
      }));
    case 'typing':
      return withTyping(state, change.channelId, (ids) => [...new Set([...ids, change.userId])]);
    case 'typing-ended':
      return withTyping(state, change.channelId, (ids) => ids.filter((id) => id !== change.userId));
    case 'interaction-sent':
      return {
        ...state,
        pendingInteractions: [
          ...state.pendingInteractions.filter((pending) => !isSameTarget(pending, change.interaction)),
          change.interaction,
        ],
      };
    case 'interaction-dismissed':
      return {
        ...state,
        pendingInteractions: state.pendingInteractions.filter(
          ({ interactionId }) => interactionId !== change.interactionId,
        ),
      };
    case 'interaction':
      return { ...state, outcomes: { ...state.outcomes, [change.interactionId]: outcomeOf(change) } };
    case 'modal': {
      const opener = state.pendingInteractions.find(
        ({ interactionId }) => interactionId === change.interactionId,
      );
      const channelId = opener?.channelId ?? state.channelId ?? '';
      return { ...state, modal: { interactionId: change.interactionId, channelId, modal: change.modal } };
    }
    case 'modal-closed':
      return { ...state, modal: undefined };
    case 'reply-target-changed':
      return { ...state, replyTo: change.replyTo };
    case 'notice':
      return { ...state, notice: change.notice };
    case 'snapshot-changed':
      return state;
  }
}

/** The current channel, with its server or the list of direct messages. */
export function currentChannel({
  snapshot,
  channelId,
}: PageState): { readonly place: PlaceView; readonly channel: ChannelView } | undefined {
  for (const place of snapshot?.places ?? []) {
    const channel = place.channels.find(({ id }) => id === channelId);
    if (channel !== undefined) return { place, channel };
  }
  return undefined;
}

/** The current channel's commands. All channels of a server share the same list. */
export function currentCommands(state: PageState): readonly APIApplicationCommand[] {
  const { commands = {} } = state.snapshot ?? {};
  const current = currentChannel(state);
  return commands[current?.channel.id ?? ''] ?? commands[current?.place.id ?? ''] ?? [];
}

function outcomeOf(event: PageEvent & { kind: 'interaction' }): Outcome {
  if (event.state === 'acknowledged') return { kind: 'acknowledged' };
  return { kind: 'failed', reason: event.reason ?? pageText.interactionFailed };
}

/** Whether both started from the same message. A new use of a message's components replaces the previous outcome. */
function isSameTarget(one: PendingInteraction, other: PendingInteraction): boolean {
  return one.target !== undefined && one.target.messageId === other.target?.messageId;
}

function withLog(state: PageState, channelId: string, change: (log: ChannelLog) => ChannelLog): PageState {
  return {
    ...state,
    messageLogs: { ...state.messageLogs, [channelId]: change(state.messageLogs[channelId] ?? EMPTY_LOG) },
  };
}

function withTyping(
  state: PageState,
  channelId: string,
  change: (ids: readonly string[]) => readonly string[],
): PageState {
  return { ...state, typing: { ...state.typing, [channelId]: change(state.typing[channelId] ?? []) } };
}

function withMessage(state: PageState, view: MessageView): PageState {
  const { channel_id: channelId, id, author } = view.message;
  const isNew = !state.messageLogs[channelId]?.messages.some(({ message }) => message.id === id);
  const isElsewhere = channelId !== state.channelId && author.id !== state.snapshot?.me;
  const unread = (state.unread[channelId] ?? 0) + (isNew && isElsewhere ? 1 : 0);
  const withoutTyping = withTyping(state, channelId, (ids) => ids.filter((userId) => userId !== author.id));
  return withLog(
    { ...withoutTyping, unread: { ...state.unread, [channelId]: unread } },
    channelId,
    (log) => ({
      ...log,
      messages: sortById([...log.messages.filter(({ message }) => message.id !== id), view]),
      changedIds: [...log.changedIds, id],
    }),
  );
}

function mergeMessages(log: ChannelLog, loaded: readonly MessageView[]): ChannelLog {
  const changedIds = new Set(log.changedIds);
  const newer = log.messages.filter(({ message }) => changedIds.has(message.id));
  const rest = loaded.filter(({ message }) => !changedIds.has(message.id));
  return { messages: sortById([...rest, ...newer]), isLoaded: true, changedIds: [] };
}

/** Sorts by id, because ids grow with time: https://discord.com/developers/docs/reference#snowflakes */
function sortById(messages: readonly MessageView[]): readonly MessageView[] {
  return messages.toSorted(
    ({ message: one }, { message: other }) =>
      one.id.length - other.id.length || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0),
  );
}
