// Joins a paragraph that footnotes or a figure interrupt at the end of a column or page.
import type { Block } from './block.js';
import { endsSentence } from './line-breaks.js';
import { roundSize, type Typography } from './typography.js';

/** More blocks than these aren't an interruption. */
const MAX_BLOCKS_BETWEEN = 8;
const MAX_SIZE = 0.95;

/** What interrupts a paragraph comes after it. */
export function joinAroundNotes(blocks: readonly Block[], typography: Typography): readonly Block[] {
  const joined: Block[] = [];
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index] as Block;
    const end = isUnfinished(block, typography) ? findContinuation(blocks, index, typography) : undefined;
    if (end === undefined) joined.push(block);
    else {
      const lines = [...block.lines, ...(blocks[end]?.lines ?? [])];
      joined.push(block.kind === 'item' ? { ...block, lines } : { kind: 'paragraph', lines });
      joined.push(...blocks.slice(index + 1, end));
      index = end;
    }
  }
  return joined;
}

/** A paragraph of the body that stops inside a sentence. */
function isUnfinished(block: Block, typography: Typography): boolean {
  const last = block.lines.at(-1);
  const isText = block.kind === 'paragraph' || block.kind === 'item';
  return isText && last !== undefined && !endsSentence(last.text) && isBody(block, typography);
}

/** The index of the paragraph that goes on after notes or figures. Undefined if none does. */
function findContinuation(
  blocks: readonly Block[],
  index: number,
  typography: Typography,
): number | undefined {
  const column = blocks[index]?.lines.at(-1)?.column;
  for (let at = index + 1; at <= index + MAX_BLOCKS_BETWEEN; at += 1) {
    const block = blocks[at];
    if (!block) return undefined;
    if (!isBody(block, typography) && block.kind !== 'heading') continue;
    const [first] = block.lines;
    const isLower = /^\p{Ll}/u.test(first?.text ?? '');
    const isNext = block.kind === 'paragraph' && at > index + 1 && isLower && first?.column !== column;
    return isNext ? at : undefined;
  }
  return undefined;
}

function isBody({ lines }: Block, { bodySize, bodyFont }: Typography): boolean {
  const chars = (from: Block['lines']) => from.reduce((sum, { text }) => sum + text.length, 0);
  const inBody = lines.filter(
    ({ size, font }) => font === bodyFont && roundSize(size) >= MAX_SIZE * bodySize,
  );
  return chars(inBody) > chars(lines) / 2;
}
