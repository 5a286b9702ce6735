// The page's session as one person: sends requests, applies events to the state, and notifies listeners.
import type { APIApplicationCommandOptionChoice, ComponentType } from 'discord-api-types/v10';
import type {
  Action,
  FilledFields,
  FilledOption,
  MessageView,
  PageEvent,
  UploadedFile,
} from '../../protocol.js';
import { pageText } from '../text.js';
import type { SandboxApi } from './api.js';
import { INITIAL_STATE, type PageState, type PendingInteraction, reduce, type StateChange } from './state.js';

/** Where the current user and channel are stored, such as the page's URL. */
export interface PageLocation {
  read(): { readonly userId?: string | undefined; readonly channelId?: string | undefined };
  write(userId: string, channelId: string): void;
  /**
   * Calls the listener when the person changes it, for example with the browser's Back button, and never after `write`.
   * @returns a function that removes the listener
   */
  watch(listener: () => void): () => void;
}

export interface Session {
  readonly state: () => PageState;
  /** @returns a function that removes the listener */
  subscribe(listener: () => void): () => void;
  start(): Promise<void>;
  close(): void;
  change(change: StateChange): void;
  chooseUser(userId: string): Promise<void>;
  chooseChannel(channelId: string): Promise<void>;
  /** @returns whether the message was sent */
  sendMessage(content: string, attachmentIds?: readonly string[]): Promise<boolean>;
  /** @returns whether the sandbox accepted the command */
  runCommand(
    commandId: string,
    name: string,
    options: readonly FilledOption[],
    targetId?: string,
  ): Promise<boolean>;
  /** The bot's autocomplete choices for the focused option. Empty if it doesn't respond in time. */
  suggest(
    commandId: string,
    options: readonly FilledOption[],
  ): Promise<readonly APIApplicationCommandOptionChoice[]>;
  useComponent(message: MessageView, component: UsedComponent): Promise<void>;
  submitModal(fields: FilledFields): Promise<boolean>;
  /** Rejects with an `Error` whose message can be shown. */
  upload(file: File): Promise<UploadedFile>;
  dismiss(message: MessageView): Promise<void>;
}

export interface UsedComponent {
  readonly customId: string;
  readonly componentType: ComponentType;
  readonly values?: readonly string[] | undefined;
}

/** Discord shows typing for ten seconds: https://discord.com/developers/docs/resources/channel#trigger-typing-indicator */
const TYPING_MS = 10_000;

/** Creates a session. Call `start` to load it. */
export function createSession(api: SandboxApi, location: PageLocation): Session {
  let state = INITIAL_STATE;
  let events: { close(): void } | undefined;
  let unwatch: (() => void) | undefined;
  const listeners = new Set<() => void>();
  const typingTimers = new Map<string, ReturnType<typeof setTimeout>>();

  const change = (next: StateChange) => {
    state = reduce(state, next);
    for (const listener of listeners) listener();
  };
  const showError = (error: unknown) => {
    change({ kind: 'notice', notice: error instanceof Error ? error.message : String(error) });
  };
  const currentUserId = () => state.snapshot?.me ?? '';
  const readAddress = () => {
    const { userId = '', channelId = '' } = location.read();
    return `${userId}/${channelId}`;
  };
  /** The address that the page has read or written. Another one is still to be opened. */
  let knownAddress = '';
  const writeAddress = () => {
    location.write(currentUserId(), state.channelId ?? '');
    knownAddress = readAddress();
  };

  async function loadSnapshot(userId: string | undefined): Promise<void> {
    const snapshot = await api.snapshot(userId);
    if (userId !== undefined && state.snapshot !== undefined && snapshot.me !== currentUserId()) return;
    change({ kind: 'snapshot', snapshot });
    const channels = snapshot.places.flatMap((place) => place.channels);
    const isKnown = channels.some(({ id }) => id === state.channelId);
    const first = channels[0];
    if (!isKnown && first !== undefined) change({ kind: 'channel-selected', channelId: first.id });
    if (readAddress() === knownAddress) writeAddress();
  }

  async function loadMessages(channelId: string): Promise<void> {
    const userId = currentUserId();
    change({ kind: 'messages-requested', channelId });
    const messages = await api.messages(userId, channelId);
    if (userId === currentUserId()) change({ kind: 'messages-loaded', channelId, messages });
  }

  async function reload(userId: string): Promise<void> {
    try {
      await loadSnapshot(userId);
      change({ kind: 'connection', connection: 'open' });
      if (state.channelId !== undefined) await loadMessages(state.channelId);
    } catch (error) {
      showError(error);
    }
  }

  function onEvent(event: PageEvent): void {
    change(event);
    if (event.kind === 'snapshot-changed') loadSnapshot(currentUserId()).catch(showError);
    if (event.kind !== 'typing') return;
    const key = `${event.channelId} ${event.userId}`;
    clearTimeout(typingTimers.get(key));
    const { channelId, userId } = event;
    typingTimers.set(
      key,
      setTimeout(() => change({ kind: 'typing-ended', channelId, userId }), TYPING_MS),
    );
  }

  const isKnownChannel = (channelId: string) =>
    state.snapshot?.places.some(({ channels }) => channels.some(({ id }) => id === channelId));

  async function chooseUser(userId: string): Promise<void> {
    events?.close();
    change({ kind: 'user-switched' });
    try {
      await loadSnapshot(userId);
      subscribeAs(currentUserId());
    } catch (error) {
      showError(error);
    }
  }

  async function chooseChannel(channelId: string): Promise<void> {
    change({ kind: 'channel-selected', channelId });
    writeAddress();
    await loadMessages(channelId).catch(showError);
  }

  /** Opens what the location names. If there is no such person or channel, the location goes back to what is open. */
  async function followLocation(): Promise<void> {
    const { snapshot } = state;
    if (snapshot === undefined) return;
    const { userId = snapshot.me, channelId = state.channelId ?? '' } = location.read();
    knownAddress = readAddress();
    if (
      userId !== snapshot.me &&
      userId !== snapshot.botId &&
      snapshot.users.some(({ id }) => id === userId)
    ) {
      // A channel that this person can't see is replaced by the first one.
      change({ kind: 'channel-selected', channelId });
      await chooseUser(userId);
    } else if (userId === snapshot.me && isKnownChannel(channelId)) await chooseChannel(channelId);
    else {
      writeAddress();
      change({ kind: 'notice', notice: pageText.unknownAddress });
    }
  }

  function subscribeAs(userId: string): void {
    events?.close();
    events = api.subscribe(userId, {
      onOpen: () => void reload(userId),
      onLost: () => change({ kind: 'connection', connection: 'lost' }),
      onEvent,
    });
  }

  async function performAction(
    action: Action,
    details: Omit<PendingInteraction, 'interactionId' | 'channelId'>,
  ): Promise<boolean> {
    change({ kind: 'notice', notice: undefined });
    try {
      const { interactionId } = await api.performAction(action);
      change({
        kind: 'interaction-sent',
        interaction: { interactionId, channelId: action.channelId, ...details },
      });
      return true;
    } catch (error) {
      showError(error);
      return false;
    }
  }

  const currentContext = () => ({ userId: currentUserId(), channelId: state.channelId ?? '' });

  return {
    state: () => state,
    change,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async start() {
      unwatch = location.watch(() => void followLocation());
      const { userId, channelId } = location.read();
      knownAddress = readAddress();
      if (channelId !== undefined) change({ kind: 'channel-selected', channelId });
      try {
        // The stored user may be from another sandbox. Then start as the first person.
        await loadSnapshot(userId).catch(() => loadSnapshot(undefined));
        subscribeAs(currentUserId());
        if (readAddress() !== knownAddress) await followLocation();
      } catch (error) {
        showError(error);
      }
    },
    close() {
      unwatch?.();
      events?.close();
      for (const timer of typingTimers.values()) clearTimeout(timer);
    },
    chooseUser,
    chooseChannel,
    async sendMessage(content, attachmentIds) {
      change({ kind: 'notice', notice: undefined });
      try {
        const view = await api.sendMessage({
          ...currentContext(),
          content,
          attachmentIds,
          replyToId: state.replyTo?.message.id,
        });
        change({ kind: 'message', view });
        change({ kind: 'reply-target-changed', replyTo: undefined });
        return true;
      } catch (error) {
        showError(error);
        return false;
      }
    },
    async runCommand(commandId, name, options, targetId) {
      const action = { ...currentContext(), kind: 'command', commandId, options, targetId } as const;
      const isAccepted = await performAction(action, { name });
      // A slash command takes the place of the reply. A message's menu has nothing to do with the text field.
      if (isAccepted && targetId === undefined) change({ kind: 'reply-target-changed', replyTo: undefined });
      return isAccepted;
    },
    async suggest(commandId, options) {
      try {
        const { choices = [] } = await api.performAction({
          ...currentContext(),
          kind: 'autocomplete',
          commandId,
          options,
        });
        return choices;
      } catch {
        return [];
      }
    },
    async useComponent({ message }, { customId, componentType, values }) {
      const target = { messageId: message.id, customId };
      const source = { userId: currentUserId(), channelId: message.channel_id, messageId: message.id };
      await performAction(
        { ...source, kind: 'component', customId, componentType, values },
        { name: 'component', target },
      );
    },
    async submitModal(fields) {
      const { modal } = state;
      if (modal === undefined) return false;
      const { interactionId, channelId } = modal;
      const action: Action = {
        ...{ kind: 'modal', userId: currentUserId(), channelId, interactionId, fields },
        customId: modal.modal.custom_id,
      };
      const isAccepted = await performAction(action, { name: modal.modal.title });
      if (isAccepted) change({ kind: 'modal-closed' });
      return isAccepted;
    },
    upload: (file) => api.upload(currentUserId(), file),
    async dismiss({ message }) {
      try {
        await api.dismiss({ userId: currentUserId(), messageId: message.id });
        change({ kind: 'message-deleted', channelId: message.channel_id, messageId: message.id });
      } catch (error) {
        showError(error);
      }
    },
  };
}
