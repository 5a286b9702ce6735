// Measures how well grounding and verdicts separate supported claims from others, on claims labelled by
// people.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openApp, type Verdict } from '../../../src/app.js';
import { createAttributor } from '../../../src/core/grounding/attribute-evidence.js';
import { areaUnderRoc } from '../report/statistics.js';
import { analyzer, evidenceOf, type Item, nearest, share } from './grounding-items.js';

/** A flaw lowers the score as much as this share of unsupported words. */
const FLAW = 0.25;

export async function measureClaims(name: string, items: readonly Item[]): Promise<void> {
  const scores = { supported: [] as number[], others: [] as number[] };
  const right = { supported: 0, others: 0 };
  const verdicts = { supported: new Map<Verdict, number>(), others: new Map<Verdict, number>() };
  const dataDir = mkdtempSync(join(tmpdir(), 'footnote-eval-'));
  const app = await openApp({ dataDir });
  for (const item of items) {
    const evidence = evidenceOf(item, Number.POSITIVE_INFINITY);
    const library = `one ${item.id}`;
    await app.assistant.addArticle({ library, title: item.id, text: item.paragraphs.join('\n\n') });
    for (const { claim, label } of item.claims ?? []) {
      const kind = label.startsWith('support') ? 'supported' : 'others';
      const { flaws, coverage } = createAttributor(evidence, { analyzer }).verify(
        claim,
        nearest(claim, evidence),
      );
      scores[kind].push(coverage - flaws.length * FLAW);
      if ((flaws.length === 0) === (kind === 'supported')) right[kind] += 1;
      const { claims } = await app.assistant.check(claim, { library });
      for (const { verdict } of claims) verdicts[kind].set(verdict, (verdicts[kind].get(verdict) ?? 0) + 1);
    }
  }
  await app.close();
  rmSync(dataDir, { recursive: true, force: true });
  console.log(`\n${name}: ${scores.supported.length} supported, ${scores.others.length} others`);
  console.log(`  AUROC of the check         ${areaUnderRoc(scores.supported, scores.others).toFixed(3)}`);
  console.log(`  supported let through      ${share(right.supported, scores.supported.length)}`);
  console.log(`  others dropped             ${share(right.others, scores.others.length)}`);
  for (const [kind, counts] of Object.entries(verdicts)) {
    const list = [...counts].map(([verdict, count]) => `${verdict} ${count}`).join(', ');
    console.log(`  verdicts on ${kind.padEnd(14)} ${list}`);
  }
}
