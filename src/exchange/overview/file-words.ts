/** Words of files for what the program knows by its own names. Pure. */
import type { Binding, Kind, Offer, Stage, Visibility } from "../exchange.ts";

/** In the lines of a JSON file. */
export const FILE_WORDS = {
  kind: { process: "prozess", product: "produkt", service: "service" } satisfies Record<Kind, string>,
  stage: {
    idea: "idee",
    trial: "erprobung",
    inUse: "im-einsatz",
    ended: "beendet",
  } satisfies Record<Stage, string>,
  offer: { seeks: "sucht", offers: "bietet" } satisfies Record<Offer, string>,
  binding: { open: "unverbindlich", decided: "beschlossen" } satisfies Record<Binding, string>,
  visibility: { forum: "forum", group: "gruppe" } satisfies Record<Visibility, string>,
} as const;

export type WordField = keyof typeof FILE_WORDS;

/** The own name of a word; undefined: no such word. */
export const named = <F extends WordField>(
  field: F,
  word: string,
): keyof (typeof FILE_WORDS)[F] | undefined =>
  Object.entries(FILE_WORDS[field]).find(([, said]) => said === word)?.[0] as
    | keyof (typeof FILE_WORDS)[F]
    | undefined;
