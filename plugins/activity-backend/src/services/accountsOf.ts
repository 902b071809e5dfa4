import type { UserEntity } from '@backstage/catalog-model';
import { activitySources } from '@portal/plugin-activity-common';
import type { Account } from '../database/openPullRequests';

/** Annotations such as `github.com/user-login`, of whichever host. GitLab's holds the address of the person's page. */
const loginAnnotation = /\/user-login$/;

/**
 * By which names sources may know a person. GitHub and GitLab know logins, which annotations tell; Azure DevOps tells names and
 * addresses; who writes the portal's own JSON may use any of them.
 */
export function accountsOf(user: UserEntity): Account[] {
  const { metadata, spec } = user;
  const logins = Object.entries(metadata.annotations ?? {})
    .filter(([key]) => loginAnnotation.test(key))
    .flatMap(([, value]) => value.replace(/\/+$/, '').split('/').pop() || []);
  const { displayName, email } = spec.profile ?? {};
  const names = [displayName, email].flatMap(name => name ?? []);
  const bySource = {
    github: logins,
    gitlab: logins,
    'azure-devops': names,
    generic: [...logins, ...names, metadata.name],
  };
  return activitySources.flatMap(source =>
    [...new Set(bySource[source].map(name => name.toLowerCase()))].map(
      name => ({ source, name }),
    ),
  );
}
