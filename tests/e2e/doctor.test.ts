// `footnote doctor` and `footnote register` as people run them: the real program against a sandbox.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startSandbox } from '../../src/sandbox/server.js';
import { DEFAULT_SEED } from '../../src/sandbox/world/seed.js';
import { runProgram } from '../support/program.js';
import { temporaryFolder } from '../support/temporary.js';

const [{ id: serverId } = { id: '' }] = DEFAULT_SEED.guilds;

async function openOperator() {
  const sandbox = await startSandbox();
  onTestFinished(() => sandbox.close());
  const folder = temporaryFolder();
  const corpus = join(folder, 'corpus');
  mkdirSync(corpus);
  const environment = {
    DATA_DIR: join(folder, 'data'),
    CORPUS_DIR: corpus,
    DISCORD_TOKEN: sandbox.token,
    DISCORD_API_URL: sandbox.apiUrl,
  };
  return {
    sandbox,
    run: (word: string, change: Record<string, string> = {}) =>
      runProgram([word], { environment: { ...environment, ...change } }),
  };
}

describe('footnote doctor', () => {
  it('passes line by line where all is well, with the link that invites the bot', async () => {
    const { run } = await openOperator();
    await run('register');

    const { code, stdout, stderr } = await run('doctor');

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).not.toContain('✗');
    expect(stdout.match(/^✓ [a-z ]+(?=:)/gmu)).toEqual(
      [
        'node',
        'token',
        'application',
        'intents',
        'servers',
        'commands',
        'chat model',
        'embedding model',
        'store',
      ].map((name) => `✓ ${name}`),
    );
    const [link = ''] = /https:\/\/discord\.com\/oauth2\/authorize\S+/.exec(stdout) ?? [];
    expect(new URL(link).searchParams.get('scope')).toBe('bot applications.commands');
    // View Channels, Send Messages, Read Message History, Send Messages in Threads.
    const permissions = (1n << 10n) | (1n << 11n) | (1n << 16n) | (1n << 38n);
    expect(new URL(link).searchParams.get('permissions')).toBe(String(permissions));
  });

  it('says that commands are not registered, and how they are', async () => {
    const { run } = await openOperator();

    const { code, stdout } = await run('doctor');

    expect(code).toBe(1);
    expect(stdout).toMatch(/^✗ commands: Not registered: ask, .*\n {2}npm run register/mu);
  });

  it('says what to do about a token that Discord does not accept', async () => {
    const { run } = await openOperator();

    const { code, stdout } = await run('doctor', { DISCORD_TOKEN: 'wrong' });

    expect(code).toBe(1);
    expect(stdout).toMatch(/^✗ token: Discord does not accept DISCORD_TOKEN\.\n {2}Copy the token anew/mu);
    expect(stdout).toContain('✓ store');
  });

  it('tells a wrong server from a wrong token', async () => {
    const { run } = await openOperator();

    const { code, stdout } = await run('doctor', { DISCORD_GUILD_ID: '1200000000000000999' });

    expect(code).toBe(1);
    expect(stdout).toContain('✓ token');
    expect(stdout).toMatch(/^✗ servers: The bot is not in the server 1200000000000000999\.$/mu);
    expect(stdout).toMatch(/^✗ commands: .*1200000000000000999.*\n {2}Check DISCORD_GUILD_ID/mu);
  });

  it('says that Discord cannot be reached', async () => {
    const { run } = await openOperator();

    const { code, stdout } = await run('doctor', { DISCORD_API_URL: 'http://127.0.0.1:1/api' });

    expect(code).toBe(1);
    expect(stdout).toMatch(/^✗ token: Discord cannot be reached \(ECONNREFUSED\)\.\n {2}Check the network/mu);
  });

  it('is content without a token: the sandbox needs none', async () => {
    const { run } = await openOperator();

    const { code, stdout } = await run('doctor', { DISCORD_TOKEN: '' });

    expect(code).toBe(0);
    expect(stdout).toContain('npm start opens the sandbox');
  });
});

describe('footnote register', () => {
  it('registers the commands everywhere, and again only when they changed', async () => {
    const { sandbox, run } = await openOperator();

    const first = await run('register');
    const versions = [...sandbox.world.commands.values()].map(({ version }) => version);
    const second = await run('register');

    expect(first.stdout).toMatch(/^\d+ commands are registered\.$/mu);
    expect(second.stdout).toContain('Nothing changed');
    expect([...sandbox.world.commands.values()].map(({ version }) => version)).toEqual(versions);
  });

  it('registers again what somebody else changed on Discord', async () => {
    const { sandbox, run } = await openOperator();
    await run('register');
    const count = sandbox.world.commands.size;
    const [first = ''] = sandbox.world.commands.keys();
    sandbox.world.commands.delete(first);

    const { stdout } = await run('register');

    expect(stdout).toContain('are registered');
    expect(sandbox.world.commands.size).toBe(count);
  });

  it('registers them in one server alone where one is named', async () => {
    const { sandbox, run } = await openOperator();

    await run('register', { DISCORD_GUILD_ID: serverId });

    const places = [...sandbox.world.commands.values()].map(({ guild_id }) => guild_id);
    expect(new Set(places)).toEqual(new Set([serverId]));
  });

  it.each([
    ['a wrong token', { DISCORD_TOKEN: 'wrong' }, 'Discord does not accept DISCORD_TOKEN.'],
    ['no token', { DISCORD_TOKEN: '' }, 'DISCORD_TOKEN is not set.'],
    ['a server without the bot', { DISCORD_GUILD_ID: '1200000000000000999' }, 'The bot is not in the server'],
    [
      'no network',
      { DISCORD_API_URL: 'http://127.0.0.1:1/api' },
      'Discord cannot be reached (ECONNREFUSED).',
    ],
  ])('says in a sentence what is wrong: %s', async (_, change: Record<string, string>, sentence) => {
    const { run } = await openOperator();

    const { code, stderr } = await run('register', change);

    expect(code).toBe(1);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toMatch(/\n\s+at /u);
  });
});
