// @ts-check
// SHA-256 of a text. Where the browser or Node offers its own, that one is used; a page that was opened over
// plain http has none and computes it here (FIPS 180-4).

const encoder = new TextEncoder();

/** The first 32 bits behind the point of the roots of the first primes: square roots, then cube roots. */
const START = [
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
];
const STEPS = [
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98,
  0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
  0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8,
  0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
  0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819,
  0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
  0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
  0xc67178f2,
];

const BLOCK = 64;

/** @param {number} word @param {number} by */
const turned = (word, by) => (word >>> by) | (word << (32 - by));

/**
 * The message with a one bit, zeros and its length in bits, up to a whole number of blocks.
 * @param {Uint8Array} bytes
 */
function padded(bytes) {
  const blocks = new Uint8Array(Math.ceil((bytes.length + 9) / BLOCK) * BLOCK);
  blocks.set(bytes);
  blocks[bytes.length] = 0x80;
  const view = new DataView(blocks.buffer);
  view.setUint32(blocks.length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(blocks.length - 4, bytes.length << 3);
  return view;
}

/** @param {DataView} message @param {number} block its first byte */
function scheduleOf(message, block) {
  const words = new Uint32Array(64);
  for (let at = 0; at < 16; at += 1) words[at] = message.getUint32(block + 4 * at);
  for (let at = 16; at < 64; at += 1) {
    const [old = 0, late = 0] = [words[at - 15], words[at - 2]];
    const first = turned(old, 7) ^ turned(old, 18) ^ (old >>> 3);
    const second = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
    words[at] = (words[at - 16] ?? 0) + first + (words[at - 7] ?? 0) + second;
  }
  return words;
}

/**
 * One block: the state before and after.
 * @param {readonly number[]} state eight words @param {Uint32Array} words
 */
function compressed(state, words) {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let at = 0; at < 64; at += 1) {
    const chosen = (e & f) ^ (~e & g);
    const mixed = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const one = (h + mixed + chosen + (STEPS[at] ?? 0) + (words[at] ?? 0)) | 0;
    const most = (a & b) ^ (a & c) ^ (b & c);
    const two = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + most) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  return [a, b, c, d, e, f, g, h].map((word, at) => (word + (state[at] ?? 0)) >>> 0);
}

/**
 * Without any help from the browser. 64 lower-case hexadecimal digits.
 * @param {string} text
 */
export function ownSha256(text) {
  const message = padded(encoder.encode(text));
  /** @type {readonly number[]} */
  let state = START;
  for (let block = 0; block < message.byteLength; block += BLOCK)
    state = compressed(state, scheduleOf(message, block));
  return state.map((word) => word.toString(16).padStart(8, "0")).join("");
}

/**
 * What `printf '%s' TEXT | sha256sum` prints: 64 lower-case hexadecimal digits.
 * @param {string} text
 * @returns {Promise<string>}
 */
export async function sha256(text) {
  const subtle = globalThis.crypto?.subtle;
  if (!subtle) return ownSha256(text);
  const digest = new Uint8Array(await subtle.digest("SHA-256", encoder.encode(text)));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
