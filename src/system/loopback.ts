const LOOPBACK = ["127.0.0.1", "localhost", "[::1]"];

/** The names of this machine for itself, as they stand in a URL. */
export const loopbackHosts: readonly string[] = LOOPBACK;

export const isLoopback = (host: string): boolean => LOOPBACK.includes(host.toLowerCase());
