export { answers, longTitle, rightToLeftTitle } from './answers';
export { RecordedBackend } from './RecordedBackend';
export { show } from './show';
export { stewardshipAnswers } from './stewardshipAnswers';
