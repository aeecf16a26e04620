/** Texts that would like to be more than text. */
import fc from "fast-check";

const PIECES = [
  ...[
    "[Bank](https://boese.example)",
    "![](https://boese.example/x.png)",
    "<at>Alle</at>",
    "</at>",
    "<b>",
    "<!--",
  ],
  ...[
    "**",
    "__",
    "*",
    "_",
    "`",
    "```",
    "~~",
    "~~~",
    "# ",
    "## ",
    "===",
    "---",
    "> ",
    "- ",
    "* ",
    "+ ",
    "1. ",
    "2) ",
  ],
  ...[
    "|",
    ":-|-:",
    "| a | b |",
    "    ",
    "\t",
    "\n",
    "\n\n",
    "  \n",
    "\\",
    "\\\n",
    "&lt;",
    "&amp;",
    "&#60;",
    "&",
    ";",
  ],
  ...[
    "[x]: https://boese.example",
    "[x]",
    "<https://boese.example>",
    "https://boese.example",
    "javascript:alert(1)",
  ],
  ...["\u200b", "\u202e", "\u2066", "\u200f", "\ufeff", "\u00ad", "\u2028", "\u0007", "\r\n", "\ud800"],
  ...[
    "Donaudampfschifffahrtsgesellschaft".repeat(8),
    "ä".repeat(60),
    "😀",
    "👩\u200d🚒",
    "Bauantrag",
    " ",
    "a",
    "1",
  ],
];

/** Up to a dozen such pieces and any characters, one after the other. */
export const hostile: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: "grapheme", maxLength: 4 })), {
    minLength: 1,
    maxLength: 12,
  })
  .map((pieces) => pieces.join(""));
