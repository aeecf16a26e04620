/** Plain access to a PostgreSQL server, for making and dropping databases. */
import { PrismaPg } from "@prisma/adapter-pg";

export function databaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

export async function runSql(url: string, sql: string): Promise<void> {
  const connection = await new PrismaPg({ connectionString: url, max: 1 }).connect();
  try {
    await connection.executeScript(sql);
  } finally {
    await connection.dispose();
  }
}
