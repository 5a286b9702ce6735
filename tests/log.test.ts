import { DiscordAPIError } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { createLog } from '../src/log.js';

describe('the log', () => {
  it('leaves questions and interaction tokens out of a failed request to Discord', () => {
    const lines: string[] = [];
    const log = createLog('info', { write: (line) => lines.push(line) });
    const url = 'https://discord.com/api/v10/webhooks/1/aW50ZXJhY3Rpb24/messages/@original';
    const body = { json: { components: [{ content: 'Is my neighbour ill?' }] }, files: undefined };
    const raw = { code: 50_035, message: 'Invalid Form Body' };

    log.error({ err: new DiscordAPIError(raw, 50_035, 400, 'PATCH', url, body) }, 'reply failed');

    const [line] = lines;
    expect(line).toContain('Invalid Form Body');
    expect(line).not.toContain('aW50ZXJhY3Rpb24');
    expect(line).not.toContain('neighbour');
  });
});
