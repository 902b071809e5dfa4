import type { JsonReportReader, XmlReportReader } from './ReportReader';
import { sarif } from './sarif/sarif';
import { trivyJson } from './trivy/trivyJson';

/** Every JSON format that is read. A document must be recognised by exactly one. */
export const jsonReaders: readonly JsonReportReader[] = [trivyJson, sarif];

/** Every XML format that is read. */
export const xmlReaders: readonly XmlReportReader[] = [];
