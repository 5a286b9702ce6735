// Latency on Discord, for `npm run bench`: from an interaction's dispatch to its acknowledgement and final
// edit, with the real client against the sandbox. Both share one thread, so a crowd is slower here than on
// Discord.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { actions, answerQuestion, commands, renderHelp } from '../../../commands/index.js';
import { openApp } from '../../../src/app.js';
import { openBot } from '../../../src/discord/connection/client.js';
import { createLog } from '../../../src/log.js';
import { type Sandbox, startSandbox } from '../../../src/sandbox/server.js';
import { DEFAULT_SEED } from '../../../src/sandbox/world/seed.js';
import { readQuestionSet, sampleEvenly } from '../eval/question-set.js';
import { percentile } from '../report/statistics.js';

const ROOT = join(import.meta.dirname, '../../../..');
const ALONE = 40;
const CROWD = 50;
const CROWDS = 4;
const WAIT_MS = 120_000;

interface Timing {
  readonly acknowledgedMs: number;
  readonly repliedMs: number;
}

/** Returns the lines of the report. */
export async function benchDiscord(): Promise<readonly string[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'footnote-bench-'));
  const {
    assistant,
    library: manager,
    digests,
    settings,
    close,
  } = await openApp({ dataDir, corpusDir: join(ROOT, 'corpus') });
  const sandbox = await startSandbox();
  const bot = await openBot({
    ...{ token: sandbox.token, apiUrl: sandbox.apiUrl, assistant, manager, digests, settings },
    log: createLog('warn'),
    ...{ commands, actions, answerQuestion, renderHelp },
  });
  const questions = sampleEvenly(
    readQuestionSet(join(ROOT, 'tests/measure/eval/seed.jsonl')).flatMap((article) => article.questions),
    CROWD,
  ).map(({ question }) => question);
  const ask = (index: number) => time(sandbox, questions[index % questions.length] ?? '');

  const alone: (Timing | undefined)[] = [];
  for (let index = 0; index < ALONE; index += 1) alone.push(await ask(index));
  const crowded: (Timing | undefined)[] = [];
  for (let crowd = 0; crowd < CROWDS; crowd += 1)
    crowded.push(...(await Promise.all(Array.from({ length: CROWD }, (_, index) => ask(index)))));
  await bot.close();
  await sandbox.close();
  await close();
  rmSync(dataDir, { recursive: true, force: true });
  return [
    `${'on Discord, from dispatch to'.padEnd(32)}acknowledgement p50, p95, p99     final edit p50, p95, p99`,
    row(`alone (${ALONE})`, alone),
    row(`${CROWD} at once (${CROWDS} times)`, crowded),
  ];
}

/** Undefined if the acknowledgement came too late. */
async function time({ as, world }: Sandbox, question: string): Promise<Timing | undefined> {
  const [guild] = DEFAULT_SEED.guilds;
  const [channelId = ''] = guild?.channels.map(({ id }) => id) ?? [];
  const began = performance.now();
  const { interaction } = as(guild?.ownerId ?? '').command('ask', { question }, { channelId });
  let acknowledgedMs = Number.NaN;
  const { kind } = await world.until(
    (event) => {
      if (event.kind === 'interaction-acknowledged' && event.interaction === interaction)
        acknowledgedMs = performance.now() - began;
      if (event.kind === 'interaction-failed') return event.interaction === interaction;
      // Only the final edit has buttons.
      return (
        event.kind === 'message-edited' &&
        event.record.interactionId === interaction.id &&
        JSON.stringify(event.record.message.components).includes('custom_id')
      );
    },
    { timeoutMs: WAIT_MS },
  );
  if (kind === 'interaction-failed') return undefined;
  return { acknowledgedMs, repliedMs: performance.now() - began };
}

function row(name: string, asked: readonly (Timing | undefined)[]): string {
  const timings = asked.filter((timing) => timing !== undefined);
  const late = asked.length - timings.length;
  const cells = (read: (timing: Timing) => number) =>
    [0.5, 0.95, 0.99]
      .map((share) => `${percentile(timings.map(read), share).toFixed(0)} ms`.padStart(8))
      .join('');
  const times = `${cells(({ acknowledgedMs }) => acknowledgedMs)}${' '.repeat(10)}${cells(({ repliedMs }) => repliedMs)}`;
  return `${name.padEnd(32)}${times}${late > 0 ? `, ${late} too late` : ''}`;
}
