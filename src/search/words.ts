import { fold } from "./fold.ts";

/** Endings of inclusive writing, dropped so that "Bürger*innen" and "Vorsitzende/r" are plain words. */
const INCLUSIVE = /(?<=\p{L})(?:[*:_]in(?:nen)?|\/-?(?:r|n|e|in|en|innen))(?!\p{L})/giu;
const WORD = /[\p{L}\p{N}]+/gu;

/** The folded words of a text in their order: runs of letters and digits. */
export function words(text: string): string[] {
  return fold(text.replace(INCLUSIVE, "")).match(WORD) ?? [];
}
