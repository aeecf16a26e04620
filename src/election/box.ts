/**
 * The ballot box: what is written into register and box, and the pending ballot that travels in a card.
 * Four keys come out of the key of the round, so that no value of one use says anything in another.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from "node:crypto";
import type { RandomBytes } from "../system/random.ts";
import { commitmentOf, type OpenedBallot, type RoundName } from "./seal.ts";

export const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const SALT_BYTES = 16;
const COMMITMENT_BYTES = 32;
/** 120 characters of four bytes: every ballot has the length of the longest name. */
const CHOICE_BYTES = 480;
const LENGTH_BYTES = 2;

const PURPOSES = ["register", "box", "ballot", "card"] as const;

/** The keys of one round. */
export type Ring = { readonly name: RoundName } & Readonly<Record<(typeof PURPOSES)[number], Buffer>>;

const roundLine = ({ electionId, round }: RoundName): string => `${electionId}|${round}`;

/** Derives the keys of a round (HKDF-SHA256, RFC 5869). */
export function ringOf(key: Buffer, name: RoundName): Ring {
  const derive = (purpose: string): Buffer =>
    Buffer.from(
      hkdfSync("sha256", key, Buffer.alloc(0), `forum-urne/v1|${purpose}|${roundLine(name)}`, KEY_BYTES),
    );
  const [register, box, ballot, card] = PURPOSES.map(derive) as [Buffer, Buffer, Buffer, Buffer];
  return { name, register, box, ballot, card };
}

const hmac = (key: Buffer, text: string): string => createHmac("sha256", key).update(text).digest("hex");

/** Where the ballot of this paper lies in the box. */
export const slotOf = (ring: Ring, token: string): string => hmac(ring.box, token);

/** Marks in the register that this person has used this paper. */
export const tagOf = (ring: Ring, token: string, person: string): string =>
  hmac(ring.register, `${token}|${person}`);

export const newToken = (random: RandomBytes): string => random(16).toString("hex");
export const newSalt = (random: RandomBytes): string => random(SALT_BYTES).toString("hex");

function encrypt(key: Buffer, about: string, content: Buffer, random: RandomBytes): string {
  const nonce = random(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG_BYTES }).setAAD(
    Buffer.from(about),
  );
  return Buffer.concat([nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]).toString(
    "base64",
  );
}

/** Null when it was not made with this key about exactly this. */
function decrypt(key: Buffer, about: string, sealed: string): Buffer | null {
  const bytes = Buffer.from(sealed, "base64");
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return null;
  const options = { authTagLength: TAG_BYTES };
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, NONCE_BYTES), options);
  decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch {
    return null;
  }
}

/** Length, choice filled up with zeros, salt. Throws when the choice is too long for a ballot. */
function packed({ choice, salt }: OpenedBallot): Buffer {
  const name = Buffer.from(choice.normalize("NFC"));
  if (name.length > CHOICE_BYTES) throw new RangeError("the choice is too long for a ballot");
  const content = Buffer.alloc(LENGTH_BYTES + CHOICE_BYTES + SALT_BYTES);
  content.writeUInt16BE(name.length);
  name.copy(content, LENGTH_BYTES);
  content.write(salt, LENGTH_BYTES + CHOICE_BYTES, "hex");
  return content;
}

const unpacked = (content: Buffer): OpenedBallot => ({
  choice: content.subarray(LENGTH_BYTES, LENGTH_BYTES + content.readUInt16BE()).toString(),
  salt: content
    .subarray(LENGTH_BYTES + CHOICE_BYTES, LENGTH_BYTES + CHOICE_BYTES + SALT_BYTES)
    .toString("hex"),
});

const boxLine = (name: RoundName): string => `forum-urne/v1|${roundLine(name)}`;

/** One row of the box: choice, salt and commitment, the same length for every ballot. */
export function sealBallot(ring: Ring, ballot: OpenedBallot, random: RandomBytes): string {
  const commitment = Buffer.from(commitmentOf(ring.name, ballot), "hex");
  return encrypt(ring.ballot, boxLine(ring.name), Buffer.concat([packed(ballot), commitment]), random);
}

/** Null when the row is not a ballot of this round, whole and unchanged. */
export function openBallot(
  ring: Ring,
  sealed: string,
): (OpenedBallot & { readonly commitment: string }) | null {
  const content = decrypt(ring.ballot, boxLine(ring.name), sealed);
  if (!content) return null;
  const ballot = unpacked(content);
  const commitment = content.subarray(-COMMITMENT_BYTES).toString("hex");
  return commitment === commitmentOf(ring.name, ballot) ? { ...ballot, commitment } : null;
}

/** Whose pending ballot it is; it opens for nobody and nothing else. */
export type Paper = { readonly seat: string; readonly person: string; readonly token: string };

const cardLine = (name: RoundName, { seat, person, token }: Paper): string =>
  `forum-stimmzettel/v1|${roundLine(name)}|${seat}|${person}|${token}`;

/** What the card carries between review and cast. */
export const sealPending = (ring: Ring, paper: Paper, ballot: OpenedBallot, random: RandomBytes): string =>
  encrypt(ring.card, cardLine(ring.name, paper), packed(ballot), random);

export function openPending(ring: Ring, paper: Paper, pending: string): OpenedBallot | null {
  const content = decrypt(ring.card, cardLine(ring.name, paper), pending);
  return content && unpacked(content);
}

const base64Length = (bytes: number): number => Math.ceil(bytes / 3) * 4;
/** Characters of a pending ballot: anything else is none. */
export const PENDING_LENGTH = base64Length(
  NONCE_BYTES + LENGTH_BYTES + CHOICE_BYTES + SALT_BYTES + TAG_BYTES,
);
/** Characters of a row of the box. */
export const SEALED_LENGTH = base64Length(
  NONCE_BYTES + LENGTH_BYTES + CHOICE_BYTES + SALT_BYTES + COMMITMENT_BYTES + TAG_BYTES,
);
