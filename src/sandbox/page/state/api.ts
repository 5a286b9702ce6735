// The client for the sandbox's page API: JSON over HTTP, and a WebSocket for events.
import type {
  Action,
  ActionResult,
  Dismiss,
  MessageView,
  PageEvent,
  Rejection,
  SendMessage,
  Snapshot,
  UploadedFile,
} from '../../protocol.js';
import { pageText } from '../text.js';

/** Requests reject with an `Error` whose message can be shown to the person. */
export interface SandboxApi {
  /** Without a user id, the sandbox picks its first person. */
  snapshot(userId: string | undefined): Promise<Snapshot>;
  /** Oldest first. */
  messages(userId: string, channelId: string): Promise<readonly MessageView[]>;
  sendMessage(message: SendMessage): Promise<MessageView>;
  performAction(action: Action): Promise<ActionResult>;
  dismiss(target: Dismiss): Promise<void>;
  upload(userId: string, file: File): Promise<UploadedFile>;
  /** Receives one person's events until closed. Reconnects after a lost connection. */
  subscribe(userId: string, listener: EventListener): { close(): void };
}

interface EventListener {
  /** Called on every connection. After a reconnect, events may have been missed. */
  onOpen(): void;
  onLost(): void;
  onEvent(event: PageEvent): void;
}

const MIN_RETRY_MS = 500;
const MAX_RETRY_MS = 10_000;

/** @param origin of the page, such as `http://127.0.0.1:3000` */
export function createApi(origin: string): SandboxApi {
  return {
    snapshot: (userId) => get(origin, '/sandbox/snapshot', userId === undefined ? {} : { user: userId }),
    messages: (user, channel) => get(origin, '/sandbox/messages', { user, channel }),
    sendMessage: (message) => post(origin, '/sandbox/messages', message),
    performAction: (action) => post(origin, '/sandbox/interactions', action),
    dismiss: (target) => post(origin, '/sandbox/dismiss', target),
    upload(user, file) {
      const query = new URLSearchParams({ user, name: file.name, type: file.type });
      const headers = { 'content-type': 'application/octet-stream' };
      return readResponse(
        fetch(`${origin}/sandbox/uploads?${query}`, { method: 'POST', headers, body: file }),
      );
    },
    subscribe: (userId, listener) =>
      subscribe(`${origin.replace(/^http/, 'ws')}/sandbox/events?user=${userId}`, listener),
  };
}

function get<T>(origin: string, path: string, query: Record<string, string>): Promise<T> {
  return readResponse(fetch(`${origin}${path}?${new URLSearchParams(query)}`));
}

function post<T>(origin: string, path: string, body: unknown): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  return readResponse(fetch(origin + path, { method: 'POST', headers, body: JSON.stringify(body) }));
}

/** Doesn't validate the response, because the page and the sandbox come from the same build. */
async function readResponse<T>(request: Promise<Response>): Promise<T> {
  const response = await request.catch(() => {
    throw new Error(pageText.unreachable);
  });
  const text = await response.text();
  if (response.ok) return (text === '' ? undefined : JSON.parse(text)) as T;
  throw new Error(readError(text) ?? pageText.serverError(response.status));
}

function readError(text: string): string | undefined {
  try {
    return (JSON.parse(text) as Rejection).error;
  } catch {
    return undefined;
  }
}

function subscribe(url: string, listener: EventListener): { close(): void } {
  let retryMs = MIN_RETRY_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isClosed = false;
  let socket = connect();

  function connect(): WebSocket {
    const opened = new WebSocket(url);
    opened.onopen = () => {
      retryMs = MIN_RETRY_MS;
      if (!isClosed) listener.onOpen();
    };
    opened.onmessage = ({ data }) => {
      if (!isClosed) listener.onEvent(JSON.parse(String(data)) as PageEvent);
    };
    opened.onclose = () => {
      if (isClosed) return;
      listener.onLost();
      timer = setTimeout(() => {
        socket = connect();
      }, retryMs);
      retryMs = Math.min(retryMs * 2, MAX_RETRY_MS);
    };
    return opened;
  }

  return {
    close() {
      isClosed = true;
      clearTimeout(timer);
      socket.close();
    },
  };
}
