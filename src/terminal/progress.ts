// A progress bar on standard error for work that takes a while; nothing where nobody watches.
import { Presets, SingleBar } from 'cli-progress';
import type { Progress } from '../app.js';

/** Work that is done sooner is not worth a bar. */
const PATIENCE_MS = 300;

export interface ProgressBar {
  update(progress: Progress): void;
  stop(): void;
}

export function createProgressBar(): ProgressBar {
  if (!process.stderr.isTTY) return { update: () => {}, stop: () => {} };
  const startedAt = performance.now();
  let bar: SingleBar | undefined;
  let shown = '';
  function stop(): void {
    bar?.stop();
    bar = undefined;
  }
  return {
    update({ step, done, total }) {
      if (performance.now() - startedAt < PATIENCE_MS) return;
      if (!bar || shown !== step) {
        stop();
        shown = step;
        bar = new SingleBar(
          {
            format: '{step} {bar} {value}/{total} · {eta_formatted} left',
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
