// Questions of an interview that are set in bold are its headings, even those that aren't questions: "**Tell me more.**"
import type { Element, Nodes, Root } from 'hast';
import { BOLD_QUESTION_LEVEL } from '../core/text/headings.js';

/** Fewer questions in bold may be part of the prose. */
const MIN_QUESTIONS = 3;
/** The share of questions among the paragraphs in bold, from the first question on. */
const MIN_QUESTION_SHARE = 0.5;
/** A longer paragraph is prose. */
const MAX_QUESTION_CHARS = 300;

/** The tree with headings in place of those paragraphs. The given tree stays as it is. */
export function raiseBoldQuestions(tree: Root): Root {
  const bold = listBoldParagraphs(tree);
  const first = bold.findIndex(isQuestion);
  const asked = bold.slice(Math.max(first, 0));
  const questions = asked.filter(isQuestion).length;
  if (questions < MIN_QUESTIONS || questions < asked.length * MIN_QUESTION_SHARE) return tree;
  return raise(tree, new Set(asked)) as Root;
}

function raise(node: Nodes, raised: ReadonlySet<Nodes>): Nodes {
  if (!('children' in node)) return node;
  const children = node.children.map((child) => raise(child, raised));
  const copy = { ...node, children } as Root | Element;
  return copy.type === 'element' && raised.has(node) ? { ...copy, tagName: `h${BOLD_QUESTION_LEVEL}` } : copy;
}

function listBoldParagraphs(node: Nodes): readonly Element[] {
  if (!('children' in node)) return [];
  if (node.type === 'element' && node.tagName === 'p') {
    const { length } = textOf(node).trim();
    return length > 0 && length <= MAX_QUESTION_CHARS && isBold(node) ? [node] : [];
  }
  return node.children.flatMap(listBoldParagraphs);
}

/** Whether all words are bold. */
function isBold(node: Nodes): boolean {
  if (node.type === 'text') return node.value.trim() === '';
  if (node.type !== 'element') return true;
  return node.tagName === 'strong' || node.tagName === 'b' || node.children.every(isBold);
}

function isQuestion(paragraph: Element): boolean {
  return /[?？]["”’»)]*\s*$/u.test(textOf(paragraph));
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
