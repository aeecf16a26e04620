import { randomUUID } from "node:crypto";

/** Makes a new id: unguessable, 122 random bits. Also used for the action id of a form. */
export type NewId = () => string;

export const systemIds: NewId = () => randomUUID();
