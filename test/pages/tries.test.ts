/** Whoever guesses links is slowed down, and learns nothing. */
import { describe, expect, it } from "vitest";
import { answerOf, nothingHere, tooManyTries } from "../../src/pages/answer.ts";
import { withTries } from "../../src/pages/tries.ts";

const PAGE = answerOf({ contentType: "text/plain", body: "da" });

function door() {
  const asked: string[] = [];
  const open = withTries(async (secret) => {
    asked.push(secret);
    return secret === "right" ? PAGE : nothingHere;
  });
  return { asked, open };
}

describe("links that open nothing", () => {
  it("are answered as such forty times, then nobody looks for them any more, not for the right one either", async () => {
    const { asked, open } = door();
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, at) => open(`wrong ${at}`, 0, "guesser")),
    );
    expect(answers.filter((one) => one === nothingHere)).toHaveLength(40);
    expect(answers.filter((one) => one === tooManyTries)).toHaveLength(20);
    expect(await open("right", 0, "guesser")).toBe(tooManyTries);
    expect(asked).toHaveLength(40);
    expect(await open("right", 1_000, "guesser")).toBe(PAGE);
  });

  it("of one caller are no matter for another", async () => {
    const { open } = door();
    for (let at = 0; at < 60; at++) await open("wrong", 0, "guesser");
    expect(await open("right", 0, "reader")).toBe(PAGE);
  });
});

describe("a link that opens its page", () => {
  it("may be opened as often as somebody likes", async () => {
    const { open } = door();
    for (let at = 0; at < 500; at++) expect(await open("right", 0, "reader")).toBe(PAGE);
  });
});

describe("what is said then", () => {
  it("is a German page that says when to come back, with the headers of every page", () => {
    expect(tooManyTries.status).toBe(429);
    expect(tooManyTries.body).toMatch(/lang="de".*in einer Minute noch einmal/s);
    expect(tooManyTries.headers).toMatchObject({ ...nothingHere.headers, "retry-after": "60" });
  });
});
