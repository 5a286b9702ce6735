// Parts of everything with citations: markers, and who wrote it.
import type { Answered, Citation, Notice } from '../../core/answer.js';
import { linkToQuote } from '../../core/links/text-fragment.js';
import { escapeLine } from '../markdown/escape-markdown.js';
import { askText } from '../text/ask.js';

/** A link to the quoted sentence, or plain text if the article has no URL. */
export function renderMarker(number: number, citation: Citation | undefined): string {
  const link = citation && (citation.link ?? linkToQuote(citation.url, citation.quote));
  return link === undefined ? `\\[${number}\\]` : `[[${number}]](${link})`;
}

/** Says why a model's answer is by the built-in engine or incomplete. */
export function renderModelNotice(notice: Notice | undefined): readonly string[] {
  return notice === undefined || !(notice in askText.notices) ? [] : [`-# ${askText.notices[notice]}`];
}

/** Who wrote the sentences, and what was replaced. */
export function renderAuthorLine({ engine, notice, replaced = 0 }: Answered): string {
  const author = engine === 'builtin' ? askText.quoted : askText.writtenBy(escapeLine(engine));
  const quoted = replaced > 0 ? [askText.replaced(replaced)] : [];
  return [author, ...quoted, ...renderModelNotice(notice)].join('\n');
}
