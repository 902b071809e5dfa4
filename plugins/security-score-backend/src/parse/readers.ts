import { cyclonedxJson } from './cyclonedx/cyclonedxJson';
import { cyclonedxXml } from './cyclonedx/cyclonedxXml';
import { githubAlerts } from './github/githubAlerts';
import { githubSnapshot } from './github/githubSnapshot';
import { gitlabReport } from './gitlab/gitlabReport';
import type { JsonReportReader, XmlReportReader } from './ReportReader';
import { sarif } from './sarif/sarif';
import { sonarqubeJson } from './sonarqube/sonarqubeJson';
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
  githubAlerts,
  sonarqubeJson,
];

/** Every XML format that is read. */
export const xmlReaders: readonly XmlReportReader[] = [cyclonedxXml];
