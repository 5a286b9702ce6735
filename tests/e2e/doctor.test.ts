// `footnote doctor` and `footnote register` against a sandbox: the real program, and the checks that it prints.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { commands } from '../../commands/index.js';
import { readConfig } from '../../src/config.js';
import { runDoctor } from '../../src/doctor.js';
import { startSandbox } from '../../src/sandbox/server.js';
import { DEFAULT_SEED } from '../../src/sandbox/world/seed.js';
import { runProgram } from '../support/program.js';
import { HARBOUR } from '../support/small-article.js';
import { temporaryFolder } from '../support/temporary.js';

const [{ id: serverId } = { id: '' }] = DEFAULT_SEED.guilds;

async function openOperator() {
  const sandbox = await startSandbox();
  onTestFinished(() => sandbox.close());
  const folder = temporaryFolder();
  const corpus = join(folder, 'corpus');
  mkdirSync(corpus);
  writeFileSync(join(corpus, 'harbour.md'), HARBOUR.text);
  const environment = {
    DATA_DIR: join(folder, 'data'),
    CORPUS_DIR: corpus,
    DISCORD_TOKEN: sandbox.token,
    DISCORD_API_URL: sandbox.apiUrl,
  };
  return {
    ...{ sandbox, corpus },
    run: (word: string, change: Record<string, string> = {}) =>
      runProgram([word], { environment: { ...environment, ...change } }),
    check: async (change: Record<string, string> = {}) => {
      const config = readConfig({ ...environment, ...change });
      return await runDoctor(config, commands, new AbortController().signal);
    },
  };
}

describe('footnote doctor', () => {
  it('passes every check, and prints the link that adds the bot to a server', async () => {
    const { run } = await openOperator();
    await run('register');

    const { code, stdout, stderr } = await run('doctor');

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).not.toContain('✗');
    expect(stdout).toContain('Everything works.');
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
        'reader',
        'articles',
        'store',
        'answer',
      ].map((name) => `✓ ${name}`),
    );
    const [link = ''] = /https:\/\/discord\.com\/oauth2\/authorize\S+/.exec(stdout) ?? [];
    expect(new URL(link).searchParams.get('scope')).toBe('bot applications.commands');
    // View Channels, Send Messages, Read Message History, Send Messages in Threads.
    const permissions = (1n << 10n) | (1n << 11n) | (1n << 16n) | (1n << 38n);
    expect(new URL(link).searchParams.get('permissions')).toBe(String(permissions));
  });

  it('says that the commands are not registered, and how to register them', async () => {
    const { run } = await openOperator();

    const { code, stdout } = await run('doctor');

    expect(code).toBe(1);
    expect(stdout).toContain('1 of 12 checks failed.');
    expect(stdout).toMatch(/^✗ commands: Not registered yet: ask, .*\n {2}Run npm run register/mu);
  });

  it('says what to do if Discord rejects the token', async () => {
    const { check } = await openOperator();

    const checks = await check({ DISCORD_TOKEN: 'wrong' });

    expect(checks).toContainEqual({
      ...{ name: 'token', ok: false, detail: 'Discord rejects DISCORD_TOKEN.' },
      advice: expect.stringMatching(/^Click Reset Token/u),
    });
    expect(checks).toContainEqual(expect.objectContaining({ name: 'store', ok: true }));
  });

  it('distinguishes a wrong server from a wrong token', async () => {
    const { check } = await openOperator();

    const checks = await check({ DISCORD_GUILD_ID: '1200000000000000999' });

    expect(checks).toContainEqual(expect.objectContaining({ name: 'token', ok: true }));
    expect(checks).toContainEqual(
      expect.objectContaining({
        ...{ name: 'servers', ok: false },
        detail: "The bot isn't in the server 1200000000000000999.",
      }),
    );
    expect(checks).toContainEqual({
      ...{ name: 'commands', ok: false, detail: expect.stringContaining('1200000000000000999') },
      advice: expect.stringMatching(/^Check DISCORD_GUILD_ID/u),
    });
  });

  it('says that Discord cannot be reached', async () => {
    const { check } = await openOperator();

    const checks = await check({ DISCORD_API_URL: 'http://127.0.0.1:1/api' });

    expect(checks).toContainEqual({
      ...{ name: 'token', ok: false, detail: "Discord can't be reached (ECONNREFUSED)." },
      advice: expect.stringMatching(/^Check the network/u),
    });
  });

  it('names files that cannot be read, and says if there are no articles', async () => {
    const { check, corpus } = await openOperator();
    writeFileSync(join(corpus, 'empty.md'), '');

    const broken = await check({ DISCORD_TOKEN: '' });
    rmSync(corpus, { recursive: true });
    mkdirSync(corpus);
    const empty = await check({ DISCORD_TOKEN: '' });

    expect(broken).toContainEqual({
      ...{ name: 'articles', ok: false, detail: expect.stringMatching(/^empty\.md: /u) },
      advice: expect.any(String),
    });
    expect(empty).toContainEqual({
      ...{ name: 'articles', ok: false, detail: expect.stringMatching(/^There are no articles in /u) },
      advice: expect.stringMatching(/^Put your articles there/u),
    });
  });

  it('passes without a token, because the sandbox needs none', async () => {
    const { run } = await openOperator();

    const { code, stdout } = await run('doctor', { DISCORD_TOKEN: '' });

    expect(code).toBe(0);
    expect(stdout).toContain('npm start opens the sandbox');
  });
});

describe('footnote register', () => {
  it('registers the commands everywhere, and again only if they changed', async () => {
    const { sandbox, run } = await openOperator();

    const first = await run('register');
    const versions = [...sandbox.world.commands.values()].map(({ version }) => version);
    const second = await run('register');

    expect(first.stdout).toMatch(/^Registered \d+ commands\.$/mu);
    expect(second.stdout).toContain('already registered');
    expect([...sandbox.world.commands.values()].map(({ version }) => version)).toEqual(versions);
  });

  it('registers them again if someone changed them on Discord', async () => {
    const { sandbox, run } = await openOperator();
    await run('register');
    const count = sandbox.world.commands.size;
    const [first = ''] = sandbox.world.commands.keys();
    sandbox.world.commands.delete(first);

    const { stdout } = await run('register');

    expect(stdout).toContain('Registered 11 commands.');
    expect(sandbox.world.commands.size).toBe(count);
  });

  it('registers them in one server only if DISCORD_GUILD_ID is set', async () => {
    const { sandbox, run } = await openOperator();

    await run('register', { DISCORD_GUILD_ID: serverId });

    const places = [...sandbox.world.commands.values()].map(({ guild_id }) => guild_id);
    expect(new Set(places)).toEqual(new Set([serverId]));
  });

  it.each([
    ['a wrong token', { DISCORD_TOKEN: 'wrong' }, 'Discord rejects DISCORD_TOKEN.'],
    ['no token', { DISCORD_TOKEN: '' }, 'DISCORD_TOKEN is not set.'],
    ['a server without the bot', { DISCORD_GUILD_ID: '1200000000000000999' }, "The bot isn't in the server"],
    ['no network', { DISCORD_API_URL: 'http://127.0.0.1:1/api' }, "Discord can't be reached (ECONNREFUSED)."],
  ])('explains the problem without a stack: %s', async (_, change: Record<string, string>, sentence) => {
    const { run } = await openOperator();

    const { code, stderr } = await run('register', change);

    expect(code).toBe(1);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toMatch(/\n\s+at /u);
  });
});
