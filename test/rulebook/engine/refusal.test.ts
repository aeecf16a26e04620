import { describe, expect, it } from "vitest";
import { refusalOf } from "../../../src/rulebook/choose.ts";
import { parseLexicon } from "../../../src/rulebook/lexicon.ts";
import { questionsOf } from "../../../src/rulebook/question.ts";
import { createReader } from "../../../src/rulebook/tokens.ts";
import { LEXICON, questionOf, tokenOf } from "./small.ts";

const yaml = LEXICON.replace("fillers: >-", "fillers: >-\n  heißt heißen des vom war kennst du who what of");
const lexicon = parseLexicon({ name: "small.yaml", yaml });
const read = createReader(lexicon, new Set());
const refusal = (text: string): string | undefined => {
  const [question] = questionsOf(text, lexicon, read);
  return question && refusalOf(question, lexicon, text);
};

describe("what the words alone settle", () => {
  it.each([
    ["Wie hat der Kreistag abgestimmt?", "voteResult"],
    ["Wie haben die Stadtverordneten entschieden?", "voteResult"],
    ["Wie stimmte der Magistrat ab?", "voteResult"],
    ["Wie wurde im Landkreistag votiert?", "voteResult"],
    ["How did the council vote?", "voteResult"],
    ["Hat der Kreistag zugestimmt?", "voteResult"],
    ["Haben die Kreisräte das abgelehnt?", "voteResult"],
    ["Has the council approved it?", "voteResult"],
    ["Wann hat der Kreistag beschlossen?", undefined],
    ["Wie wird der Kreistag informiert?", undefined],
    ["Wie hat die Gemeinde abgestimmt?", undefined],
    ["Hat die Gemeinde zugestimmt?", undefined],
    ["Hat der Kreistag getagt?", undefined],
    ["Wie wird abgestimmt?", "majority"],
    ["Wie stimmen die Gemeinden ab?", "majority"],
    ["How are votes counted?", "majority"],
    ["How are votes held?", "majority"],
    ["How does it get its votes counted?", "majority"],
    ["Wer stimmt ab?", undefined],
    ["Wie wird getagt? Wer stimmt ab?", undefined],
    ["How are votes announced?", undefined],
    ["Wie oft tagt das Forum in Hessen?", "elsewhere"],
  ])("%s %s", (text, expected) => expect(refusal(text)).toBe(expected));

  it.each([
    ["Wie heißt der Vorsitzende?", "names"],
    ["Wie heißen die Bürgermeister des Forums?", "names"],
    ["Kennst du den Namen des Vorsitzenden?", "names"],
    ["Der Name von dem Bürgermeister?", "names"],
    ["Namen vom Vorsitz?", "names"],
    ["What is the name of the Vorsitzende?", "names"],
    ["Who is Bürgermeister?", "names"],
    ["Wer ist Vorsitzender?", "names"],
    ["Wer war 2021 Vorsitzender?", "names"],
    ["Name Vorsitzender", "names"],
    ["Vorsitzender: Namen", "names"],
    ["Name, Vorsitzender?", undefined],
    ["Wer wählt den Vorsitzenden?", undefined],
    ["Wer ist gewählter Vorsitzender?", undefined],
    ["Wer ist Vorsitzender am 4a?", undefined],
    ["Wer ist Vorsitzender am b4?", undefined],
    ["Wer ist Arbeitsgruppe?", undefined],
    ["Wie heißt das Forum?", undefined],
  ])("of people asked for by name: %s %s", (text, expected) => expect(refusal(text)).toBe(expected));

  it("a filler that may mean a region settles nothing", () => {
    const hier = tokenOf("hier", { filler: true, concepts: ["elsewhere"] });
    expect(refusalOf(questionOf({ tokens: [hier] }), lexicon, "Tagt man hier?")).toBeUndefined();
  });
});
