import { elementPosition } from '../json/elementPosition';
import { objectOf } from '../json/objectOf';
import type { JsonReportReader } from '../ReportReader';
import { BomReading } from './BomReading';

/** CycloneDX as JSON: an inventory, vulnerabilities, VEX, or all of them. */
export const cyclonedxJson: JsonReportReader = {
  format: 'cyclonedx-json',
  recognise: ({ scalars, isArray }) =>
    !isArray && scalars.bomFormat === 'CycloneDX',
  streams: ['components', 'dependencies', 'vulnerabilities'],
  open: sink => {
    const reading = BomReading.create(sink);
    return {
      element: (path, value, around) => {
        switch (path.stream) {
          case 'components':
            reading.component(value, elementPosition(path));
            break;
          case 'dependencies':
            reading.dependency(value, objectOf(around[0]).metadata);
            break;
          default:
            reading.vulnerability(value, elementPosition(path));
        }
      },
      end: rest => reading.end(rest),
    };
  },
};
