export { ScopePicker, type ScopePickerProps } from './ScopePicker';
