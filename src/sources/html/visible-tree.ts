// Takes out of a page's tree what a reader doesn't see: scripts, hidden elements, comments.
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { attributeOf, clippedText } from './tree.js';

/** Elements that a browser doesn't show as text, or that are controls. */
const NEVER_SHOWN = new Set(
  'script style template noscript noframes noembed iframe object embed applet svg math canvas video audio head title meta link base select option textarea input button label datalist progress meter map area frameset frame'.split(
    ' ',
  ),
);
const HIDING_STYLE =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|content-visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0*)?\s*(?:;|!|$)|font-size\s*:\s*0(?:\.0*)?(?:px|em|rem|%|pt)?\s*(?:;|!|$))/iu;
/** Moved out of the page, or cut to nothing. */
const OFF_SCREEN_STYLE =
  /(?:^|;)\s*(?:(?:left|top|text-indent|margin-left)\s*:\s*-\d{4,}|clip\s*:\s*rect\(\s*(?:0|1)(?:px)?[\s,]+(?:0|1)(?:px)?[\s,]+(?:0|1)(?:px)?[\s,]+(?:0|1)(?:px)?\s*\))/iu;
/** Classes of widespread style sheets for text that only screen readers read. */
const HIDING_CLASS =
  /^(?:sr-only|visually-?hidden|screen-reader-(?:text|only)|screenreader(?:-only|-text)?|u-hidden|is-hidden|hidden|d-none|hide|display-none|noprint-hidden|element-invisible|assistive-text|a11y-hidden|mw-empty-elt)$/iu;
/** Deeper elements are lifted to this depth, because later steps call themselves for every level. */
const MAX_DEPTH = 100;

/** The tree without anything that a reader doesn't see. The given tree stays as it is. */
export function keepVisible(tree: Root): Root {
  return { type: 'root', children: visibleChildren(tree.children, 0) as RootContent[] };
}

function visibleChildren(
  nodes: readonly (RootContent | ElementContent)[],
  depth: number,
  kept: (RootContent | ElementContent)[] = [],
): (RootContent | ElementContent)[] {
  for (const node of nodes) {
    if (node.type === 'text') kept.push(node);
    if (node.type !== 'element' || isInvisible(node)) continue;
    if (depth < MAX_DEPTH)
      kept.push({ ...node, children: visibleChildren(node.children, depth + 1) as ElementContent[] });
    else visibleChildren(node.children, depth + 1, kept);
  }
  return kept;
}

/** A longer button is the head of something that opens. */
const MAX_BUTTON_CHARS = 30;

function isShort(element: Element): boolean {
  return clippedText(element).length <= MAX_BUTTON_CHARS;
}

/** Whether a browser doesn't show the element, by its name or its own attributes. */
export function isInvisible(element: Element): boolean {
  const { tagName, properties } = element;
  if (NEVER_SHOWN.has(tagName)) return true;
  if (tagName === 'dialog' && properties['open'] === undefined) return true;
  if (/^button$/iu.test(attributeOf(element, 'role')) && /^(?:a|div|span)$/.test(tagName))
    return isShort(element);
  const hidden = properties['hidden'];
  if (hidden !== undefined && hidden !== null && hidden !== false) return true;
  if (/^true$/iu.test(attributeOf(element, 'ariaHidden'))) return true;
  const style = attributeOf(element, 'style');
  if (style !== '' && (HIDING_STYLE.test(style) || OFF_SCREEN_STYLE.test(style))) return true;
  const classes = properties['className'];
  return Array.isArray(classes) && classes.some((name) => HIDING_CLASS.test(String(name)));
}
