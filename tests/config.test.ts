import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.js';

describe('the configuration of costs', () => {
  it('has a cooldown but no budgets by default', () => {
    const { limits, prices, retention } = readConfig({ PRICE_INPUT_PER_MILLION: '' });

    expect(limits).toEqual({
      budgets: { libraryTokensPerDay: 0, userTokensPerDay: 0 },
      cooldownSeconds: 2,
      modelConcurrency: 4,
    });
    expect(prices).toBeUndefined();
    expect(retention).toEqual({ answerDays: 90, cacheDays: 30, usageDays: 90 });
  });

  it('reads budgets, prices and retention periods', () => {
    const { limits, prices, retention } = readConfig({
      BUDGET_LIBRARY_TOKENS_PER_DAY: '200000',
      BUDGET_USER_TOKENS_PER_DAY: '20000',
      PRICE_OUTPUT_PER_MILLION: '1.60',
      PRICE_CURRENCY: 'EUR',
      KEEP_USAGE_DAYS: '400',
    });

    expect(limits.budgets).toEqual({ libraryTokensPerDay: 200_000, userTokensPerDay: 20_000 });
    expect(prices).toEqual({ inputPerMillion: 0, outputPerMillion: 1.6, currency: 'EUR' });
    expect(retention.usageDays).toBe(400);
  });

  it('reports every problem at once', () => {
    const environment = {
      BUDGET_USER_TOKENS_PER_DAY: '-1',
      MODEL_CONCURRENCY: '0',
      PRICE_CURRENCY: 'euros',
      KEEP_USAGE_DAYS: '7',
    };

    const names = Object.keys(environment).join('.*');

    expect(() => readConfig(environment)).toThrow(new RegExp(`4 problems.*${names}`, 's'));
  });
});

const modelsOf = (environment: Record<string, string>) => readConfig(environment).models;

describe('the configuration of models', () => {
  it('uses none by default', () => {
    expect(modelsOf({ CHAT_MODEL: '', OPENAI_API_KEY: '' })).toEqual({});
  });

  it('uses OpenAI’s default models if only a key is set', () => {
    expect(modelsOf({ OPENAI_API_KEY: 'sk-1' })).toMatchObject({
      chat: { model: 'openai:gpt-5-mini', apiKey: 'sk-1', baseUrl: undefined },
      embedding: { model: 'openai:text-embedding-3-small', apiKey: 'sk-1', baseUrl: undefined },
    });
  });

  it.each<[string, Record<string, string>, object]>([
    ['only the named model is used', { CHAT_MODEL: 'openai:gpt-5-mini' }, { chat: { apiKey: 'sk-1' } }],
    [
      'the key does not go to another server',
      { CHAT_MODEL: 'llama', CHAT_BASE_URL: 'http://localhost:1/v1' },
      { chat: { apiKey: undefined } },
    ],
    ['“builtin” stands for the built-in engine', { CHAT_MODEL: 'builtin', EMBEDDING_MODEL: 'builtin' }, {}],
    [
      'a model can have its own key',
      { EMBEDDING_MODEL: 'openai:x', EMBEDDING_API_KEY: 'k' },
      { embedding: { apiKey: 'k' } },
    ],
  ])('with an OpenAI key, %s', (_name, more, expected) => {
    const models = modelsOf({ OPENAI_API_KEY: 'sk-1', ...more });

    expect(models).toMatchObject(expected);
    expect(Object.keys(models)).toEqual(Object.keys(expected));
  });

  it('reads time limits in seconds', () => {
    const { chat } = modelsOf({
      CHAT_MODEL: 'openai:x',
      CHAT_FIRST_TOKEN_SECONDS: '1.5',
      CHAT_EVIDENCE_TOKENS: '900',
    });

    expect(chat).toMatchObject({ firstTokenTimeoutMs: 1_500, evidenceTokens: 900, answerTimeoutMs: 120_000 });
  });

  it('rejects a URL or a key without a model', () => {
    expect(() => modelsOf({ CHAT_BASE_URL: 'http://localhost:1/v1' })).toThrow(
      /CHAT_BASE_URL: needs CHAT_MODEL/,
    );
    expect(() => modelsOf({ EMBEDDING_API_KEY: 'k' })).toThrow(/EMBEDDING_API_KEY: needs EMBEDDING_MODEL/);
  });

  it('trims keys, names and URLs', () => {
    const { models, discord } = readConfig({
      ...{ DISCORD_TOKEN: ' Bot abc.def\n', CHAT_MODEL: 'llama ', CHAT_API_KEY: 'k1\r\n' },
      CHAT_BASE_URL: ' http://localhost:1/v1 ',
    });

    expect(discord.token).toBe('abc.def');
    expect(models.chat).toMatchObject({ model: 'llama', apiKey: 'k1', baseUrl: 'http://localhost:1/v1' });
  });

  it.each<[string, Record<string, string>]>([
    ['a newline inside', { CHAT_MODEL: 'llama', CHAT_API_KEY: 'sk-secret-one\nsk-secret-two' }],
    ['characters that no key has', { OPENAI_API_KEY: 'sk-secret-“one”' }],
    ['a password in a URL', { CHAT_MODEL: 'llama', CHAT_BASE_URL: 'http://ann:secret-one@localhost:1/v1' }],
    ['a password in the URL of Discord’s API', { DISCORD_API_URL: 'https://ann:secret-one@example.org' }],
    ['a key in place of a model', { CHAT_MODEL: 'sk-proj-secret-one-0123456789abcdef' }],
  ])('rejects %s, and doesn’t repeat it', (_name, environment) => {
    let message = '';
    try {
      readConfig(environment);
    } catch (error) {
      message = String(error);
    }

    expect(message).toContain('The configuration has a problem');
    expect(message).not.toContain('secret');
  });

  it('rejects invalid values, and reports all of them at once', () => {
    const read = () => modelsOf({ CHAT_BASE_URL: 'localhost:11434', CHAT_EVIDENCE_TOKENS: 'many' });

    expect(read).toThrow(/2 problems: .*CHAT_BASE_URL.*CHAT_EVIDENCE_TOKENS/);
  });
});

describe('the hosts that pages may be read from', () => {
  it('are public ones by default', () => {
    expect(readConfig({ FETCH_ALLOWED_HOSTS: '' }).allowedHosts).toEqual([]);
  });

  it('can be named', () => {
    const { allowedHosts } = readConfig({
      FETCH_ALLOWED_HOSTS: 'wiki.intranet, 10.0.0.5:8080,[fd00::1]:80,',
    });

    expect(allowedHosts).toEqual(['wiki.intranet', '10.0.0.5:8080', '[fd00::1]:80']);
  });

  it.each(['http://wiki', 'wiki/page', 'a b', '*', '*.intranet', 'fd00::1', 'user@wiki', 'wiki:'])(
    'can’t be %j',
    (value) => {
      expect(() => readConfig({ FETCH_ALLOWED_HOSTS: value })).toThrow(/FETCH_ALLOWED_HOSTS.*hosts such as/);
    },
  );
});
