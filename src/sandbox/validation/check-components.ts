// Validates a message's components.
// https://docs.discord.com/developers/components/reference
import { ButtonStyle, ComponentType as Type } from 'discord-api-types/v10';
import { checkSelect, SELECTS } from './check-select.js';
import type { Problems } from './discord-error.js';
import {
  addAndCheckRepeated,
  asList,
  checkChoice,
  checkCount,
  checkNumber,
  checkText,
  checkUrl,
  isObject,
  type Json,
  type Path,
} from './problems.js';

/** Limits per message, nested components included: https://docs.discord.com/developers/components/reference */
const MAX_COMPONENTS = 40;
const MAX_TEXT_CHARS = 4000;

const ALLOWED_IN_CONTAINER = [
  Type.ActionRow,
  Type.TextDisplay,
  Type.Section,
  Type.MediaGallery,
  Type.Separator,
  Type.File,
];
const ALLOWED_AT_TOP = [...ALLOWED_IN_CONTAINER, Type.Container];

/** Totals for the whole message. */
interface MessageTally {
  readonly problems: Problems;
  readonly customIds: Set<unknown>;
  readonly ids: Set<unknown>;
  /** Names of the message's files. */
  readonly files: ReadonlySet<string>;
  components: number;
  characters: number;
}

/** @param isV2 whether the message has the flag `IS_COMPONENTS_V2` */
export function checkComponents(
  problems: Problems,
  components: unknown,
  { isV2, files }: { isV2: boolean; files: ReadonlySet<string> },
): void {
  if (components === undefined || components === null) return;
  const path = ['components'];
  const tally = { problems, files, customIds: new Set(), ids: new Set(), components: 0, characters: 0 };
  checkCount(problems, path, components, { max: isV2 ? Number.POSITIVE_INFINITY : 5 });
  checkComponentList(tally, path, components, isV2 ? ALLOWED_AT_TOP : [Type.ActionRow]);
  if (!isV2) return;
  if (tally.components > MAX_COMPONENTS) {
    problems.add(
      path,
      'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
      `The total number of components cannot exceed ${MAX_COMPONENTS}`,
    );
  }
  if (tally.characters > MAX_TEXT_CHARS) {
    problems.add(
      path,
      'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      `The total displayable text size cannot exceed ${MAX_TEXT_CHARS} characters`,
    );
  }
}

function checkComponentList(
  tally: MessageTally,
  path: Path,
  components: unknown,
  allowed: readonly Type[],
): void {
  if (!Array.isArray(components)) return;
  for (const [index, component] of components.entries())
    checkComponent(tally, [...path, index], component, allowed);
}

function checkComponent(tally: MessageTally, path: Path, component: unknown, allowed: readonly Type[]): void {
  const { problems } = tally;
  if (!isObject(component)) {
    problems.add(path, 'DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType');
    return;
  }
  tally.components += 1;
  const type = component['type'] as Type;
  if (!allowed.includes(type)) {
    const choices = allowed.join(', ');
    problems.add(
      [...path, 'type'],
      'UNION_TYPE_CHOICES',
      `Value of field "type" must be one of (${choices}).`,
    );
    return;
  }
  const { id, custom_id: customId } = component;
  checkNumber(problems, [...path, 'id'], id, { min: 0, max: 2 ** 31 - 1 });
  if (id && addAndCheckRepeated(tally.ids, id)) {
    problems.add([...path, 'id'], 'COMPONENT_ID_DUPLICATED', 'Component id cannot be duplicated');
  }
  if (customId !== undefined && addAndCheckRepeated(tally.customIds, customId)) {
    problems.add(
      [...path, 'custom_id'],
      'COMPONENT_CUSTOM_ID_DUPLICATED',
      'Component custom id cannot be duplicated',
    );
  }
  if (SELECTS.includes(type)) checkSelect(problems, path, component);
  else CHECKS[type]?.(tally, path, component);
}

type Check = (tally: MessageTally, path: Path, component: Json) => void;

const CHECKS: Partial<Record<Type, Check>> = {
  [Type.ActionRow](tally, path, { components }) {
    const inside = [...path, 'components'];
    const hasSelect = asList(components).some(({ type }) => SELECTS.includes(type as Type));
    checkCount(tally.problems, inside, components, { min: 1, max: hasSelect ? 1 : 5 });
    checkComponentList(tally, inside, components, [Type.Button, ...SELECTS]);
  },
  [Type.Button]: checkButton,
  [Type.Section](tally, path, { components, accessory }) {
    checkCount(tally.problems, [...path, 'components'], components, { min: 1, max: 3 });
    checkComponentList(tally, [...path, 'components'], components, [Type.TextDisplay]);
    if (accessory === undefined) {
      tally.problems.add([...path, 'accessory'], 'BASE_TYPE_REQUIRED', 'This field is required');
    } else checkComponent(tally, [...path, 'accessory'], accessory, [Type.Button, Type.Thumbnail]);
  },
  [Type.TextDisplay](tally, path, { content }) {
    checkText(tally.problems, [...path, 'content'], content, {
      min: 1,
      max: MAX_TEXT_CHARS,
      isRequired: true,
    });
    if (typeof content === 'string') tally.characters += [...content].length;
  },
  [Type.Thumbnail](tally, path, { media, description }) {
    checkMedia(tally, [...path, 'media'], media);
    checkText(tally.problems, [...path, 'description'], description, { max: 1024 });
  },
  [Type.MediaGallery](tally, path, { items }) {
    checkCount(tally.problems, [...path, 'items'], items, { min: 1, max: 10 });
    for (const [index, { media, description }] of asList(items).entries()) {
      checkMedia(tally, [...path, 'items', index, 'media'], media);
      checkText(tally.problems, [...path, 'items', index, 'description'], description, { max: 1024 });
    }
  },
  [Type.File](tally, path, { file }) {
    const url = isObject(file) ? file['url'] : undefined;
    const at = [...path, 'file', 'url'];
    checkUrl(tally.problems, at, url, {
      schemes: ['attachment', ...(isSandboxAttachment(url) ? ['http'] : [])],
    });
    checkAttached(tally, at, url);
  },
  [Type.Separator](tally, path, { spacing }) {
    if (spacing !== undefined) checkChoice(tally.problems, [...path, 'spacing'], spacing, [1, 2]);
  },
  [Type.Container](tally, path, { components, accent_color: color }) {
    checkNumber(tally.problems, [...path, 'accent_color'], color, { min: 0, max: 0xff_ff_ff });
    checkCount(tally.problems, [...path, 'components'], components, { min: 1, max: MAX_COMPONENTS });
    checkComponentList(tally, [...path, 'components'], components, ALLOWED_IN_CONTAINER);
  },
};

function checkButton({ problems }: MessageTally, path: Path, button: Json): void {
  const { style, label, emoji, url, custom_id: customId, sku_id: skuId } = button;
  checkChoice(problems, [...path, 'style'], style, [1, 2, 3, 4, 5, 6]);
  checkText(problems, [...path, 'label'], label, { max: 80 });
  if (style === ButtonStyle.Premium) {
    checkText(problems, [...path, 'sku_id'], skuId, { min: 1, max: 32, isRequired: true });
    return;
  }
  if (!label && !emoji) {
    problems.add(path, 'BUTTON_COMPONENT_MISSING_LABEL_OR_EMOJI', 'A button must have a label or an emoji');
  }
  if (style === ButtonStyle.Link) {
    checkUrl(problems, [...path, 'url'], url, { max: 512, schemes: ['http', 'https', 'discord'] });
    if (customId !== undefined) {
      problems.add(
        path,
        'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
        'A custom id and url cannot both be specified',
      );
    }
    return;
  }
  checkText(problems, [...path, 'custom_id'], customId, { min: 1, max: 100, isRequired: true });
  if (url !== undefined) {
    problems.add([...path, 'url'], 'BUTTON_COMPONENT_INVALID_URL', 'Only link buttons can have a url');
  }
}

function checkMedia(tally: MessageTally, path: Path, media: unknown): void {
  const url = isObject(media) ? media['url'] : undefined;
  checkUrl(tally.problems, [...path, 'url'], url, { schemes: ['http', 'https', 'attachment'] });
  checkAttached(tally, [...path, 'url'], url);
}

function checkAttached({ files, problems }: MessageTally, path: Path, url: unknown): void {
  if (typeof url !== 'string' || !url.startsWith('attachment://')) return;
  if (files.has(url.slice('attachment://'.length))) return;
  problems.add(
    path,
    'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
    'The referenced attachment was not found',
  );
}

function isSandboxAttachment(url: unknown): boolean {
  return typeof url === 'string' && url.startsWith('http://127.0.0.1:');
}
