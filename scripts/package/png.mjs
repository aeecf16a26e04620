// @ts-check
// Reads PNG files as far as icons need it: 8 bits a channel, RGB or RGBA, not interlaced.
import { inflateSync } from "node:zlib";

/** Width and height that Teams wants, in pixels, by the name of the icon in the manifest. */
export const ICON_SIZES = { color: 192, outline: 32 };

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const RGB = 2;
const RGBA = 6;

/** @typedef {{ readonly width: number, readonly height: number, readonly pixels: readonly Pixel[] }} Picture */
/** @typedef {{ readonly red: number, readonly green: number, readonly blue: number, readonly alpha: number }} Pixel */

/**
 * @param {Buffer} file
 * @returns {{ header: Buffer, data: Buffer } | undefined} the header chunk and all image data, still packed
 */
function chunksOf(file) {
  if (!file.subarray(0, 8).equals(SIGNATURE)) return undefined;
  /** @type {Buffer | undefined} */
  let header;
  const data = [];
  for (let at = 8; at + 12 <= file.length; ) {
    const length = file.readUInt32BE(at);
    const type = file.toString("latin1", at + 4, at + 8);
    const body = file.subarray(at + 8, at + 8 + length);
    if (type === "IHDR") header = body;
    if (type === "IDAT") data.push(body);
    at += 12 + length;
  }
  return header?.length === 13 && data.length > 0 ? { header, data: Buffer.concat(data) } : undefined;
}

/**
 * What a byte was predicted from (PNG specification, 9.4).
 * @param {number} left @param {number} up @param {number} corner
 */
function paeth(left, up, corner) {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [left, up, corner].map((one) => Math.abs(guess - one));
  if (Number(toLeft) <= Number(toUp) && Number(toLeft) <= Number(toCorner)) return left;
  return Number(toUp) <= Number(toCorner) ? up : corner;
}

/** @type {readonly ((left: number, up: number, corner: number) => number)[]} by the number of the filter */
const FILTERS = [
  () => 0,
  (left) => left,
  (_left, up) => up,
  (left, up) => Math.floor((left + up) / 2),
  paeth,
];

/**
 * One line as it was before it was filtered.
 * @param {Buffer} line the filter's number, then the bytes @param {Buffer} above the line before @param {number} step
 * bytes of one pixel
 */
function unfilteredLine(line, above, step) {
  const filter = FILTERS[line[0] ?? 0];
  if (!filter) return undefined;
  const out = Buffer.alloc(line.length - 1);
  for (let at = 0; at < out.length; at += 1) {
    // Left of the first pixel there is nothing, and nothing counts as 0.
    const [left = 0, corner = 0] = at >= step ? [out[at - step], above[at - step]] : [];
    out[at] = Number(line[at + 1]) + filter(left, Number(above[at]), corner);
  }
  return out;
}

/** @param {Buffer} raw @param {number} bytes of one line @param {number} step bytes of one pixel */
function unfiltered(raw, bytes, step) {
  let above = Buffer.alloc(bytes);
  const lines = [];
  for (let at = 0; at < raw.length; at += bytes + 1) {
    const line = unfilteredLine(raw.subarray(at, at + bytes + 1), above, step);
    if (!line) return undefined;
    lines.push(line);
    above = line;
  }
  return Buffer.concat(lines);
}

/** @param {Buffer} packed */
function inflated(packed) {
  try {
    return inflateSync(packed);
  } catch {
    return undefined;
  }
}

/**
 * The pixels of a PNG file, line by line.
 * @param {Buffer} file
 * @returns {Picture | undefined} undefined for anything that is not such a PNG
 */
export function readPng(file) {
  const chunks = chunksOf(file);
  if (!chunks) return undefined;
  const { header, data } = chunks;
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth, colour, , , interlaced] = header.subarray(8);
  if (depth !== 8 || (colour !== RGB && colour !== RGBA) || interlaced !== 0) return undefined;
  const step = colour === RGBA ? 4 : 3;
  const raw = inflated(data);
  if (!raw || raw.length !== height * (width * step + 1)) return undefined;
  const plain = unfiltered(raw, width * step, step);
  if (!plain) return undefined;
  const pixels = Array.from({ length: width * height }, (_, at) => {
    const [red = 0, green = 0, blue = 0, alpha = 255] = plain.subarray(at * step, (at + 1) * step);
    return { red, green, blue, alpha };
  });
  return { width, height, pixels };
}
