/**
 * What the Forum does beside an election's vote, in the real Playground: nominations and how they are called
 * off, the rule of procedure, seats, and decisions open and secret.
 */
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { openPlaygroundForum, type PlaygroundForum, votesSecretly } from "../support/playground-forum.ts";

let forum: PlaygroundForum;

beforeAll(async () => {
  forum = await openPlaygroundForum("ballots");
});

afterEach(async ({ task }) => {
  if (task.result?.state === "fail") await forum.failed();
});

afterAll(() => forum?.close());

describe("nominations", () => {
  test("are announced with the rules that hold", async () => {
    const { ui, picture } = forum;
    await ui.say("wahl starten");
    await ui.reads("Zuerst schlagen die Kommunen Personen vor.");
    await forum.namesRoles();
    await ui.presses("Weiter");
    expect(await ui.reads("Noch ist niemand vorgeschlagen.")).toContain("Schweigen ist keine Annahme");
    await picture("01-check", "Noch ist niemand vorgeschlagen.");
    await ui.presses("Wahl ankündigen", ui.cardWith("Noch ist niemand vorgeschlagen."));
    expect(await ui.reads("Wahl angekündigt")).toContain("Was geheim ist und was nicht");
    await picture("02-announced", "Wahl angekündigt");
  });

  test("are made by delegates; whoever is nominated is asked and agrees", async () => {
    const { schopfheim, kandern } = forum.people;
    const called = await schopfheim.reads(/Wahl angekündigt/);
    const form = await schopfheim.presses(called, "Person vorschlagen");
    const done = await schopfheim.presses(form, "Vorschlagen", {
      "Kommune und Person": "Kandern: Delegation Kandern",
    });
    expect(done.text).toContain("Vorgeschlagen: Delegation Kandern.");
    const asked = await kandern.reads(/Sie sind vorgeschlagen/);
    expect((await kandern.presses(asked, "Zustimmen")).text).toContain("Sie kandidieren");
    await schopfheim.reads(/Ihr Vorschlag ist angenommen/);
  });

  test("can be declined", async () => {
    const { ui, picture } = forum;
    await ui.presses("Person vorschlagen", ui.cardWith("Wahl angekündigt"));
    const form = ui.cardWith("Vorgeschlagen wird die Person");
    await form.waitFor();
    await ui.selects("Kommune und Person", "Landkreis Lörrach: Koordination Landkreis", form);
    await picture("03-nominate", "Vorgeschlagen wird die Person");
    await ui.presses("Vorschlagen", form);
    await ui.reads("Ihr Vorschlag ist gespeichert");
    await picture("04-nominated", "Ihr Vorschlag ist gespeichert");
    await ui.reads("Möchten Sie kandidieren?");
    await picture("05-asked", "Möchten Sie kandidieren?");
    await ui.presses("Ablehnen", ui.cardWith("Möchten Sie kandidieren?"));
    await ui.reads("Sie kandidieren nicht");
  });

  test("stand on the card of the status for those who organise", async () => {
    const { ui, picture } = forum;
    await ui.say("wahl");
    const status = await ui.reads("Delegation Kandern: hat zugestimmt");
    expect(status).not.toContain("Koordination Landkreis");
    await picture("06-status", "Delegation Kandern: hat zugestimmt");
  });

  test("are called off by two, with a reason that everybody reads", async () => {
    const { ui, picture, people } = forum;
    await ui.presses("Wahl leiten", ui.cardWith("Delegation Kandern: hat zugestimmt"));
    await ui.reads("Das können Sie tun");
    await picture("07-manage", "Das können Sie tun");
    await ui.presses("Wahl abbrechen", ui.cardWith("Das können Sie tun"));
    const form = ui.cardWith("Eine Wahl bricht niemand allein ab.");
    await form.waitFor();
    await ui.fills("Grund", "Die Kommunen brauchen mehr Zeit.", form);
    await picture("08-cancel", "Eine Wahl bricht niemand allein ab.");
    await ui.presses("Abbruch vorschlagen", form);
    expect(await ui.reads("Ich habe die Personen verständigt")).toContain(
      "Bestätigen kann das die Wahlleitung.",
    );
    await picture("09-proposed", "Ich habe die Personen verständigt");
    const proposal = await people.loerrach.reads(/Die Koordination möchte diese Wahl abbrechen/);
    expect((await people.loerrach.presses(proposal, "Bestätigen")).text).toContain(
      "Bestätigt und ausgeführt.",
    );
    for (const person of Object.values(people))
      expect((await person.reads(/Wahl abgebrochen/)).text).toContain("Die Kommunen brauchen mehr Zeit.");
    expect(await ui.reads("Wahl abgebrochen: Vorsitz des Forums")).not.toContain("Stimmzettel");
    await picture("10-cancelled", "Wahl abgebrochen: Vorsitz des Forums");
  });
});

describe("rule and seats", () => {
  test("wahlordnung says of every setting where it comes from", async () => {
    const { ui, picture } = forum;
    await ui.say("wahlordnung");
    expect(await ui.reads("Es gelten die Voreinstellungen.")).toContain("Willensbekundung");
    await picture("11-rule", "Es gelten die Voreinstellungen.");
    await ui.presses("Wahlordnung ändern", ui.cardWith("Es gelten die Voreinstellungen."));
    await ui.reads("Diese Regeln gelten ab der nächsten Wahl");
    await picture("12-rule-form", "Diese Regeln gelten ab der nächsten Wahl");
    await ui.presses("Abbrechen", ui.cardWith("Diese Regeln gelten ab der nächsten Wahl"));
  });

  test("sitz shows the own seat", async () => {
    const { ui, picture } = forum;
    await ui.say("sitz");
    expect(await ui.reads("Ihr Sitz: Landkreis Lörrach")).toContain(
      "Zurzeit stimmen Sie für Ihre Kommune ab",
    );
    await picture("13-seat", "Ihr Sitz: Landkreis Lörrach");
  });

  test("a probe shows which seats are reached", async () => {
    const { ui, picture, people } = forum;
    await ui.say("koordination");
    await ui.reads("Sitzen sind besetzt");
    await picture("14-coordination", "Sitzen sind besetzt");
    await ui.presses("Erreichbarkeit prüfen", ui.cardWith("Sitzen sind besetzt"));
    await ui.reads("Erreichbarkeit der Sitze");
    await ui.presses("Probe an alle", ui.cardWith("Erreichbarkeit der Sitze"));
    await ui.reads("6 Proben sind unterwegs.");
    for (const person of [people.kandern, people.weil, people.todtnau]) {
      const probe = await person.reads(/Probe: Bitte einmal drücken/);
      expect((await person.presses(probe, "Ich bin erreichbar")).text).toContain("Danke");
    }
    await ui.reads("Probe: Bitte einmal drücken");
    await picture("15-probe", "Probe: Bitte einmal drücken");
    await ui.presses("Ich bin erreichbar", ui.cardWith("Probe: Bitte einmal drücken"));
    await ui.sees("Danke, Sie sind erreichbar.");
    await ui.presses("Neu laden", ui.cardWith("Erreichbarkeit der Sitze"));
    expect(await ui.reads("4 von 6 erreicht")).toContain("Lörrach, Schopfheim");
    await picture("16-reached", "4 von 6 erreicht");
  });
});

describe("a decision", () => {
  async function opens(number: string, title: string, secret: boolean): Promise<void> {
    const { ui, picture } = forum;
    await ui.say("abstimmung starten");
    await ui.reads("Text des Antrags");
    const form = ui.cardWith("Text des Antrags");
    await ui.fills("Titel", title, form);
    await ui.fills("Text des Antrags", `Das Forum beschließt: ${title}.`, form);
    if (secret) await ui.chooses("Ja, geheim", form);
    await picture(`${number}a-form`, "Text des Antrags");
    await ui.presses("Weiter", form);
    const review = ui.cardWith("Bitte prüfen Sie den Antrag");
    await review.waitFor();
    await picture(`${number}b-review`, "Bitte prüfen Sie den Antrag");
    await ui.presses("Sofort eröffnen", review);
  }

  test("is voted on openly, changed, closed early, and then shows who has voted what", async () => {
    const { ui, picture, people } = forum;
    await opens("17", "Gemeinsame Bauakte", false);
    const ballot = /Bitte stimmen Sie ab: Abstimmung 1: Gemeinsame Bauakte/;
    for (const person of Object.values(people)) {
      const cast = await person.presses(await person.reads(ballot), "Ja");
      expect(cast.text).toContain("stimmt: Ja.");
      if (person === people.weil)
        expect((await person.presses(cast, "Nein")).text).toContain("Weil am Rhein stimmt jetzt: Nein.");
    }
    await ui.reads(ballot);
    await picture("18-ballot", "Bitte stimmen Sie ab: Abstimmung 1");
    await ui.presses("Enthaltung", ui.cardWith(ballot));
    await ui.reads("Landkreis Lörrach stimmt: Enthaltung.");
    await picture("19-cast", "Landkreis Lörrach stimmt: Enthaltung.");
    await ui.say("abstimmung");
    await ui.reads("Bisher haben 6 von 6 Kommunen abgestimmt.");
    await picture("20-open", "Bisher haben 6 von 6 Kommunen abgestimmt.");
    await ui.presses("Vorzeitig schließen", ui.cardWith("Bisher haben 6 von 6 Kommunen abgestimmt."));
    const result = await people.kandern.reads(/Ergebnis: Abstimmung/);
    expect(result.text).toContain("Der Antrag ist angenommen.");
    expect(result.text).toContain("**Nein:** Weil am Rhein");
    expect(await ui.reads("So haben die Kommunen abgestimmt")).toContain("Enthaltung: 1");
    await picture("21-result", "So haben die Kommunen abgestimmt");
  });

  test("is voted on secretly with a ballot paper, and nothing names anybody while it runs", async () => {
    const { ui, picture, people } = forum;
    await opens("22", "Vertrauliche Frage", true);
    for (const person of Object.values(people)) {
      const choice = person === people.weil ? "Nein" : "Ja";
      expect(await votesSecretly(person, choice, /Vertrauliche Frage\nSie stimmen für/)).toContain(
        "Vertrauliche Frage",
      );
    }
    const ballot = ui.cardWith("Sie können jetzt abstimmen");
    await ballot.waitFor();
    await picture("23-secret-ballot", "Sie können jetzt abstimmen");
    await ui.presses("Stimmzettel öffnen", ballot);
    const paper = await ui.reads("Das kann ich nicht versprechen");
    expect(paper).toContain("Vertrauliche Frage");
    expect(paper).toContain("sprechen Sie bitte die Koordination an, bevor Sie abstimmen");
    expect(paper).not.toContain("wahl leiten");
    await picture("24-secret-paper", "Das kann ich nicht versprechen");
    await ui.say("abstimmung");
    const shown = await ui.reads("Diese Abstimmung ist geheim. Wenn Sie einen Sitz haben");
    expect(shown).not.toMatch(/Weil am Rhein|Kandern|Bisher haben/);
    await picture("25-secret", "Diese Abstimmung ist geheim. Wenn Sie einen Sitz haben");
  });

  test("is found in the list of all", async () => {
    const { ui, picture } = forum;
    await ui.say("abstimmungen");
    const list = await ui.reads("Ja 4, Nein 1, Enthaltung 1");
    expect(list).toContain("Abstimmung 2: Vertrauliche Frage");
    await picture("26-list", "Ja 4, Nein 1, Enthaltung 1");
  });
});
