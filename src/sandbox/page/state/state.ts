// What the page knows, and how it changes: plain data and one pure function. Who asks the sandbox is session.ts.
import type { APIApplicationCommand, APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { ChannelView, MessageView, PageEvent, PlaceView, Snapshot } from '../../protocol.js';

/** Something that this person did and that the bot has to answer. */
export interface PendingInteraction {
  readonly interactionId: string;
  readonly channelId: string;
  /** For people: `/ask`. */
  readonly name: string;
  /** The message and component that were used. */
  readonly on?: { readonly messageId: string; readonly customId: string } | undefined;
}

/** What became of a deed: nothing yet is no entry. */
type Outcome = { readonly kind: 'acknowledged' } | { readonly kind: 'failed'; readonly reason: string };

export interface OpenModal {
  readonly interactionId: string;
  readonly channelId: string;
  readonly modal: APIModalInteractionResponseCallbackData;
}

/** Messages of a channel, with those told by events since its list was last asked for: they are newer than it. */
interface ChannelLog {
  readonly messages: readonly MessageView[];
  readonly isLoaded: boolean;
  readonly touched: readonly string[];
}

export interface PageState {
  readonly connection: 'connecting' | 'open' | 'lost';
  readonly snapshot?: Snapshot | undefined;
  readonly channelId?: string | undefined;
  readonly logs: Readonly<Record<string, ChannelLog>>;
  /** User ids by channel. */
  readonly typing: Readonly<Record<string, readonly string[]>>;
  readonly unread: Readonly<Record<string, number>>;
  readonly deeds: readonly PendingInteraction[];
  readonly outcomes: Readonly<Record<string, Outcome>>;
  readonly modal?: OpenModal | undefined;
  readonly replyTo?: MessageView | undefined;
  /** A refusal, shown above the composer. */
  readonly notice?: string | undefined;
}

export type StateChange =
  | PageEvent
  | { readonly kind: 'connection'; readonly connection: PageState['connection'] }
  | { readonly kind: 'snapshot'; readonly snapshot: Snapshot }
  | { readonly kind: 'user-left' }
  | { readonly kind: 'channel-chosen'; readonly channelId: string }
  | { readonly kind: 'log-asked'; readonly channelId: string }
  | { readonly kind: 'log-loaded'; readonly channelId: string; readonly messages: readonly MessageView[] }
  | { readonly kind: 'typing-ended'; readonly channelId: string; readonly userId: string }
  | { readonly kind: 'deed'; readonly deed: PendingInteraction }
  | { readonly kind: 'deed-dismissed'; readonly interactionId: string }
  | { readonly kind: 'modal-closed' }
  | { readonly kind: 'reply'; readonly to: MessageView | undefined }
  | { readonly kind: 'notice'; readonly notice: string | undefined };

export const INITIAL_STATE: PageState = {
  connection: 'connecting',
  logs: {},
  typing: {},
  unread: {},
  deeds: [],
  outcomes: {},
};

const EMPTY_LOG: ChannelLog = { messages: [], isLoaded: false, touched: [] };

/** The state after a change. */
export function reduce(state: PageState, change: StateChange): PageState {
  switch (change.kind) {
    case 'connection':
      return { ...state, connection: change.connection };
    case 'snapshot':
      return { ...state, snapshot: change.snapshot };
    case 'user-left':
      return { ...INITIAL_STATE, channelId: state.channelId };
    case 'channel-chosen':
      return {
        ...state,
        channelId: change.channelId,
        unread: { ...state.unread, [change.channelId]: 0 },
        replyTo: undefined,
        notice: undefined,
      };
    case 'log-asked':
      return withLog(state, change.channelId, (log) => ({ ...log, touched: [] }));
    case 'log-loaded':
      return withLog(state, change.channelId, (log) => mergeLog(log, change.messages));
    case 'message':
      return withMessage(state, change.shown);
    case 'message-deleted':
      return withLog(state, change.channelId, (log) => ({
        ...log,
        messages: log.messages.filter(({ message }) => message.id !== change.messageId),
        touched: [...log.touched, change.messageId],
      }));
    case 'typing':
      return withTyping(state, change.channelId, (ids) => [...new Set([...ids, change.userId])]);
    case 'typing-ended':
      return withTyping(state, change.channelId, (ids) => ids.filter((id) => id !== change.userId));
    case 'deed':
      return {
        ...state,
        deeds: [...state.deeds.filter((deed) => !isSameTarget(deed, change.deed)), change.deed],
      };
    case 'deed-dismissed':
      return { ...state, deeds: state.deeds.filter((deed) => deed.interactionId !== change.interactionId) };
    case 'interaction':
      return { ...state, outcomes: { ...state.outcomes, [change.interactionId]: outcomeOf(change) } };
    case 'modal': {
      const deed = state.deeds.find(({ interactionId }) => interactionId === change.interactionId);
      const channelId = deed?.channelId ?? state.channelId ?? '';
      return { ...state, modal: { interactionId: change.interactionId, channelId, modal: change.modal } };
    }
    case 'modal-closed':
      return { ...state, modal: undefined };
    case 'reply':
      return { ...state, replyTo: change.to };
    case 'notice':
      return { ...state, notice: change.notice };
    case 'snapshot-changed':
      return state;
  }
}

/** The channel that is shown, with its place. */
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

/** Commands of the channel that is shown: each direct message has its own, a server the same all over. */
export function currentCommands(state: PageState): readonly APIApplicationCommand[] {
  const { commands = {} } = state.snapshot ?? {};
  const shown = currentChannel(state);
  return commands[shown?.channel.id ?? ''] ?? commands[shown?.place.id ?? ''] ?? [];
}

function outcomeOf(event: PageEvent & { kind: 'interaction' }): Outcome {
  if (event.state === 'acknowledged') return { kind: 'acknowledged' };
  return { kind: 'failed', reason: event.reason ?? 'This interaction failed' };
}

/** A component used again forgets how it went before. */
function isSameTarget(one: PendingInteraction, other: PendingInteraction): boolean {
  return one.on !== undefined && one.on.messageId === other.on?.messageId;
}

function withLog(state: PageState, channelId: string, change: (log: ChannelLog) => ChannelLog): PageState {
  return { ...state, logs: { ...state.logs, [channelId]: change(state.logs[channelId] ?? EMPTY_LOG) } };
}

function withTyping(
  state: PageState,
  channelId: string,
  change: (ids: readonly string[]) => readonly string[],
): PageState {
  return { ...state, typing: { ...state.typing, [channelId]: change(state.typing[channelId] ?? []) } };
}

function withMessage(state: PageState, shown: MessageView): PageState {
  const { channel_id: channelId, id, author } = shown.message;
  const isNew = !state.logs[channelId]?.messages.some(({ message }) => message.id === id);
  const isElsewhere = channelId !== state.channelId && author.id !== state.snapshot?.me;
  const unread = (state.unread[channelId] ?? 0) + (isNew && isElsewhere ? 1 : 0);
  const typed = withTyping(state, channelId, (ids) => ids.filter((typist) => typist !== author.id));
  return withLog({ ...typed, unread: { ...state.unread, [channelId]: unread } }, channelId, (log) => ({
    ...log,
    messages: sortById([...log.messages.filter(({ message }) => message.id !== id), shown]),
    touched: [...log.touched, id],
  }));
}

function mergeLog(log: ChannelLog, asked: readonly MessageView[]): ChannelLog {
  const touched = new Set(log.touched);
  const newer = log.messages.filter(({ message }) => touched.has(message.id));
  const rest = asked.filter(({ message }) => !touched.has(message.id));
  return { messages: sortById([...rest, ...newer]), isLoaded: true, touched: [] };
}

/** Ids grow with time: https://discord.com/developers/docs/reference#snowflakes */
function sortById(messages: readonly MessageView[]): readonly MessageView[] {
  return messages.toSorted(
    ({ message: one }, { message: other }) =>
      one.id.length - other.id.length || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0),
  );
}
