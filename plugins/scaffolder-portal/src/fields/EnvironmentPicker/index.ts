export { environmentPickerField } from './environmentPickerField';
