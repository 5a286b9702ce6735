// The page's session, with the sandbox's API replaced.
import { describe, expect, it } from 'vitest';
import type { SandboxApi } from '../../src/sandbox/page/state/api.js';
import { createSession } from '../../src/sandbox/page/state/session.js';
import type { MessageView } from '../../src/sandbox/protocol.js';

const VIEW = { message: { id: '7', author: { id: '2', username: 'ben' } } } as unknown as MessageView;

/** A session that is about to reply to a message. */
function openReplying(performAction: SandboxApi['performAction'] = async () => ({ interactionId: '1' })) {
  const unused = () => Promise.reject(new Error('not used'));
  const api = {
    ...{ snapshot: unused, messages: unused, sendMessage: unused, upload: unused, dismiss: unused },
    subscribe: () => ({ close() {} }),
    performAction,
  } satisfies SandboxApi;
  const session = createSession(api, { read: () => ({}), write() {}, watch: () => () => {} });
  session.change({ kind: 'reply-target-changed', replyTo: VIEW });
  return session;
}

describe('the page session', () => {
  it('replies to nothing any more once a slash command was sent', async () => {
    const session = openReplying();

    expect(await session.runCommand('3', '/help', [])).toBe(true);

    expect(session.state().replyTo).toBeUndefined();
  });

  it('keeps the reply if the slash command was rejected', async () => {
    const session = openReplying(() => Promise.reject(new Error('Too long.')));

    expect(await session.runCommand('3', '/help', [])).toBe(false);

    expect(session.state()).toMatchObject({ replyTo: VIEW, notice: 'Too long.' });
  });

  it('keeps the reply after a command from a message’s menu, and while a command is being completed', async () => {
    const session = openReplying();

    await session.runCommand('3', 'Check this', [], '7');
    await session.suggest('3', []);

    expect(session.state().replyTo).toBe(VIEW);
  });
});
