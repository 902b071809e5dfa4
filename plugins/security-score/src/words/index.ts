export * from './names';
export { findingsSubject, scoreSubject } from './subjects';
export { describeGain } from './describeGain';
export { dueWords } from './dueWords';
