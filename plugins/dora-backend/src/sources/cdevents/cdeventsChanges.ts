import type {
  Report,
  ReportedPullRequest,
  ReportSubject,
} from '@portal/plugin-dora-common';
import { annotationSubject } from '../reports/annotationSubject';
import type { ParsedDelivery } from '../reports/Parser';
import type { PayloadReader } from '../reports/PayloadReader';
import { source, subjectKey, type CdeventsContext } from './CdeventsContext';
import { repositorySubjects } from './sourceSubjects';

/** https://cdevents.dev/docs/scm/ */
export function cdeventsChange(context: CdeventsContext): ParsedDelivery {
  const { predicate, subject, at, portal } = context;
  const told = stateOf(context);
  if (!told) {
    return {
      facts: [],
      ignored: `change ${predicate} tells nothing of its beginning or end`,
    };
  }
  const key = subjectKey(context);
  const shared = {
    source,
    subjects: [...portal.subjects, ...repositoriesOf(subject)],
    url: portal.url,
    updatedAt: at,
  };
  const facts: Report[] = [];
  const number = numberOf(subject.at('id').identifier());
  if (number !== undefined) {
    const id = `${source}:pull-request:${key}`;
    facts.push({ ...shared, kind: 'pull-request', id, number, ...told });
  }
  if (told.state === 'merged' && told.mergeSha !== undefined) {
    facts.push({
      ...shared,
      kind: 'change',
      id: `${source}:change:${key}`,
      sha: told.mergeSha,
      committedAt: at,
      sequence: 0,
    });
  }
  return facts.length > 0
    ? { facts }
    : {
        facts,
        ignored:
          'neither the number of a pull request in subject.id, nor the sha of a merge in customData.portal.sha',
      };
}

type Told = Pick<
  ReportedPullRequest,
  'openedAt' | 'firstReviewAt' | 'state' | 'mergedAt' | 'mergeSha' | 'sequence'
>;

function stateOf({
  predicate,
  subject,
  at,
  portal,
}: CdeventsContext): Told | undefined {
  switch (predicate) {
    case 'created':
      return { state: 'open', openedAt: at, sequence: 0 };
    case 'reviewed':
      return { firstReviewAt: at, sequence: 0 };
    case 'abandoned':
      return { state: 'closed', sequence: 1 };
    case 'merged': {
      // Some send the commit as the name of the change.
      const mergeSha = portal.sha ?? subject.at('id').maybeSha;
      return { state: 'merged', mergedAt: at, mergeSha, sequence: 2 };
    }
    default:
      return undefined;
  }
}

/** The number at the end of `1234`, `pull/1234` or `org/shop!1234`. */
function numberOf(id: string): number | undefined {
  const digits = /(?:^|[/!#])(\d{1,15})$/.exec(id)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function repositoriesOf(subject: PayloadReader): ReportSubject[] {
  const repository = subject.at('content', 'repository');
  const name = repository.at('id').optionalText();
  const origin = repository.at('source').word;
  const own = subject.at('source').word;
  const addresses = [
    repository.at('viewUrl').word,
    repository.at('url').word,
    origin,
    origin && name ? `${origin}/${name}` : undefined,
    own,
    own && name ? `${own}/${name}` : undefined,
    name,
  ];
  const found = addresses
    .map(repositorySubjects)
    .find(subjects => subjects.length > 0);
  return [
    ...(name === undefined
      ? []
      : [annotationSubject('portal/cdevents-repository', name)]),
    ...(found ?? []),
  ];
}
