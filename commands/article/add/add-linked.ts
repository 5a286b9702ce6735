// “Add linked article” in a message's menu: adds the page or the file that the message has.
import { ApplicationCommandType, ContextMenuCommandBuilder } from 'discord.js';
import type { Action, AttachedFile, Command, Options } from '../../../src/discord/command.js';
import { renderSourceMenu } from '../../../src/discord/render/article/add.js';
import { addText } from '../../../src/discord/text/article/add.js';
import { userErrors } from '../../../src/discord/text/errors.js';
import { EVERYWHERE } from '../../shared/contexts.js';
import { requireManager } from '../../shared/subcommand.js';
import { FILE_TYPES } from './add.js';
import { findLinks } from './find-links.js';
import { previewSource } from './preview.js';

type Found = { readonly link: string } | { readonly file: AttachedFile };

export const addLinked = {
  data: new ContextMenuCommandBuilder()
    .setName(addText.menu)
    .setType(ApplicationCommandType.Message)
    .setContexts(EVERYWHERE.contexts)
    .setIntegrationTypes(EVERYWHERE.integrationTypes)
    .toJSON(),

  reply: 'private',

  async run({ options, ...invocation }) {
    requireManager(invocation);
    const found = findSources(options);
    const [only] = found;
    if (!only) throw userErrors.nothingToAdd();
    if (found.length === 1) return await previewSource(invocation, only);
    const { pending, userId, library } = invocation;
    const id = pending.keep({ command: addText.menu, options, userId, library });
    const choices = found.map((one) => ('link' in one ? { label: one.link } : { label: one.file.name }));
    return renderSourceMenu(choices, `pick-source:${id}`);
  },
} satisfies Command;

/** One of several links and files was chosen. */
export const pickSource = {
  name: 'pick-source',
  reply: 'update',
  async run({ args: [id = '', index = ''], ...invocation }) {
    requireManager(invocation);
    const request = invocation.pending.find(id);
    const isTheirs = request?.library === invocation.library && request.userId === invocation.userId;
    const chosen = isTheirs ? findSources(request.options)[Number(index)] : undefined;
    if (!chosen) throw userErrors.menuExpired();
    return await previewSource(invocation, chosen);
  },
} satisfies Action;

function findSources({ targetText = '', targetFiles = [] }: Options): readonly Found[] {
  const isReadable = ({ name }: AttachedFile) => FILE_TYPES.some((type) => name.toLowerCase().endsWith(type));
  return [
    ...findLinks(targetText).map((link) => ({ link })),
    ...targetFiles.filter(isReadable).map((file) => ({ file })),
  ];
}
