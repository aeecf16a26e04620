/** Cards of the rule of procedure: what holds, the form, the differences, the versions. */
import { germanDate, instantOn } from "../../calendar/zones.ts";
import {
  button,
  cardOf,
  choice,
  dateField,
  exit,
  field,
  heading,
  note,
  paragraph,
  warning,
} from "../../turn/elements.ts";
import type { Card } from "../../turn/reply.ts";
import { originOf } from "../wahlordnung.ts";
import { ruleForm, ruleWords, versionWords } from "./rule.chat.texts.ts";
import type { RuleVersion } from "./rule.repository.ts";
import type { RuleReview } from "./rule.service.ts";
import {
  groupTitles,
  optionTitles,
  originWords,
  settingHelp,
  settingNames,
  shownName,
  valueWords,
} from "./rule.settings.texts.ts";
import { GROUPS, type Group, isChosen, OPTIONS, type Setting, typedOf, typedRule } from "./rule.settings.ts";

type Body = NonNullable<Card["body"]>;

const dayOf = (date: string): string => germanDate(instantOn(date, "12:00"));
const groups = Object.keys(GROUPS) as readonly Group[];
const part = (group: Group): Body[number] => ({
  ...heading(groupTitles[group]),
  size: "Default",
  separator: true,
});

const adoptedLine = ({ adoptedOn }: Pick<RuleVersion, "adoptedOn">): string =>
  adoptedOn === null ? ruleWords.notAdopted : ruleWords.adopted(dayOf(adoptedOn));

const valueIn = (key: Setting, rule: RuleVersion["rule"]): string => valueWords(key, typedOf(key, rule));

/** Every setting with where it comes from. */
export function ruleCard(
  version: RuleVersion,
  may: { readonly change: boolean; readonly versions: boolean; readonly told?: string },
): Card {
  const { rule } = version;
  const line = (key: Setting) =>
    paragraph(ruleWords.line(shownName(key), valueIn(key, rule), originWords[originOf(key, rule)]));
  return cardOf(
    ruleWords.title,
    [
      heading(ruleWords.title),
      ...(may.told ? [{ ...paragraph(may.told), weight: "Bolder" as const }] : []),
      paragraph(version.version === 0 ? ruleWords.defaults : ruleWords.version(version.version)),
      paragraph(adoptedLine(version)),
      ...groups.flatMap((group) => [part(group), ...GROUPS[group].map(line)]),
      note(ruleWords.fixed),
      note(ruleWords.running),
    ],
    [
      ...(may.change ? [button(ruleWords.change, "rule.form", {}, true)] : []),
      ...(may.versions ? [button(ruleWords.versions, "rule.versions")] : []),
    ],
  );
}

export type RuleFormView = {
  readonly actionId: string;
  readonly base: number;
  /** By setting, as typed. */
  readonly typed: Readonly<Record<string, string>>;
  readonly adoptedOn: string;
  readonly problems: readonly string[];
};

function input(key: Setting, typed: string): Body {
  const required = { isRequired: true, errorMessage: ruleForm.missing };
  const value = typed === "" ? {} : { value: typed };
  const drawn = isChosen(key)
    ? choice(
        key,
        settingNames[key],
        OPTIONS[key].map((one) => ({ title: optionTitles[one] ?? one, value: one })),
        { ...required, ...value },
      )
    : field(key, settingNames[key], { ...required, ...value, maxLength: 10 });
  return [drawn, { ...note(settingHelp[key]), spacing: "None" }];
}

export const ruleFormCard = ({ actionId, base, typed, adoptedOn, problems }: RuleFormView): Card =>
  cardOf(
    ruleForm.title,
    [
      heading(ruleForm.title),
      ...problems.map(warning),
      paragraph(ruleForm.why),
      ...groups.flatMap((group) => [
        part(group),
        ...GROUPS[group].flatMap((key) => input(key, typed[key] ?? "")),
      ]),
      dateField("adoptedOn", ruleForm.adoptedOn, adoptedOn === "" ? {} : { value: adoptedOn }),
    ],
    [button(ruleForm.check, "rule.review", { actionId, base }, true), exit(ruleForm.cancel, "rule.show")],
  );

export function ruleReviewCard({ from, rule, adoptedOn, changed }: RuleReview, actionId: string): Card {
  const data = { actionId, base: from.version, ...typedRule(rule), adoptedOn: adoptedOn ?? "" };
  return cardOf(
    ruleForm.reviewTitle,
    [
      heading(ruleForm.reviewTitle),
      ...(changed.length === 0 ? [paragraph(ruleForm.onlyAdopted)] : []),
      ...changed.map((key) =>
        paragraph(ruleForm.difference(shownName(key), valueIn(key, from.rule), valueIn(key, rule))),
      ),
      paragraph(adoptedLine({ adoptedOn })),
      paragraph(ruleForm.newVersion(from.version + 1)),
      note(ruleWords.running),
    ],
    [
      button(ruleForm.save, "rule.save", data, true),
      button(ruleForm.back, "rule.form", data),
      exit(ruleForm.cancel, "rule.show"),
    ],
  );
}

/** The newest ones; older ones are in the minutes of their elections. */
const LISTED = 8;

export const versionsCard = (versions: readonly RuleVersion[]): Card =>
  cardOf(versionWords.title, [
    heading(versionWords.title),
    ...versions.slice(0, LISTED).flatMap(
      (one): Body => [
        {
          ...paragraph(
            one.savedAt === null
              ? versionWords.first
              : versionWords.line(one.version, germanDate(one.savedAt)),
          ),
          separator: true,
        },
        note(adoptedLine(one)),
        {
          type: "ActionSet",
          actions: [button(versionWords.look(one.version), "rule.show", { version: one.version })],
        },
      ],
    ),
  ]);
