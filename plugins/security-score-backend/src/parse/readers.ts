import { cyclonedxJson } from './cyclonedx/cyclonedxJson';
import { cyclonedxXml } from './cyclonedx/cyclonedxXml';
import { dependencyCheckXml } from './dependency-check/dependencyCheckXml';
import { githubAlerts } from './github/githubAlerts';
import { githubSnapshot } from './github/githubSnapshot';
import { gitlabReport } from './gitlab/gitlabReport';
import { grypeJson } from './grype/grypeJson';
import { npmAudit } from './npm/npmAudit';
import { openvexJson } from './openvex/openvexJson';
import { osvScannerJson } from './osv/osvScannerJson';
import type { JsonReportReader, XmlReportReader } from './ReportReader';
import { sarif } from './sarif/sarif';
import { scorecardJson } from './scorecard/scorecardJson';
import { semgrepJson } from './semgrep/semgrepJson';
import { snykJson } from './snyk/snykJson';
import { sonarqubeJson } from './sonarqube/sonarqubeJson';
import { spdxJson } from './spdx/spdxJson';
import { trivyJson } from './trivy/trivyJson';
import { yarnAudit } from './yarn/yarnAudit';

/** Every JSON format that is read. A document must be recognised by exactly one. */
export const jsonReaders: readonly JsonReportReader[] = [
  trivyJson,
  sarif,
  cyclonedxJson,
  spdxJson,
  gitlabReport,
  githubSnapshot,
  npmAudit,
  yarnAudit,
  semgrepJson,
  snykJson,
  osvScannerJson,
  grypeJson,
  scorecardJson,
  openvexJson,
  githubAlerts,
  sonarqubeJson,
];

/** Every XML format that is read. */
export const xmlReaders: readonly XmlReportReader[] = [
  cyclonedxXml,
  dependencyCheckXml,
];
