export { ScopePicker, type ScopePickerProps } from './ScopePicker';
export type { ScopeKind } from './useScopeOptions';
