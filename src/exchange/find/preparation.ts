/** How records are prepared to be found: the same for the bot and for the commands that read or write its store. */
import { fileURLToPath } from "node:url";
import { wordFeature } from "../subjects/features.ts";
import { loadNames, loadWeights } from "../subjects/load.ts";
import { createSubjectsOf, type SubjectsOf } from "../subjects/subjects.ts";
import { createPrepare, type Prepare } from "./prepared.ts";

export type Preparation = {
  readonly subjectsOf: SubjectsOf;
  /** Whether a stem stands in an example of a subject. */
  readonly knows: (stem: string) => boolean;
  readonly prepare: Prepare;
  /** Names the preparation; what another one has made is made again. */
  readonly version: string;
  /** Name of a subject for people. */
  readonly subjectName: (subject: string) => string;
};

/** Another way to prepare needs another version, as another bank of subjects does. */
const WAY = "1";

const FOLDER = fileURLToPath(new URL("../subjects", import.meta.url));

function load(): Preparation {
  const weights = loadWeights(FOLDER);
  const subjectsOf = createSubjectsOf(weights);
  const version = `${WAY}.${weights.stamp}`;
  let names: ReadonlyMap<string, string> | undefined;
  return {
    subjectsOf,
    knows: (stem) => weights.rows.has(wordFeature(stem)),
    prepare: createPrepare(subjectsOf, version),
    version,
    subjectName: (subject) => {
      names ??= loadNames(FOLDER);
      const key = weights.labels[Number(subject)] ?? "";
      return names.get(key) ?? key;
    },
  };
}

let loaded: Preparation | undefined;

/** The preparation this program is shipped with; read once. */
export function shippedPreparation(): Preparation {
  loaded ??= load();
  return loaded;
}
