// Messages that aren't answers: help, notices and errors.
import { escapeMarkdown } from '../markdown/escape-markdown.js';
import { errorText } from '../text/errors.js';
import { ACCENT, renderBlocks, type View } from './message.js';

/** @param blocks Markdown, not escaped */
export function renderNotice(...blocks: readonly string[]): View {
  return renderBlocks(blocks, { accent: ACCENT.plain });
}

/** A mention of a channel, escaped. */
const ESCAPED_CHANNEL = /\\<\\#(\d+)\\>/gu;

/** A person's mistake, or an interruption: no alarm colour and no reference. @param text escaped here, except for channels */
export function renderCalmError(text: string): View {
  return renderBlocks([escapeMarkdown(text).replace(ESCAPED_CHANNEL, '<#$1>')], { accent: ACCENT.plain });
}

/** @param text escaped here @param reference short id under which the log has the details */
export function renderFault(text: string, reference: string): View {
  return renderBlocks([escapeMarkdown(text), errorText.reference(reference)], { accent: ACCENT.fault });
}
