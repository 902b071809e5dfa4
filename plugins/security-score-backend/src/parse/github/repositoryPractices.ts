import { objectOf } from '../json/objectOf';
import type { ParsedPractice } from '../ReportSink';

const switches = [
  ['secret_scanning', 'secret-scanning', 'Secret scanning is on'],
  [
    'secret_scanning_push_protection',
    'push-protection',
    'Pushes with secrets are refused',
  ],
  [
    'dependabot_security_updates',
    'security-updates',
    'Dependabot opens pull requests that fix vulnerabilities',
  ],
] as const;

/**
 * What the settings of a repository say of practices, as `GET /repos/{owner}/{name}` and `GET .../branches/{branch}` answer them.
 * Who may not see a setting isn't told of it: it is absent then, not off.
 */
export function repositoryPractices(
  repository: Record<string, unknown>,
  branch: Record<string, unknown>,
): ParsedPractice[] {
  const analysis = objectOf(repository.security_and_analysis);
  const practices = switches.map<ParsedPractice>(([key, id, title]) => ({
    id: `github/${id}`,
    title,
    value: valueOf(objectOf(analysis[key]).status),
    weight: 5,
  }));
  const name = typeof branch.name === 'string' ? branch.name : 'the main one';
  practices.push({
    id: 'github/branch-protection',
    title: 'The default branch is protected',
    value:
      typeof branch.protected === 'boolean'
        ? Number(branch.protected)
        : undefined,
    weight: 7.5,
    detail: `The branch is ${name}`,
  });
  return practices;
}

function valueOf(status: unknown): number | undefined {
  if (status === 'enabled') {
    return 1;
  }
  return status === 'disabled' ? 0 : undefined;
}
