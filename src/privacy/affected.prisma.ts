/** Everybody about whom something is stored, for the operator: in a breach all of them may have to be told. */
import type { Db } from "../db/store.ts";
import { FORMER, type Person } from "./person.ts";

export type Affected = {
  readonly name: string;
  readonly organisation: string;
  readonly tenantId: string;
  readonly aadObjectId: string;
  readonly since: Date | null;
  readonly leftAt: Date | null;
};

/** Authors of recorded messages who were never members have no name here, only what recognises them. */
export async function affectedPeople({ read }: Pick<Db, "read">): Promise<readonly Affected[]> {
  const rows = await read.member.findMany({
    where: { tenantId: { notIn: [FORMER, "import"] } },
    include: { organisation: { select: { name: true } } },
    orderBy: [{ organisationKey: "asc" }, { name: "asc" }, { id: "asc" }],
  });
  const authors = await read.exchange.findMany({
    where: { authorKey: { not: null } },
    select: { authorKey: true },
    distinct: ["authorKey"],
    orderBy: { authorKey: "asc" },
  });
  return [
    ...rows.map(({ name, organisation, tenantId, aadObjectId, createdAt, leftAt }) => ({
      ...{ name, organisation: organisation.name, tenantId, aadObjectId, since: createdAt, leftAt },
    })),
    ...authors.map(({ authorKey }) => {
      const [tenantId = "", aadObjectId = ""] = (authorKey ?? "").split("|");
      return { name: "", organisation: "", tenantId, aadObjectId, since: null, leftAt: null };
    }),
  ];
}

/** All with this id, whatever their tenant and however it is written; authors without a row included. */
export async function peopleWith(
  { read }: Pick<Db, "read">,
  aadObjectId: string,
): Promise<readonly (Pick<Person, "tenantId" | "aadObjectId"> & { readonly memberId: string | null })[]> {
  const members = await read.member.findMany({
    select: { id: true, tenantId: true, aadObjectId: true },
  });
  const own = members.filter((one) => one.aadObjectId.toLowerCase() === aadObjectId);
  const authors = (await affectedPeople({ read })).filter(
    (one) =>
      one.name === "" &&
      one.aadObjectId.toLowerCase() === aadObjectId &&
      !own.some((row) => row.tenantId === one.tenantId),
  );
  return [
    ...own.map(({ id, ...who }) => ({ ...who, memberId: id })),
    ...authors.map((who) => ({ tenantId: who.tenantId, aadObjectId: who.aadObjectId, memberId: null })),
  ];
}
