// Parts of everything with citations: markers, and who wrote it.
import type { Answered, Citation, Notice } from '../../core/answer.js';
import { linkToQuote } from '../../core/links/text-fragment.js';
import { escapeLine } from '../markdown/escape-markdown.js';
import type { Labels } from '../text/labels/labels.js';
import { labelsFor } from '../text/labels/labels-for.js';

/** A link to the quoted sentence, or plain text if the article has no URL. */
export function renderMarker(number: number, citation: Citation | undefined): string {
  const link = citation && (citation.link ?? linkToQuote(citation.url, citation.quote));
  return link === undefined ? `\\[${number}\\]` : `[[${number}]](${link})`;
}

/** Says why a model's answer is by the built-in engine or incomplete. */
export function renderModelNotice(notice: Notice | undefined, { notices }: Labels): readonly string[] {
  return notice === undefined || !(notice in notices) ? [] : [`-# ${notices[notice]}`];
}

/** Who wrote the sentences, and what was replaced. */
export function renderAuthorLine(answer: Answered): string {
  const { engine, notice, replaced = 0 } = answer;
  const labels = labelsFor(answer);
  const author = engine === 'builtin' ? labels.quoted : labels.writtenBy(escapeLine(engine));
  const quoted = replaced > 0 ? [labels.replaced(replaced)] : [];
  return [author, ...quoted, ...renderModelNotice(notice, labels)].join('\n');
}
