// Parses Markdown with GitHub's extensions, raw HTML included, into one HTML tree.
import type { Root as HtmlRoot } from 'hast';
import { raw } from 'hast-util-raw';
import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toHast } from 'mdast-util-to-hast';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import { speedUpEdits } from './apply-edits.js';
import { isNestedTooDeeply } from './nesting.js';
import { convertObsidianSyntax, removeComments } from './obsidian.js';
import { closeRawTextTags } from './raw-text-tags.js';

/**
 * Parses Markdown. Comments in the style of Obsidian are removed, and its links and highlights become plain text.
 * https://github.github.com/gfm/, https://help.obsidian.md/obsidian-flavored-markdown
 * @throws RangeError if it is nested too deeply
 */
export function parseMarkdown(markdown: string): HtmlRoot {
  if (isNestedTooDeeply(markdown)) throw new RangeError('The Markdown is nested too deeply.');
  const tree = removeComments(markdown, parse);
  convertObsidianSyntax(tree);
  const hasHtml = closeRawTextTags(tree);
  const html = toHast(tree, { allowDangerousHtml: true });
  return (hasHtml ? raw(html) : html) as HtmlRoot;
}

/**
 * GitHub's extensions, except the tokenizer for bare links, which makes parsing several times slower. `gfmFromMarkdown`
 * finds bare links afterwards.
 */
const EXTENSIONS = [gfmFootnote(), gfmStrikethrough(), gfmTable(), gfmTaskListItem()];

function parse(markdown: string): Root {
  speedUpEdits();
  return fromMarkdown(markdown, { extensions: EXTENSIONS, mdastExtensions: [gfmFromMarkdown()] });
}
