import type { ConfigApi } from '@backstage/frontend-plugin-api';
import { oidcTitle } from './oidcTitle';
import type { SignInOption } from './types';

/**
 * Lists what can be chosen on the sign-in page: the providers that `auth.providers` names, and the personas where the
 * provider `demo` is among them and the demo organisation is shown.
 */
export function readSignInOptions(config: ConfigApi): SignInOption[] {
  const options: SignInOption[] = [];
  const offers = (provider: string) => config.has(`auth.providers.${provider}`);
  if (offers('oidc')) {
    options.push({ kind: 'oauth', id: 'oidc', title: oidcTitle(config) });
  }
  if (offers('github')) {
    options.push({ kind: 'oauth', id: 'github', title: 'GitHub' });
  }
  if (offers('microsoft')) {
    options.push({ kind: 'oauth', id: 'microsoft', title: 'Microsoft' });
  }
  if (offers('guest')) {
    options.push({ kind: 'guest', id: 'guest' });
  }
  if (offers('demo') && config.getOptionalBoolean('portal.demo')) {
    const personas =
      config.getOptionalConfigArray('portal.signIn.personas') ?? [];
    for (const persona of personas) {
      const id = persona.getString('id');
      const role = persona.getOptionalString('role') ?? id;
      options.push({
        kind: 'persona',
        id: `demo:${id}`,
        persona: id,
        role,
        name: persona.getOptionalString('name') ?? '',
        description: persona.getOptionalString('description') ?? '',
      });
    }
  }
  return options;
}
