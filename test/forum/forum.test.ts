import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attendance, checkGroup, GROUP_LIMITS, groupKey } from "../../src/forum/forum.ts";
import { shippedOrganisations } from "../../src/forum/organisations.ts";

const draft = { name: "AG E-Akte", topic: "E-Akte", purpose: "", contact: "" };
const organisations = shippedOrganisations();

describe("a working group", () => {
  it("needs a name and a topic, purpose and contact may stay empty", () => {
    expect(checkGroup(draft)).toEqual({ ok: true, value: draft });
    expect(checkGroup({ ...draft, name: "  " })).toEqual({ ok: false, reason: "nameMissing" });
    expect(checkGroup({ ...draft, name: "\u200b" })).toEqual({ ok: false, reason: "nameMissing" });
    expect(checkGroup({ ...draft, topic: "\n" })).toEqual({ ok: false, reason: "topicMissing" });
  });

  it("keeps the words and tidies the white space", () => {
    const tidied = checkGroup({ ...draft, name: "  AG \n E-Akte " });
    expect(tidied).toEqual({ ok: true, value: draft });
  });

  it.each(["name", "topic", "purpose", "contact"] as const)(
    "refuses a %s over its limit and takes one at it",
    (field) => {
      const limit = GROUP_LIMITS[field];
      expect(checkGroup({ ...draft, [field]: "x".repeat(limit) }).ok).toBe(true);
      expect(checkGroup({ ...draft, [field]: "x".repeat(limit + 1) })).toEqual({
        ok: false,
        reason: "tooLong",
      });
    },
  );

  it("has the same key however its name is written", () => {
    expect(new Set(["AG Bürgerbüro", "ag buergerbuero", " AG  BURGERBURO"].map(groupKey)).size).toBe(1);
  });
});

describe("who works in a group", () => {
  it("counts people by organisation and lists the parties that send nobody", () => {
    const seen = attendance(organisations, ["kandern", "kandern", "komm-one"], "2026-05-01");
    expect(seen.present.map((one) => [one.organisation.key, one.people])).toEqual([
      ["kandern", 2],
      ["komm-one", 1],
    ]);
    expect(seen.missing).toHaveLength(35);
    expect(seen.missing.map((one) => one.key)).not.toContain("kandern");
    expect(seen.missing.every((one) => one.party)).toBe(true);
  });

  it("does not miss a party before it came and after it left", () => {
    const [first] = organisations;
    if (!first) throw new Error("no organisation");
    const left = [{ ...first, validFrom: "2022-01-01", validTo: "2024-12-31" }];
    const missing = (day: string) => attendance(left, [], day).missing.length;
    expect([
      missing("2021-12-31"),
      missing("2022-01-01"),
      missing("2024-12-31"),
      missing("2025-01-01"),
    ]).toEqual([0, 1, 1, 0]);
  });

  it("every party is either present or missing, never both", () => {
    const keys = fc.array(fc.constantFrom(...organisations.map((one) => one.key)));
    fc.assert(
      fc.property(keys, (members) => {
        const seen = attendance(organisations, members, "2026-05-01");
        const present = seen.present.map((one) => one.organisation.key);
        const parties = [
          ...present.filter((key) => organisations.find((one) => one.key === key)?.party),
          ...seen.missing.map((one) => one.key),
        ];
        expect(parties).toHaveLength(36);
        expect(new Set(parties).size).toBe(36);
      }),
    );
  });
});
