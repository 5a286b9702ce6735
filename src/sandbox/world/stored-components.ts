// Completes a message's components the way Discord stores them: ids, default values, and URLs for files and media.
import { type APIAttachment, ComponentType as Type } from 'discord-api-types/v10';
import { SELECTS } from '../validation/check-select.js';
import { asList, isObject, type Json } from '../validation/problems.js';

/**
 * https://docs.discord.com/developers/components/reference
 * @param attachments the message's files, which `attachment://` URLs refer to
 */
export function storeComponents(
  components: unknown,
  attachments: readonly APIAttachment[],
  nextId: () => string,
): Json[] {
  const usedIds = new Set(collectIds(components));
  let last = 0;
  const freeId = () => {
    do last += 1;
    while (usedIds.has(last));
    return last;
  };
  const complete = (component: Json): Json => {
    const { id, components: nested, accessory, ...rest } = component;
    return {
      ...rest,
      ...defaultsOf(rest),
      ...resolveMedia(rest, attachments, nextId),
      id: id || freeId(),
      ...(nested !== undefined && { components: asList(nested).map(complete) }),
      ...(isObject(accessory) && { accessory: complete(accessory) }),
    };
  };
  return asList(components).map(complete);
}

function collectIds(components: unknown): unknown[] {
  return asList(components).flatMap(({ id, components: nested, accessory }) => [
    id,
    ...collectIds(nested),
    ...collectIds(accessory ? [accessory] : []),
  ]);
}

function defaultsOf(component: Json): Json {
  const type = component['type'] as Type;
  const isHidden = component['spoiler'] ?? false;
  if (type === Type.Container) return { accent_color: component['accent_color'] ?? null, spoiler: isHidden };
  if (type === Type.Separator)
    return { spacing: component['spacing'] ?? 1, divider: component['divider'] ?? true };
  if (type === Type.Thumbnail) return { description: component['description'] ?? null, spoiler: isHidden };
  if (SELECTS.includes(type)) {
    return { min_values: component['min_values'] ?? 1, max_values: component['max_values'] ?? 1 };
  }
  return {};
}

function resolveMedia(component: Json, attachments: readonly APIAttachment[], nextId: () => string): Json {
  const find = (media: unknown) => {
    const url = isObject(media) ? String(media['url']) : '';
    const file = attachments.find(
      ({ filename, url: storedUrl }) => url === `attachment://${filename}` || url === storedUrl,
    );
    const resolvedUrl = file?.url ?? url;
    const resolved = { id: file?.id ?? nextId(), url: resolvedUrl, proxy_url: resolvedUrl };
    return {
      file,
      resolved: { ...resolved, ...(file && { attachment_id: file.id, content_type: file.content_type }) },
    };
  };
  const { type, media, items, file } = component;
  if (type === Type.Thumbnail) return { media: find(media).resolved };
  if (type === Type.MediaGallery) {
    return {
      items: asList(items).map((item) => ({
        ...item,
        media: find(item['media']).resolved,
        description: item['description'] ?? null,
        spoiler: item['spoiler'] ?? false,
      })),
    };
  }
  if (type !== Type.File) return {};
  const found = find(file);
  return {
    file: found.resolved,
    name: found.file?.filename ?? '',
    size: found.file?.size ?? 0,
    spoiler: component['spoiler'] ?? false,
  };
}
