/**
 * The portfolio of an organisation: types, maths, permissions and client of the executive views.
 *
 * @packageDocumentation
 */
export * from './nodes/OrgNode';
export * from './health';
export * from './portfolio/Portfolio';
export * from './productivity/Productivity';
export * from './initiatives/Initiative';
export * from './initiatives/initiativeStateTitles';
export * from './initiatives/Investment';
export * from './initiatives/moveBudget';
export * from './exemptions/Exemption';
export * from './goals/Goal';
export * from './goals/goalProgress';
export * from './goals/goalTitles';
export * from './people/PeopleRate';
export * from './debt/Debt';
export * from './debt/debtTitles';
export * from './value/ServiceReturn';
export * from './value/returnTitles';
export * from './success/Success';
export * from './success/successDefinitions';
export * from './success/successProgress';
export * from './questions/Questions';
export * from './questions/belowExpectation';
export * from './questions/changedMost';
export * from './questions/industry';
export * from './questions/sinceThen';
export * from './questions/decisions';
export * from './questions/words';
export * from './reports/Report';
export * from './reports/Pack';
export * from './permissions';
export * from './api/StewardshipApi';
export * from './api/ExecutiveApi';
export * from './api/ExecutiveClient';
