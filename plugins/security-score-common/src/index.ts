/**
 * Findings, severities, versions, licences and the score of entities: types, maths, permissions and client.
 *
 * @packageDocumentation
 */
export * from './findings/Finding';
export * from './findings/findingStateOf';
export * from './reports/Report';
export * from './score/Score';
export * from './statistics/Statistics';
export * from './exceptions/SecurityException';
export * from './licences/Licences';
export * from './affected/Affected';
export * from './views/SavedView';
export * from './permissions';
export * from './api/SecurityScoreApi';
export * from './api/SecurityScoreClient';
export * from './severity/severity';
export * from './cvss/readCvss';
export * from './packages/packageName';
export * from './versions/compareVersions';
export * from './versions/VersionRange';
export * from './versions/OsvAffected';
export * from './licences/licenceVerdict';
export * from './practices/scorecardAggregate';
export * from './score/formula';
export * from './score/planUpgrades';
export * from './secrets/ServiceSecrets';
export * from './widgets/securityWidgets';
