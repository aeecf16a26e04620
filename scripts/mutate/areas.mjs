// @ts-check
// What is mutated: the pure rules, by area, and the folders whose tests have to notice. Left out is what only dresses
// results up for people or files (cards, minutes, case files), and what is learnt (its measure is `npm run eval`).

/**
 * @typedef {object} Area
 * @property {Readonly<Record<string, string>>} rules  folder -> names of files, without `.ts`
 * @property {readonly string[]} tests  folders
 * @property {number} floor  lowest score that passes, in per cent
 */

/** @type {Readonly<Record<string, Area>>} */
export const areas = {
  election: {
    rules: {
      "src/election": `acceptance announcement candidates count counting end-reason incidents lot nomination opening pair
        poll-events process progress progress.keeping progress.opening public-value result seal seats timing transition
        turnout vote voting wahlordnung withdrawal`,
      "src/election/organise": "lottery manage paper-result proposals rule.settings",
      "src/election/people": "candidacy objection officers roles term-limit",
      "src/election/minutes": "scrutiny",
    },
    tests: ["test/election"],
    floor: 80,
  },
  meeting: {
    rules: {
      "src/meeting": `agenda agenda-year answering calendar-entry cancel due ladder meeting own-date proposals
        quarter-alarm renewal replies reschedule`,
      "src/meeting/calendar": "ics",
      "src/meeting/holidays": "holidays",
      "src/meeting/items": "item",
      "src/meeting/move": "heard move",
      "src/meeting/papers": "paper",
      "src/meeting/plan": "plan",
      "src/meeting/poll": "poll",
      "src/calendar": `chair-term dates easter holidays ics-line quarters quiet-hours school-holidays working-days zones`,
    },
    tests: ["test/meeting", "test/calendar", "test/year"],
    floor: 80,
  },
  rulebook: {
    rules: {
      "src/rulebook": `choose compose decide explain far follow gates informed judge lexicon match question soften sourced
        spoken terms tokens weigh`,
      "src/rulebook/model": "breaker claims figures number-words phrased quote tone verify wording",
      "src/rulebook/information": "information typed written",
      "src/rulebook/tickets": "ticket",
      "src/rulebook/originals": "guess lines markdown paper passage plain-text proposal quotes",
    },
    tests: ["test/rulebook"],
    floor: 80,
  },
};

/** Files of an area, from the root. @param {Area} area */
export const rulesOf = ({ rules }) =>
  Object.entries(rules).flatMap(([folder, names]) =>
    names
      .trim()
      .split(/\s+/)
      .map((name) => `${folder}/${name}.ts`),
  );
