export { EditionSelect } from './EditionSelect';
export { EnvironmentSelect } from './EnvironmentSelect';
export { OverviewControls, WindowPicker } from './OverviewControls';
