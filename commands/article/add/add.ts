// `/article add`: reads a link, a file or text, and shows a preview.
import { ComponentType, type FileUploadType, TextInputStyle } from 'discord.js';
import type { Action, Modal } from '../../../src/discord/command.js';
import { addText } from '../../../src/discord/text/article/add.js';
import { userErrors } from '../../../src/discord/text/errors.js';
import { requireManager, type Subcommand } from '../../shared/subcommand.js';
import { previewSource } from './preview.js';

/** At most ten: https://docs.discord.com/developers/reference#file-type-filtering */
export const FILE_TYPES: readonly FileUploadType[] = [
  ...(['.md', '.markdown', '.txt', '.html', '.htm'] as const),
  ...(['.pdf', '.docx', '.epub', '.odt', '.rtf'] as const),
];
const MAX_LINK_CHARS = 2_000;

export const add = {
  isForManagers: true,

  describe: (subcommand) =>
    subcommand
      .setDescription(addText.description)
      .addStringOption((option) =>
        option.setName('link').setDescription(addText.options.link).setMaxLength(MAX_LINK_CHARS),
      )
      .addAttachmentOption((option) =>
        option
          .setName('file')
          .setDescription(addText.options.file)
          .addFileTypes(...FILE_TYPES),
      ),

  modal: ({ options: { values, files } }) =>
    values['link'] === undefined && files?.['file'] === undefined ? createForm() : undefined,

  run: async ({ options: { values, files }, ...invocation }) =>
    await previewSource(invocation, { link: String(values['link'] ?? ''), file: files?.['file'] }),
} satisfies Subcommand;

/** The form that opens without options. */
export const submitAddForm = {
  name: 'add-form',
  reply: 'private',
  async run({ args: _, fields, files = [], ...invocation }) {
    requireManager(invocation);
    const { link = '', text = '' } = fields;
    const [file] = files;
    if (link.trim() === '' && text.trim() === '' && !file) throw userErrors.nothingToAdd();
    return await previewSource(invocation, { link, text, file });
  },
} satisfies Action;

function createForm(): Modal {
  const { title, intro, link, file, text } = addText.form;
  return {
    ...{ custom_id: 'add-form', title },
    components: [
      { type: ComponentType.TextDisplay, content: intro },
      {
        ...{ type: ComponentType.Label, label: link.label },
        component: {
          ...{ type: ComponentType.TextInput, custom_id: 'link', style: TextInputStyle.Short },
          ...{ required: false, max_length: MAX_LINK_CHARS, placeholder: link.placeholder },
        },
      },
      {
        ...{ type: ComponentType.Label, label: file.label, description: file.description },
        component: {
          ...{ type: ComponentType.FileUpload, custom_id: 'file', required: false },
          ...{ min_values: 0, max_values: 1, file_types: [...FILE_TYPES] },
        },
      },
      {
        ...{ type: ComponentType.Label, label: text.label, description: text.description },
        component: {
          ...{ type: ComponentType.TextInput, custom_id: 'text', style: TextInputStyle.Paragraph },
          required: false,
        },
      },
    ],
  };
}
