// Scripts that measure the page in the browser: contrast of text, and size of touch targets.
import type { Page } from 'playwright-core';

/** 4.5 to 1 for text: https://www.w3.org/WAI/WCAG22/Understanding/contrast-minimum */
const MIN_CONTRAST = 4.5;
/** https://www.w3.org/WAI/WCAG22/Understanding/target-size-enhanced */
const MIN_TARGET_PX = 44;

const CONTRAST_SCRIPT = `(() => {
  const rgba = (color) => {
    const [r, g, b, a = 1] = (color.match(/[\\d.]+/g) ?? []).map(Number);
    return { r, g, b, a };
  };
  const over = (top, bottom) => {
    const mix = (key) => top[key] * top.a + bottom[key] * (1 - top.a);
    return { r: mix('r'), g: mix('g'), b: mix('b'), a: 1 };
  };
  const channel = (value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  const luminance = ({ r, g, b }) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const groundOf = (element) => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) layers.push(rgba(getComputedStyle(at).backgroundColor));
    return layers.reverse().reduce((ground, layer) => over(layer, ground), { r: 255, g: 255, b: 255, a: 1 });
  };
  const isShown = (element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    element.closest(':disabled, [inert]') === null;
  const check = (element, text, pseudo) => {
    const ground = groundOf(element);
    const color = over(rgba(getComputedStyle(element, pseudo).color), ground);
    const [light, dark] = [luminance(color), luminance(ground)].sort((one, other) => other - one);
    const ratio = (light + 0.05) / (dark + 0.05);
    return ratio < ${MIN_CONTRAST} ? [text.trim().slice(0, 40) + ': ' + ratio.toFixed(2)] : [];
  };
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { parentElement: element, data } = node;
    if (data.trim() !== '' && isShown(element)) found.push(...check(element, data));
  }
  for (const field of document.querySelectorAll('input, textarea')) {
    if (isShown(field)) found.push(...check(field, field.placeholder, '::placeholder'), ...check(field, field.value));
  }
  return found;
})()`;

const TARGET_SCRIPT = `[...document.querySelectorAll('button, input, textarea, a.button, [role="option"]')]
  .filter((element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
  .filter((element) => element.closest('[inert], .drawer-backdrop') === null)
  .flatMap((element) => {
    const { width, height } = element.getBoundingClientRect();
    const name = element.getAttribute('aria-label') ?? element.textContent;
    return Math.min(width, height) < ${MIN_TARGET_PX} ? [name + ': ' + width + ' x ' + height] : [];
  })`;

/** Visible texts with too little contrast, with their ratio. */
export function findFaintTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(CONTRAST_SCRIPT);
}

/** Visible controls that are too small for a finger, with their size. Links inside text don't count. */
export function findSmallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(TARGET_SCRIPT);
}
