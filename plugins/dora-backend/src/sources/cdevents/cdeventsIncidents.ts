import type { ReportSubject } from '@portal/plugin-dora-common';
import { annotationSubject } from '../reports/annotationSubject';
import type { ParsedDelivery } from '../reports/Parser';
import { maybeEntityRef } from '../reports/readEntityRef';
import { source, subjectKey, type CdeventsContext } from './CdeventsContext';
import { readPurl } from './readPurl';
import { repositorySubjects } from './sourceSubjects';

const opened = new Set(['detected', 'reported']);

/** https://cdevents.dev/docs/co/ */
export function cdeventsIncident(context: CdeventsContext): ParsedDelivery {
  const { predicate, subject, at, portal } = context;
  const isOpened = opened.has(predicate);
  if (!isOpened && predicate !== 'resolved') {
    return { facts: [], ignored: `incident ${predicate} is not known` };
  }
  const content = subject.at('content');
  return {
    facts: [
      {
        kind: 'incident',
        id: `${source}:incident:${subjectKey(context)}`,
        source,
        subjects: [...portal.subjects, ...serviceSubjects(context)],
        environment:
          portal.environment ?? content.at('environment', 'id').optionalText(),
        url: portal.url ?? content.at('ticketURI').url,
        causedBy: portal.causedBy,
        ...(isOpened
          ? {
              title: content.at('description').title,
              openedAt: at,
              status: 'open' as const,
            }
          : // The description of a resolution is that of the repair.
            { status: 'resolved' as const, resolvedAt: at }),
        updatedAt: at,
        sequence: isOpened ? 0 : 1,
      },
    ],
  };
}

/** An incident does not have to name a service; what names none, keeps the component that an earlier event named. */
function serviceSubjects({ subject }: CdeventsContext): ReportSubject[] {
  const content = subject.at('content');
  const name = content.at('service', 'id').optionalText();
  const { repository } = readPurl(content.at('artifactId').word);
  const subjects = repositorySubjects(repository);
  if (name === undefined) {
    return subjects;
  }
  const entityRef = /^component:/i.test(name)
    ? maybeEntityRef(name)
    : undefined;
  return [
    ...(entityRef === undefined ? [] : [{ entityRef }]),
    annotationSubject('portal/cdevents-service', name),
    ...subjects,
  ];
}
