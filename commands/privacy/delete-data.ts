// The buttons under `/privacy`: a person's own data, and all data of a server.
import { ComponentType, TextInputStyle } from 'discord.js';
import type { Action, Fields, Modal, Opening } from '../../src/discord/command.js';
import { renderNotice } from '../../src/discord/render/notice.js';
import { renderDeleted, renderMyData, renderPlannedDeletion } from '../../src/discord/render/privacy.js';
import { userErrors } from '../../src/discord/text/errors.js';
import { privacyText } from '../../src/discord/text/privacy.js';

const { word, label } = privacyText.confirm;

export const showMyData = {
  name: 'my-data',
  reply: 'private',
  run: async ({ manager, userId }) => renderMyData(manager.personalData(userId)),
} satisfies Action;

export const deleteMyData = {
  name: 'delete-my-data',
  reply: 'update',
  modal: () => confirmation('delete-my-data', privacyText.mine),
  async run({ manager, userId, fields }) {
    requireConfirmation(fields);
    return renderDeleted(await manager.deletePersonalData(userId));
  },
} satisfies Action;

export const deleteServer = {
  name: 'delete-server',
  reply: 'update',
  modal(_, opening) {
    requireServerAdmin(opening);
    return confirmation('delete-server', privacyText.server);
  },
  async run({ fields, ...invocation }) {
    requireServerAdmin(invocation);
    requireConfirmation(fields);
    const { manager, library, userId } = invocation;
    return renderPlannedDeletion(manager.planDeletion({ library, userId }));
  },
} satisfies Action;

/** Takes the planned deletion back. */
export const keepServer = {
  name: 'keep-server',
  reply: 'update',
  async run(invocation) {
    requireServerAdmin(invocation);
    const { manager, library, userId } = invocation;
    const isKept = manager.cancelDeletion({ library, userId });
    return renderNotice(isKept ? privacyText.server.kept : privacyText.server.notKept);
  },
} satisfies Action;

/** @throws AppError `discord/only-in-servers`, `discord/not-admin` */
function requireServerAdmin({ library, isAdmin }: Pick<Opening, 'library' | 'isAdmin'>): void {
  if (!library.startsWith('guild:')) throw userErrors.onlyInServers();
  if (!isAdmin) throw userErrors.notAdmin();
}

/** @throws AppError `discord/not-confirmed` */
function requireConfirmation(fields: Fields): void {
  if (fields['confirm']?.trim().toLowerCase() !== word) throw userErrors.notConfirmed(word);
}

function confirmation(
  customId: string,
  { title, warning }: { readonly title: string; readonly warning: string },
): Modal {
  return {
    ...{ custom_id: customId, title },
    components: [
      { type: ComponentType.TextDisplay, content: warning },
      {
        ...{ type: ComponentType.Label, label },
        component: {
          ...{ type: ComponentType.TextInput, custom_id: 'confirm', style: TextInputStyle.Short },
          ...{ required: true, max_length: 40 },
        },
      },
    ],
  };
}
