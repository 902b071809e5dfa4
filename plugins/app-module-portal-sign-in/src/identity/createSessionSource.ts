import {
  type ApiHolder,
  type ApiRef,
  type BackstageIdentityApi,
  discoveryApiRef,
  githubAuthApiRef,
  microsoftAuthApiRef,
  type ProfileInfoApi,
  type SessionApi,
} from '@backstage/frontend-plugin-api';
import { NotImplementedError } from '@backstage/errors';
import { oidcAuthApiRef } from '../apis/oidcAuthApi';
import type { OAuthOption, SignInOption } from '../options/types';
import { OAuthSessionSource } from './OAuthSessionSource';
import { PasswordlessSessionSource } from './PasswordlessSessionSource';
import type { SessionSource } from './types';

const authApiRefs: Record<
  OAuthOption['id'],
  ApiRef<BackstageIdentityApi & ProfileInfoApi & SessionApi>
> = {
  oidc: oidcAuthApiRef,
  github: githubAuthApiRef,
  microsoft: microsoftAuthApiRef,
};

/** Finds where the sessions of a way to sign in come from. */
export function createSessionSource(
  option: SignInOption,
  apis: ApiHolder,
): SessionSource {
  if (option.kind === 'oauth') {
    return OAuthSessionSource.create({
      authApi: requireApi(apis, authApiRefs[option.id]),
      title: option.title,
    });
  }
  const discoveryApi = requireApi(apis, discoveryApiRef);
  return option.kind === 'guest'
    ? PasswordlessSessionSource.create({ discoveryApi, provider: 'guest' })
    : PasswordlessSessionSource.create({
        discoveryApi,
        provider: 'demo',
        persona: option.persona,
      });
}

function requireApi<T>(apis: ApiHolder, ref: ApiRef<T>): T {
  const api = apis.get(ref);
  if (!api) {
    throw new NotImplementedError(
      `The app has no API '${ref.id}', which sign-in needs: add the plugin that provides it to the app's features`,
    );
  }
  return api;
}
