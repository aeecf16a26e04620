/** Signs that nobody sees: they turn the direction of writing, hide words from a search or make two names look alike. Pure. */

/** Joiners stay, because they make other signs (👩‍🚒); so do soft hyphens and the tags of flags. */
const UNSEEN = /[^\P{Cc}\s]|\p{Cs}|(?!\u00ad|\u200c|\u200d|[\u{e0020}-\u{e007f}])\p{Cf}/gu;

export const withoutUnseen = (text: string): string => text.replace(UNSEEN, "");
