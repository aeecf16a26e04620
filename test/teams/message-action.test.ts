/** The action command on a message, as it comes over the wire and as its dialog goes back. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseActivity } from "../../src/teams/activity.ts";
import { invokeBody } from "../../src/teams/answer.ts";
import { htmlText } from "../../src/teams/html-text.ts";
import { readCommand } from "../../src/teams/message-payload.ts";
import { button, cardOf, exit, field, reveal } from "../../src/turn/elements.ts";
import { card, refusal, stored, text } from "../../src/turn/reply.ts";

it.each([
  ['<p><at id="0">Forumsbote</at>&nbsp;Wir testen seit Mai</p>', "Wir testen seit Mai"],
  ["<at>Eins</at> <at>Zwei</at> Wir fragen <at>Drei</at>", "Wir fragen Drei"],
  ["<at>".repeat(50), ""],
])("what %j is addressed to is no part of what it says", (content, said) => {
  const messagePayload = { id: "1", body: { contentType: "html", content } };
  expect(readCommand({ messagePayload }).message?.text).toBe(said);
});

describe("a message in HTML is read as text:", () => {
  it.each([
    ["<p>Guten Tag</p><p>zweite Zeile</p>", "Guten Tag\n\nzweite Zeile"],
    ["<div>A<br>B<br/>C</div>", "A\nB\nC"],
    ['Frage an <at id="0">Amt Eins</at>: wann?', "Frage an Amt Eins: wann?"],
    ["<ul><li>eins</li><li>zwei</li></ul>", "- eins\n\n- zwei"],
    ["<blockquote><p>Zitat</p></blockquote><p>Antwort</p>", "Zitat\n\nAntwort"],
    ['Gut <emoji alt="👍" title="x"></emoji> so', "Gut 👍 so"],
    ['<attachment id="1"></attachment><p>Mit Anlage</p>', "Mit Anlage"],
    ["<script>alert('x')</script>Rest", "Rest"],
    ["<style>p { color: red }</style>Rest<!-- still -->", "Rest"],
    ["Gr&uuml;&szlig;e &amp; mehr &lt;3 &#8211; &#x1F600;", "Grüße & mehr <3 – 😀"],
    ["a &#0; b &#xD800; c &unbekannt;", "a b c &unbekannt;"],
    ["1 < 2 und 3 > 2", "1 < 2 und 3 > 2"],
    ["<b>fett</b>&nbsp;<i>kursiv</i>", "fett kursiv"],
    ['<a href="https://boese.example">harmlos</a>', "harmlos"],
    ["&lt;at&gt;Alle&lt;/at&gt;", "<at>Alle</at>"],
    ["x\u0000y\u0007z", "xyz"],
  ])("%j", (html, read) => expect(htmlText(html)).toBe(read));

  it("keeps the words of any text that was escaped", () => {
    const escaped = (said: string) =>
      said.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
    const said = fc.string({ unit: fc.constantFrom(..."abä<>&;#\"'/ "), maxLength: 40 });
    fc.assert(
      fc.property(said, (words) => {
        expect(htmlText(`<p>${escaped(words)}</p>`)).toBe(words.replace(/ +/g, " ").trim());
      }),
    );
  });

  it("in time that grows with its length only", () => {
    for (const piece of ["<", "<a ", "<!--", "&", "<p>", "<script>", '<img alt="', "< p"]) {
      const before = performance.now();
      htmlText(piece.repeat(100_000 / piece.length));
      expect(performance.now() - before).toBeLessThan(5_000);
    }
  });
});

const activity = (name: string, value: unknown) => ({
  type: "invoke",
  name,
  value,
  id: "f:1",
  channelId: "msteams",
  serviceUrl: "https://smba.trafficmanager.net/emea/",
  from: { id: "29:a", aadObjectId: "aad-a", name: "Delegation Binzen" },
  recipient: { id: "28:bot" },
  conversation: { id: "19:x@thread.tacv2;messageid=7", conversationType: "channel", tenantId: "t" },
});
const PAYLOAD = {
  id: "9",
  replyToId: "7",
  createdDateTime: "2026-03-02T11:00:00.123Z",
  subject: null,
  linkToMessage: "https://teams.microsoft.com/l/message/19:x/9",
  from: {
    user: { id: "aad-b", displayName: "Delegation Kandern", userIdentityType: "aadUser" },
    application: null,
  },
  body: { contentType: "html", content: "<p>Wir nutzen <b>AktoDoc</b>.</p>" },
  attachments: [{ id: "1", contentType: "reference", contentUrl: "https://x.sharepoint.com/a.pdf" }, null],
};
const read = (name: string, value: unknown) => {
  const parsed = parseActivity(activity(name, value));
  if (parsed.kind !== "incoming") throw new Error(`not taken: ${JSON.stringify(parsed)}`);
  return parsed.incoming;
};
const opened = (messagePayload: unknown) =>
  read("composeExtension/fetchTask", { commandId: "erfassen", messagePayload });

describe("the command", () => {
  it("carries the message it was used on", () => {
    expect(opened(PAYLOAD)).toMatchObject({
      kind: "dialog",
      command: "erfassen",
      outside: true,
      place: { conversationId: "19:x@thread.tacv2", threadId: "7" },
      message: {
        id: "9",
        rootId: "7",
        text: "Wir nutzen AktoDoc.",
        at: Date.UTC(2026, 2, 2, 11, 0, 0, 123),
        link: PAYLOAD.linkToMessage,
        author: { aadObjectId: "aad-b", name: "Delegation Kandern" },
        links: ["https://x.sharepoint.com/a.pdf"],
      },
    });
  });

  it.each([
    ["from the compose box", undefined],
    ["on a message without id", { ...PAYLOAD, id: undefined }],
    ["on a message whose id is too long", { ...PAYLOAD, id: "9".repeat(400) }],
    ["on something else", "x"],
  ])("%s has no message", (_name, payload) => {
    expect(opened(payload)).not.toHaveProperty("message");
  });

  it.each([
    ["a bot", { from: { application: { id: "b", displayName: "Bot" }, user: null } }, { author: null }],
    ["nobody", { from: null }, { author: null }],
    ["a time that is none", { createdDateTime: "gestern" }, { at: null }],
    ["a time before all time", { createdDateTime: "-200000-01-01T00:00:00Z" }, { at: null }],
    ["plain text", { body: { contentType: "text", content: "1 < 2 <b>" } }, { text: "1 < 2 <b>" }],
    ["no body", { body: 7 }, { text: "" }],
    ["attachments of the wrong shape", { attachments: "x" }, { links: [] }],
  ])("takes a message with %s", (_name, bent, said) => {
    expect(opened({ ...PAYLOAD, ...bent })).toMatchObject({ message: said });
  });

  it("reads no more of a very long message than a record can hold", () => {
    const { message } = opened({ ...PAYLOAD, body: { content: `<p>${"ä".repeat(150_000)}</p>` } }) as {
      message: { text: string };
    };
    expect(message.text.length).toBe(20_000);
  });

  it("never fails, whatever it is given", () => {
    const value = fc.oneof(
      fc.anything(),
      fc.record({ commandId: fc.anything(), messagePayload: fc.anything(), data: fc.anything() }),
      fc
        .dictionary(fc.constantFrom(...Object.keys(PAYLOAD)), fc.anything())
        .map((bent) => ({ commandId: "erfassen", messagePayload: { ...PAYLOAD, ...bent } })),
    );
    const name = fc.constantFrom("composeExtension/fetchTask", "composeExtension/submitAction");
    fc.assert(fc.property(name, value, (invoke, sent) => void read(invoke, sent)));
  });
});

describe("a button of the dialog", () => {
  it("is an action like all others, said from outside", () => {
    const data = { verb: "exchange.save", title: "x\u0000" };
    expect(read("composeExtension/submitAction", { commandId: "erfassen", data })).toMatchObject({
      kind: "action",
      verb: "exchange.save",
      data: { title: "x" },
      outside: true,
    });
  });
  it.each([undefined, {}, { verb: 7 }, { verb: "" }, [], "x"])("with the data %j means nothing", (data) => {
    expect(read("composeExtension/submitAction", { data })).toMatchObject({ kind: "otherInvoke" });
  });
});

describe.each(["composeExtension/fetchTask", "composeExtension/submitAction"])("the answer to %s", (name) => {
  const drawn = cardOf(
    "Titel",
    [field("title", "Titel"), { type: "ActionSet", actions: [reveal("Mehr", ["more"])] }],
    [button("Speichern", "exchange.save", { action: "a", verb: "wins never" }, true), exit("Zurück", "x.y")],
  );

  it("with a card goes on in the dialog; its buttons submit their verbs", () => {
    expect(invokeBody(name, card(drawn, "Titel"))).toEqual({
      task: {
        type: "continue",
        value: {
          title: "Titel",
          height: "large",
          width: "medium",
          card: {
            contentType: "application/vnd.microsoft.card.adaptive",
            content: {
              ...drawn,
              actions: [
                {
                  type: "Action.Submit",
                  title: "Speichern",
                  style: "positive",
                  data: { action: "a", verb: "exchange.save" },
                },
                { type: "Action.Submit", title: "Zurück", associatedInputs: "none", data: { verb: "x.y" } },
              ],
            },
          },
        },
      },
    });
  });

  it.each([
    ["a sentence", text("Fertig.")],
    ["a refusal", refusal("Fertig.")],
    ["a card that confirms", stored(card(drawn, "Fertig."))],
  ])("with %s shows it as a sentence, which every client can", (_name, answer) => {
    expect(invokeBody(name, answer)).toMatchObject({
      task: {
        type: "continue",
        value: { card: { content: { body: [{ type: "TextBlock", text: "Fertig.", wrap: true }] } } },
      },
    });
  });
});
