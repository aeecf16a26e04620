import { describe, expect, it } from "vitest";
import { checkRoles, type RolePerson } from "../../src/election/people/roles.ts";

const person = (party: string, more: Partial<RolePerson> = {}): RolePerson => ({
  ...{ memberId: `m-${party}`, party, coordinator: false },
  ...more,
});
const standing = [
  { memberId: "m-kandern", party: "kandern" },
  { memberId: null, party: null },
];
const reason = (...args: Parameters<typeof checkRoles>) => {
  const done = checkRoles(...args);
  return done.ok ? "ok" : done.reason;
};
const [steinen, binzen, weil] = [person("steinen"), person("binzen"), person("weil-am-rhein")];

describe("officer and scrutineers", () => {
  it("are three people who neither stand nor coordinate, the scrutineers of two towns", () => {
    expect(reason(steinen, [binzen, weil], standing)).toBe("ok");
    expect(reason(null, [binzen, weil], standing)).toBe("officer-missing");
    expect(reason(steinen, [binzen], standing)).toBe("two-scrutineers");
    expect(reason(steinen, [binzen, weil, person("rümmingen")], standing)).toBe("two-scrutineers");
    expect(reason(steinen, [binzen, steinen], standing)).toBe("one-person-two-roles");
    expect(reason({ ...steinen, coordinator: true }, [binzen, weil], standing)).toBe("role-coordinator");
    expect(reason(person("kandern"), [binzen, weil], standing)).toBe("role-candidate");
    expect(reason(steinen, [binzen, { ...weil, party: "binzen" }], standing)).toBe("scrutineers-same-party");
  });

  it("a scrutineer is of no town that stands; the officer may be, as somebody else", () => {
    expect(reason(steinen, [binzen, person("kandern", { memberId: "x" })], standing)).toBe("role-same-party");
    expect(reason(person("kandern", { memberId: "x" }), [binzen, weil], standing)).toBe("ok");
  });

  it("where the county stands, nobody of the county leads the election", () => {
    const county = [{ memberId: "head", party: "landkreis-loerrach" }];
    expect(reason(person("landkreis-loerrach"), [binzen, weil], county)).toBe("role-same-party");
    expect(reason(person("landkreis-loerrach"), [binzen, weil], standing)).toBe("ok");
  });
});
