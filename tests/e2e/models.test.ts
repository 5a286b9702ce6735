// The real program with the settings in docs/models.md, and a test server in the place of each model.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openTestServer } from '../support/models.js';
import type { OpenAiServer } from '../support/openai-server.js';
import { runProgram } from '../support/program.js';
import { HARBOUR } from '../support/small-article.js';
import { temporaryFolder } from '../support/temporary.js';

const ROOT = join(import.meta.dirname, '../..');
const FIRST =
  'The old harbour of Brannock will close on 3 March 2031 for repairs, the city council said on Monday.';
const PRELOAD = 'tests/support/observe-network.js';

function folders() {
  const folder = temporaryFolder();
  const corpusDir = join(folder, 'corpus');
  mkdirSync(corpusDir);
  writeFileSync(join(corpusDir, 'harbour.md'), `---\ntitle: ${HARBOUR.title}\n---\n${HARBOUR.text}`);
  const hosts = join(folder, 'hosts');
  return {
    hosts,
    environment: { DATA_DIR: join(folder, 'data'), CORPUS_DIR: corpusDir, OBSERVED_HOSTS: hosts },
  };
}

const ask = (environment: Record<string, string>) =>
  runProgram(['ask', 'When will the harbour close?', '--json'], { environment, preload: PRELOAD });

const hostsIn = (file: string): Set<string> =>
  new Set(existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []);

/** The variables of a section in docs/models.md, with the test server's address. */
function readRecipe(name: string, { url }: OpenAiServer): Record<string, string> {
  const text = readFileSync(join(ROOT, 'docs/models.md'), 'utf8');
  const [, block = ''] =
    new RegExp(`^## ${name}$[\\s\\S]*?\`\`\`ini\\n([\\s\\S]*?)\`\`\``, 'm').exec(text) ?? [];
  const lines = block.split('\n').flatMap((line) => {
    const [, key, value = ''] = /^([A-Z_]+)=(.*)$/.exec(line) ?? [];
    return key === undefined ? [] : [[key, value.replace(/^https?:\/\/[^/]+\/v1$/, url)]];
  });
  return Object.fromEntries(lines) as Record<string, string>;
}

describe('the program with models', () => {
  it.each(['Ollama', 'LM Studio', 'llama.cpp', 'vLLM', 'A gateway in front of OpenAI'])(
    'runs with the settings for %s',
    async (name) => {
      const server = await openTestServer();
      const recipe = readRecipe(name, server);
      server.models(recipe['CHAT_MODEL'] ?? '', recipe['EMBEDDING_MODEL'] ?? '');
      server.chat({ kind: 'text', text: `${FIRST} [2]` });
      const { environment, hosts } = folders();

      const { code, stdout, stderr } = await ask({ ...environment, ...recipe });

      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(JSON.parse(stdout)).toMatchObject({
        engine: recipe['CHAT_MODEL'],
        citations: [{ quote: FIRST }],
      });
      expect(server.received.some(({ path }) => path === '/v1/embeddings')).toBe(true);
      expect(hostsIn(hosts)).toEqual(new Set([server.host]));
    },
  );

  it('runs on OpenAI’s models with only a key', async () => {
    const server = await openTestServer();
    server.models('gpt-5-mini', 'text-embedding-3-small');
    server.chat({ kind: 'text', text: `${FIRST} [2]` });
    const { environment } = folders();

    const { stdout } = await ask({ ...environment, OPENAI_API_KEY: 'sk-test', OPENAI_STAND_IN: server.url });

    expect(JSON.parse(stdout)).toMatchObject({ engine: 'openai:gpt-5-mini', citations: [{ quote: FIRST }] });
    expect(new Set(server.received.map(({ authorization }) => authorization))).toEqual(
      new Set(['Bearer sk-test']),
    );
    expect(server.received.at(-1)?.body).toMatchObject({
      max_completion_tokens: 2_000,
      reasoning_effort: 'low',
    });
  });

  it('does not send OpenAI’s key to another server', async () => {
    const server = await openTestServer();
    const { environment, hosts } = folders();

    await ask({
      ...environment,
      OPENAI_API_KEY: 'sk-secret',
      CHAT_MODEL: 'llama',
      CHAT_BASE_URL: server.url,
    });

    expect(server.received.map(({ authorization }) => authorization)).toEqual(['Bearer none']);
    expect(hostsIn(hosts)).toEqual(new Set([server.host]));
  });

  it('makes no connection by default', async () => {
    const { environment, hosts } = folders();

    const { code } = await ask(environment);

    expect(code).toBe(0);
    expect(hostsIn(hosts)).toEqual(new Set());
  });

  it('sends traces to LangSmith if its variables are set', async () => {
    const server = await openTestServer();
    server.chat({ kind: 'text', text: `${FIRST} [2]` });
    const traces: string[] = [];
    const langsmith = createServer((request, response) => {
      traces.push(`${request.method} ${request.url}`);
      request
        .resume()
        .on('end', () => response.writeHead(202, { 'content-type': 'application/json' }).end('{}'));
    });
    await new Promise<void>((resolve) => langsmith.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void langsmith.close());
    const { port } = langsmith.address() as AddressInfo;
    const { environment, hosts } = folders();

    await ask({
      ...{ ...environment, CHAT_MODEL: 'llama', CHAT_BASE_URL: server.url },
      ...{
        LANGSMITH_TRACING: 'true',
        LANGSMITH_API_KEY: 'x',
        LANGSMITH_ENDPOINT: `http://127.0.0.1:${port}`,
      },
    });

    expect(traces.some((line) => line.startsWith('POST /runs'))).toBe(true);
    expect(hostsIn(hosts)).toEqual(new Set([server.host, `127.0.0.1:${port}`]));
  });

  it('says in one line that the built-in engine answered', async () => {
    const server = await openTestServer();
    server.chat({ kind: 'error', status: 401 });
    const { environment } = folders();

    const { code, stdout } = await runProgram(['ask', 'When will the harbour close?'], {
      environment: { ...environment, CHAT_MODEL: 'llama', CHAT_BASE_URL: server.url },
    });

    expect(code).toBe(0);
    expect(stdout).toContain("The language model can't be reached, so the built-in engine answered.");
  });
});
