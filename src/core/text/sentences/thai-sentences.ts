// Sentence borders of Thai, which writes no full stops: a space ends a sentence, but sets off names and lists as well.
import type { Span } from '../article.js';

const list = (words: string) => `(?:${words.trim().split(/\s+/).join('|')})`;

/** Words that begin a sentence far more often than they go on with one. */
const OPENER = new RegExp(
  `^["“(]*${list(`
    เขา เธอ พวกเขา พวกเธอ พวกมัน มัน นอกจาก อย่างไรก็ตาม อย่างไรก็ดี หลังจาก ดังนั้น ในขณะ
    เมื่อ มีการ สิ่งนี้ ทั้งนี้ ต่อมา ขณะที่ ถึงแม้ แม้ หาก ถ้า เนื่องจาก ปัจจุบัน ด้วยเหตุนี้ จากนั้น
    ภายหลัง ตัวอย่างเช่น เพราะฉะนั้น อีกทั้ง ยิ่งไปกว่านั้น ในทางกลับกัน ส่วน สำหรับ แต่ทว่า
    ทั้งสอง บาง หลายคน ผู้คน ทุก วันนี้ เช่นเดียวกัน`)}`,
  'u',
);
/** Words, figures and marks that go on with what was begun. */
const GOES_ON = new RegExp(
  `^(?:[\\p{N}\\p{Sc}%()[\\]”’»,;:–—-]|ๆ|ฯ|${list(`
    และ หรือ แต่ ที่ ซึ่ง อัน โดย เพื่อ ของ ใน จาก กับ ตาม เช่น ได้แก่ คือ เป็น ว่า ให้ ด้วย เพราะ รวม แล้ว ก็ จึง จน แห่ง ถึง
    ต่อ บน ณ กว่า คน ปี เดือน เมตร กิโลเมตร ล้าน พัน ร้อย เปอร์เซ็นต์ ต่าง อย่าง เท่า นั้น นี้ เหล่า เอง ได้ ไป มา ไว้ อยู่`)})`,
  'u',
);
/** Words and marks after which more must come. */
const WAITS = new RegExp(
  `(?:[,;:(\\[“‘«–—-]|[\\p{N}]|${list(`
    และ หรือ แต่ ที่ ซึ่ง โดย เพื่อ ของ ใน จาก กับ ตาม เช่น ได้แก่ คือ เป็น ว่า ให้ ชื่อ ชาว แห่ง ถึง ต่อ บน กว่า
    ประมาณ ราว ระหว่าง เรียก เมือง รัฐ ประเทศ แม่น้ำ บริษัท นาย นาง กษัตริย์ สมเด็จ พระเจ้า การ ความ ไม่ จะ มี ด้าน เกาะ`)})$`,
  'u',
);
/** Characters that a sentence and its first and last run between spaces have at least. */
const LEAST = 50;
const LEAST_RUN = 14;
/** The same before a word that begins sentences. */
const LEAST_BEFORE_OPENER = 30;
const BRACKET = /[()[\]“”«»"]/gu;
const THAI = /\p{sc=Thai}/u;

/** The parts of a run of Thai text that may stand as sentences, with the spaces after them; all of it together. */
export function splitThaiSentences(text: string): readonly Span[] {
  const runs = [...text.matchAll(/\S+\s*/gu)].map(({ 0: run, index }) => ({ run: run.trimEnd(), at: index }));
  const spans: Span[] = [];
  let start = 0;
  let depth = 0;
  let isQuoted = false;
  for (const [place, { run }] of runs.entries()) {
    for (const mark of run.match(BRACKET) ?? []) {
      if (mark === '"') isQuoted = !isQuoted;
      else depth = Math.max(0, depth + (/[(“«[]/u.test(mark) ? 1 : -1));
    }
    const next = runs[place + 1];
    if (!next || depth > 0 || isQuoted) continue;
    const isOpener = OPENER.test(next.run);
    const length = next.at - start;
    const isLong =
      length >= (isOpener ? LEAST_BEFORE_OPENER : LEAST) && text.length - next.at >= LEAST_BEFORE_OPENER;
    if (!isLong || WAITS.test(run) || !THAI.test(next.run)) continue;
    if (!isOpener && (GOES_ON.test(next.run) || run.length < LEAST_RUN || next.run.length < LEAST_RUN))
      continue;
    spans.push({ start, end: next.at });
    start = next.at;
  }
  spans.push({ start, end: text.length });
  return spans;
}
