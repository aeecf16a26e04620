/** Sources and origin of a message in the form that Teams shows itself: chips and the label of generated text. Pure. */
import type { Cited } from "../turn/reply.ts";

/** Teams' own limits, in characters, and what fits beside a card. */
const LONGEST_NAME = 80;
const LONGEST_ABSTRACT = 160;
const MOST_SOURCES = 20;

export type Entity = { readonly type: string; readonly [key: string]: unknown };

/** On one line, cut with an ellipsis between two characters, never within one. */
function shortened(text: string, longest: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= longest) return line;
  let kept = "";
  for (const sign of line) {
    if (kept.length + sign.length > longest - 1) break;
    kept += sign;
  }
  return `${kept.trimEnd()}…`;
}

const claimOf = ({ title, abstract }: Cited["sources"][number], at: number) => ({
  "@type": "Claim",
  position: at + 1,
  appearance: {
    "@type": "DigitalDocument",
    name: shortened(title, LONGEST_NAME),
    abstract: shortened(abstract, LONGEST_ABSTRACT),
  },
});

/** The entity of a message, or none where there is nothing to say. Positions are those of [1], [2] in the text. */
export function entitiesOf({ generated, sources }: Cited): readonly Entity[] {
  if (!generated && sources.length === 0) return [];
  return [
    {
      type: "https://schema.org/Message",
      "@type": "Message",
      "@context": "https://schema.org",
      "@id": "",
      ...(generated ? { additionalType: ["AIGeneratedContent"] } : {}),
      ...(sources.length > 0 ? { citation: sources.slice(0, MOST_SOURCES).map(claimOf) } : {}),
    },
  ];
}
