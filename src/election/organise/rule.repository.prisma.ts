/** The table of the rule of procedure. */
import type { Db } from "../../db/store.ts";
import { wahlordnung } from "../wahlordnung.ts";
import type { RuleRepository } from "./rule.repository.ts";

export const ruleRepository = (db: Pick<Db, "read">): RuleRepository => ({
  all: async (tx) => {
    const rows = await (tx ?? db.read).electionRule.findMany({ orderBy: { version: "desc" } });
    return rows.map(({ version, settings, adoptedOn, savedAt }) => ({
      ...{ version, adoptedOn, savedAt: savedAt.getTime() },
      rule: wahlordnung.parse(settings),
    }));
  },
  save: async (tx, { rule, savedAt, ...row }) => {
    await tx.electionRule.create({ data: { ...row, settings: { ...rule }, savedAt: new Date(savedAt) } });
  },
});
