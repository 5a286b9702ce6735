// Validates modals and autocomplete choices.
import {
  type APIApplicationCommandOptionChoice,
  type APIModalInteractionResponseCallbackData,
  ComponentType as Type,
} from 'discord-api-types/v10';
import { checkFileTypes } from './check-file-types.js';
import { checkSelect, SELECTS } from './check-select.js';
import { Problems } from './discord-error.js';
import {
  addAndCheckRepeated,
  asList,
  checkChoice,
  checkCount,
  checkNumber,
  checkText,
  isObject,
  type Json,
  type Path,
} from './problems.js';

/**
 * https://docs.discord.com/developers/interactions/receiving-and-responding#modal
 * @throws DiscordError 50035
 */
export function checkModal(modal: Json): APIModalInteractionResponseCallbackData {
  const problems = new Problems();
  const customIds = new Set<unknown>();
  const { title, custom_id: customId, components } = modal;
  checkText(problems, ['title'], title, { min: 1, max: 45, isRequired: true });
  checkText(problems, ['custom_id'], customId, { min: 1, max: 100, isRequired: true });
  checkCount(problems, ['components'], components, { min: 1, max: 5 });
  for (const [index, component] of asList(components).entries()) {
    const path = ['components', index];
    checkChoice(problems, [...path, 'type'], component['type'], [
      Type.ActionRow,
      Type.TextDisplay,
      Type.Label,
    ]);
    if (component['type'] === Type.ActionRow) {
      const inside = [...path, 'components'];
      checkCount(problems, inside, component['components'], { min: 1, max: 1 });
      const [input] = asList(component['components']);
      if (input)
        checkInput(problems, [...inside, 0], input, {
          customIds,
          allowed: [Type.TextInput],
          needsLabel: true,
        });
    }
    if (component['type'] === Type.TextDisplay) {
      checkText(problems, [...path, 'content'], component['content'], {
        min: 1,
        max: 4000,
        isRequired: true,
      });
    }
    if (component['type'] === Type.Label) {
      checkText(problems, [...path, 'label'], component['label'], { min: 1, max: 45, isRequired: true });
      checkText(problems, [...path, 'description'], component['description'], { max: 100 });
      const input = component['component'];
      const allowed = [Type.TextInput, Type.FileUpload, ...SELECTS];
      if (isObject(input))
        checkInput(problems, [...path, 'component'], input, { customIds, allowed, needsLabel: false });
      else problems.add([...path, 'component'], 'BASE_TYPE_REQUIRED', 'This field is required');
    }
  }
  problems.throwIfAny();
  return modal as unknown as APIModalInteractionResponseCallbackData;
}

function checkInput(
  problems: Problems,
  path: Path,
  input: Json,
  {
    customIds,
    allowed,
    needsLabel,
  }: { customIds: Set<unknown>; allowed: readonly Type[]; needsLabel: boolean },
): void {
  checkChoice(problems, [...path, 'type'], input['type'], allowed);
  if (addAndCheckRepeated(customIds, input['custom_id'])) {
    problems.add(
      [...path, 'custom_id'],
      'COMPONENT_CUSTOM_ID_DUPLICATED',
      'Component custom id cannot be duplicated',
    );
  }
  if (SELECTS.includes(input['type'] as Type)) checkSelect(problems, path, input);
  if (input['type'] === Type.FileUpload) checkFileUpload(problems, path, input);
  if (input['type'] !== Type.TextInput) return;
  const { custom_id: customId, style, label, placeholder, value, min_length: min, max_length: max } = input;
  checkText(problems, [...path, 'custom_id'], customId, { min: 1, max: 100, isRequired: true });
  checkChoice(problems, [...path, 'style'], style, [1, 2]);
  if (needsLabel) checkText(problems, [...path, 'label'], label, { min: 1, max: 45, isRequired: true });
  else if (label)
    problems.add(
      [...path, 'label'],
      'COMPONENT_LABEL_NOT_ALLOWED',
      'A text input in a label has no label of its own',
    );
  checkText(problems, [...path, 'placeholder'], placeholder, { max: 100 });
  checkText(problems, [...path, 'value'], value, { max: 4000 });
  checkNumber(problems, [...path, 'min_length'], min, { min: 0, max: 4000 });
  checkNumber(problems, [...path, 'max_length'], max, { min: 1, max: 4000 });
}

/** https://docs.discord.com/developers/components/reference#file-upload */
function checkFileUpload(problems: Problems, path: Path, input: Json): void {
  const { custom_id: customId, min_values: min, max_values: max } = input;
  checkText(problems, [...path, 'custom_id'], customId, { min: 1, max: 100, isRequired: true });
  checkNumber(problems, [...path, 'min_values'], min, { min: 0, max: 10 });
  checkNumber(problems, [...path, 'max_values'], max, { min: 1, max: 10 });
  checkFileTypes(problems, [...path, 'file_types'], input['file_types']);
}

/**
 * https://docs.discord.com/developers/interactions/receiving-and-responding#autocomplete
 * @throws DiscordError 50035
 */
export function checkChoices(choices: unknown): readonly APIApplicationCommandOptionChoice[] {
  const problems = new Problems();
  const path = ['choices'];
  if (!Array.isArray(choices)) problems.add(path, 'BASE_TYPE_REQUIRED', 'This field is required');
  checkCount(problems, path, choices, { max: 25 });
  for (const [index, { name, value }] of asList(choices).entries()) {
    checkText(problems, [...path, index, 'name'], name, { min: 1, max: 100, isRequired: true });
    if (typeof value !== 'number') {
      checkText(problems, [...path, index, 'value'], value, { min: 1, max: 100, isRequired: true });
    }
  }
  problems.throwIfAny();
  return choices as readonly APIApplicationCommandOptionChoice[];
}
