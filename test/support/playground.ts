/**
 * A person at the Playground: a real browser page, steered by what is to be read on it, and the
 * Playground's own HTTP interface for what no page can do.
 *
 *   const ui = await openPlayground(browser, url);
 *   await ui.open("Personal Chat");
 *   await ui.say("hilfe");
 *   await ui.sees("Das können Sie hier tun");
 *   await ui.presses("Austausch festhalten");
 *   await ui.fills("Titel", "Digitale Bauakte");
 */
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium, type Locator, type Page } from "playwright-core";
import type { WireActivity } from "./fake-connector.ts";

const waitMs = 15_000;
const BOT = "Forumsbote";
const desktop = { width: 1400, height: 1000 };
const phone = { width: 360, height: 740 };
const quiet = [
  "--headless=new",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Runs in the page and gives the height of the card. Inside the page's theme, or colours and spaces would be lost. */
const showCardAlone = (reading: string) => `{
  const cards = [...document.querySelectorAll(".ac-adaptiveCard")];
  const card = cards.filter((one) => one.textContent.includes(${JSON.stringify(reading)})).at(-1);
  const sheet = document.createElement("div");
  sheet.id = "phone";
  sheet.style.cssText = "position:fixed;top:0;left:0;z-index:99999;background:#fff;overflow:hidden;box-sizing:border-box;" +
    "padding:8px;width:${phone.width}px;height:${phone.height}px";
  sheet.append(card.cloneNode(true));
  (card.closest(".fui-FluentProvider") ?? document.body).append(sheet);
  sheet.scrollHeight;
}`;

/** Runs in the page, after `showCardAlone`: texts that reach beyond the phone, or beyond their own box. */
const CUT_OFF = `[...document.querySelectorAll("#phone *")]
  .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== ""))
  .filter((one) => !one.closest("svg") && one.getClientRects().length > 0)
  .filter((one) => {
    const style = getComputedStyle(one);
    const box = one.getBoundingClientRect();
    const hides = style.overflowX !== "visible" && one.scrollWidth > one.clientWidth + 1;
    return box.right > ${phone.width} || box.left < 0 || hides;
  })
  .map((one) => one.textContent.trim().slice(0, 80))`;

/** The browser of the system, found on the PATH; none is ever downloaded. */
export function launchBrowser(): Promise<Browser> {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const executablePath = folders.map((folder) => join(folder, "chromium")).find((file) => existsSync(file));
  if (!executablePath) throw new Error("No chromium on the PATH.");
  return chromium.launch({ executablePath, args: quiet });
}

export type PlaygroundPage = Awaited<ReturnType<typeof openPlayground>>;

/**
 * Opens a page as the current user of the configuration, or as another of its people. Every page has storage
 * of its own. As somebody else one sees groups and channels and presses buttons there: personal chats of
 * others the Playground shows to no page, and what is typed it always delivers as the current user.
 */
export async function openPlayground(browser: Browser, url: string, actAs?: string) {
  const context = await browser.newContext({ viewport: desktop, locale: "de-DE" });
  const page = await context.newPage();
  // Fonts and pictures from elsewhere would only be waited for.
  await page.route("**/*", (route) =>
    /^https?:\/\/(127\.0\.0\.1|localhost)[:/]/.test(route.request().url()) ? route.fallback() : route.abort(),
  );
  if (actAs !== undefined) await actsAs(page, actAs, url);
  const heard = listensTo(page);
  await page.goto(url, { waitUntil: "domcontentloaded" });
  await page.getByRole("textbox").last().waitFor({ timeout: waitMs });
  return { ...driver(page), heard };
}

type User = { readonly id: string };
type Place = { members: string[] };
type Config = {
  currentUser: User;
  users: User[];
  personalChat: { id: string };
  groupChats: Place[];
  teams: Place[];
};

/**
 * Answers a page's question who it is. The Playground itself knows one current user and one personal chat,
 * and tells every page of every chat: what is said in a chat it has not, and the log, would break this one.
 */
async function actsAs(page: Page, id: string, url: string): Promise<void> {
  const chat = await personalChatOf(url, id);
  await page.route("**/_internal/v1/config", async (route) => {
    const response = await route.fetch();
    const json: { config: Config } = await response.json();
    const { config } = json;
    const me = config.users.find((one) => one.id === id);
    if (!me) throw new Error(`Nobody in the Playground is ${id}.`);
    const other = config.currentUser;
    config.users = config.users.map((one) => (one.id === id ? other : one));
    for (const place of [...config.groupChats, ...config.teams])
      place.members = place.members.map((one) => (one === id ? other.id : one));
    config.currentUser = me;
    config.personalChat.id = chat;
    await route.fulfill({ response, json });
  });
  await page.addInitScript(HEARING_LESS);
}

export type Heard = {
  readonly conversation: string;
  readonly id: string;
  readonly activity: WireActivity;
};

/** What the bot has sent to anybody, as the log of the page tells: also to the chats that no page shows. */
function listensTo(page: Page): readonly Heard[] {
  const heard: Heard[] = [];
  page.on("websocket", (socket) =>
    socket.on("framereceived", ({ payload }) => {
      const { log } = JSON.parse(String(payload)) as {
        log?: {
          conversationId?: string;
          messageId?: string;
          from?: string;
          request?: { body?: WireActivity };
        };
      };
      const activity = log?.from === "User Application" ? log.request?.body : undefined;
      if (activity?.type === "message" && log?.conversationId)
        heard.push({ conversation: log.conversationId, id: log.messageId ?? "", activity });
    }),
  );
  return heard;
}

/** Runs in the page, before its own code: neither the log nor the current user's own chat reaches it. */
const HEARING_LESS = `{
  const Native = window.WebSocket;
  const isForeign = (frame) =>
    frame.includes('"logAction"') || frame.includes('"actionConversationId":"personal-chat"');
  window.WebSocket = class extends Native {
    constructor(...given) {
      super(...given);
      this.addEventListener("message", (event) => {
        if (isForeign(String(event.data))) event.stopImmediatePropagation();
      });
    }
  };
}`;

/** The chat that the bot gets as well when it opens one with this person. */
export async function personalChatOf(url: string, id: string): Promise<string> {
  const opened = await fetch(`${url}/_connector/v3/conversations`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ isGroup: false, bot: { id: "bot" }, members: [{ id }], channelData: {} }),
  });
  const answer = (await opened.json()) as { id: string };
  return answer.id;
}

function driver(page: Page) {
  const lastCard = () => page.locator(".ac-adaptiveCard").last();
  const cardWith = (text: string | RegExp) =>
    page.locator(".ac-adaptiveCard").filter({ hasText: text }).last();
  const enter = async (box: Locator, text: string) => {
    await box.click();
    await page.keyboard.type(text);
  };
  const mention = async (box: Locator, text: string) => {
    await enter(box, "@");
    await page.getByRole("menuitem", { name: BOT }).first().click({ timeout: waitMs });
    await page.keyboard.type(` ${text}`);
  };
  return {
    page,
    lastCard,
    cardWith,
    /** "Personal Chat", the name of a group chat, or "Team - Channel". */
    open: async (name: string) => {
      await page.getByRole("treeitem", { name }).click();
      await page.getByRole("textbox").last().waitFor({ timeout: waitMs });
    },
    /** In a personal chat. */
    say: async (text: string) => {
      await enter(page.getByRole("textbox").last(), text);
      await page.keyboard.press("Enter");
    },
    /** In a group chat: to the bot. */
    tell: async (text: string) => {
      await mention(page.getByRole("textbox").last(), text);
      await page.keyboard.press("Enter");
    },
    /** In a channel: a new post to the bot. */
    post: async (text: string) => {
      await mention(page.getByRole("textbox").first(), text);
      await page.getByRole("button", { name: "Post", exact: true }).click();
    },
    sees: (text: string | RegExp) => page.getByText(text).last().waitFor({ timeout: waitMs }),
    /** Waits for a card that contains the text and gives its whole text. */
    reads: async (text: string | RegExp) => {
      await cardWith(text).waitFor({ timeout: waitMs });
      return (await cardWith(text).textContent()) ?? "";
    },
    fills: async (label: string, text: string, card = lastCard()) => {
      // A button may be called like a field.
      await card.getByLabel(label).and(page.locator("input, textarea")).fill(text);
    },
    selects: async (label: string, option: string, card = lastCard()) => {
      await card.getByRole("combobox", { name: label }).click();
      const named = { name: option, exact: true };
      // Where several may be chosen, the entries are boxes to tick.
      await page.getByRole("option", named).or(page.getByRole("menuitemcheckbox", named)).click();
    },
    /** One of the choices that all stand on the card. */
    chooses: async (option: string, card = lastCard()) => {
      await card.getByText(option, { exact: true }).click();
    },
    presses: async (title: string, card = lastCard()) => {
      await card.getByRole("button", { name: title, exact: true }).click();
    },
    shot: (file: string) => page.screenshot({ path: file }),
    /**
     * The last card that reads so, alone, as wide as a phone leaves it: the Playground's page has no narrow
     * form, and changing the window's size empties the fields of its cards. A card too long for one screen
     * gets a picture a screen: a.png, a.2.png. Fails where a text of the card is cut off.
     */
    shotOnPhone: async (file: string, reading: string) => {
      const height = Number(await page.evaluate(showCardAlone(reading)));
      const cut = (await page.evaluate(CUT_OFF)) as string[];
      if (cut.length > 0) await page.evaluate('document.getElementById("phone")?.remove()');
      if (cut.length > 0) throw new Error(`cut off at ${phone.width} px: ${JSON.stringify(cut)}`);
      const screens = Math.ceil(height / phone.height);
      for (let screen = 1; screen <= screens; screen++) {
        const path = screen === 1 ? file : file.replace(/\.png$/, `.${screen}.png`);
        await page.evaluate(`document.getElementById("phone").scrollTop = ${(screen - 1) * phone.height}`);
        await page.screenshot({ path, clip: { x: 0, y: 0, ...phone } });
      }
      await page.evaluate('document.getElementById("phone")?.remove()');
    },
    close: () => page.context().close(),
  };
}

/** The Playground without a page: what a message or a press sends. */
export function playgroundRest(url: string) {
  const post = async (path: string, body: unknown) => {
    const headers = { "content-type": "application/json" };
    const response = await fetch(url + path, { method: "POST", headers, body: JSON.stringify(body) });
    return { status: response.status, text: await response.text() };
  };
  return {
    /** Always delivered as the current user, whoever `from` names. */
    message: (conversation: string, from: string, text: string) =>
      post(`/_conversation/v1/conversations/${encodeURIComponent(conversation)}/messages`, {
        from: { id: from },
        text,
        textFormat: "plain",
      }),
    /** A press on a card, in the message `replyToId`, by any member of the conversation. */
    press: (conversation: string, from: string, verb: string, data: unknown, replyToId?: string) =>
      post("/_conversation/v1/invoke", {
        name: "adaptiveCard/action",
        value: { action: { type: "Action.Execute", verb, data }, trigger: "manual" },
        from: { id: from },
        conversation: { id: conversation },
        ...(replyToId === undefined ? {} : { replyToId }),
      }),
    /** Any activity, handed to the bot as it is. */
    activity: (activity: unknown) => post("/_internal/v1/customActivities", activity),
  };
}
