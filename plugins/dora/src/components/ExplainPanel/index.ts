export { ExplainPanel, type ExplainPanelProps } from './ExplainPanel';
export { Unattributed } from './Unattributed';
