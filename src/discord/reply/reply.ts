// One reply on its way: shown as it grows, at most one edit at a time and one each interval; the last edit is final.

import type { Payload, View } from '../render/message.js';
import { sendWithRetry } from './retry.js';

/** Where a reply goes: the deferred reply of an interaction, or a message in a channel. */
export interface Sink {
  /** Acknowledges what came, before anything else. */
  open?(): Promise<unknown>;
  /** Sends the reply's first message, or replaces it; may be done twice without harm. */
  edit(payload: Payload): Promise<unknown>;
  /** Sends a further message after it. */
  more(payload: Payload): Promise<unknown>;
  /** Says what went wrong, where an edit would replace what must stay, or may be what failed. */
  fail?(payload: Payload): Promise<unknown>;
}

export interface Reply {
  /** Shows what there is so far, sooner or later; only the newest is sent. Never throws. */
  show(payload: Payload): void;
  /** Waits for what is under way, then sends the last word, patiently. */
  finish(view: View): Promise<void>;
  /** As {@link finish}, of what went wrong. */
  fail(view: View): Promise<void>;
}

/** @param onDropped told of an edit on the way that failed: the next one makes up for it */
export function createReply(sink: Sink, intervalMs: number, onDropped: (error: unknown) => void): Reply {
  let next: Payload | undefined;
  let isFinished = false;
  let underWay: Promise<unknown> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let sentAt = performance.now();

  /** One edit at a time: the next is planned when the last has come back. */
  function plan(): void {
    if (isFinished || next === undefined || timer !== undefined || underWay !== undefined) return;
    timer = setTimeout(send, Math.max(0, sentAt + intervalMs - performance.now()));
  }

  function send(): void {
    const payload = next;
    timer = undefined;
    next = undefined;
    if (payload === undefined) return;
    underWay = sink
      .edit(payload)
      .catch(onDropped)
      .finally(() => {
        sentAt = performance.now();
        underWay = undefined;
        plan();
      });
  }

  async function settle(): Promise<void> {
    isFinished = true;
    clearTimeout(timer);
    await underWay;
  }

  async function sendAll([first, ...rest]: View): Promise<void> {
    await sendWithRetry(() => sink.edit(first));
    for (const payload of rest) await sink.more(payload);
  }

  return {
    show(payload) {
      next = payload;
      plan();
    },
    async finish(view) {
      await settle();
      await sendAll(view);
    },
    async fail(view) {
      await settle();
      if (sink.fail) for (const payload of view) await sink.fail(payload);
      else await sendAll(view);
    },
  };
}
