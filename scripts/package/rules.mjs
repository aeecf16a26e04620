// @ts-check
// What the schemas cannot know. Pure: each rule gives the fields that break it, with a sentence.
import { isObject, textsIn, unfilled } from "./fill.mjs";
import { VERSION } from "./given.mjs";
import { found } from "./texts.mjs";

/** @typedef {import("./fill.mjs").Json} Json */
/** @typedef {import("./schemas.mjs").Found} Found */
/** @typedef {(typed: string) => boolean} Understands whether a typed text is a command of the program */

const TITLE = /^bots\[\d+\]\.commandLists\[\d+\]\.commands\[\d+\]\.title$/;

/** @param {unknown} value @returns {readonly Json[]} */
const objectsIn = (value) => (Array.isArray(value) ? value.filter(isObject) : []);
/** @param {unknown} value @returns {readonly unknown[]} */
const listIn = (value) => (Array.isArray(value) ? value : []);

/** @param {Json} manifest @returns {Found[]} */
function addresses({ developer }) {
  return textsIn(developer, "developer")
    .filter(({ field, text }) => field.endsWith("Url") && !text.startsWith("https://"))
    .map(({ field }) => ({ field, said: found.noHttps }));
}

/** @param {Json} manifest @returns {Found[]} */
function versions({ version }) {
  const wrong = typeof version === "string" && !VERSION.test(version);
  return wrong ? [{ field: "version", said: found.version }] : [];
}

/** @param {Json} manifest @returns {Found[]} */
function extensions({ bots, composeExtensions }) {
  const botId = objectsIn(bots)[0]?.botId;
  return objectsIn(composeExtensions).flatMap((extension, at) => {
    const field = `composeExtensions[${at}]`;
    const other = extension.botId !== botId ? [{ field: `${field}.botId`, said: found.otherBot }] : [];
    const empty = objectsIn(extension.commands).flatMap((command, number) => {
      const asks = command.fetchTask === true || command.taskInfo || listIn(command.parameters).length > 0;
      const wrong = command.type === "action" && !asks;
      return wrong ? [{ field: `${field}.commands[${number}]`, said: found.action }] : [];
    });
    return [...other, ...empty];
  });
}

/** @param {Json} bot @param {string} place @returns {Found[]} */
function scopes(bot, place) {
  const seen = new Set();
  return objectsIn(bot.commandLists).flatMap((list, at) =>
    listIn(list.scopes).flatMap((scope, number) => {
      const field = `${place}.commandLists[${at}].scopes[${number}]`;
      if (!listIn(bot.scopes).includes(scope)) return [{ field, said: found.scopeUnknown(scope) }];
      if (seen.has(scope)) return [{ field, said: found.scopeTwice(scope) }];
      seen.add(scope);
      return [];
    }),
  );
}

/** @param {Json} list @param {string} place @returns {Found[]} */
function doubles(list, place) {
  const titles = objectsIn(list.commands).map(({ title }) => title);
  return titles.flatMap((title, at) =>
    titles.indexOf(title) < at ? [{ field: `${place}.commands[${at}].title`, said: found.twice(title) }] : [],
  );
}

/** @param {Json} manifest @returns {Found[]} */
const lists = ({ bots }) =>
  objectsIn(bots).flatMap((bot, at) => [
    ...scopes(bot, `bots[${at}]`),
    ...objectsIn(bot.commandLists).flatMap((list, number) =>
      doubles(list, `bots[${at}].commandLists[${number}]`),
    ),
  ]);

/**
 * @param {readonly { field: string, text: string }[]} texts
 * @param {Understands} understands
 * @returns {Found[]}
 */
const titles = (texts, understands) =>
  texts
    .filter(({ field, text }) => TITLE.test(field) && !understands(text))
    .map(({ field, text }) => ({ field, said: found.notUnderstood(text) }));

/** @param {Json} manifest @param {Understands} understands @returns {Found[]} */
export const manifestBreaches = (manifest, understands) => [
  ...unfilled(manifest).map(({ field, name }) => ({ field, said: found.placeholder(name) })),
  ...addresses(manifest),
  ...versions(manifest),
  ...extensions(manifest),
  ...lists(manifest),
  ...titles(textsIn(manifest), understands),
];

/**
 * The strings of another language. A command's title is what a client types, so it must be understood as well.
 * @param {Json} strings @param {Json} manifest @param {Understands} understands @returns {Found[]}
 */
export function stringsBreaches(strings, manifest, understands) {
  const there = new Set(textsIn(manifest).map(({ field }) => field));
  const texts = Object.entries(strings)
    .filter(([key]) => key !== "$schema")
    .map(([field, text]) => ({ field, text: String(text) }));
  return [
    ...unfilled(strings).map(({ field, name }) => ({ field, said: found.placeholder(name) })),
    ...texts.filter(({ field }) => !there.has(field)).map(({ field }) => ({ field, said: found.noString })),
    ...titles(texts, understands),
  ];
}
