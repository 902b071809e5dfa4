import { cyclonedxJson } from './cyclonedx/cyclonedxJson';
import { cyclonedxXml } from './cyclonedx/cyclonedxXml';
import { githubSnapshot } from './github/githubSnapshot';
import { gitlabReport } from './gitlab/gitlabReport';
import type { JsonReportReader, XmlReportReader } from './ReportReader';
import { sarif } from './sarif/sarif';
import { spdxJson } from './spdx/spdxJson';
import { trivyJson } from './trivy/trivyJson';

/** Every JSON format that is read. A document must be recognised by exactly one. */
export const jsonReaders: readonly JsonReportReader[] = [
  trivyJson,
  sarif,
  cyclonedxJson,
  spdxJson,
  gitlabReport,
  githubSnapshot,
];

/** Every XML format that is read. */
export const xmlReaders: readonly XmlReportReader[] = [cyclonedxXml];
