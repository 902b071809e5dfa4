export { CustomDates } from './CustomDates';
export { PeriodPicker, type PeriodPickerProps } from './PeriodPicker';
