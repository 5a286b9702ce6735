import { describe, expect, it } from 'vitest';
import { ACCENT, type Payload } from '../../../src/discord/render/message.js';
import { renderNotice } from '../../../src/discord/render/notice.js';
import { createReply, type Sink } from '../../../src/discord/reply/reply.js';
import { createRunner } from '../../../src/discord/reply/runner.js';
import { userErrors } from '../../../src/discord/text/errors.js';
import { createLog } from '../../../src/log.js';
import { createGate } from '../../support/gate.js';
import { createMemoryLog } from '../../support/memory-log.js';

const REQUEST = { name: 'ask', userId: 'ann', library: 'guild:1' };
const [first] = renderNotice('first');
const [second] = renderNotice('second');
const last = renderNotice('last');

/** Records every call. */
function createSink(change: Partial<Sink> = {}) {
  const shown: string[] = [];
  const record = (method: string) => async (payload: Payload) => {
    shown.push(`${method} ${textOf(payload)}`);
  };
  return { shown, sink: { edit: record('edit'), more: record('more'), ...change } satisfies Sink, record };
}

function textOf({ components: [container] }: Payload): string {
  return container.components.flatMap((one) => ('content' in one ? [one.content] : [])).join('\n');
}

const openRunner = () => createRunner({ log: createLog('silent'), editIntervalMs: 0 });

describe('a reply', () => {
  it('ignores partial text after the final reply', async () => {
    const { sink, shown } = createSink();
    const reply = createReply(sink, { intervalMs: 0, onDropped: () => {}, onIncomplete: () => {} });

    reply.show(first);
    await reply.finish(last);
    reply.show(second);
    await reply.finish(last);

    expect(shown).toEqual(['edit last', 'edit last']);
  });

  it('waits for a pending edit, so that the final one comes last', async () => {
    const editing = createGate();
    const released = createGate();
    const { shown, record } = createSink();
    const { sink } = createSink({
      async edit(payload) {
        editing.open();
        if (textOf(payload) === 'first') await released.opened;
        await record('edit')(payload);
      },
    });
    const reply = createReply(sink, { intervalMs: 0, onDropped: () => {}, onIncomplete: () => {} });
    reply.show(first);
    await editing.opened;

    const finished = reply.finish(last);
    released.open();
    await finished;

    expect(shown).toEqual(['edit first', 'edit last']);
  });

  it('continues after a failed edit', async () => {
    const dropped = createGate<unknown>();
    const { shown, record } = createSink();
    const { sink } = createSink({
      async edit(payload) {
        if (textOf(payload) === 'first') throw new Error('no');
        await record('edit')(payload);
      },
    });
    const reply = createReply(sink, { intervalMs: 0, onDropped: dropped.open, onIncomplete: () => {} });
    reply.show(first);
    await dropped.opened;

    await reply.finish(last);

    expect(shown).toEqual(['edit last']);
  });

  it('keeps its first message if the second is refused', async () => {
    const incomplete: unknown[] = [];
    const { sink, shown } = createSink({ more: () => Promise.reject(new Error('Missing Permissions')) });
    const onIncomplete = (error: unknown) => incomplete.push(error);
    const reply = createReply(sink, { intervalMs: 0, onDropped: () => {}, onIncomplete });

    await reply.finish([first, second]);

    expect(shown).toEqual(['edit first']);
    expect(incomplete).toHaveLength(1);
  });

  it('reports a failure through the sink, and shows nothing after it', async () => {
    const { shown, record } = createSink();
    const { sink } = createSink({ edit: record('edit'), fail: record('fail') });
    const reply = createReply(sink, { intervalMs: 0, onDropped: () => {}, onIncomplete: () => {} });

    reply.show(first);
    await reply.fail(last);
    reply.show(second);

    expect(shown).toEqual(['fail last']);
  });
});

describe('the runner', () => {
  it('tells requests that were just deferred that it is restarting, before it closes', async () => {
    const acknowledged = createGate();
    const { shown, record } = createSink();
    const { sink } = createSink({ open: () => acknowledged.opened, edit: record('edit') });
    const runner = openRunner();
    const run = runner.run(REQUEST, sink, async () => last);

    const closed = runner.close(1_000);
    acknowledged.open();
    await Promise.all([closed, run]);

    expect(shown).toEqual([expect.stringContaining('Footnote is restarting. Please try again in a minute.')]);
  });

  it('sends nothing if the deferral fails', async () => {
    const { sink, shown } = createSink({ open: () => Promise.reject(new Error('Unknown interaction')) });

    await expect(openRunner().run(REQUEST, sink, async () => last)).rejects.toThrow('Unknown interaction');

    expect(shown).toEqual([]);
  });

  it('interrupts work that does not finish in time, and says so', async () => {
    const { sink, shown } = createSink();
    const runner = openRunner();
    const begun = createGate();
    const run = runner.run(REQUEST, sink, () => {
      begun.open();
      return new Promise(() => {});
    });
    await begun.opened;

    await runner.close(0);
    await run;

    expect(shown).toEqual([
      'edit Footnote is restarting, so your request was interrupted. Please try again in a minute.',
    ]);
  });

  it('gives up at the deadline, and says so with a reference', async () => {
    const { sink, shown } = createSink();
    const runner = createRunner({ log: createLog('silent'), deadlineMs: 1 });

    await runner.run(REQUEST, sink, () => new Promise(() => {}));

    expect(shown).toEqual([expect.stringMatching(/This took too long.*\n-# Reference: [0-9a-f]{8}$/)]);
  });

  it('hides the details of an unexpected error behind a reference', async () => {
    const { sink, shown } = createSink();

    await openRunner().run(REQUEST, sink, () => Promise.reject(new Error('/srv/secret.sqlite is locked')));

    expect(shown[0]).toContain('Something went wrong on our side');
    expect(shown[0]).toMatch(/Reference: [0-9a-f]{8}$/);
    expect(shown[0]).not.toContain('secret');
  });

  it('tells a mistake privately, without a reference, and logs it in one line without a stack', async () => {
    const { shown, record } = createSink();
    const { sink } = createSink({ edit: record('edit'), tellPrivately: record('privately') });
    const { log, lines } = createMemoryLog();
    const runner = createRunner({ log, editIntervalMs: 0 });

    await runner.run(REQUEST, sink, () => Promise.reject(userErrors.articleGone()));

    expect(shown).toEqual([
      expect.stringMatching(/^privately This article is no longer available here\. [^\n]+$/),
    ]);
    expect(lines).toEqual([
      {
        level: 30,
        time: expect.any(Number),
        msg: 'request declined',
        code: 'discord/article-gone',
        ...REQUEST,
      },
    ]);
  });

  it('shows a mistake calmly and a fault in red', async () => {
    const colours: (number | null | undefined)[] = [];
    const { sink } = createSink({
      async edit({ components: [container] }) {
        colours.push(container.accent_color);
      },
    });

    await openRunner().run(REQUEST, sink, () => Promise.reject(userErrors.emptyQuestion()));
    await openRunner().run(REQUEST, sink, () => Promise.reject(new Error('broken')));

    expect(colours).toEqual([ACCENT.plain, ACCENT.fault]);
  });
});
