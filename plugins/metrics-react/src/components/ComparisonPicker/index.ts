export {
  ComparisonPicker,
  type ComparisonPickerProps,
} from './ComparisonPicker';
