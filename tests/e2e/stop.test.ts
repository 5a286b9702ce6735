// The real program in the sandbox, stopped as a person or a supervisor stops it.
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { startProgram } from '../support/program.js';
import { temporaryFolder } from '../support/temporary.js';

describe('npm run sandbox', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('stops in order at %s, with exit code 0', async (signal) => {
    const environment = { DATA_DIR: temporaryFolder(), SANDBOX_PORT: '0', LOG_LEVEL: 'error' };
    const child = startProgram(['sandbox'], { environment });
    const closed = once(child, 'close');
    let [printed, complained] = ['', ''];
    child.stderr.on('data', (data) => {
      complained += data;
    });
    const ready = new Promise<void>((resolve, reject) => {
      child.stdout.on('data', (data) => {
        printed += data;
        if (printed.includes('Ctrl+C stops it.')) resolve();
      });
      child.once('close', () => reject(new Error(`it ended by itself: ${complained}`)));
    });
    await ready;

    child.kill(signal);
    // Were it not stopped within ten seconds, it would end itself with 1.
    const [code, endedBy] = await closed;

    expect(printed).toMatch(/http:\/\/127\.0\.0\.1:\d+/);
    expect([code, endedBy]).toEqual([0, null]);
    expect(complained).toBe('');
  });
});
