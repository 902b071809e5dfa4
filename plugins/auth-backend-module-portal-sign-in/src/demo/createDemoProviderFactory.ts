import type { UserEntity } from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  AuthProviderFactory,
  AuthResolverContext,
  createProxyAuthenticator,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { assertLocalRequest } from '@portal/backend-access';
import type { Persona } from './types';

/**
 * Creates the provider behind `GET /api/auth/demo/refresh?persona=<id>`: a token for the user of a listed persona, with
 * what that user owns read from the catalog as for any other sign-in.
 */
export function createDemoProviderFactory(options: {
  personas: Persona[];
}): AuthProviderFactory {
  const personas = new Map(options.personas.map(p => [p.id, p]));
  const known = [...personas.keys()].join(', ');

  return createProxyAuthProviderFactory({
    authenticator: createProxyAuthenticator<undefined, Persona, undefined>({
      initialize: () => undefined,
      async authenticate({ req }) {
        assertLocalRequest(req, 'Demo sign-in');
        const id = req.query.persona;
        if (typeof id !== 'string' || id === '') {
          throw new InputError(
            `Demo sign-in needs to know as whom: add ?persona= with one of ${known}`,
          );
        }
        const persona = personas.get(id);
        if (!persona) {
          throw new NotFoundError(
            `There is no demo persona '${id}': choose one of ${known}`,
          );
        }
        return { result: persona };
      },
      async defaultProfileTransform(persona, ctx) {
        const profile = (await findUser(persona, ctx)).spec?.profile;
        return {
          profile: {
            displayName: profile?.displayName,
            email: profile?.email,
            picture: profile?.picture,
          },
        };
      },
    }),
    async signInResolver(info, ctx) {
      return await ctx.signInWithCatalogUser({
        entityRef: info.result.userEntityRef,
      });
    },
  });
}

async function findUser(
  persona: Persona,
  ctx: AuthResolverContext,
): Promise<UserEntity> {
  try {
    const { entity } = await ctx.findCatalogUser({
      entityRef: persona.userEntityRef,
    });
    return entity as UserEntity;
  } catch (error) {
    if (error instanceof Error && error.name === 'NotFoundError') {
      throw new NotFoundError(
        `The demo persona '${persona.id}' signs in as ${persona.userEntityRef}, which the catalog does not have: wait a minute while the demo organisation loads, or correct portal.signIn.personas`,
      );
    }
    throw error;
  }
}
