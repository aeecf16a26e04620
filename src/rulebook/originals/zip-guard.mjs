// @ts-check
// Looks into a ZIP archive before anything unpacks it. Plain JavaScript: it runs in the worker, which Node starts itself.
import { inflateRawSync } from "node:zlib";

/** All parts unpacked together, in bytes. */
export const MAX_UNPACKED = 100 * 1024 * 1024;
const MAX_ENTRIES = 2_000;
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

/** @typedef {"bomb" | "broken" | "encrypted"} ZipFault */

/**
 * Says what is wrong with an archive, or undefined. Sizes written in it are not believed: every part is unpacked once,
 * and no further than the limit allows. A document type in XML is refused: entities multiply too.
 * @param {Buffer} zip
 * @param {number} [most] bytes
 * @returns {ZipFault | undefined}
 */
export function zipFault(zip, most = MAX_UNPACKED) {
  try {
    return faultOf(zip, most);
  } catch {
    return "broken"; // an offset that points out of the file
  }
}

/**
 * @param {Buffer} zip
 * @param {number} most
 * @returns {ZipFault | undefined}
 */
function faultOf(zip, most) {
  const end = endOf(zip);
  if (end < 0) return "broken";
  const count = zip.readUInt16LE(end + 10);
  if (count > MAX_ENTRIES) return "bomb";
  let at = zip.readUInt32LE(end + 16);
  let left = most;
  for (let entry = 0; entry < count; entry++) {
    if (zip.readUInt32LE(at) !== ENTRY) return "broken";
    if ((zip.readUInt16LE(at + 8) & 1) === 1) return "encrypted";
    const unpacked = unpack(zip, at, left);
    if (typeof unpacked === "string") return unpacked;
    left -= unpacked.length;
    if (unpacked.subarray(0, 4096).includes("<!DOCTYPE")) return "broken";
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return undefined;
}

/**
 * Where the end record begins; it may be followed by a comment of up to 64 kB.
 * @param {Buffer} zip
 */
function endOf(zip) {
  const last = Math.max(0, zip.length - 22 - 65_535);
  for (let at = zip.length - 22; at >= last; at--) if (zip.readUInt32LE(at) === END) return at;
  return -1;
}

/**
 * @param {Buffer} zip
 * @param {number} at of the entry in the directory
 * @param {number} most bytes
 * @returns {Buffer | ZipFault}
 */
function unpack(zip, at, most) {
  const method = zip.readUInt16LE(at + 10);
  const size = zip.readUInt32LE(at + 20);
  const local = zip.readUInt32LE(at + 42);
  if (zip.readUInt32LE(local) !== LOCAL) return "broken";
  const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  if (from + size > zip.length) return "broken";
  const packed = zip.subarray(from, from + size);
  if (method === 0) return packed.length > most ? "bomb" : packed;
  if (method !== 8) return "broken";
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    return /** @type {{ code?: unknown }} */ (error).code === "ERR_BUFFER_TOO_LARGE" ? "bomb" : "broken";
  }
}
