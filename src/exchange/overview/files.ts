/** All records as files for people (Markdown) and for programs (JSON). Pure. */
import { germanDate } from "../../calendar/zones.ts";
import type { Instant } from "../../system/clock.ts";
import { facts, kinds, offers, stages } from "../texts.ts";
import { measures } from "../together/texts.ts";
import type { ExportRow, NameOf } from "./export-row.ts";
import { FILE_WORDS } from "./file-words.ts";
import { fileTexts } from "./overview.texts.ts";

/**
 * What people wrote stays text: every sign with a meaning in Markdown or HTML is escaped, also where it would only
 * have one at the beginning of a line.
 */
const escaped = (written: string): string =>
  written.replace(/[\\`*_{}[\]()#+\-.!|<>&~$^=:@"']/g, (sign) => `\\${sign}`);

/** Lines of a text stay lines. */
const lines = (written: string): string => escaped(written).replaceAll("\n", "  \n");

function factsOf({ content, ...row }: ExportRow, nameOf: NameOf): readonly (readonly [string, string])[] {
  const { product, offer, tags, links } = content;
  const names = (keys: readonly string[]) => keys.map(nameOf).join(", ");
  const all: readonly (readonly [string, string])[] = [
    [facts.kind, kinds[content.kind]],
    [facts.stage, stages[content.stage]],
    [facts.organisation, nameOf(row.organisation)],
    [facts.group, row.group ?? ""],
    [facts.product, product ?? ""],
    [facts.offer, offer === null ? "" : offers[offer]],
    [fileTexts.binding, FILE_WORDS.binding[content.binding]],
    [fileTexts.tags, tags.join(", ")],
    [fileTexts.links, links.join(", ")],
    [fileTexts.onlyGroup, content.visibility === "group" ? fileTexts.yes : ""],
    [fileTexts.uses, names(row.uses)],
    [fileTexts.interested, names(row.interested)],
    [facts.recorded, facts.by(germanDate(row.recordedAt), row.recordedBy)],
    [fileTexts.name, row.name],
  ];
  return all.filter(([, value]) => value !== "");
}

function experienceOf(one: ExportRow["experiences"][number], nameOf: NameOf): string {
  const said = [
    `${nameOf(one.organisation)}, ${germanDate(one.at)}`,
    ...(one.effort === null ? [] : [fileTexts.effort(measures[one.effort])]),
    ...(one.benefit === null ? [] : [fileTexts.benefit(measures[one.benefit])]),
  ].join(" · ");
  return `**${escaped(said)}**\n\n${lines(one.text)}\n`;
}

function section(row: ExportRow, nameOf: NameOf): string {
  const said = factsOf(row, nameOf).map(([name, value]) => `- ${escaped(name)}: ${escaped(value)}`);
  const experiences = row.experiences.map((one) => experienceOf(one, nameOf));
  return [
    `## ${escaped(row.content.title)}`,
    lines(row.content.text),
    said.join("\n"),
    ...(experiences.length === 0 ? [] : [`### ${fileTexts.experiences}`, ...experiences]),
  ].join("\n\n");
}

export const markdownFile = (rows: readonly ExportRow[], nameOf: NameOf, now: Instant): string =>
  `${[
    `# ${fileTexts.title}`,
    fileTexts.asOf(germanDate(now), rows.length),
    ...rows.map((row) => section(row, nameOf)),
  ].join("\n\n")}\n`;

const instant = (at: Instant): string => new Date(at).toISOString();

/** Described in docs/AUSTAUSCH.md. */
export const jsonFile = (rows: readonly ExportRow[], nameOf: NameOf, now: Instant): string => {
  const organisation = (key: string) => ({ key, name: nameOf(key) });
  const value = {
    format: "forumsbote.austausch",
    version: 1,
    madeAt: instant(now),
    records: rows.map(({ content, ...row }) => ({
      ...{ externalId: row.name, kind: FILE_WORDS.kind[content.kind], title: content.title },
      ...{ text: content.text, organisation: organisation(row.organisation) },
      ...{ stage: FILE_WORDS.stage[content.stage], product: content.product, tags: content.tags },
      offer: content.offer === null ? null : FILE_WORDS.offer[content.offer],
      binding: FILE_WORDS.binding[content.binding],
      visibility: FILE_WORDS.visibility[content.visibility],
      ...{ links: content.links, group: row.group },
      ...{ recordedBy: row.recordedBy, recordedAt: instant(row.recordedAt) },
      ...{ uses: row.uses.map(organisation), interested: row.interested.map(organisation) },
      experiences: row.experiences.map((one) => ({
        ...{ organisation: organisation(one.organisation), text: one.text, at: instant(one.at) },
        effort: one.effort === null ? null : measures[one.effort],
        benefit: one.benefit === null ? null : measures[one.benefit],
      })),
    })),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
};
