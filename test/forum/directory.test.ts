import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDirectory } from "../../src/forum/directory.ts";
import { parseOrganisations, shippedOrganisations } from "../../src/forum/organisations.ts";

const listed = shippedOrganisations();
const directory = createDirectory(listed);
const found = (typed: string) => directory.find(typed).map((one) => one.key);

describe("the shipped organisations", () => {
  it("are 36 parties, one of them the county, and associated ones without a vote", () => {
    const parties = listed.filter((one) => one.party);
    expect(parties).toHaveLength(36);
    expect(parties.filter((one) => one.kind === "Landkreis").map((one) => one.name)).toEqual([
      "Landkreis Lörrach",
    ]);
    expect(listed.filter((one) => !one.party).map((one) => one.key)).toEqual([
      "zweckverband-breitbandversorgung",
      "komm-one",
    ]);
  });

  it("have unique keys, names and aliases", () => {
    const names = listed.flatMap((one) => [one.key, one.name, ...one.aliases]);
    expect(new Set(names).size).toBe(names.length);
  });

  it("a wrong entry is named, not swallowed", () => {
    const wrong = "- { key: Aitern!, name: Aitern, kind: Gemeinde, party: true, validFrom: '2021-10-15' }";
    expect(() => parseOrganisations(wrong)).toThrow(/organisations\.yaml: 0\.key/);
    expect(() => parseOrganisations("kein: Verzeichnis")).toThrow(/organisations\.yaml/);
  });
});

describe("finding an organisation by what somebody types", () => {
  it.each([
    ["Schopfheim", ["schopfheim"]],
    ["schopfheim.", ["schopfheim"]],
    ["von der Stadt Schopfheim", ["schopfheim"]],
    ["aus Rümmingen", ["ruemmingen"]],
    ["Ruemmingen", ["ruemmingen"]],
    ["RUMMINGEN", ["ruemmingen"]],
    ["Weil", ["weil-am-rhein"]],
    ["Rheinfelden", ["rheinfelden-baden"]],
    ["Stadt Lörrach", ["loerrach"]],
    ["Lörrach", ["loerrach"]],
    ["Landkreis Lörrach", ["landkreis-loerrach"]],
    ["vom Landratsamt", ["landkreis-loerrach"]],
    ["komm.one", ["komm-one"]],
    ["Wiesental", ["hausen-im-wiesental", "kleines-wiesental", "zell-im-wiesental"]],
    ["Freiburg", []],
    ["", []],
    ["am", []],
  ])("%s → %j", (typed, keys) => {
    expect(found(typed)).toEqual(keys);
  });

  it("every name, key and alias finds its own organisation and no other", () => {
    for (const one of listed)
      for (const name of [one.name, one.key, ...one.aliases, one.name.toUpperCase()])
        expect(found(name), name).toEqual([one.key]);
  });

  it("never throws, whatever is typed", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (typed) => Array.isArray(directory.find(typed))));
  });
});
