import { openDelivery } from '../reports/openDelivery';
import type { ParsedDelivery, ReportParser } from '../reports/Parser';
import type { CdeventsContext, CdeventsOptions } from './CdeventsContext';
import { cdeventsChange } from './cdeventsChanges';
import { cdeventsPipelineRun, cdeventsService } from './cdeventsDeployments';
import { cdeventsIncident } from './cdeventsIncidents';
import { readPortalData } from './readPortalData';

const readers = new Map<string, (context: CdeventsContext) => ParsedDelivery>([
  ['change', cdeventsChange],
  ['incident', cdeventsIncident],
  ['pipelinerun', cdeventsPipelineRun],
  ['service', cdeventsService],
]);
// Of whatever version: what a later one names differently is an error that says which field was expected.
const type = /^dev\.cdevents\.([a-z]+)\.([a-z]+)\.\d+\.\d+/;

/**
 * Reads CDEvents, as of 0.3 of the specification and later: https://cdevents.dev/docs/
 *
 * @internal
 */
export function createCdeventsParser(
  options: CdeventsOptions = {},
): ReportParser {
  return delivery => {
    const [, about, predicate] = type.exec(delivery.event) ?? [];
    const read = readers.get(about);
    if (!read) {
      return { facts: [], ignored: `${delivery.event} tells of no delivery` };
    }
    const envelope = openDelivery(delivery);
    const event = envelope.at('data');
    const timestamp = event.at('context', 'timestamp');
    return read({
      options,
      predicate,
      event,
      subject: event.at('subject'),
      at: timestamp.isMissing
        ? envelope.at('time').instant()
        : timestamp.instant(),
      portal: readPortalData(event),
    });
  };
}
