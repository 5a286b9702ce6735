// The real program in the sandbox, stopped by a signal.
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { startProgram } from '../support/program.js';
import { temporaryFolder } from '../support/temporary.js';

describe('npm run sandbox', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('stops on %s with exit code 0', async (signal) => {
    const environment = { DATA_DIR: temporaryFolder(), SANDBOX_PORT: '0', LOG_LEVEL: 'error' };
    const child = startProgram(['sandbox'], { environment });
    const closed = once(child, 'close');
    let [stdout, stderr] = ['', ''];
    child.stderr.on('data', (data) => {
      stderr += data;
    });
    const ready = new Promise<void>((resolve, reject) => {
      child.stdout.on('data', (data) => {
        stdout += data;
        if (stdout.includes('Press Ctrl+C to stop.')) resolve();
      });
      child.once('close', () => reject(new Error(`the program ended too early: ${stderr}`)));
    });
    await ready;

    child.kill(signal);
    // If it takes longer than ten seconds, it exits with 1.
    const [code, killedBy] = await closed;

    expect(stdout).toMatch(/http:\/\/127\.0\.0\.1:\d+/);
    expect([code, killedBy]).toEqual([0, null]);
    expect(stderr).toBe('');
  });
});
