// Finds the reason for what a sentence says. Cause and effect are often in two sentences.
import type { Evidence } from '../../../core/writing-ports.js';
import { isNextInParagraph } from './sentences.js';

/** Words that give a reason inside a sentence. */
const REASON =
  /(?<!\p{L})(?:because|since|due to|owing to|thanks to|so that|in order to|as a result of|on account of|to avoid|to prevent|after (?!all\b)\p{L}+ (?:found|discovered|broke|complained)|weil|da(?= \p{L}+ \p{L}+)|denn|damit|wegen|aufgrund|um .{1,60} zu|parce qu|car|puisqu|afin d|à cause d|en raison d|grâce à|porque|ya que|debido a|puesto que|a causa de|para que|gracias a)(?!\p{L})|,\s(?:as|since|so|for|da|denn|weil)\s/iu;
/** Opens a sentence that tells what came of the one before it: then the reason stands before. */
const RESULT_OPENER =
  /^["“‘«„]?(?:so|therefore|that is why|that['’]s why|this is why|as a result|consequently|for this reason|hence|thus|since then|ever since|seitdem|seither|desde entonces|depuis(?: lors)?,|deshalb|darum|daher|deswegen|also|folglich|aus diesem grund|c['’]est pourquoi|donc|por eso|por lo tanto|así que|por esta razón)(?!\p{L})/iu;
/** How many sentences after the best one may give the reason. */
const MAX_SENTENCES_ON = 2;

/**
 * The sentences that give the reason, next to the best sentence. If it gives a reason itself, there is nothing to add.
 * Otherwise the reason most often follows at once, and one sentence later if that one only goes on.
 */
export function findReason(best: Evidence, evidence: readonly Evidence[]): readonly Evidence[] {
  if (REASON.test(best.text)) return [];
  const at = evidence.indexOf(best);
  const before = evidence[at - 1];
  if (before && RESULT_OPENER.test(best.text) && isNextInParagraph(before, best)) return [before];
  const found: Evidence[] = [];
  let current = best;
  for (const next of evidence.slice(at + 1, at + 1 + MAX_SENTENCES_ON)) {
    if (!isNextInParagraph(current, next)) break;
    found.push(next);
    current = next;
    if (REASON.test(next.text)) break;
  }
  if (found.length > 0 || !before || !isNextInParagraph(before, best)) return found;
  return [before];
}
