// The page's state: how events, requests and the person's actions change it.
import type { APIMessage } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { INITIAL_STATE, type PageState, reduce } from '../../src/sandbox/page/state/state.js';
import type { MessageView } from '../../src/sandbox/protocol.js';

const CHANNEL = '10';

describe('the page state', () => {
  it('keeps messages that arrived as events while the list was loading', () => {
    const requested = reduce(INITIAL_STATE, { kind: 'messages-requested', channelId: CHANNEL });
    const updated = [message('2', 'edited'), message('3', 'new')].reduce(
      (state, view) => reduce(state, { kind: 'message', view }),
      requested,
    );

    const loaded = loadMessages(updated, [message('1', 'first'), message('2', 'before')]);

    expect(textsOf(loaded)).toEqual(['first', 'edited', 'new']);
  });

  it('does not restore a message that was deleted while the list was loading', () => {
    const requested = reduce(INITIAL_STATE, { kind: 'messages-requested', channelId: CHANNEL });
    const updated = reduce(requested, { kind: 'message-deleted', channelId: CHANNEL, messageId: '1' });

    const loaded = loadMessages(updated, [message('1', 'gone'), message('2', 'here')]);

    expect(textsOf(loaded)).toEqual(['here']);
  });

  it('replaces old messages with the list loaded after a reconnect', () => {
    const before = loadMessages(reduce(INITIAL_STATE, { kind: 'message', view: message('1', 'old') }), [
      message('1', 'old'),
    ]);
    const requested = reduce(before, { kind: 'messages-requested', channelId: CHANNEL });

    const loaded = loadMessages(requested, [message('2', 'sent meanwhile')]);

    expect(textsOf(loaded)).toEqual(['sent meanwhile']);
  });

  it('orders messages by their ids as numbers', () => {
    const loaded = loadMessages(INITIAL_STATE, [
      message('100', 'last'),
      message('9', 'first'),
      message('20', 'middle'),
    ]);

    expect(textsOf(loaded)).toEqual(['first', 'middle', 'last']);
  });

  it('keeps an outcome that arrives before the request returns', () => {
    const failed = reduce(INITIAL_STATE, {
      kind: 'interaction',
      interactionId: 'i',
      state: 'failed',
      reason: 'No answer',
    });

    const done = reduce(failed, {
      kind: 'interaction-sent',
      interaction: { interactionId: 'i', channelId: CHANNEL, name: '/ask' },
    });

    expect(done.outcomes['i']).toEqual({ kind: 'failed', reason: 'No answer' });
  });

  it('counts new messages as unread until the channel is opened', () => {
    const received = [message('1', 'a'), message('2', 'b'), message('2', 'b, edited')].reduce(
      (state, view) => reduce(state, { kind: 'message', view }),
      INITIAL_STATE,
    );

    const opened = reduce(received, { kind: 'channel-selected', channelId: CHANNEL });

    expect(received.unread[CHANNEL]).toBe(2);
    expect(opened.unread[CHANNEL]).toBe(0);
  });

  it('ends typing when the message arrives', () => {
    const typing = reduce(INITIAL_STATE, { kind: 'typing', channelId: CHANNEL, userId: 'bot' });

    const done = reduce(typing, { kind: 'message', view: message('1', 'done') });

    expect(typing.typing[CHANNEL]).toEqual(['bot']);
    expect(done.typing[CHANNEL]).toEqual([]);
  });
});

function message(id: string, content: string): MessageView {
  const author = { id: 'bot', username: 'Footnote' };
  return {
    message: { id, content, channel_id: CHANNEL, author } as APIMessage,
    isEphemeral: false,
    isThinking: false,
  };
}

function loadMessages(state: PageState, messages: readonly MessageView[]): PageState {
  return reduce(state, { kind: 'messages-loaded', channelId: CHANNEL, messages });
}

function textsOf(state: PageState): readonly string[] {
  return (state.messageLogs[CHANNEL]?.messages ?? []).map((view) => view.message.content);
}
