// Finds the question in a message that starts with a greeting or thanks: "hi, how much is it?"
import type { MessageKind } from '../ports.js';

/** A longer opening has content of its own. */
const MAX_OPENING_CHARS = 60;
const MAX_OPENINGS = 4;
/** An opening is a greeting, thanks or talk with at least this probability. */
const CERTAIN = 0.8;
const OPENINGS = new Set<MessageKind>([
  'greeting',
  'thanks',
  'small-talk',
  'reaction',
  'complaint',
  'goodbye',
]);
/** Only at a punctuation mark or line break, because "good morning coffee" is no greeting. */
const BREAK = /[,.!?:;\n–—]+\s*|\s+-\s+|\s*\n\s*/gu;
const PUNCTUATION_IN_FRONT = /^[\s,.!?:;–—\-~()\p{Extended_Pictographic}]+/u;
/** A greeting without a mark after it, if two words or more follow. */
const GREETING =
  /^\s*(?:hi|hey|hello|hallo|hola|bonjour|salut|moin)(?: (?:there|bot|footnote|again))?\s+(?=\p{L}+\s+\p{L})/iu;

/** @returns the message without its opening, or unchanged if it has none */
export async function splitOpening(
  message: string,
  classify: (text: string) => Promise<{ readonly kind: MessageKind; readonly probability: number }>,
): Promise<string> {
  let rest = message;
  let from = 0;
  let count = 0;
  for (const { index, 0: mark } of message.matchAll(BREAK)) {
    const head = message.slice(from, index);
    const tail = message.slice(index + mark.length).replace(PUNCTUATION_IN_FRONT, '');
    if (tail.trim() === '' || head.length > MAX_OPENING_CHARS || count === MAX_OPENINGS) break;
    count += 1;
    if (!/\p{L}/u.test(head)) continue;
    const { kind, probability } = await classify(head);
    // "Two things. I work nights and wanted to know\nwhere does it stop?": the question may come later.
    if (!OPENINGS.has(kind) || probability < CERTAIN) continue;
    rest = tail;
    from = message.length - tail.length;
  }
  return rest.replace(GREETING, '');
}
