// What is said that is no answer: help, errors, notices. The text is ours, so its Markdown stays.
import { escapeMarkdown } from '../text/escape-markdown.js';
import { ACCENT, renderBlocks, type View } from './message.js';

export function renderNotice(...blocks: readonly string[]): View {
  return renderBlocks(blocks, { accent: ACCENT.plain });
}

/** @param reference short id under which the log has the rest */
export function renderError(sentence: string, reference: string): View {
  return renderBlocks([escapeMarkdown(sentence), `-# Reference: ${reference}`], { accent: ACCENT.error });
}
