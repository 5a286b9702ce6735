// A progress bar on standard error for long work. Shows nothing if standard error isn't a terminal.
import { Presets, SingleBar } from 'cli-progress';
import type { Progress } from '../index.js';
import { terminalText } from './text.js';

/** Shorter work gets no bar. */
const DELAY_MS = 300;

export interface ProgressBar {
  update(progress: Progress): void;
  stop(): void;
}

export function createProgressBar(): ProgressBar {
  if (!process.stderr.isTTY) return { update: () => {}, stop: () => {} };
  const startedAt = performance.now();
  let bar: SingleBar | undefined;
  let currentStep = '';
  function stop(): void {
    bar?.stop();
    bar = undefined;
  }
  return {
    update({ step, done, total }) {
      if (performance.now() - startedAt < DELAY_MS) return;
      if (!bar || currentStep !== step) {
        stop();
        currentStep = step;
        bar = new SingleBar(
          {
            format: terminalText.progress,
            clearOnComplete: true,
            stream: process.stderr,
          },
          Presets.shades_classic,
        );
        bar.start(total, done, { step });
      }
      bar.update(done, { step });
    },
    stop,
  };
}
