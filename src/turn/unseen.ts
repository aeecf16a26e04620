/** Signs that nobody sees: they turn the direction of writing, hide words from a search or make two names look alike. Pure. */

/** Joiners stay, because they make other signs (👩‍🚒); so do soft hyphens and the tags of flags. */
const UNSEEN = /[^\P{Cc}\s]|\p{Cs}|(?!\u00ad|\u200c|\u200d|[\u{e0020}-\u{e007f}])\p{Cf}/gu;

/** Signs of which, alone, nothing is seen: joiners, fillers and blanks among them. */
const NOTHING_SEEN = /^[\p{DI}\p{C}\s\u2800]*$/u;

/** The text, or nothing where nothing of it would be seen: a title of such signs is no title. */
export const seenOrNothing = (text: string): string => (NOTHING_SEEN.test(text) ? "" : text);

export const withoutUnseen = (text: string): string => text.replace(UNSEEN, "");
