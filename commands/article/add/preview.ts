// The preview of an article that isn't added yet: how it is made, and its buttons.
import { ComponentType, TextInputStyle } from 'discord.js';
import type { Preview, Source } from '../../../src/core/library/manager.js';
import type { ReadOptions } from '../../../src/core/library/ports.js';
import type { Action, AttachedFile, Invocation } from '../../../src/discord/command.js';
import { renderCard, renderPreview, renderProgress } from '../../../src/discord/render/article/add.js';
import type { View } from '../../../src/discord/render/message.js';
import { renderNotice } from '../../../src/discord/render/notice.js';
import { addText } from '../../../src/discord/text/article/add.js';
import { actorOf, isServer, requireManager } from '../../shared/subcommand.js';
import { suggestToTry } from './card.js';

/** In the order of the form: at most five. */
const DETAILS = [
  ['title', 200],
  ['author', 200],
  ['published', 40],
  ['language', 35],
  ['url', 2_000],
] as const;

/** What someone gave to be added. A link next to a file or text says where that is from. */
interface Given {
  readonly link?: string | undefined;
  readonly text?: string | undefined;
  readonly file?: AttachedFile | undefined;
}

/** Reads what someone wants to add, with progress, and shows it. @throws AppError as the manager's `preview` */
export async function previewSource(invocation: Invocation, given: Given): Promise<View> {
  const { manager, show } = invocation;
  const actor = actorOf(invocation);
  show(renderProgress(addText.reading));
  const source = await toSource(invocation, given);
  const preview = await manager.preview(source, actor, readOptions(invocation));
  const url = given.link?.trim();
  return renderPreview(
    url && source.kind !== 'link' ? manager.editPreview(preview.id, { url }, actor) : preview,
  );
}

async function toSource({ download }: Invocation, { link = '', text = '', file }: Given): Promise<Source> {
  if (file) return { kind: 'file', file: await download(file) };
  return text.trim() === '' ? { kind: 'link', url: link.trim() } : { kind: 'text', text };
}

function readOptions({ show, signal }: Invocation): ReadOptions {
  return { signal, onProgress: (step, done, total) => show(renderProgress(step, done, total)) };
}

export const confirmAdd = {
  name: 'add',
  reply: 'update',
  async run({ args: [previewId = ''], ...invocation }) {
    requireManager(invocation);
    const { manager, show } = invocation;
    const actor = actorOf(invocation);
    show(renderProgress(addText.adding));
    const { article, change } = await manager.add(previewId, actor, readOptions(invocation));
    const questions = await suggestToTry(invocation, article.id);
    const words = manager.find(article.id, actor)?.words;
    return renderCard({ ...article, words }, { questions, change, canPost: isServer(invocation) });
  },
} satisfies Action;

export const cancelAdd = {
  name: 'cancel-add',
  reply: 'update',
  async run({ args: [previewId = ''], ...invocation }) {
    requireManager(invocation);
    invocation.manager.dropPreview(previewId, actorOf(invocation));
    return renderNotice(addText.cancelled);
  },
} satisfies Action;

export const editDetails = {
  name: 'edit-details',
  reply: 'update',
  modal([previewId = ''], opening) {
    requireManager(opening);
    const preview = opening.manager.editPreview(previewId, {}, actorOf(opening));
    const { title, fields } = addText.details;
    return {
      ...{ custom_id: `edit-details:${previewId}`, title },
      components: DETAILS.map(([name, maxChars]) => {
        const value = shownDetail(preview, name).slice(0, maxChars);
        const { label, description } = fields[name];
        return {
          ...{ type: ComponentType.Label, label, ...(description === '' ? {} : { description }) },
          component: {
            ...{ type: ComponentType.TextInput, custom_id: name, style: TextInputStyle.Short },
            ...{ required: false, max_length: maxChars },
            ...(value === '' ? {} : { value }),
          },
        };
      }),
    };
  },
  async run({ args: [previewId = ''], fields, ...invocation }) {
    requireManager(invocation);
    const { manager } = invocation;
    const actor = actorOf(invocation);
    const before = manager.editPreview(previewId, {}, actor);
    // What a person has changed stays when the article is refreshed.
    const changed = DETAILS.flatMap(([name, maxChars]) => {
      const value = fields[name]?.trim() ?? '';
      return value === shownDetail(before, name).slice(0, maxChars) ? [] : [[name, value]];
    });
    return renderPreview(manager.editPreview(previewId, Object.fromEntries(changed), actor));
  },
} satisfies Action;

/** A detail as the form shows it: what was typed, even if it can't be used. */
function shownDetail(preview: Preview, name: (typeof DETAILS)[number][0]): string {
  const rejected = preview.rejected.find(({ detail }) => detail === name);
  if (rejected) return rejected.typed;
  const value = preview[name] ?? '';
  if (name === 'published') return value.replace(/(?<=^\d{4}-\d{2}-\d{2})T.*$/u, '');
  return name === 'language' && value === 'und' ? '' : value;
}
