// Files that people upload for attachment options, forms and messages. They are kept in memory.
import { RejectedAction } from '../people/rejected-action.js';
import { rejectionText as text } from '../text.js';
import type { Attachment } from './types.js';
import type { World } from './world.js';

/** Per file, without Nitro: https://docs.discord.com/developers/reference#uploading-files */
export const MAX_UPLOAD_BYTES = 10 * 1024 * 1024;
/** All files together. The oldest ones make room. */
const MAX_STORED_BYTES = 128 * 1024 * 1024;

/** @returns the file's id. @throws RejectedAction if the file is too large */
export function storeUpload(world: World, file: Attachment): string {
  if (file.bytes.length > MAX_UPLOAD_BYTES)
    throw new RejectedAction(text.fileTooLarge(MAX_UPLOAD_BYTES / 1024 / 1024));
  const id = world.nextId();
  world.attachments.set(id, file);
  let stored = [...world.attachments.values()].reduce((sum, { bytes }) => sum + bytes.length, 0);
  for (const [oldest, { bytes }] of world.attachments) {
    if (stored <= MAX_STORED_BYTES) break;
    world.attachments.delete(oldest);
    stored -= bytes.length;
  }
  return id;
}

/** @throws RejectedAction if the file was deleted, or its type isn't among `types` */
export function requireUpload(world: World, id: string, types: unknown): Attachment {
  const file = world.attachments.get(id);
  if (!file) throw new RejectedAction(text.unknownFile);
  if (Array.isArray(types) && types.length > 0 && !types.some((type) => hasType(file, String(type))))
    throw new RejectedAction(text.wrongFileType(file.name, types.join(', ')));
  return file;
}

/** @param type a group such as `image`, or an extension with its dot. https://docs.discord.com/developers/reference#file-type-filtering */
function hasType({ name, contentType }: Attachment, type: string): boolean {
  return type.startsWith('.')
    ? name.toLowerCase().endsWith(type.toLowerCase())
    : contentType.startsWith(`${type}/`);
}
