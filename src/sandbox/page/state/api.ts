// The page's side of the protocol: JSON over HTTP, and the events.
import type {
  Action,
  ActionResult,
  Dismiss,
  MessageView,
  PageEvent,
  Rejection,
  SendMessage,
  Snapshot,
} from '../../protocol.js';

/** What the sandbox can be asked. Every refusal rejects with an `Error` whose message is for people. */
export interface SandboxApi {
  /** Without a user: as the sandbox's first person. */
  snapshot(userId: string | undefined): Promise<Snapshot>;
  /** Oldest first. */
  messages(userId: string, channelId: string): Promise<readonly MessageView[]>;
  say(message: SendMessage): Promise<MessageView>;
  act(action: Action): Promise<ActionResult>;
  dismiss(which: Dismiss): Promise<void>;
  /** Follows what one person sees until closed, through every loss of connection. */
  follow(userId: string, listener: EventListener): { close(): void };
}

interface EventListener {
  /** Connected; after a loss as well, when events may have been missed. */
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
    say: (message) => post(origin, '/sandbox/messages', message),
    act: (action) => post(origin, '/sandbox/interactions', action),
    dismiss: (which) => post(origin, '/sandbox/dismiss', which),
    follow: (userId, listener) =>
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

/** The sandbox is of one build with the page: what it says is taken at its word. */
async function readResponse<T>(request: Promise<Response>): Promise<T> {
  const response = await request.catch(() => {
    throw new Error('The sandbox cannot be reached. Is it still running?');
  });
  const text = await response.text();
  if (response.ok) return (text === '' ? undefined : JSON.parse(text)) as T;
  throw new Error(readError(text) ?? `The sandbox answered with status ${response.status}.`);
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
  let timer: number | undefined;
  let isClosed = false;
  let socket = connect();

  function connect(): WebSocket {
    const fresh = new WebSocket(url);
    fresh.onopen = () => {
      retryMs = MIN_RETRY_MS;
      if (!isClosed) listener.onOpen();
    };
    fresh.onmessage = ({ data }) => {
      if (!isClosed) listener.onEvent(JSON.parse(String(data)) as PageEvent);
    };
    fresh.onclose = () => {
      if (isClosed) return;
      listener.onLost();
      timer = window.setTimeout(() => {
        socket = connect();
      }, retryMs);
      retryMs = Math.min(retryMs * 2, MAX_RETRY_MS);
    };
    return fresh;
  }

  return {
    close() {
      isClosed = true;
      window.clearTimeout(timer);
      socket.close();
    },
  };
}
