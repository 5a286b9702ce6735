// `footnote doctor`: checks everything that must work before people can ask questions.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openApp } from './app.js';
import type { Config } from './config.js';
import { AppError } from './core/errors.js';
import type { Command } from './discord/command.js';
import { type Check, checkDiscord } from './discord/connection/check-discord.js';
import { checkReader } from './engines/builtin/reader/check-reader.js';
import { checkEngine } from './engines/langchain/check-models.js';
import { readFolder } from './sources/file.js';
import { checkWritable, inspectStore } from './store/inspect.js';
import { doctorText } from './terminal/text.js';

const SAMPLE_LIBRARY = 'doctor';

/** Runs every check, even if one fails. @throws only the signal's reason */
export async function runDoctor(
  config: Config,
  commands: readonly Command[],
  signal: AbortSignal,
): Promise<readonly Check[]> {
  const { token, ...discord } = config.discord;
  const discordChecks =
    token === undefined
      ? [{ name: 'token', ok: true, detail: doctorText.noToken }]
      : await checkDiscord({ ...discord, token }, commands, signal);
  return [
    { name: 'node', ok: true, detail: process.version },
    ...discordChecks,
    ...(await checkEngine(config.models, { signal })),
    await checkReader(config.models.reader),
    await checkArticles(config.corpusDir),
    await explainErrors('store', () => checkStore(config.dataDir)),
    await explainErrors('answer', () => checkAnswer(signal)),
  ];
}

async function checkArticles(folder: string): Promise<Check> {
  const name = 'articles';
  return explainErrors(name, async () => {
    const problems: string[] = [];
    let count = 0;
    for await (const outcome of readFolder(folder)) {
      if (outcome.kind === 'article') count += 1;
      else problems.push(`${outcome.name}: ${outcome.problem}`);
    }
    if (problems.length > 0) {
      const detail = doctorText.unreadable(problems);
      return { name, ok: false, detail, advice: doctorText.unreadableAdvice };
    }
    if (count > 0) return { name, ok: true, detail: doctorText.articles(count, folder) };
    return { name, ok: false, detail: doctorText.noArticles(folder), advice: doctorText.noArticlesAdvice };
  });
}

async function checkStore(dataDir: string): Promise<Check> {
  const name = 'store';
  checkWritable(dataDir);
  const inventory = inspectStore(dataDir);
  if (!inventory) return { name, ok: true, detail: doctorText.emptyStore(dataDir) };
  const { articles, passages, fingerprints } = inventory;
  return { name, ok: true, detail: doctorText.store(articles, passages, fingerprints, dataDir) };
}

/** Asks the built-in engine one question in a temporary folder. It answers only if every file of the program is there. */
async function checkAnswer(signal: AbortSignal): Promise<Check> {
  const name = 'answer';
  const dataDir = mkdtempSync(join(tmpdir(), 'footnote-doctor-'));
  try {
    const app = await openApp({ dataDir, signal });
    try {
      const { title, text, question } = doctorText.sample;
      await app.assistant.addArticle({ title, text, library: SAMPLE_LIBRARY });
      const answer = await app.assistant.ask(question, { library: SAMPLE_LIBRARY, signal });
      if (answer.kind === 'answered') return { name, ok: true, detail: doctorText.answered };
      return { name, ok: false, detail: doctorText.notAnswered, advice: doctorText.notAnsweredAdvice };
    } finally {
      await app.close();
    }
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof AppError) throw error;
    const detail = doctorText.answerFailed(error instanceof Error ? error.message : String(error));
    return { name, ok: false, detail, advice: doctorText.notAnsweredAdvice };
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** An AppError is a failed check. */
async function explainErrors(name: string, check: () => Promise<Check>): Promise<Check> {
  try {
    return await check();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { name, ok: false, detail: error.message, advice: error.advice };
  }
}
