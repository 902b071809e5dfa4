import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import Provider from 'oidc-provider';

/** Somebody whom the provider knows; the login form takes the name before the @ and any password. */
export type OpenIdUser = { email: string; name: string };

export type OpenIdProvider = {
  metadataUrl: string;
  clientId: string;
  clientSecret: string;
  stop(): Promise<void>;
};

/**
 * Starts a real OpenID provider on this machine, with one client: the portal.
 *
 * @remarks
 *
 * Start it before the portal, which reads the provider's metadata once, when it starts.
 */
export async function startOpenIdProvider(options: {
  port: number;
  portalUrl: string;
  users: OpenIdUser[];
}): Promise<OpenIdProvider> {
  const { port, portalUrl, users } = options;
  const issuer = `http://localhost:${port}`;
  const clientId = 'portal';
  const clientSecret = randomBytes(32).toString('base64url');
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        grant_types: ['authorization_code', 'refresh_token'],
        redirect_uris: [`${portalUrl}/api/auth/oidc/handler/frame`],
      },
    ],
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified'],
      profile: ['name'],
    },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    jwks: {
      keys: [
        {
          ...privateKey.export({ format: 'jwk' }),
          kid: 'e2e',
          use: 'sig',
          alg: 'RS256',
        },
      ],
    },
    features: { devInteractions: { enabled: true } },
    async findAccount(_context, id) {
      const user = users.find(({ email }) => email.split('@')[0] === id);
      return (
        user && {
          accountId: id,
          claims: async () => ({ sub: id, ...user, email_verified: true }),
        }
      );
    },
    // As most providers do, and unlike this one's default, which asks for consent at every sign-in first.
    issueRefreshToken: async (_context, client) =>
      client.grantTypeAllowed('refresh_token'),
  });

  const server = createServer(provider.callback());
  await listen(server, port);
  return {
    metadataUrl: issuer,
    clientId,
    clientSecret,
    stop: () => close(server),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', resolve);
  });
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve, reject) => {
    server.close(error => (error ? reject(error) : resolve()));
  });
}
