import type { APIMessage } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { INITIAL_STATE, type PageState, reduce } from '../../src/sandbox/page/state/state.js';
import type { MessageView } from '../../src/sandbox/protocol.js';

const CHANNEL = '10';

describe('what the page knows', () => {
  it('keeps what events told while the list was on its way', () => {
    const asked = reduce(INITIAL_STATE, { kind: 'log-asked', channelId: CHANNEL });
    const told = [message('2', 'edited'), message('3', 'new')].reduce(
      (state, shown) => reduce(state, { kind: 'message', shown }),
      asked,
    );

    const loaded = loadLog(told, [message('1', 'first'), message('2', 'before')]);

    expect(textsOf(loaded)).toEqual(['first', 'edited', 'new']);
  });

  it('does not bring back what was deleted while the list was on its way', () => {
    const asked = reduce(INITIAL_STATE, { kind: 'log-asked', channelId: CHANNEL });
    const told = reduce(asked, { kind: 'message-deleted', channelId: CHANNEL, messageId: '1' });

    const loaded = loadLog(told, [message('1', 'gone'), message('2', 'here')]);

    expect(textsOf(loaded)).toEqual(['here']);
  });

  it('believes a fresh list over what it knew before a loss of connection', () => {
    const known = loadLog(reduce(INITIAL_STATE, { kind: 'message', shown: message('1', 'old') }), [
      message('1', 'old'),
    ]);
    const asked = reduce(known, { kind: 'log-asked', channelId: CHANNEL });

    const loaded = loadLog(asked, [message('2', 'meanwhile')]);

    expect(textsOf(loaded)).toEqual(['meanwhile']);
  });

  it('orders messages by their ids as numbers', () => {
    const loaded = loadLog(INITIAL_STATE, [
      message('100', 'last'),
      message('9', 'first'),
      message('20', 'middle'),
    ]);

    expect(textsOf(loaded)).toEqual(['first', 'middle', 'last']);
  });

  it('remembers how an interaction ended even when that is told before its request returns', () => {
    const failed = reduce(INITIAL_STATE, {
      kind: 'interaction',
      interactionId: 'i',
      state: 'failed',
      reason: 'No answer',
    });

    const done = reduce(failed, {
      kind: 'deed',
      deed: { interactionId: 'i', channelId: CHANNEL, name: '/ask' },
    });

    expect(done.outcomes['i']).toEqual({ kind: 'failed', reason: 'No answer' });
  });

  it('counts what is said elsewhere until one looks', () => {
    const said = [message('1', 'a'), message('2', 'b'), message('2', 'b, edited')].reduce(
      (state, shown) => reduce(state, { kind: 'message', shown }),
      INITIAL_STATE,
    );

    const seen = reduce(said, { kind: 'channel-chosen', channelId: CHANNEL });

    expect(said.unread[CHANNEL]).toBe(2);
    expect(seen.unread[CHANNEL]).toBe(0);
  });

  it('ends typing with the message that was being typed', () => {
    const typing = reduce(INITIAL_STATE, { kind: 'typing', channelId: CHANNEL, userId: 'bot' });

    const said = reduce(typing, { kind: 'message', shown: message('1', 'done') });

    expect(typing.typing[CHANNEL]).toEqual(['bot']);
    expect(said.typing[CHANNEL]).toEqual([]);
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

function loadLog(state: PageState, messages: readonly MessageView[]): PageState {
  return reduce(state, { kind: 'log-loaded', channelId: CHANNEL, messages });
}

function textsOf(state: PageState): readonly string[] {
  return (state.logs[CHANNEL]?.messages ?? []).map((shown) => shown.message.content);
}
