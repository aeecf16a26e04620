/** The form in which those are named who lead and watch an election. */
import { button, choice, exit, paragraph, warning } from "../../turn/elements.ts";
import type { Card } from "../../turn/reply.ts";
import { electionCard } from "../frame.cards.ts";
import type { OfficerView } from "./officers.service.ts";
import { officerForm } from "./officers.texts.ts";
import type { Named } from "./officers.ts";

export function officerFormCard(
  trial: boolean,
  { scene, people }: OfficerView,
  form: {
    readonly actionId: string;
    readonly nameOf: (party: string) => string;
    readonly entered?: Named;
    readonly problem?: string;
  },
): Card {
  const known = new Set(people.map((one) => one.memberId));
  const now = (role: "officer" | "scrutineer") =>
    scene.roles.filter((one) => one.role === role).map((one) => one.memberId);
  const officer = form.entered?.officer ?? now("officer")[0] ?? "";
  const scrutineers = form.entered?.scrutineers ?? now("scrutineer");
  const titles = people.map(({ memberId, name, party }) => ({
    title: officerForm.person(name, form.nameOf(party)),
    value: memberId,
  }));
  const drawn = (ids: readonly string[]) => {
    const value = ids.filter((id) => known.has(id)).join(",");
    return value === "" ? {} : { value };
  };
  const data = { election: scene.election.id };
  return electionCard(
    trial,
    officerForm.title,
    [
      ...(form.problem ? [warning(form.problem)] : []),
      paragraph(officerForm.why),
      choice("officer", officerForm.officer, titles, {
        placeholder: officerForm.choose,
        ...drawn([officer]),
      }),
      choice("scrutineers", officerForm.scrutineers, titles, {
        ...{ isMultiSelect: true, placeholder: officerForm.choose },
        ...drawn(scrutineers),
      }),
    ],
    [
      button(officerForm.save, "election.rolesName", { ...data, actionId: form.actionId }, true),
      exit(officerForm.cancel, "election.manage", data),
    ],
  );
}
