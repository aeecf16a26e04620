/** Who may put a record into which group. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { refusals } from "../../src/exchange/move/move.texts.ts";
import { judgeMove, type Mover, mayMove, targetsOf } from "../../src/exchange/move/move.ts";

const group = (id: string, archivedAt?: number) => ({
  ...{ id, name: id, topic: "", purpose: "", contact: "" },
  ...(archivedAt === undefined ? {} : { archivedAt }),
});
const A = { id: "a", name: "a" };
const nobody: Mover = { coordinator: false, recorder: false, groups: ["a", "b", "c"] };
const recorder: Mover = { ...nobody, recorder: true, groups: ["a", "b"] };
const coordinator: Mover = { ...nobody, coordinator: true, groups: [] };
const open = { group: A, visibility: "forum" as const };
const closed = { group: A, visibility: "group" as const };
const reason = (...args: Parameters<typeof judgeMove>) => {
  const judged = judgeMove(...args);
  return judged.ok ? "ok" : judged.reason;
};

describe("a record moves", () => {
  it("by the coordinator anywhere, by its recorder between his or her own groups", () => {
    for (const to of ["b", "c"]) expect(reason(open, group(to), coordinator)).toBe("ok");
    expect(reason(open, group("b"), recorder)).toBe("ok");
    expect(reason(open, group("c"), recorder)).toBe("notInGroup");
    expect(reason(open, group("b"), { ...recorder, groups: ["b"] })).toBe("notMovable");
    expect(reason(open, group("b"), nobody)).toBe("notMovable");
    expect(reason({ ...open, group: null }, group("b"), recorder)).toBe("ok");
  });

  it("neither to where it is nor into a closed group", () => {
    expect(reason(open, group("a"), coordinator)).toBe("sameGroup");
    expect(reason({ ...open, group: null }, null, coordinator)).toBe("sameGroup");
    expect(reason(open, group("b", 1), coordinator)).toBe("groupArchived");
  });

  it("out of every group only when the whole Forum may read it", () => {
    expect(reason(open, null, recorder)).toBe("ok");
    for (const mover of [recorder, coordinator]) expect(reason(closed, null, mover)).toBe("groupOnly");
    expect(reason(closed, group("b"), recorder)).toBe("ok");
  });

  it("where the form offers it, and nowhere else; never so that nobody could read it", () => {
    const some = fc.subarray(["a", "b", "c"]);
    const mover = fc.record({ coordinator: fc.boolean(), recorder: fc.boolean(), groups: some });
    const record = fc.record({
      group: fc.constantFrom(A, null),
      visibility: fc.constantFrom("forum" as const, "group" as const),
    });
    const groups = [group("a"), group("b"), group("c", 5)];
    fc.assert(
      fc.property(record, mover, (one, who) => {
        const offered = targetsOf(one, groups, who);
        for (const to of [...groups, null]) {
          const judged = judgeMove(one, to, who);
          expect(judged.ok).toBe(offered.includes(to));
          if (!judged.ok) expect(refusals[judged.reason].length).toBeGreaterThan(20);
          if (judged.ok) expect(to !== null || one.visibility === "forum").toBe(true);
        }
        if (!mayMove(one, who)) expect(offered).toEqual([]);
      }),
    );
  });
});
