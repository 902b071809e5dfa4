import type { ReportSubject } from '@portal/plugin-dora-common';
import { annotationSubject } from '../reports/annotationSubject';

const longest = 2048;
const unprintable = /[\p{Cc}\p{Cs}]/u;

/**
 * The names of a Jenkins job and of what it is in, of an address such as `job/team/job/shop/job/main/42/`; none of other
 * addresses.
 */
export function jenkinsJobOf(address: string | undefined): string[] {
  const segments = pathOf(address);
  const names: string[] = [];
  for (let index = 0; index + 1 < segments.length; index += 1) {
    if (segments[index] === 'job') {
      index += 1;
      names.push(segments[index]);
    }
  }
  return names;
}

/**
 * The component of a Jenkins job. The job of a branch is one of a multibranch project, which is what components name; so that
 * is the second one.
 */
export function jenkinsSubjects(job: readonly string[]): ReportSubject[] {
  return [job, job.slice(0, -1)]
    .filter(names => names.length > 0)
    .map(names =>
      annotationSubject('jenkins.io/job-full-name', names.join('/')),
    );
}

/** The component of a repository on GitHub or GitLab, by the address of it in whatever form. */
export function repositorySubjects(
  address: string | undefined,
): ReportSubject[] {
  const text = address ?? '';
  const plain = text
    .slice(0, longest)
    .replace(/^(?:git\+)?[a-z]{2,8}:\/\//i, '')
    .replace(/^[\w.-]{1,64}@/, '')
    .replace(/^([\w.-]{1,253}):(?!\d)/, '$1/')
    .replace(/[?#].*$/s, '');
  const [host, ...names] = plain.split('/').filter(name => name !== '');
  const path = names.map(name => name.replace(/\.git$/, ''));
  if (path.length < 2 || text.length > longest || unprintable.test(plain)) {
    return [];
  }
  if (isHost(host, 'github')) {
    const slug = path.slice(0, 2).join('/');
    return [annotationSubject('github.com/project-slug', slug)];
  }
  if (isHost(host, 'gitlab')) {
    // Pages of a project are below `-`.
    const end = path.indexOf('-');
    const slug = path.slice(0, end < 0 ? undefined : end).join('/');
    return [annotationSubject('gitlab.com/project-slug', slug)];
  }
  return [];
}

/** `github.com`, and hosts of companies such as `github.example.com`. */
function isHost(host: string, name: string): boolean {
  return host.toLowerCase().startsWith(`${name}.`);
}

function pathOf(address: string | undefined): string[] {
  if (address === undefined || address.length > longest) {
    return [];
  }
  try {
    return address
      .replace(/[?#].*$/s, '')
      .split('/')
      .map(decodeURIComponent)
      .filter(segment => segment !== '' && !unprintable.test(segment));
  } catch {
    return [];
  }
}
