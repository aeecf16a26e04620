import { describe, expect, it } from "vitest";
import { type Question, questionsOf } from "../../../src/rulebook/question.ts";
import { createReader } from "../../../src/rulebook/tokens.ts";
import { phrases } from "./phrases.ts";
import { lexicon } from "./small.ts";

const read = createReader(lexicon, new Set());
const asked = (text: string): readonly Question[] => questionsOf(text, lexicon, read);
const only = (text: string): Question | undefined => asked(text)[0];

describe("a question by its form", () => {
  type Trait = "closed" | "negated" | "excluded" | "only" | "several";
  const forms: Record<Trait, { readonly yes: string; readonly no: string }> = {
    closed: {
      yes: `Ist die Wahl gültig? | Gilt sie, oder? | Gilt sie, gell? | Ist sie gültig, nicht wahr? | Gilt sie, right?
        Gilt sie, richtig? | Gilt sie, stimmt's? | Gilt sie, stimmts? | Gilt sie, oder nicht?
        Stimmt es eigentlich, dass die Wahl gilt? | Gilt das Wohl? | Gilt die Order?`,
      no: `Was gilt? | Welche Wahl? | Welcher Vorsitz? | Welchen Vorsitz? | Welchem Vorsitz? | Welches Treffen?
        Wie gilt sie? | Wer leitet? | Wem hilft sie? | Wen wählt sie? | Wessen Vorsitz? | Wann ist sie? | Wo ist sie?
        Wohin geht sie? | Woher kommt sie? | Womit tagt sie? | Wobei tagt sie? | Wodurch gilt sie? | Wofür ist sie?
        Wogegen ist sie? | Wonach geht sie? | Wovon lebt sie? | Wovor steht sie? | Wozu dient sie? | Woran liegt es?
        Worauf kommt es an? | Woraus ist sie? | Worin liegt sie? | Worum geht es? | Worunter fällt sie?
        Worüber spricht sie? | Warum gilt sie? | Wieso gilt sie? | Weshalb gilt sie? | What is it? | Which is it?
        How is it? | When is it? | Who is it? | Where is it? | Why is it? | Gilt sie oder gilt sie nicht?
        Is it a chair or a council? | Die Wahl gilt | Die Wahl gilt.`,
    },
    negated: {
      yes: `Gilt sie nicht? | Gilt sie nich? | Gilt sie net? | Gilt sie nie? | Gilt sie niemals? | Gibt es kein Treffen?
        Gibt es keine Wahl? | Is it not so? | Is it never so? | Is there no chair?`,
      no: "Gilt sie? | Gilt das Netz? | Gilt die Nichte? | Know it? | Gilt sie niemand?",
    },
    excluded: {
      yes: `Wer ist nicht dabei? | Und wer ist nicht dabei? | And who is not there? | Wen wählt sie nie?
        Wie viele Orte sind nicht dabei? | Wieviele Orte tagen nich? | Welche Kommunen fehlen nicht?
        Welche Gemeinden haben keinen Vorsitz? | Welche Städte tagen net? | Welche Partner tagen nicht?
        Welche Mitglieder tagen nicht? | Welche Bürgermeister wählen nicht? | Who is never there?
        How many towns have no chair? | Which towns are not there? | Which municipality is not there?
        Und sag, welche nicht? | Welcher nicht dabei ist?`,
      no: `Wer ist dabei? | Wann ist die Wahl nicht? | Ist wer nicht dabei? | Wer leitet, und was gilt nicht?
        Welche Treffen sind nicht dort? | Wer ist niemand? | Welche Wahl gilt nicht?`,
    },
    only: {
      yes: `Gilt sie nur hier? | Leitet er allein? | Leiten sie alleine? | Ist es ausschließlich so? | Ist es bloß so?
        Ist es lediglich so? | Is it only so?`,
      no: "Gilt sie? | Wer ist alleinig? | Ist es natur?",
    },
    several: {
      yes: `Wer, wann? | Wahl/Treffen? | Wahl & Treffen? | Wahl und Treffen? | Wahl sowie Treffen? | Wahl and meeting?
        Wahl oder Treffen? | Wahl or meeting? | Wahl | Die Wahl gilt.`,
      no: "Wann ist die Wahl? | Gilt die Wahlordnung? | Wann ist der Bund?",
    },
  };

  const each = (trait: string, list: string, is: boolean) =>
    phrases(list).map((text) => ({ trait, text, is }));
  const cases = Object.entries(forms).flatMap(([trait, { yes, no }]) => [
    ...each(trait, yes, true),
    ...each(trait, no, false),
  ]);
  it.each(cases)("$trait, $is: $text", ({ trait, text, is }) => {
    expect(only(text)).toMatchObject({ [trait]: is });
  });

  it("is neither yes nor no about what it asks for, unless it says so first", () => {
    expect(only("Ist der Termin wieviele?")?.closed).toBe(false);
    expect(only("Stimmt es, dass es der Termin wieviele ist?")?.closed).toBe(true);
  });
});

describe("the words of a question", () => {
  it.each([
    ["Die Wahl gilt, oder?", "Die Wahl gilt?"],
    ["Die Wahl gilt, nicht wahr ??", "Die Wahl gilt?"],
    ["Die Wahl gilt oder nicht?", "Die Wahl gilt?"],
    ["Gibt es ein Copyright?", "Gibt es ein Copyright?"],
    ["Ist die Wahl folgerichtig?", "Ist die Wahl folgerichtig?"],
    ["Gilt richtig die Wahl?", "Gilt richtig die Wahl?"],
    ["Stimmt es, dass die Wahl gilt?", "die Wahl gilt?"],
    ["Stimmt es eigentlich, dass die Wahl gilt?", "die Wahl gilt?"],
    ["Ist es so, dass die Wahl gilt?", "die Wahl gilt?"],
    ["Ist es richtig, dass die Wahl gilt?", "die Wahl gilt?"],
    ["Ist es wahr, dass die Wahl gilt?", "die Wahl gilt?"],
    ["Ist es korrekt, die Wahl gilt?", "die Wahl gilt?"],
    ["Trifft es zu, dass die Wahl gilt?", "die Wahl gilt?"],
    ["Is it true that die Wahl gilt?", "die Wahl gilt?"],
    ["Gut, stimmt es, dass die Wahl gilt?", "Gut, stimmt es, dass die Wahl gilt?"],
    ["Wer leitet am Ende das Forum?", "Wer leitet das Forum?"],
    ["Wer leitet zum Schluss das Forum?", "Wer leitet das Forum?"],
    ["Wer leitet am Ende des Jahres?", "Wer leitet am Ende des Jahres?"],
    ["Wer leitet am Ende der Wahl?", "Wer leitet am Ende der Wahl?"],
    ["Wer leitet am Ende vom Treffen?", "Wer leitet am Ende vom Treffen?"],
    ["Wer leitet zum Schluss dieser Wahl?", "Wer leitet zum Schluss dieser Wahl?"],
    ["Wer leitet am Endes?", "Wer leitet am Endes?"],
    ["Auf welchem Weg wird gewählt?", "wie wird gewählt?"],
    ["Durch welche Art wird gewählt?", "wie wird gewählt?"],
    ["Auf welche Art und Weise wird gewählt?", "wie wird gewählt?"],
    ["Über welchen Weg wird gewählt?", "wie wird gewählt?"],
    ["Auf welchem Wegstück wird gewählt?", "Auf welchem Wegstück wird gewählt?"],
  ])("are told plainly: %s", (text, plain) => {
    expect(only(text)?.text).toBe(plain);
  });

  it("are kept folded as well, without what is borrowed", () => {
    expect(asked("Wo ist die Wahl? Gehört die Größe dazu?").map(({ folded }) => folded)).toEqual([
      "wo ist die wahl?",
      "gehort die grosse dazu?",
    ]);
  });
});
