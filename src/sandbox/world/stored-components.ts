// Components as Discord keeps them: each with an id and its defaults, files and media with an address.
import { type APIAttachment, ComponentType as Type } from 'discord-api-types/v10';
import { SELECTS } from '../validation/check-select.js';
import { asList, isObject, type Json } from '../validation/problems.js';

/**
 * https://docs.discord.com/developers/components/reference
 * @param attachments what `attachment://` addresses point to
 */
export function storeComponents(
  components: unknown,
  attachments: readonly APIAttachment[],
  nextId: () => string,
): Json[] {
  const given = new Set(collectIds(components));
  let last = 0;
  const freeId = () => {
    do last += 1;
    while (given.has(last));
    return last;
  };
  const keep = (component: Json): Json => {
    const { id, components: nested, accessory, ...rest } = component;
    return {
      ...rest,
      ...defaultsOf(rest),
      ...resolveMedia(rest, attachments, nextId),
      id: id || freeId(),
      ...(nested !== undefined && { components: asList(nested).map(keep) }),
      ...(isObject(accessory) && { accessory: keep(accessory) }),
    };
  };
  return asList(components).map(keep);
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
      ({ filename, url: kept }) => url === `attachment://${filename}` || url === kept,
    );
    const address = file?.url ?? url;
    const shown = { id: file?.id ?? nextId(), url: address, proxy_url: address };
    return {
      file,
      shown: { ...shown, ...(file && { attachment_id: file.id, content_type: file.content_type }) },
    };
  };
  const { type, media, items, file } = component;
  if (type === Type.Thumbnail) return { media: find(media).shown };
  if (type === Type.MediaGallery) {
    return {
      items: asList(items).map((item) => ({
        ...item,
        media: find(item['media']).shown,
        description: item['description'] ?? null,
        spoiler: item['spoiler'] ?? false,
      })),
    };
  }
  if (type !== Type.File) return {};
  const found = find(file);
  return {
    file: found.shown,
    name: found.file?.filename ?? '',
    size: found.file?.size ?? 0,
    spoiler: component['spoiler'] ?? false,
  };
}
