// One person at the page: asks the sandbox, follows its events, and tells whoever listens when the state changed.
import type { APIApplicationCommandOptionChoice, ComponentType } from 'discord-api-types/v10';
import type { Action, FilledOption, MessageView, PageEvent } from '../../protocol.js';
import type { SandboxApi } from './api.js';
import { INITIAL_STATE, type PageState, type PendingInteraction, reduce, type StateChange } from './state.js';

/** Keeps who one is and what one looks at, between visits and in the address. */
export interface PageLocation {
  read(): { readonly userId?: string | undefined; readonly channelId?: string | undefined };
  write(userId: string, channelId: string): void;
}

export interface Session {
  readonly state: () => PageState;
  /** @returns how to stop listening */
  subscribe(listener: () => void): () => void;
  start(): Promise<void>;
  close(): void;
  change(change: StateChange): void;
  chooseUser(userId: string): Promise<void>;
  chooseChannel(channelId: string): Promise<void>;
  say(content: string): Promise<boolean>;
  /** @returns whether the sandbox took it */
  runCommand(
    commandId: string,
    name: string,
    options: readonly FilledOption[],
    targetId?: string,
  ): Promise<boolean>;
  /** Choices of the bot for the focused option; none where it gives none in time. */
  suggest(
    commandId: string,
    options: readonly FilledOption[],
  ): Promise<readonly APIApplicationCommandOptionChoice[]>;
  useComponent(message: MessageView, component: UsedComponent): Promise<void>;
  submitModal(fields: Readonly<Record<string, string>>): Promise<boolean>;
  dismiss(message: MessageView): Promise<void>;
}

export interface UsedComponent {
  readonly customId: string;
  readonly componentType: ComponentType;
  readonly values?: readonly string[] | undefined;
}

/** Discord shows typing for ten seconds: https://discord.com/developers/docs/resources/channel#trigger-typing-indicator */
const TYPING_MS = 10_000;

/** Creates the session; `start` it. */
export function createSession(api: SandboxApi, whereabouts: PageLocation): Session {
  let state = INITIAL_STATE;
  let events: { close(): void } | undefined;
  const listeners = new Set<() => void>();
  const typingTimers = new Map<string, number>();

  const change = (next: StateChange) => {
    state = reduce(state, next);
    for (const listener of listeners) listener();
  };
  const told = (error: unknown) => {
    change({ kind: 'notice', notice: error instanceof Error ? error.message : String(error) });
  };
  const me = () => state.snapshot?.me ?? '';

  async function loadSnapshot(userId: string | undefined): Promise<void> {
    const snapshot = await api.snapshot(userId);
    if (userId !== undefined && state.snapshot !== undefined && snapshot.me !== me()) return;
    change({ kind: 'snapshot', snapshot });
    const channels = snapshot.places.flatMap((place) => place.channels);
    const isKnown = channels.some(({ id }) => id === state.channelId);
    const first = channels[0];
    if (!isKnown && first !== undefined) change({ kind: 'channel-chosen', channelId: first.id });
    whereabouts.write(snapshot.me, state.channelId ?? '');
  }

  async function loadLog(channelId: string): Promise<void> {
    const userId = me();
    change({ kind: 'log-asked', channelId });
    const messages = await api.messages(userId, channelId);
    if (userId === me()) change({ kind: 'log-loaded', channelId, messages });
  }

  async function catchUp(userId: string): Promise<void> {
    try {
      await loadSnapshot(userId);
      change({ kind: 'connection', connection: 'open' });
      if (state.channelId !== undefined) await loadLog(state.channelId);
    } catch (error) {
      told(error);
    }
  }

  function onEvent(event: PageEvent): void {
    change(event);
    if (event.kind === 'snapshot-changed') loadSnapshot(me()).catch(told);
    if (event.kind !== 'typing') return;
    const key = `${event.channelId} ${event.userId}`;
    window.clearTimeout(typingTimers.get(key));
    const { channelId, userId } = event;
    typingTimers.set(
      key,
      window.setTimeout(() => change({ kind: 'typing-ended', channelId, userId }), TYPING_MS),
    );
  }

  function followAs(userId: string): void {
    events?.close();
    events = api.follow(userId, {
      onOpen: () => void catchUp(userId),
      onLost: () => change({ kind: 'connection', connection: 'lost' }),
      onEvent,
    });
  }

  async function act(
    action: Action,
    deed: Omit<PendingInteraction, 'interactionId' | 'channelId'>,
  ): Promise<boolean> {
    change({ kind: 'notice', notice: undefined });
    try {
      const { interactionId } = await api.act(action);
      change({ kind: 'deed', deed: { interactionId, channelId: action.channelId, ...deed } });
      return true;
    } catch (error) {
      told(error);
      return false;
    }
  }

  const here = () => ({ userId: me(), channelId: state.channelId ?? '' });

  return {
    state: () => state,
    change,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async start() {
      const { userId, channelId } = whereabouts.read();
      if (channelId !== undefined) change({ kind: 'channel-chosen', channelId });
      try {
        // A remembered person may be of a sandbox that is gone: then it is the first one.
        await loadSnapshot(userId).catch(() => loadSnapshot(undefined));
        followAs(me());
      } catch (error) {
        told(error);
      }
    },
    close() {
      events?.close();
      for (const timer of typingTimers.values()) window.clearTimeout(timer);
    },
    async chooseUser(userId) {
      events?.close();
      change({ kind: 'user-left' });
      try {
        await loadSnapshot(userId);
        followAs(me());
      } catch (error) {
        told(error);
      }
    },
    async chooseChannel(channelId) {
      change({ kind: 'channel-chosen', channelId });
      whereabouts.write(me(), channelId);
      await loadLog(channelId).catch(told);
    },
    async say(content) {
      change({ kind: 'notice', notice: undefined });
      try {
        const shown = await api.say({ ...here(), content, replyToId: state.replyTo?.message.id });
        change({ kind: 'message', shown });
        change({ kind: 'reply', to: undefined });
        return true;
      } catch (error) {
        told(error);
        return false;
      }
    },
    runCommand: (commandId, name, options, targetId) =>
      act({ ...here(), kind: 'command', commandId, options, targetId }, { name }),
    async suggest(commandId, options) {
      try {
        const { choices = [] } = await api.act({ ...here(), kind: 'autocomplete', commandId, options });
        return choices;
      } catch {
        return [];
      }
    },
    async useComponent({ message }, { customId, componentType, values }) {
      const on = { messageId: message.id, customId };
      const where = { userId: me(), channelId: message.channel_id, messageId: message.id };
      await act({ ...where, kind: 'component', customId, componentType, values }, { name: 'component', on });
    },
    async submitModal(fields) {
      const { modal } = state;
      if (modal === undefined) return false;
      const { interactionId, channelId } = modal;
      const action: Action = {
        ...{ kind: 'modal', userId: me(), channelId, interactionId, fields },
        customId: modal.modal.custom_id,
      };
      const isTaken = await act(action, { name: modal.modal.title });
      if (isTaken) change({ kind: 'modal-closed' });
      return isTaken;
    },
    async dismiss({ message }) {
      try {
        await api.dismiss({ userId: me(), messageId: message.id });
        change({ kind: 'message-deleted', channelId: message.channel_id, messageId: message.id });
      } catch (error) {
        told(error);
      }
    },
  };
}
