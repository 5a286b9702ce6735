// One reply from its first partial text to its final one: one edit at a time, at most one per interval, the final one last.
import type { Payload, View } from '../render/message.js';
import { sendWithRetry } from './retry.js';

/** Where a reply goes: the deferred reply of an interaction, or a message in a channel. */
export interface Sink {
  /** Acknowledges the request before any work starts. */
  open?(): Promise<unknown>;
  /** Sends the reply's first message, or replaces it. Safe to repeat. */
  edit(payload: Payload): Promise<unknown>;
  /** Sends another message after it. */
  more(payload: Payload): Promise<unknown>;
  /** Reports a failure if an edit won't do: it would overwrite something, or it is what failed. */
  fail?(payload: Payload): Promise<unknown>;
  /** Says something without components, if everything with components is refused. */
  sayPlainly?(text: string): Promise<unknown>;
  /** Tells the person alone, and leaves nothing behind for others. Unset if the reply is private anyway. */
  tellPrivately?(payload: Payload): Promise<unknown>;
}

export interface Reply {
  /** Shows a partial answer when the next edit is due. If another one comes first, this one is skipped. Never throws. */
  show(payload: Payload): void;
  /** Waits for a pending edit, then sends the final reply, with retries. If only its first message arrives, that one stays. */
  finish(view: View): Promise<void>;
  /** Like {@link finish}, for a failure. */
  fail(view: View): Promise<void>;
  /** Like {@link finish}, for the person alone. */
  tellPrivately(view: View): Promise<void>;
}

export interface ReplyOptions {
  /** Between two partial edits. */
  readonly intervalMs: number;
  /** Called with the error of a partial edit that failed; the next edit makes up for it. */
  readonly onDropped: (error: unknown) => void;
  /** Called with the error if only a part of the final reply arrived. */
  readonly onIncomplete: (error: unknown) => void;
}

export function createReply(sink: Sink, { intervalMs, onDropped, onIncomplete }: ReplyOptions): Reply {
  let next: Payload | undefined;
  let isFinished = false;
  let pendingEdit: Promise<unknown> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let sentAt = performance.now();

  /** The next edit is scheduled only when the previous one has come back, so edits can't overtake each other. */
  function schedule(): void {
    if (isFinished || next === undefined || timer !== undefined || pendingEdit !== undefined) return;
    timer = setTimeout(sendPartial, Math.max(0, sentAt + intervalMs - performance.now()));
  }

  function sendPartial(): void {
    const payload = next;
    timer = undefined;
    next = undefined;
    if (payload === undefined) return;
    pendingEdit = sink
      .edit(payload)
      .catch(onDropped)
      .finally(() => {
        sentAt = performance.now();
        pendingEdit = undefined;
        schedule();
      });
  }

  async function settle(): Promise<void> {
    isFinished = true;
    clearTimeout(timer);
    await pendingEdit;
  }

  async function finish([first, ...rest]: View): Promise<void> {
    await settle();
    await sendWithRetry(() => sink.edit(first));
    try {
      for (const payload of rest) await sink.more(payload);
    } catch (error) {
      onIncomplete(error);
    }
  }

  async function sendBy(method: Sink['fail'], view: View): Promise<void> {
    if (!method) return await finish(view);
    await settle();
    for (const payload of view) await method(payload);
  }

  return {
    show(payload) {
      next = payload;
      schedule();
    },
    finish,
    fail: (view) => sendBy(sink.fail, view),
    tellPrivately: (view) => sendBy(sink.tellPrivately ?? sink.fail, view),
  };
}
