import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** Runs SQL on a connection of its own. */
export async function runSql(url: string, ...statements: string[]) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) {
      await client.query(statement);
    }
  } finally {
    await client.end();
  }
}

/** An empty database for one purpose, on a server that stays. */
export class ScratchDatabase {
  /** @param serverUrl - A connection that may create databases. */
  static async create(
    serverUrl: string,
    purpose: string,
  ): Promise<ScratchDatabase> {
    const name = `${purpose}_${randomBytes(6).toString('hex')}`;
    await runSql(serverUrl, `CREATE DATABASE ${name}`);
    return new ScratchDatabase(serverUrl, name);
  }

  private constructor(
    private readonly serverUrl: string,
    private readonly name: string,
  ) {}

  get url(): string {
    const url = new URL(this.serverUrl);
    url.pathname = `/${this.name}`;
    return url.href;
  }

  async drop(): Promise<void> {
    await runSql(
      this.serverUrl,
      `DROP DATABASE IF EXISTS ${this.name} WITH (FORCE)`,
    );
  }
}
