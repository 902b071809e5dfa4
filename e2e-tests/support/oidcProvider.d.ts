/** The part of the package that the tests use; it brings no types of its own. */
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http';

  type Account = {
    accountId: string;
    claims(): Promise<Record<string, unknown>>;
  };

  type Client = { grantTypeAllowed(type: string): boolean };

  export default class Provider {
    constructor(
      issuer: string,
      configuration: {
        clients: Record<string, unknown>[];
        claims: Record<string, string[]>;
        cookies: { keys: string[] };
        jwks: { keys: object[] };
        features: { devInteractions: { enabled: boolean } };
        findAccount(context: unknown, id: string): Promise<Account | undefined>;
        issueRefreshToken(context: unknown, client: Client): Promise<boolean>;
      },
    );
    callback(): RequestListener;
  }
}
