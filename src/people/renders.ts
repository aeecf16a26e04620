/** The words of what is told about people, found at delivery. */
import type { Notice, Render, Rendered } from "../outbox/notice.ts";
import { button, cardOf, heading, paragraph, plain } from "../turn/elements.ts";
import { card } from "../turn/reply.ts";
import { APPOINTED, CORRECTED, ENDED, TENANT_LEFT } from "./notices.ts";
import type { PeopleRepository } from "./people.repository.ts";
import { told } from "./people.texts.ts";
import type { TenantRepository } from "./tenants.repository.ts";

export type PeopleRenderDeps = {
  readonly repository: Pick<PeopleRepository, "named" | "isCoordinating">;
  readonly tenants: Pick<TenantRepository, "standing">;
  readonly isServed: (tenantId: string) => boolean;
  readonly label: (organisation: string) => string;
};

const say = (title: string, text: string) => button(title, "say", { text });

const telling = (title: string, lines: readonly string[], press?: readonly [string, string]): Rendered => ({
  send: card(
    cardOf(
      [title, ...lines].join(" "),
      [heading(plain(title)), ...lines.map(paragraph)],
      press ? [say(...press)] : [],
    ),
    title,
  ),
});

const LIST = [told.people, "personen"] as const;

export function peopleRenders(deps: PeopleRenderDeps): Readonly<Record<string, Render>> {
  const { repository, tenants } = deps;

  const about =
    (draw: (name: string, own: boolean) => Rendered, still: (coordinates: boolean) => boolean): Render =>
    async ({ subject, to }: Notice) => {
      if (!("member" in to)) return { drop: "gone" };
      const person = await repository.named(subject);
      if (!person) return { drop: "gone" };
      if (!still(await repository.isCoordinating(subject))) return { drop: "superseded" };
      const own = to.member === subject;
      // Others hear of it only as long as they coordinate themselves.
      if (!own && !(await repository.isCoordinating(to.member))) return { drop: "notEntitled" };
      return draw(person.name, own);
    };

  const corrected: Render = async ({ subject }) => {
    const person = await repository.named(subject);
    if (!person) return { drop: "gone" };
    const organisation = deps.label(person.organisation);
    const what = told.correctedWhat(plain(person.name), plain(organisation));
    return telling(told.corrected, [what, told.correctedNext]);
  };

  const tenantLeft: Render = async ({ subject, to }) => {
    if (!("member" in to) || !(await repository.isCoordinating(to.member))) return { drop: "notEntitled" };
    if (deps.isServed(subject)) return { drop: "superseded" };
    const one = (await tenants.standing()).find(({ tenantId }) => tenantId === subject);
    if (!one) return { drop: "gone" };
    return telling(told.tenant, [told.tenantWhat(one.people, one.seats), told.tenantNext], LIST);
  };

  return {
    [CORRECTED]: corrected,
    [TENANT_LEFT]: tenantLeft,
    [APPOINTED]: about(
      (name, own) =>
        own
          ? telling(told.youCoordinate, [told.youCoordinateNext], [told.coordination, "koordination"])
          : telling(told.coordinates(name), [told.changedBy], LIST),
      (coordinates) => coordinates,
    ),
    [ENDED]: about(
      (name, own) =>
        own ? telling(told.youEnded, [told.youEndedNext]) : telling(told.ended(name), [told.changedBy], LIST),
      (coordinates) => !coordinates,
    ),
  };
}
